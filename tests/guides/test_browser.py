"""Guides and their index in a real browser: search, filter, open, print, and the accessibility of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide_samples import full_item, plain_item
from headless import Page, opened
from itemcatalog.guides import GuideOptions, build_guides
from itemcatalog.model import Authority
from itemcatalog.sections import load_profile

pytestmark = pytest.mark.browser

CHECKS = (Path(__file__).parent / "accessibility.js").read_text(encoding="utf-8")
DESKTOP, PHONE = 1200, 375
SEEN = (
    "Array.from(document.querySelectorAll('tbody tr')).filter(row => row.offsetParent)"
    ".map(row => row.cells[0].innerText.trim())"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of guides of three items in two channels."""
    out = tmp_path_factory.mktemp("guides")
    items = [
        full_item(aliases=("小餐饮许可",)),
        plain_item(),
        plain_item(
            name="取水许可",
            id="q",
            channel="portal",
            authority=Authority(name="示例市水利局"),
            target_groups=("企业法人",),
        ),
    ]
    options = GuideOptions(profile=load_profile("standard-2016"), channels={"city": "市级", "portal": "省网"})
    build_guides([(item, item.channel) for item in items], out, options)
    return out


@pytest.fixture(scope="module")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One browser for all tests of this module."""
    with opened(chromium, tmp_path_factory.mktemp("profile")) as page:
        yield page


def choose(browser: Page, key: str, value: str) -> None:
    """Choose a value in a drop-down as a person does."""
    browser.run(
        f"(s => {{ s.value = {value!r}; s.dispatchEvent(new Event('input', {{bubbles: true}})); }})"
        f"(document.getElementById('f-{key}'))"
    )


def test_search_finds_names_codes_and_aliases(browser: Page, folder: Path) -> None:
    """What is typed narrows the list at once; several words must all fit; width and case do not matter."""
    browser.go(folder / "index.html")
    answers = []
    for words in ("取水", "小餐饮", "１１３５０１", "水利局 取水", "没有这样的事项"):
        browser.run("document.getElementById('q').value = ''")
        browser.click("#q")
        browser.type(words)
        answers.append(len(browser.run(SEEN)))

    assert answers == [1, 1, 1, 1, 0]
    assert "没有符合条件的办事指南。" in browser.run("document.body.innerText")
    assert browser.run("document.getElementById('status').innerText") == "显示 0 份，共 3 份"


def test_filters_narrow_and_reset_widens(browser: Page, folder: Path) -> None:
    """Authority, target group and channel filter together; one button takes all conditions away."""
    browser.go(folder / "index.html")
    choose(browser, "channel", "市级")
    city = len(browser.run(SEEN))
    choose(browser, "target", "企业法人")
    both = browser.run(SEEN)
    browser.click("button[type=reset]")
    browser.run("new Promise(done => setTimeout(done, 50))")

    assert (city, len(both), len(browser.run(SEEN))) == (2, 1, 3)
    assert both[0].startswith("小型餐饮服务许可（新办）")


def test_a_guide_opens_from_the_index(browser: Page, folder: Path) -> None:
    """The link of a row opens the guide from disk."""
    browser.go(folder / "index.html")
    browser.click("tbody tr:nth-child(1) a")
    title = "小型餐饮服务许可（新办）办事指南"
    browser.arrive(f"document.readyState === 'complete' && document.querySelector('h1').innerText === '{title}'")

    assert browser.run("document.querySelector('h1').innerText") == "小型餐饮服务许可（新办）办事指南"


def test_nothing_is_said_on_the_console(browser: Page, folder: Path) -> None:
    """No script error and no breach of the page's own policy, on index and guide."""
    browser.messages.clear()
    for page in (folder / "index.html", *sorted(folder.glob("*/*.html"))):
        browser.go(page)
    browser.run("new Promise(done => setTimeout(done, 100))")

    assert browser.messages == []


def test_paper_shows_the_guide_without_navigation(browser: Page, folder: Path) -> None:
    """In print the contents go, tables keep their header, and addresses are written out; the PDF has pages."""
    browser.go(next(folder.glob("city/1*.html")))
    browser.media("print")
    hidden = browser.run("getComputedStyle(document.querySelector('.contents')).display")
    header = browser.run("getComputedStyle(document.querySelector('thead')).display")
    address = browser.run("getComputedStyle(document.querySelector('td a'), '::after').content")
    printed = browser.pdf()
    browser.media("")

    assert (hidden, header, "attr" in address or "example.org" in address) == ("none", "table-header-group", True)
    assert (printed[:4], len(printed) > 10_000) == (b"%PDF", True)


def test_the_printed_index_has_no_controls(browser: Page, folder: Path) -> None:
    """The index prints as a list, without its form."""
    browser.go(folder / "index.html")
    browser.media("print")
    display = browser.run("getComputedStyle(document.querySelector('.filters')).display")
    browser.media("")

    assert display == "none"


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_pages_are_accessible(browser: Page, folder: Path, width: int) -> None:
    """Guides and index have no fault of the checks, at desktop and at phone width; nothing scrolls sideways."""
    faults = {}
    for page in (folder / "index.html", *sorted(folder.glob("*/*.html"))):
        browser.go(page, width=width)
        faults[page.name] = browser.run(CHECKS)

    assert {name: found for name, found in faults.items() if found} == {}


def test_the_keyboard_reaches_the_content(browser: Page, folder: Path) -> None:
    """The first key leads to the link that skips the navigation."""
    browser.go(next(folder.glob("city/1*.html")))
    browser.press("Tab")

    assert browser.run(
        "[document.activeElement.className, document.activeElement.getBoundingClientRect().left >= 0]"
    ) == ["skip", True]


def test_the_index_works_without_script(folder: Path) -> None:
    """Without script the form is hidden and every guide is a link all the same."""
    page = (folder / "index.html").read_text(encoding="utf-8")

    assert '<form class="filters" role="search" aria-label="查找办事指南" hidden>' in page
    assert page.count('<th scope="row"><a href="') == 3
