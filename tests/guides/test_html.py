"""The guide as a web page: safe, semantic, without anything from outside."""

from __future__ import annotations

import re
from typing import Any

import lxml.etree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_samples import full_item, plain_item
from itemcatalog.model import Item, Material, Online, Step
from itemcatalog.render.guide import render_html
from itemcatalog.sections import build_sections, load_profile

STANDARD = load_profile("standard-2016")
HOSTILE = "<a>&\"' 🧾𠮷䶮㛃 </td></table><script>alert(1)</script>{{ 7*7 }}"


def page(item: Item, profile: str = "standard-2016") -> bytes:
    """Return the page of an item."""
    return render_html(build_sections(item, load_profile(profile)))


def tree(data: bytes) -> Any:
    """Return the parsed page."""
    return lxml.etree.fromstring(data, lxml.etree.HTMLParser(encoding="utf-8"))


def shape(root: Any) -> list[str]:
    """Return the elements of a page in order, without their texts."""
    return [str(element.tag) for element in root.iter() if isinstance(element.tag, str)]


def test_the_same_guide_is_the_same_bytes() -> None:
    """Rendering twice gives the same page."""
    assert page(full_item()) == page(full_item())


def test_hostile_texts_change_no_element() -> None:
    """A hostile name or material leaves the parse tree as it is (S14)."""
    tame = page(plain_item(name="事项", materials=(Material(name="材料"),), procedure=(Step(step="步骤"),)))
    wild = page(plain_item(name=HOSTILE, materials=(Material(name=HOSTILE),), procedure=(Step(step=HOSTILE),)))

    grown = [one for one in shape(tree(wild)) if one != "text"]
    assert [one for one in shape(tree(tame)) if one != "text"] == grown
    assert HOSTILE in "".join(tree(wild).itertext())


@given(st.text(max_size=40))
def test_any_text_leaves_a_readable_page(text: str) -> None:
    """Whatever a name holds, the page is UTF-8 without control characters and has its sections."""
    data = page(plain_item(name=f"事项{text}"))

    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", data.decode("utf-8"))
    assert len(tree(data).findall(".//section")) == 23


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " https://a b", 'https://x"onload="y'])
def test_only_allowed_addresses_are_links(address: str) -> None:
    """Any address but http, https, mailto and tel stays a text."""
    root = tree(page(plain_item(online=Online(url=address))))

    links = [str(one.get("href")) for one in root.iter("a")]
    assert [one for one in links if not one.startswith("#")] == []


def test_nothing_is_loaded_from_outside() -> None:
    """The page has no script, no outside resource, and a policy that forbids both."""
    root = tree(page(full_item()))
    policy = next(one for one in root.iter("meta") if one.get("http-equiv") == "Content-Security-Policy")

    assert "default-src 'none'; style-src 'sha256-" in policy.get("content")
    assert [one.tag for name in ("script", "link", "img", "iframe") for one in root.iter(name)] == []
    assert [one for one in root.iter() if one.get("style") is not None] == []


def test_the_page_says_what_it_is_made_of() -> None:
    """Profile, item, code, hash and date stand in the head of the page."""
    item = full_item()
    guide = build_sections(item, STANDARD)
    meta = {one.get("name"): one.get("content") for one in tree(render_html(guide)).iter("meta") if one.get("name")}

    assert ("standard-2016", item.id, guide.item_hash, "2017-11-20") == (
        meta["itemcatalog.profile"],
        meta["itemcatalog.item"],
        meta["itemcatalog.hash"],
        meta["itemcatalog.date"],
    )


def test_the_flow_chart_is_a_picture_with_a_name() -> None:
    """The steps are drawn as SVG with a title and a description; the QR code has a name too."""
    root = tree(page(full_item()))
    charts = list(root.iter("svg"))

    assert [one.get("role") for one in charts] == ["img", "img"]
    assert charts[0].get("aria-label") == "网上办理地址二维码"
    assert charts[1].findtext("desc") == "第1步 申请；第2步 受理；第3步 审查；第4步 决定；第5步 送达"


def test_a_long_step_is_wrapped() -> None:
    """A step of three hundred characters stays inside its box: no line has more than 36 columns."""
    root = tree(page(plain_item(procedure=(Step(step="审" * 300),))))
    lines = [one.text or "" for one in root.iter("text")]

    assert (len(lines), max(map(len, lines))) == (17, 18)


def test_no_code_without_an_address() -> None:
    """An item that is not served online has no QR code, nor one whose address is too long for it."""
    for url in (None, "https://example.org/" + "x" * 5000):
        root = tree(page(plain_item(online=Online(url=url))))
        assert [one for one in root.iter("figure") if one.get("class") == "qr"] == []
