"""Workbooks of every kind, real and damaged."""

from __future__ import annotations

import datetime
import io
import random
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
import xlwt  # type: ignore[import-untyped]
from odf.opendocument import OpenDocumentSpreadsheet  # type: ignore[import-untyped]
from odf.table import Table, TableCell, TableRow  # type: ignore[import-untyped]
from odf.text import P  # type: ignore[import-untyped]

from itemcatalog.errors import SourceError
from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions, xlsx
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._record import Record
from itemcatalog.formats._sheet import SheetReader
from itemcatalog.formats._workbook import grids
from itemcatalog.model import Item, Source

ROWS: list[list[Any]] = [
    ["事项名称", "实施主体", "法定办结时限（工作日）"],
    *([f"事项{n}登记", "市公安局", n] for n in range(1, 31)),
]


def saved(book: openpyxl.Workbook) -> bytes:
    """Return a workbook as bytes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_xlsx(rows: list[list[Any]] = ROWS) -> bytes:
    """Return rows as .xlsx."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    for row in rows:
        sheet.append(row)
    return saved(book)


def as_xls(rows: list[list[Any]] = ROWS) -> bytes:
    """Return rows as .xls."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("表")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_ods(rows: list[list[Any]] = ROWS) -> bytes:
    """Return rows as .ods."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="表")
    for row in rows:
        line = TableRow()
        for value in row:
            kind = {"valuetype": "float", "value": value} if isinstance(value, int) else {"valuetype": "string"}
            cell = TableCell(**kind)
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    buffer = io.BytesIO()
    document.write(buffer)
    return buffer.getvalue()


KINDS = [as_xlsx, as_xls, as_ods]


