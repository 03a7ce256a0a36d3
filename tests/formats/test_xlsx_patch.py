"""The corrected copy of an office's own workbook: only the changed cells."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font

from itemcatalog.errors import SourceError, UsageError
from itemcatalog.formats._patch_xlsx import patch_xlsx


def workbook() -> bytes:
    """Return a workbook with styles, a formula, a merged range and two sheets."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "事项 & 材料"
    sheet.append(["事项名称", "承诺时限", None, "备注"])
    sheet.append(["甲登记", 20, None, "=B2*2"])
    sheet.append(["乙登记", 5])
    sheet["A2"].font = Font(bold=True)
    sheet.merge_cells("A5:B5")
    book.create_sheet("其他")["A1"] = "不变"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """Return the members of an archive in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_only_the_changed_cells_change() -> None:
    """Texts, numbers and empty cells are replaced or put in; styles and all other parts stay."""
    before = workbook()
    sheet = "事项 & 材料"
    changes = {
        (sheet, "A2"): "甲<变更>登记",
        (sheet, "B2"): "10个工作日",
        (sheet, "C2"): "新",
        (sheet, "C7"): "末",
        (sheet, "B3"): "",
    }
    after = patch_xlsx(before, changes)

    page = openpyxl.load_workbook(io.BytesIO(after))[sheet]
    rows = [list(row) for row in page.iter_rows(values_only=True)]
    assert rows[1] == ["甲<变更>登记", "10个工作日", "新", "=B2*2"]
    assert rows[2][:2] == ["乙登记", None]
    assert page["C7"].value == "末"
    assert page["A2"].font.bold
    assert [str(one) for one in page.merged_cells.ranges] == ["A5:B5"]
    old, new = members(before), members(after)
    assert list(old) == list(new)
    assert [name for name in old if old[name] != new[name]] == ["xl/worksheets/sheet1.xml"]
    assert after == patch_xlsx(before, changes)


def test_no_change_is_the_same_content() -> None:
    """Without changes every member is the same."""
    before = workbook()

    assert members(patch_xlsx(before, {})) == members(before)


def test_references_that_look_alike_are_told_apart() -> None:
    """A1 is not A10, nor AA1."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for address in ("A1", "A10", "AA1", "AA10", "A11"):
        sheet[address] = address
    buffer = io.BytesIO()
    book.save(buffer)
    page = openpyxl.load_workbook(
        io.BytesIO(patch_xlsx(buffer.getvalue(), {("Sheet", "A1"): "x", ("Sheet", "B1"): "y"}))
    )

    found = {cell.coordinate: cell.value for row in page.worksheets[0].iter_rows() for cell in row if cell.value}
    assert found == {"A1": "x", "B1": "y", "AA1": "AA1", "A10": "A10", "AA10": "AA10", "A11": "A11"}


_ADDRESSES = st.builds("{}{}".format, st.sampled_from("ABCDE"), st.integers(1, 9))


@given(
    st.dictionaries(_ADDRESSES, st.text("甲乙<&", min_size=1, max_size=3), min_size=1),
    st.dictionaries(_ADDRESSES, st.text("丙丁", min_size=1, max_size=3) | st.integers(0, 99)),
    st.booleans(),
)
def test_any_cells_can_be_changed(old: dict[str, str], new: dict[str, str | int], numbered: bool) -> None:
    """Whatever stands where, the changed cells hold the new values and the others their own; rows need no number."""
    book = openpyxl.Workbook()
    for address, text in old.items():
        book.worksheets[0][address] = text
    buffer = io.BytesIO()
    book.save(buffer)
    data = buffer.getvalue() if numbered else _without_row_numbers(buffer.getvalue())
    sheet = openpyxl.load_workbook(io.BytesIO(patch_xlsx(data, {("Sheet", at): one for at, one in new.items()}))).active

    assert sheet is not None
    found = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert found == old | new


def _without_row_numbers(data: bytes) -> bytes:
    """Return a workbook whose rows stand one below the other, as far as they do, without saying their number."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members(data).items():
            rows = [int(one) for one in re.findall(rb'<row r="([0-9]+)"', content)]
            bare = content if rows != list(range(1, len(rows) + 1)) else re.sub(rb'<row r="[0-9]+"', b"<row", content)
            file.writestr(name, bare)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("sheet", "address"), [("无", "A1"), ("其他", "A0"), ("其他", "a1"), ("其他", "1"), ("事项 & 材料", "D2")]
)
def test_what_cannot_be_changed_is_a_wrong_call(sheet: str, address: str) -> None:
    """A sheet or address that is not there, and a formula, are refused."""
    with pytest.raises(UsageError):
        patch_xlsx(workbook(), {(sheet, address): "x"})


def test_what_is_no_workbook_is_our_error() -> None:
    """Another archive, or a damaged one, is refused."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a", b"")
    for data in (buffer.getvalue(), b"PK"):
        with pytest.raises(SourceError):
            patch_xlsx(data, {("表", "A1"): "x"})
