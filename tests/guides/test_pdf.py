"""The guide as PDF (extra ``pdf``): embedded fonts, tags, bookmarks, same bytes; clear words where it fails."""

from __future__ import annotations

import sys

import pytest

from guide_samples import full_item, plain_item
from itemcatalog.errors import ConfigurationError
from itemcatalog.model import Material, Online
from itemcatalog.render.guide import _pdf, render_pdf
from itemcatalog.sections import build_sections, load_profile

STANDARD = load_profile("standard-2016")


@pytest.fixture
def typst() -> None:
    """Typst and a font for Chinese; a test that asks for them is left out without."""
    pytest.importorskip("typst", reason="left out: the extra pdf is not installed")
    try:
        _pdf._look(STANDARD.document)
    except ConfigurationError as error:
        pytest.skip(f"left out: {error}")


@pytest.mark.usefixtures("typst")
def test_the_document_is_tagged_and_has_bookmarks() -> None:
    """Structure for screen readers, an outline of the sections, embedded fonts, no date of now."""
    data = render_pdf(build_sections(full_item(), STANDARD), STANDARD.document)

    assert (
        data[:5],
        b"/StructTreeRoot" in data,
        b"/Outlines" in data,
        b"/FontFile" in data,
    ) == (b"%PDF-", True, True, True)
    assert b"CreationDate" not in data


@pytest.mark.usefixtures("typst")
def test_the_same_guide_is_the_same_bytes() -> None:
    """Compiling twice gives the same document, in every profile."""
    for name in ("standard-2016", "short", "fujian-2017"):
        profile = load_profile(name)
        guide = build_sections(full_item(), profile)
        assert render_pdf(guide, profile.document) == render_pdf(guide, profile.document)


@pytest.mark.usefixtures("typst")
def test_texts_are_data_and_never_markup() -> None:
    """What a name holds is shown and not run: no file is read, no address but an allowed one is linked."""
    hostile = '#read("/etc/passwd") $ * _ @ < \\ {{ 𠮷䶮㛃 🧾'
    item = plain_item(
        name=hostile,
        materials=(Material(name=hostile, template="file:///etc/passwd"),),
        online=Online(url="javascript:alert(1)"),
    )
    data = render_pdf(build_sections(item, STANDARD), STANDARD.document)

    assert (data[:5], b"file:///" in data, b"javascript:" in data) == (b"%PDF-", False, False)


@pytest.mark.usefixtures("typst")
def test_a_machine_without_a_chinese_font_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a font for Chinese there is one clear line, not a page of boxes."""
    monkeypatch.setattr(_pdf, "_fonts", lambda: frozenset({"dejavu sans"}))

    with pytest.raises(ConfigurationError, match="中文字体"):
        render_pdf(build_sections(plain_item(), STANDARD), STANDARD.document)


def test_without_the_extra_the_way_to_install_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without typst the message names the extra."""
    monkeypatch.setitem(sys.modules, "typst", None)
    _pdf._typst.cache_clear()

    with pytest.raises(ConfigurationError, match=r"itemcatalog\[pdf\]"):
        render_pdf(build_sections(plain_item(), STANDARD), STANDARD.document)
    _pdf._typst.cache_clear()
