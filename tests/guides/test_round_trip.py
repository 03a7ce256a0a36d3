"""Build → render → read → equal: the sections exactly, and the item in every field that is compared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from guide_samples import full_item, plain_item
from itemcatalog.comparison import FIELDS
from itemcatalog.formats.guide_ import PublishedGuide, read_guide
from itemcatalog.guides._published import published
from itemcatalog.guides._verify_own import compare_own
from itemcatalog.model import Item, empty
from itemcatalog.render.guide import render_docx, render_html
from itemcatalog.sections import build_sections, load_profile
from strategies import items

PROFILES = ("standard-2016", "short", "fujian-2017")
# Fields that the standard guide shows in full, so that reading it gives the item back.
SHOWN = [spec for spec in FIELDS if spec.path not in ("faq", "intermediary", "limits")]


def guides(item: Item, name: str) -> list[PublishedGuide]:
    """Return the guide of an item read back from HTML and from Word."""
    profile = load_profile(name)
    guide = build_sections(item, profile)
    pages = (render_html(guide), render_docx(guide, profile.document))
    return [read_guide(data, "guide", load_profile) for data in pages]


@pytest.mark.parametrize("name", PROFILES)
def test_a_full_guide_is_read_back_equal(name: str) -> None:
    """Every section, block, link and gap of a guide comes back from HTML and Word as it was."""
    for item in (full_item(), plain_item()):
        expected = build_sections(item, load_profile(name))
        assert [expected, expected] == [one.own for one in guides(item, name)]


@settings(max_examples=40)
@given(items())
def test_any_guide_says_what_the_data_says(item: Item) -> None:
    """Whatever an item holds, its guide read back deviates in nothing."""
    if item.is_main or not item.name.strip():
        return
    for name in PROFILES:
        expected = build_sections(item, load_profile(name))
        for one in guides(item, name):
            assert one.own is not None
            assert [found.in_words() for found in compare_own(expected, one.own) if not found.notice] == []


@pytest.mark.parametrize("form", [0, 1])
@pytest.mark.parametrize("spec", SHOWN, ids=lambda spec: spec.path)
def test_the_item_is_read_back_equal(form: int, spec: object) -> None:
    """The item that a page states agrees with the item it was made of, field by field."""
    compared = next(one for one in SHOWN if one is spec)
    item = full_item()
    guide = guides(item, "standard-2016")[form]
    should, stands = compared.value(published(item)), compared.value(published(guide.items[0]))

    assert not empty(stands)
    assert compared.compare(should, stands, guide.source.provides if guide.source else frozenset())[0].same
