"""Tables of records: recognised by their columns in any form, read in parts of any size, faults with their cell."""

# ruff: noqa: DTZ001 - the moments of records have no zone

from __future__ import annotations

import io
import json
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.errors import SourceError
from itemcatalog.findings import Fault
from itemcatalog.formats import _records_text
from itemcatalog.formats.records import Record, iter_records, record_parts
from itemcatalog.model import (
    AppService,
    Case,
    Evidence,
    LicenceRecord,
    ProjectReport,
    Publication,
    SystemFault,
)

HEAD = "办件编号,事项编码,申报方式,申请时间,处理时间,处理结果,处理意见\n"
ROW = "FZ1,X1,网上,2017-09-29 16:00:00,2017-10-09 23:59:59,通过,\n"


def _read(path: Path) -> tuple[list[Record], list[Fault]]:
    every = list(iter_records(path))
    return [one for one in every if not isinstance(one, Fault)], [one for one in every if isinstance(one, Fault)]


def _file(folder: Path, text: str, name: str = "t.csv", codec: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(codec))
    return path


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (HEAD + ROW, Case),
        ("故障编号,系统,发现时间,恢复时间\nG1,前置机,2017-02-06 09:00:00,2017-02-06 11:00:00\n", SystemFault),
        ("项目编码,信息类别,正确\nP1,办件环节,是\n", ProjectReport),
        ("服务名称,平台,接入方式,对接,事项编码\n结婚登记,闽政通,全流程,是,X1\n", AppService),
        (
            "证照名称,事项编码,新增或存量,签发时间,入库时间,签章\n营业执照,X1,新增,2017-03-06,2017-03-07,否\n",
            LicenceRecord,
        ),
        ("事项编码,批次,公布日期\nX1,第一批,2017-04-20\n", Publication),
        ("条款,单位,结论,材料,日期\n4a,鼓楼区,是,首页截图,2017-12-12\n", Evidence),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_known_by_its_columns(tmp_path: Path, text: str, noun: type, codec: str) -> None:
    """Each table of DESIGN §9 gives its own noun, in every codec."""
    records, faults = _read(_file(tmp_path, text, codec=codec))

    assert [noun] == [type(one) for one in records]
    assert faults == []


def test_the_values_of_a_case(tmp_path: Path) -> None:
    """Times are moments, the way and the outcome words of the list, an empty cell is None."""
    (case,), _ = _read(_file(tmp_path, HEAD + ROW))

    assert isinstance(case, Case)
    assert case.applied == datetime(2017, 9, 29, 16)
    assert case.handled == datetime(2017, 10, 9, 23, 59, 59)
    assert (case.way, case.outcome, case.opinion, case.online) == ("网上", "通过", None, True)
    assert str(case.place) == "t.csv · 第 2 行"
    assert {"number", "opinion", "handled"} <= case.source.provides
    assert "reported" not in case.source.provides


def test_titles_blank_lines_and_other_delimiters_do_not_matter(tmp_path: Path) -> None:
    """A title above the header, an empty line, semicolons: rows keep the number that Excel shows."""
    text = "2017 年办件\n\n" + (HEAD + "\n" + ROW).replace(",", ";")
    (case,), faults = _read(_file(tmp_path, text))

    assert isinstance(case, Case)
    assert (case.number, case.row) == ("FZ1", 5)
    assert faults == []


def test_a_workbook_and_json_give_the_same_records(tmp_path: Path) -> None:
    """The same table in four forms is read as the same values."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["办件情况表"])
    sheet.append(HEAD.strip().split(","))
    sheet.append(["FZ1", "X1", "网上", datetime(2017, 9, 29, 16), datetime(2017, 10, 9, 23, 59, 59), "通过", None])
    book.save(tmp_path / "t.xlsx")
    row = dict(zip(HEAD.strip().split(","), ROW.strip().split(","), strict=True))
    paths = [
        _file(tmp_path, HEAD + ROW),
        tmp_path / "t.xlsx",
        _file(tmp_path, json.dumps([row]), "t.json"),
        _file(tmp_path, json.dumps(row) + "\n" + json.dumps(row) + "\n", "t.jsonl"),
    ]
    found = [_read(path)[0][0] for path in paths]

    assert (
        len({(one.number, one.way, one.applied, one.handled, one.outcome) for one in found if isinstance(one, Case)})
        == 1
    )
    assert [one.row for one in found] == [2, 3, 1, 1]


def test_a_value_that_is_not_understood_is_a_fault_with_its_cell(tmp_path: Path) -> None:
    """The record stays, the field is None and unclear, and the fault names file, row and cell."""
    text = HEAD + ROW + "FZ2,X1,网上,去年,2017-10-09 10:00:00,通过,\n"
    records, faults = _read(_file(tmp_path, text))

    assert isinstance(records[1], Case)
    assert records[1].applied is None
    assert records[1].unclear == {"applied"}
    assert [(one.kind, str(one.place), one.found) for one in faults] == [("date-unclear", "t.csv · D3", "去年")]


def test_a_row_without_its_number_is_told(tmp_path: Path) -> None:
    """A row without the required field is no record; an empty row is nothing."""
    records, faults = _read(_file(tmp_path, HEAD + ",X1,网上,,,,\n,,,,,,\n" + ROW))

    assert [one.row for one in records] == [4]
    assert [(one.kind, one.place.row) for one in faults] == [("not-an-item", 2)]


def test_a_number_that_excel_spoilt_is_no_number(tmp_path: Path) -> None:
    """A numeric cell of more than 15 digits in a code column is a fault, not a code."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD.strip().split(","))
    sheet.append(["FZ1", 11350100003604508123, "窗口", None, None, None, None])
    sheet.append([20170001, "X1", "窗口", None, None, None, None])
    stream = io.BytesIO()
    book.save(stream)
    path = tmp_path / "t.xlsx"
    path.write_bytes(stream.getvalue())
    records, faults = _read(path)

    assert isinstance(records[0], Case)
    assert records[0].item_code is None
    assert [one.kind for one in faults] == ["code-damaged"]
    assert isinstance(records[1], Case)
    assert records[1].number == "20170001"