def records(data: bytes) -> list[Record]:
    """Return the records of all sheets."""
    lexicon = item_lexicon({}, {})
    found = [one for grid, _ in grids(data, "a") for one in SheetReader(grid, "a", lexicon)]
    return [one for one in found if isinstance(one, Record)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_workbook_is_read_from_bytes(kind: Callable[[], bytes]) -> None:
    """.xlsx, .xls and .ods give the same records with the same places; numbers stay numbers."""
    found = records(kind())

    assert [one.cells["name"].value for one in found] == [row[0] for row in ROWS[1:]]
    assert [one.cells["statutory_limit"].value for one in found] == [float(row[2]) for row in ROWS[1:]]
    assert str(found[0].cells["statutory_limit"].place) == "a · 表 · C2"


@pytest.mark.parametrize("kind", KINDS)
def test_truncation_is_our_error(kind: Callable[[], bytes]) -> None:
    """A workbook cut anywhere raises our error with its path, or reads."""
    data = kind()
    for cut in range(0, len(data), 512):
        assert _only_our_error(data[:cut])


@pytest.mark.parametrize(("kind", "times"), [(as_xlsx, 150), (as_xls, 25), (as_ods, 15)])
def test_flipped_bits_are_our_error(kind: Callable[[], bytes], times: int) -> None:
    """A workbook with seeded damage raises our error, or reads."""
    chance = random.Random(39554)
    data = kind()
    for _ in range(times):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        assert _only_our_error(bytes(damaged))


def _only_our_error(data: bytes) -> bool:
    try:
        list(xlsx.read(data, "市/a.xlsx", ReadOptions()))
    except SourceError as error:
        return "市/a.xlsx" in str(error)
    return True


def test_numbers_dates_and_errors_as_excel_holds_them() -> None:
    """A number stays a float, a date a date; an error value and a formula without result are faults with addresses."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["事项名称", "实施编码", "公布日期", "生效日期", "承诺时限", "备注"])
    sheet.append(["甲登记", 350100000001, datetime.date(2017, 12, 31), 43100, "#N/A", "=A2"])
    sheet["E2"].data_type = "e"
    (record,) = records(saved(book))

    assert record.cells["codes.implementation"].value == 350100000001.0
    assert record.cells["published"].value == datetime.date(2017, 12, 31)
    assert record.cells["effective"].value == datetime.date(2017, 12, 31)

    faults = [one for one in xlsx.read(saved(book), "a", ReadOptions()) if isinstance(one, Fault)]
    assert [str(one.place) for one in faults if one.kind == "cell-error"] == ["a · Sheet · E2", "a · Sheet · F2"]


def test_an_error_in_the_row_of_a_further_entry_belongs_to_the_item_above() -> None:
    """Such a row may hold nothing else; an error of a single field there is no item's."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["事项名称", "申请材料", "承诺时限"], ["甲登记", "申请表", "5日"], [None, "#N/A", "#N/A"], ["乙登记"]):
        sheet.append(row)
    for address in ("B3", "C3"):
        sheet[address].data_type = "e"
    found = list(xlsx.read(saved(book), "a", ReadOptions()))
    first, _ = (one for one in found if isinstance(one, Item))

    told = [(one.field, one.item_id) for one in found if isinstance(one, Fault)]
    assert told == [("materials", first.id), ("promised_limit", None)]


def test_every_error_is_told() -> None:
    """However many cells show an error, none of them is an empty one."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["事项名称", "承诺时限"])
    for number in range(1_010):
        sheet.append([f"第{number}类登记", "#N/A"])
        sheet.cell(number + 2, 2).data_type = "e"
    found = list(xlsx.read(saved(book), "a", ReadOptions()))

    unclear = {one.item_id for one in found if isinstance(one, Fault) and one.kind == "cell-error"}
    assert unclear == {one.id for one in found if isinstance(one, Item)}


def test_the_macintosh_calendar() -> None:
    """A serial number of a 1904 workbook means the day that Excel shows."""
    book = openpyxl.Workbook()
    book.epoch = datetime.datetime(1904, 1, 1)  # noqa: DTZ001 - Excel knows no zones
    sheet = book.worksheets[0]
    sheet.append(["事项名称", "生效日期", "公布日期", "承诺时限"])
    sheet.append(["甲登记", 41638, datetime.date(2017, 12, 31), 5])
    (record,) = records(saved(book))

    assert record.cells["effective"].value == datetime.date(2017, 12, 31)
    assert record.cells["published"].value == datetime.date(2017, 12, 31)


def test_row_numbers_do_not_drift() -> None:
    """Empty rows above and an empty column at the left keep their place in the addresses."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for address, value in {"C4": "事项名称", "D4": "实施主体", "C6": "甲登记", "D6": "市公安局"}.items():
        sheet[address] = value
    (record,) = records(saved(book))

    assert str(record.cells["name"].place) == "a · Sheet · C6"


def test_hidden_things_of_a_real_workbook() -> None:
    """Hidden rows, columns and sheets are read and reported; merged ranges hold for each cell."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ROWS[:4]:
        sheet.append(row)
    sheet.merge_cells("B2:B4")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    second = book.create_sheet("旧")
    second.sheet_state = "hidden"
    for row in ROWS[:2]:
        second.append(row)
    found = list(xlsx.read(saved(book), "a", ReadOptions(channel="city")))

    assert [one.authority.name for one in found if isinstance(one, Item)] == ["市公安局"] * 4
    hidden = [(one.place.sheet, one.found) for one in found if isinstance(one, Fault) and one.kind == "hidden-content"]
    assert hidden == [("Sheet", "第 3 行"), ("Sheet", "C 列"), ("旧", "工作表")]
    assert {one.channel for one in found} == {"city"}


def test_several_sheets_each_with_its_source() -> None:
    """Each sheet has its own header and source; one without a header is reported, one that explains is noted."""
    book = openpyxl.Workbook()
    for name, rows in {
        "甲": ROWS[:3],
        "填报说明": [["请认真填写"]],
        "乙": [["目录"], *ROWS[:2]],
        "丙": [["随便"]],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    found = list(xlsx.read(saved(book), "a", ReadOptions()))
    sources = {one.sheet: one for one in found if isinstance(one, Source)}

    assert {name: source.items for name, source in sources.items()} == {
        "Sheet": 0,
        "甲": 2,
        "填报说明": 0,
        "乙": 1,
        "丙": 0,
    }
    assert sources["乙"].notes == ("表头在第 2 行", "略过第 1 行（标题）")
    assert [(one.kind, one.place.sheet) for one in found if isinstance(one, Fault)] == [("sheet-without-header", "丙")]
    assert sources["甲"].provides == {"name", "authority.name", "statutory_limit"}


def test_one_sheet_by_name() -> None:
    """A workspace may name the sheet; a name that is not there is an error that lists those that are."""
    assert len([one for one in xlsx.read(as_xlsx(), "a", ReadOptions(sheet="表")) if isinstance(one, Item)]) == 30

    with pytest.raises(SourceError, match="没有工作表“无此表”；有：表"):
        list(xlsx.read(as_xlsx(), "a", ReadOptions(sheet="无此表")))


def test_a_cell_with_an_error_is_unclear_and_told_by_its_column() -> None:
    """The fault names the header, the cell and the error, and belongs to the field of its item; not so in a total."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["事项名称", "承诺时限", "设定依据"])
    sheet.append(["甲登记", "#N/A", "#REF!"])
    sheet.append(["乙登记", "5日", "=A2"])
    sheet.append(["合计", "#DIV/0!"])
    for address in ("B2", "C2", "B4"):
        sheet[address].data_type = "e"
    found = list(xlsx.read(saved(book), "a", ReadOptions()))
    first, second = (one.id for one in found if isinstance(one, Item))
    faults = [one for one in found if isinstance(one, Fault)]

    assert [(one.field, one.found, one.values["label"], one.item_id) for one in faults] == [
        ("promised_limit", "#N/A", "承诺时限（B2）", first),
        ("legal_bases", "#REF!", "设定依据（C2）", first),
        ("promised_limit", "#DIV/0!", "承诺时限（B4）", None),
        ("legal_bases", "未计算", "设定依据（C3）", second),
    ]


def test_a_name_whose_formula_has_no_result_is_not_missing() -> None:
    """The item is there without a name, and its cell is the one fault."""
    book = openpyxl.Workbook()
    for row in (["事项名称", "承诺时限", "设定依据"], ["=B1", "3日", "某法"], [None, "5日", "某法"]):
        book.worksheets[0].append(row)
    found = list(xlsx.read(saved(book), "a", ReadOptions()))

    assert len([one for one in found if isinstance(one, Item)]) == 2
    assert [(one.kind, one.place.row) for one in found if isinstance(one, Fault)] == [
        ("name-missing", 3),
        ("cell-error", 2),
    ]
