"""The guide as a Word document, read back by an independent reader."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from guide_samples import full_item, plain_item
from itemcatalog.model import Item, Material
from itemcatalog.render.guide import render_docx
from itemcatalog.sections import build_sections, load_profile

STANDARD = load_profile("standard-2016")


def document(item: Item, profile: str = "standard-2016") -> Any:
    """Return the document as python-docx reads it."""
    chosen = load_profile(profile)
    return docx.Document(io.BytesIO(render_docx(build_sections(item, chosen), chosen.document)))


def test_the_same_guide_is_the_same_bytes() -> None:
    """Rendering twice gives the same document; the zip has one fixed date."""
    guide = build_sections(full_item(), STANDARD)
    data = render_docx(guide, STANDARD.document)

    assert data == render_docx(guide, STANDARD.document)
    assert {(1980, 1, 1, 0, 0, 0)} == {one.date_time for one in zipfile.ZipFile(io.BytesIO(data)).infolist()}


def test_the_archive_is_sound() -> None:
    """Every member of the archive has the checksum it states."""
    data = render_docx(build_sections(full_item(), STANDARD), STANDARD.document)

    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


@pytest.mark.parametrize("profile", ["standard-2016", "short", "fujian-2017"])
def test_the_headings_are_real_headings_in_order(profile: str) -> None:
    """Every section is a heading of level one, as the profile orders them."""
    titles = [
        one.text.partition("、")[2]
        for one in document(full_item(), profile).paragraphs
        if one.style.name == "Heading 1"
    ]

    assert [spec.title for spec in load_profile(profile).sections] == titles


def test_header_rows_repeat_and_rows_stay_whole() -> None:
    """The header row of the material table repeats on each page, and no row is divided."""
    table = next(one for one in document(full_item()).tables if one.cell(0, 1).text == "材料名称")
    header = table.rows[0]._tr

    assert header.find(f".//{qn('w:tblHeader')}") is not None
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


def test_the_properties_carry_code_and_date() -> None:
    """Title, code and the item's own date are core properties; no clock is asked."""
    properties = document(full_item()).core_properties

    assert ("小型餐饮服务许可（新办）办事指南", full_item().codes.implementation, "2017-11-20") == (
        properties.title,
        properties.identifier,
        properties.created.date().isoformat(),
    )


def test_chinese_fonts_have_fallbacks() -> None:
    """Body and headings name Chinese fonts, and the font table names what to take in their place."""
    data = render_docx(build_sections(plain_item(), STANDARD), STANDARD.document)
    archive = zipfile.ZipFile(io.BytesIO(data))

    assert 'w:eastAsia="仿宋_GB2312"' in archive.read("word/styles.xml").decode()
    assert 'w:altName w:val="仿宋,FangSong' in archive.read("word/fontTable.xml").decode()


def test_pages_are_numbered() -> None:
    """The footer counts the pages."""
    footer = document(plain_item()).sections[0].footer._element

    assert {" PAGE ", " NUMPAGES "} == {one.get(qn("w:instr")) for one in footer.iter(qn("w:fldSimple"))}


def test_each_list_begins_at_one() -> None:
    """Two lists of one guide have numbers of their own."""
    numbers = [one.get(qn("w:val")) for one in document(full_item()).element.body.iter(qn("w:numId"))]

    assert numbers == ["1", "1", "2", "2"]


def test_links_point_outside_only_where_allowed() -> None:
    """A web address is a hyperlink of the document, anything else a text."""
    material = Material(name="表", template="https://example.org/a?b=1&c=2", sample="file:///etc/passwd")
    part = document(plain_item(materials=(material,))).part
    targets = [one.target_ref for one in part.rels.values() if one.reltype.endswith("/hyperlink")]

    assert targets == ["https://example.org/a?b=1&c=2"]


@given(st.text(max_size=30))
def test_any_name_survives(text: str) -> None:
    """Whatever a name holds, the document opens and shows it but for characters that XML forbids."""
    name = f"事项{text}"
    shown = document(plain_item(name=name)).paragraphs[0].text

    kept = [one for one in name if one.isprintable() and not "\ufdd0" <= one <= "\ufdef"]
    assert "".join(kept) == "".join(one for one in shown.removesuffix("办事指南") if one.isprintable())


def test_more_lists_than_numbers_still_open() -> None:
    """A guide with very many situations is still a sound document."""
    from itemcatalog.model import Condition

    conditions = tuple(Condition(text=f"条件{n}", situations=(f"情形{n // 2}",)) for n in range(500))

    assert len(document(plain_item(conditions=conditions)).paragraphs) > 200
