"""A user's own templates: what they may do, and what ends them (S15)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide_samples import full_item, plain_item
from itemcatalog.errors import ConfigurationError, UsageError
from itemcatalog.guides import GuideOptions, build_guides
from itemcatalog.guides._templates import UserTemplates
from itemcatalog.sections import build_sections, load_profile

STANDARD = load_profile("standard-2016")
GUIDE = build_sections(full_item(), STANDARD)


@pytest.fixture
def templates(tmp_path: Path) -> Iterator[UserTemplates]:
    """A folder with a template that shows title and sections."""
    (tmp_path / "base.html").write_text("<main>{% block body %}{% endblock %}</main>", encoding="utf-8")
    (tmp_path / "guide.html").write_text(
        "{% extends 'base.html' %}{% block body %}<h1>{{ guide.title }}</h1>"
        "{% for section in guide.sections %}<h2>{{ section.title }}</h2>{% endfor %}{% endblock %}",
        encoding="utf-8",
    )
    made = UserTemplates.load(tmp_path)
    yield made
    made.close()


def own(tmp_path: Path, text: str, seconds: float = 10.0) -> UserTemplates:
    """Return the templates of a folder with one page."""
    (tmp_path / "guide.html").write_text(text, encoding="utf-8")
    made = UserTemplates.load(tmp_path)
    made.seconds = seconds
    return made


def test_a_template_shows_the_guide(templates: UserTemplates) -> None:
    """Title and sections are there, from a template that extends another of the folder."""
    page = templates.render(GUIDE, "html").decode("utf-8")

    assert page.startswith("<main><h1>小型餐饮服务许可（新办）办事指南</h1><h2>适用范围</h2>")


def test_texts_are_escaped(templates: UserTemplates) -> None:
    """A hostile name is text in the page."""
    page = templates.render(build_sections(plain_item(name="<script>x</script>"), STANDARD), "html")

    assert b"<script>" not in page


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ guide.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ guide['title'].__class__ }}",
        "{% for n in range(10**9) %}x{% endfor %}",
        "{{ 'x' * 10**9 }}",
        "{{ [1] * 999999999 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'x'|center(999999999) }}",
        "{{ '{0.__class__}'.format(guide) }}",
        "{{ guide.no_such_key }}",
        "{{ unknown }}",
        "{% include '/etc/passwd' %}",
        "{{ guide.sections.append(1) }}",
        "{{ guide.title|safe }}",
    ],
)
def test_a_template_that_reaches_further_is_stopped(tmp_path: Path, text: str) -> None:
    """Attributes of Python, bombs, undefined names, other files and changes of the data are refused with words."""
    made = own(tmp_path, text)

    with pytest.raises((UsageError, ConfigurationError)):
        made.render(GUIDE, "html")
    made.close()


def test_a_template_that_does_not_end_is_killed(tmp_path: Path) -> None:
    """A loop within loops is ended by the clock; after three of them the templates are given up."""
    loop = "{% for a in guide.sections %}" * 8 + "{% set x = 1 %}" + "{% endfor %}" * 8
    made = own(tmp_path, loop, seconds=0.5)

    for _ in range(4):
        with pytest.raises(UsageError):
            made.render(GUIDE, "html")
    assert made._child is None


def test_a_syntax_error_names_file_and_line(tmp_path: Path) -> None:
    """A template that does not parse is a configuration error with its place."""
    made = own(tmp_path, "ok\n{% for %}")

    with pytest.raises(ConfigurationError, match=r"guide\.html 第 2 行"):
        made.render(GUIDE, "html")


def test_a_folder_without_templates_is_said(tmp_path: Path) -> None:
    """An absent folder, an empty one and a text that is not UTF-8 are configuration errors."""
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(ConfigurationError):
            UserTemplates.load(folder)
    (tmp_path / "guide.html").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError):
        UserTemplates.load(tmp_path)


def test_a_batch_uses_the_templates(tmp_path: Path, templates: UserTemplates) -> None:
    """The page comes from the user's template, the Word file from ours."""
    options = GuideOptions(profile=STANDARD, templates=tmp_path)
    run = build_guides([(full_item(), "city")], tmp_path / "out", options)
    page = next((tmp_path / "out" / "city").glob("*.html"))

    assert (run.written, page.read_text(encoding="utf-8").startswith("<main>")) == (1, True)
