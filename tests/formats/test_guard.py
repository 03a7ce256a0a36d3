"""A workbook is measured before it is opened (S5–S7)."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from itemcatalog.errors import SourceError
from itemcatalog.formats import ReadOptions, xlsx
from itemcatalog.formats._bounds import column_number, facts_of

SHEET = "xl/worksheets/sheet1.xml"


def workbook(*cells: tuple[str, str]) -> bytes:
    """Return a small workbook with two further cells."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for address, value in (("A1", "事项名称"), ("B1", "实施主体"), ("A2", "甲登记"), ("B2", "市公安局"), *cells):
        sheet[address] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def edited(old: bytes, new: bytes, member: str = SHEET) -> bytes:
    """Return the workbook with one member changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(old, new) if name == member else data)
    return buffer.getvalue()


def read(data: bytes) -> int:
    """Return how many things the reader gives."""
    return len(list(xlsx.read(data, "市/a.xlsx", ReadOptions())))


@pytest.mark.parametrize(
    "reference",
    [b'r="XFD1048576"', b'r="ZZ99999"', b"r='XFD1048576'", b'r = "XFD1048576"', b'\nr="XFD1048576"', b'r="xfd1048576"'],
)
def test_a_far_cell_is_refused(reference: bytes) -> None:
    """One cell far away would make the reader ask for half a terabyte; however it is written, it is refused."""
    with pytest.raises(SourceError, match=r"工作表“Sheet”.*ITEMCATALOG_SHEET_"):
        read(edited(b'r="B2"', reference))


def test_formatting_far_away_is_no_reason_to_refuse() -> None:
    """An empty cell that is only formatted is not read, so it may stand anywhere."""
    styled = b'<c r="XFD2" s="0"/></row></sheetData>'

    assert read(edited(b"</row></sheetData>", styled)) == 2
    with pytest.raises(SourceError, match="SHEET_COLUMNS"):
        read(edited(b"</row></sheetData>", styled.replace(b"/>", b"><v>1</v></c>", 1)))


@pytest.mark.parametrize("reference", [b"XFE1", b"A16777217", b"A4294967297", b"ZZZZ1"])
def test_a_reference_outside_the_grid_is_refused(reference: bytes) -> None:
    """A reference that Excel does not know is refused with words of its own."""
    with pytest.raises(SourceError, match="超出 Excel 的范围"):
        read(edited(b'r="B2"', b'r="' + reference + b'"'))


def test_a_far_row_without_cell_references_is_refused() -> None:
    """The number of a row counts as well."""
    with pytest.raises(SourceError, match="超出 Excel 的范围"):
        read(edited(b'<row r="2">', b'<row r="99999999">'))


def test_a_sheet_in_another_encoding_is_refused() -> None:
    """A sheet that the measure cannot look through is not opened."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.decode().encode("utf-16") if name == SHEET else data)

    with pytest.raises(SourceError, match="编码"):
        read(buffer.getvalue())


def test_a_merge_over_the_whole_grid_costs_nothing() -> None:
    """A merged range is only spread over what the sheet holds."""
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="B2:XFD1048576"/></mergeCells>'

    assert read(edited(b"</sheetData>", merge)) == 2


def test_an_entity_in_a_workbook_is_not_expanded() -> None:
    """A DOCTYPE with an entity ends in our error or in nothing read, never in the entity's text."""
    bomb = b'<!DOCTYPE x [<!ENTITY e "boom">]><worksheet'
    try:
        found = list(xlsx.read(edited(b"<worksheet", bomb), "a", ReadOptions()))
    except SourceError:
        return
    assert "boom" not in str(found)


def test_a_missing_part_is_our_error() -> None:
    """A workbook whose sheet is not there is damaged."""
    with pytest.raises(SourceError, match=r"缺少|损坏"):
        read(edited(b"sheet1.xml", b"sheet9.xml", "xl/_rels/workbook.xml.rels"))


def test_an_encrypted_workbook_is_told_from_a_damaged_one() -> None:
    """A password is a thing that a person can take off."""
    from itemcatalog.formats._sniff import sniff

    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)

    with pytest.raises(SourceError, match="加密"):
        sniff(ole, "a.xlsx")


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("z", 26), ("AA", 27), ("XFD", 16384)])
def test_columns_are_counted(letters: str, number: int) -> None:
    """Letters of a column are a number to base 26."""
    assert column_number(letters) == number


def test_facts_of_a_sheet() -> None:
    """Hidden rows and columns and broken cells are found in any way of writing them."""
    xml = (
        b'<worksheet><cols><col min="2" max="3" width="9" hidden="1"/><x:col min="9" max="9"/></cols><sheetData>'
        b"<row r='4' hidden='true'><c t='e' r='B4'><v>#REF!</v></c></row>"
        b'<row hidden="1" r="5"><c r="C5"><f>A1</f></c><c r="D5"><f>A1</f><v>1</v></c></row></sheetData></worksheet>'
    )
    facts = facts_of(xml)

    assert facts.hidden_rows == {4, 5}
    assert facts.hidden_columns == {1, 2}
    assert facts.errors == (("B4", "#REF!"),)
    assert facts.uncomputed == ("C5",)
