"""The guide as JSON, XML and Markdown."""

from __future__ import annotations

import json

import attrs
import lxml.etree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_samples import full_item, plain_item
from itemcatalog.errors import SourceError
from itemcatalog.formats.guide_ import read_guide
from itemcatalog.model import Item
from itemcatalog.render.guide import guide_dict, render_json, render_markdown, render_xml
from itemcatalog.schemas import faults
from itemcatalog.sections import GuideSections, build_sections, load_profile
from strategies import items

STANDARD = load_profile("standard-2016")


@given(items())
def test_json_and_xml_read_back_equal(item: Item) -> None:
    """Whatever an item holds, its guide in JSON and in XML is read back as it was written."""
    if item.is_main or not item.name.strip():
        return
    guide = build_sections(item, STANDARD)

    for data in (render_json(guide), render_xml(guide)):
        assert guide_dict(guide) == guide_dict(_read(data))


def _read(data: bytes) -> GuideSections:
    found = read_guide(data, "guide", load_profile).own
    assert found is not None
    return found


@given(items())
def test_json_fits_the_schema(item: Item) -> None:
    """Every guide in JSON is what ``schemas/guide.schema.json`` says."""
    if item.is_main or not item.name.strip():
        return
    document = json.loads(render_json(build_sections(item, STANDARD)))

    assert faults("guide", document) == ()


def test_a_whole_guide_reads_back_equal() -> None:
    """The sections of a full guide are equal after writing and reading, links and gaps included."""
    for item in (full_item(), plain_item()):
        guide = build_sections(item, STANDARD)
        assert guide == _read(render_json(guide)) == _read(render_xml(guide))


@given(st.text(max_size=30))
def test_xml_holds_any_text(text: str) -> None:
    """Characters that XML forbids are left out; everything else stays, also in attributes."""
    data = render_xml(build_sections(attrs.evolve(plain_item(), name=f"名{text}"), STANDARD))

    assert lxml.etree.fromstring(data).get("title", "").startswith("名")


@pytest.mark.parametrize(
    "data",
    [
        b'{"sections": 1}',
        b'{"sections": [], "profile": 3}',
        b'{"sections": [{"id": "x"}]}',
        b'<guide xmlns="urn:itemcatalog:guide:1"><section/></guide>',
        b'<!DOCTYPE x [<!ENTITY e "y">]><guide xmlns="urn:itemcatalog:guide:1"/>',
        b'<guide xmlns="urn:itemcatalog:guide:1"',
    ],
)
def test_damaged_guides_are_refused(data: bytes) -> None:
    """What is no guide is our read error, never a traceback."""
    with pytest.raises(SourceError):
        read_guide(data, "guide", load_profile)


def test_markdown_shows_signs_as_they_are() -> None:
    """A name full of Markdown signs is shown as it is written, and a table cell keeps its bars."""
    name = "*许可* [x](y) | # <b> 1. a"
    text = render_markdown(build_sections(plain_item(name=name), STANDARD)).decode("utf-8")

    assert text.splitlines()[0] == r"# \*许可\* \[x\](y) \| \# \<b\> 1. a办事指南"
    assert all(line.count("|") - line.count(r"\|") == 3 for line in text.splitlines() if line.startswith("| 事项名称"))


def test_markdown_has_every_section() -> None:
    """Every section is a heading of level two."""
    text = render_markdown(build_sections(full_item(), STANDARD)).decode("utf-8")

    assert sum(1 for line in text.splitlines() if line.startswith("## ")) == 23