def test_a_guard_against_formulas_is_taken_off(tmp_path: Path) -> None:
    """Our own CSV puts a quote before a formula; the reader takes it off again."""
    (case,), _ = _read(_file(tmp_path, HEAD + 'FZ1,="0012",窗口,,,不通过,\'=HYPERLINK\n'))

    assert isinstance(case, Case)
    assert (case.item_code, case.opinion) == ("0012", "=HYPERLINK")


@given(size=st.integers(1, 400), quoted=st.booleans())
def test_parts_of_any_size_give_the_same_records(
    tmp_path_factory: pytest.TempPathFactory, size: int, quoted: bool
) -> None:
    """Where a text is cut changes neither records nor row numbers; a line end in quotes is no end."""
    opinion = '"第一行\n第二行，""引号"""' if quoted else "缺身份证"
    lines = [f"FZ{n},X1,网上,2017-03-{n % 28 + 1:02d} 09:00:00,,不通过,{opinion}\n" for n in range(12)]
    path = tmp_path_factory.mktemp("parts") / "t.csv"
    path.write_text(HEAD + "".join(lines), encoding="utf-8")
    whole, _ = _read(path)
    cut = list(_records_text.extents(path, "t.csv", quoted=True, part=size))
    data = path.read_bytes()

    assert b"".join(data[one.offset : one.offset + one.length] for one in cut) == data
    rows = [row for one in cut for row in _records_text.rows_of_bytes(data[one.offset : one.offset + one.length], ",")]
    assert [f"FZ{n}" for n in range(12)] == [row[0] for row in rows[1:]]
    assert [f"FZ{n}" for n in range(12)] == [one.number for one in whole if isinstance(one, Case)]
    assert [n + 2 for n in range(12)] == [one.row for one in whole]


def test_rows_are_numbered_through_all_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second part goes on where the first one ended, for records and for faults."""
    monkeypatch.setattr(_records_text.extents, "__kwdefaults__", {"part": 64})
    bad = ROW.replace("2017-09-29 16:00:00", "不详")
    path = _file(tmp_path, HEAD + (ROW + bad) * 5)
    records, faults = _read(path)

    assert len(list(record_parts(path))) > 3
    assert list(range(2, 12)) == [one.row for one in records]
    assert [one.place.cell for one in faults] == ["D3", "D5", "D7", "D9", "D11"]


def test_an_open_quote_loses_no_row(tmp_path: Path) -> None:
    """A quote that is never closed does not swallow the rest of the table."""
    records, _ = _read(_file(tmp_path, HEAD + 'FZ1,X1,网上,,,不通过,"缺\n' + ROW.replace("FZ1", "FZ2") * 3))

    assert "FZ1" in [one.number for one in records if isinstance(one, Case)]
    assert len(records) >= 3


@pytest.mark.parametrize("text", ["甲,乙\n1,2\n", "办件编号\nFZ1\n", '{"a": 1}\n{"b": 2}\n', "[1, 2]"])
def test_a_table_of_another_kind_is_one_fault(tmp_path: Path, text: str) -> None:
    """What is none of the tables is said once, and nothing is read from it."""
    records, faults = _read(_file(tmp_path, text))

    assert records == []
    assert [one.kind for one in faults] == ["sheet-without-header"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04broken", b"<html><body></body></html>", b"\x89PNG\r\n"])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    """Files of other kinds raise the reader's error and nothing else."""
    path = tmp_path / "t.csv"
    path.write_bytes(data)

    with pytest.raises(SourceError):
        _read(path)
    with pytest.raises(SourceError):
        _read(tmp_path / "absent.csv")
    with pytest.raises(SourceError):
        _read(tmp_path)


@given(data=st.binary(max_size=300))
def test_any_bytes_give_records_faults_or_the_reader_s_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """Damage behind a good header never raises anything else."""
    path = tmp_path_factory.mktemp("damage") / "t.csv"
    path.write_bytes(HEAD.encode() + data)
    try:
        records, faults = _read(path)
    except SourceError:
        return

    assert all(isinstance(one, Case) for one in records)
    assert all(one.place.file == "t.csv" for one in faults)


def test_a_jsonl_line_that_is_no_object_is_told(tmp_path: Path) -> None:
    """One broken line is a fault; the others go on."""
    line = json.dumps({"条款": "4a", "单位": "鼓楼区", "结论": True, "日期": "2017-12-12"})
    records, faults = _read(_file(tmp_path, f"{line}\n{{broken\n{line}\n", "t.jsonl"))

    assert [one.row for one in records] == [1, 3]
    assert [one.kind for one in faults] == ["not-an-item"]
    assert isinstance(records[0], Evidence)
    assert (records[0].conclusion, records[0].day, records[0].document) == (True, date(2017, 12, 12), None)
