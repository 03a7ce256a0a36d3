"""The structure of real sheets: titles, headers of two lines, sections, totals, notes, merged cells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from itemcatalog.formats._grid import Grid, Merge
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._record import Record
from itemcatalog.formats._sheet import SheetReader
from sheet_parts import HEAD, plain, read


def test_rows_under_a_header_are_records_with_places() -> None:
    """A cell keeps its value, its header and its address; the unit of the header is a cell of its own."""
    (record,), reader, faults = read([HEAD, [1, "甲登记", "01", "某法", 5.0]])

    assert plain(record) == {
        "name": "甲登记",
        "codes.implementation": "01",
        "legal_bases": "某法",
        "promised_limit": 5.0,
        "promised_limit.unit": "工作日",
    }
    assert str(record.cells["legal_bases"].place) == "a.xlsx · 表 · D2"
    assert str(record.cells["promised_limit.unit"].place) == "a.xlsx · 表 · E1"
    assert record.cells["promised_limit"].label == "承诺办结时限（工作日）"
    assert str(record.place) == "a.xlsx · 表 · 第 2 行"
    assert reader.provides == {"name", "codes.implementation", "legal_bases", "promised_limit"}
    assert faults == []


def test_who_fills_in_a_form_is_no_line_of_its_header() -> None:
    """填报单位 and 填报日期 across the sheet, right above the header, belong to no column."""
    rows: list[list[Any]] = [
        ["填报单位（盖章）：市建设局", "", "填报日期：2017年10月9日", ""],
        ["服务事项", "法律依据", "办理时限", ""],
        ["", "", "法定", "承诺"],
        ["施工许可", "某法", "15日", "5日"],
    ]
    merges = (Merge(1, 0, 1, 1), Merge(1, 2, 1, 3), Merge(2, 0, 3, 0), Merge(2, 1, 3, 1), Merge(2, 2, 2, 3))
    _, reader, _ = read(rows, *merges)

    assert reader.header is not None
    assert [column.label for column in reader.header.columns] == [
        "服务事项",
        "法律依据",
        "办理时限·法定",
        "办理时限·承诺",
    ]


def test_titles_totals_notes_and_repeated_headers_are_passed_over_and_said() -> None:
    """Rows that are no items are named with their reason, blank rows are not."""
    rows: list[list[Any]] = [
        ["福州市2017年政务服务事项目录"],
        [],
        ["填报单位：市行政服务中心"],
        HEAD,
        [1, "甲登记", "01", "某法", 5],
        HEAD,
        [2, "乙登记", "02", "某法", 5],
        ["合计", "2项"],
        ["注：1.本表一式两份。"],
        ["填表人：", "", "审核人："],
    ]
    records, reader, _ = read(rows)

    assert [plain(one)["name"] for one in records] == ["甲登记", "乙登记"]
    assert list(reader.notes) == [
        "表头在第 4 行",
        "略过第 1、3 行（标题）；第 6 行（重复表头）；第 8 行（合计）；第 9–10 行（说明）",
    ]


def test_a_header_of_two_lines_with_merged_groups() -> None:
    """Groups above, fields below; a cell merged downwards is one label."""
    rows: list[list[Any]] = [
        ["事项名称", "法定办结时限", "", "承诺办结时限", "", "申请材料", ""],
        ["", "时限", "单位", "时限", "单位", "名称", "出具单位"],
        ["甲登记", 20, "工作日", 5, "工作日", "身份证", "公安机关"],
    ]
    merges = [Merge(1, 0, 2, 0), Merge(1, 1, 1, 2), Merge(1, 3, 1, 4), Merge(1, 5, 1, 6)]
    for given in (merges, []):
        (record,), reader, _ = read(rows, *given)

        assert plain(record) == {
            "name": "甲登记",
            "statutory_limit": 20,
            "statutory_limit.unit": "工作日",
            "promised_limit": 5,
            "promised_limit.unit": "工作日",
            "materials": "身份证",
            "materials.issuer": "公安机关",
        }
        assert reader.header is not None
        assert (reader.header.first, reader.header.last) == (1, 2)


def test_a_title_merged_across_the_sheet_is_no_group() -> None:
    """A title right above the header does not become a part of every label."""
    records, reader, _ = read([["目录", "", "", "", ""], HEAD, [1, "甲", "01", "法", 5]], Merge(1, 0, 1, 4))

    assert reader.unread == ()
    assert [plain(one)["name"] for one in records] == ["甲"]


def test_sections_of_offices_are_carried_and_said() -> None:
    """A row with an office alone gives the authority to the rows below; a later office ends it."""
    rows: list[list[Any]] = [
        HEAD,
        ["一、福州市公安局（共2项）", "", "", "", ""],
        [1, "甲", "01", "法", 5],
        [2, "乙", "02", "法", 5],
        ["二、福州市民政局"],
        [3, "丙", "03", "法", 5],
    ]
    records, reader, _ = read(rows, Merge(2, 0, 2, 4))

    assert [plain(one)["authority.name"] for one in records] == ["福州市公安局", "福州市公安局", "福州市民政局"]
    assert str(records[1].cells["authority.name"].place) == "a.xlsx · 表 · A2"
    assert "第 5 行“二、福州市民政局”作为其后各行的实施主体" in list(reader.notes)
    assert "authority.name" in reader.provides


def test_sections_within_sections() -> None:
    """A power type under an office ends with the office, an office under a power type with the power type."""
    rows: list[list[Any]] = [
        HEAD,
        ["一、市公安局"],
        ["（一）行政许可"],
        [1, "甲", "", "", 1],
        ["二、市民政局"],
        [2, "乙", "", "", 1],
    ]
    records, _, _ = read(rows)

    assert plain(records[0])["power_type"] == "行政许可"
    assert plain(records[1])["authority.name"] == "市民政局"
    assert "power_type" not in records[1].cells


def test_a_section_never_fills_a_column_that_is_there() -> None:
    """An office column with an unmerged blank stays blank under a section row."""
    rows: list[list[Any]] = [["序号", "事项名称", "实施主体"], ["一、市公安局"], [1, "甲", ""]]
    (record,), reader, _ = read(rows)

    assert plain(record) == {"name": "甲"}
    assert "略过第 2 行（分节行）" in list(reader.notes)


def test_nothing_is_lost() -> None:
    """Columns that no field takes are kept by their header, cells without a header by their column."""
    rows: list[list[Any]] = [["事项名称", "是否网红", "备注", "承诺时限"], ["甲", "是", 3.0, 5, "旁注"]]
    (record,), reader, _ = read(rows)

    assert dict(record.extra) == {"是否网红": "是", "备注": "3", "E列": "旁注"}
    assert reader.unread == ("是否网红",)


def test_two_columns_of_one_field() -> None:
    """A list takes both, a single field keeps the first and leaves the other in the rest."""
    rows: list[list[Any]] = [
        ["事项名称", "自然人主题", "法人主题", "实施主体", "责任部门"],
        ["甲", "户籍", "开办", "市公安局", "治安支队"],
    ]
    (record,), _, _ = read(rows)

    assert plain(record)["themes"] == "户籍\n开办"
    assert plain(record)["authority.name"] == "市公安局"
    assert dict(record.extra) == {"责任部门": "治安支队"}


def test_a_row_that_is_no_item_is_reported() -> None:
    """A single stray cell is reported with its row; a row with fields but no name stays a record."""
    records, _, faults = read([HEAD, [1, "甲", "01", "法", 5], ["", "", "", "", 7], ["", "", "02", "法", 5]])

    assert [(one.kind, one.place.row, one.found) for one in faults] == [("not-an-item", 3, "7")]
    assert plain(records[1])["codes.implementation"] == "02"


def test_serial_dates_in_a_column_of_dates_only() -> None:
    """A bare serial number is a day where the column holds dates, by the workbook's own day 0."""
    rows: list[list[Any]] = [["事项名称", "生效日期", "备注", "承诺时限"], ["甲", 43100.0, 43100.0, 43100.0]]
    (record,), _, _ = read(rows)
    (other,), _, _ = read(rows, epoch=date(1904, 1, 1))

    assert (plain(record)["effective"], plain(record)["promised_limit"]) == (date(2017, 12, 31), 43100.0)
    assert plain(other)["effective"] == date(2022, 1, 1)


def test_hidden_things_are_read_and_reported() -> None:
    """Hidden rows, columns and sheets are in the records, in the notes and in the faults."""
    records, reader, faults = read(
        [HEAD, [1, "甲", "01", "法", 5]], hidden=True, hidden_rows=frozenset({2}), hidden_columns=frozenset({2, 3})
    )

    assert plain(records[0])["codes.implementation"] == "01"
    assert [one.found for one in faults if one.kind == "hidden-content"] == ["工作表", "第 2 行", "C、D 列"]
    told = [one.values["what"] for one in faults if one.kind == "hidden-content"]
    assert [one.in_language("en") for one in told] == ["the sheet", "rows 2", "columns C, D"]
    assert "隐藏的第 2 行已一并读取" in list(reader.notes)


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        (["办结时限"], ["办结时限"]),
        (["办理期限"], ["办理期限"]),
        (["法定办结时限", "办结时限"], []),
        (["承诺办结时限", "办结时限"], []),
    ],
)
def test_a_limit_of_no_kind_is_told_where_it_is_the_only_one(headers: list[str], told: list[str]) -> None:
    """办结时限 alone is neither statutory nor promised: it is kept, and one notice says so for the whole column."""
    rows = [["事项名称", "实施主体", *headers], *([name, "市公安局", *["5个工作日"] * len(headers)] for name in "甲乙")]
    _, _, faults = read(rows)

    assert told == [one.values["label"] for one in faults if one.kind == "label-unread"]


@pytest.mark.parametrize(
    "rows", [[], [["说明"]], [["事项名称", "内资企业设立登记"], ["实施主体", "市场监管局"]], [[1, 2], [3, 4]]]
)
def test_a_sheet_without_a_header_gives_nothing(rows: list[list[Any]]) -> None:
    """What is no list of items yields no record and breaks nothing."""
    records, reader, _ = read(rows)

    assert (records, reader.header) == ([], None)


def test_a_list_of_names_only() -> None:
    """One column is enough when it is the only one."""
    records, _, _ = read([["事项名称"], ["甲登记"], ["一、乙登记"]])

    assert [plain(one)["name"] for one in records] == ["甲登记", "一、乙登记"]


def test_only_rows_that_a_workspace_wants() -> None:
    """``where`` compares source columns as a person reads them."""
    grid = Grid(name="表", rows=[["事项名称", "area_code"], ["甲", 440000.0], ["乙", "440100"]])
    reader = SheetReader(grid, "a.xlsx", item_lexicon({}, {}), where={"area_code": "440000"})

    assert [plain(one)["name"] for one in reader if isinstance(one, Record)] == ["甲"]
    assert "按 where 条件略过 1 项" in list(reader.notes)


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("000120001000", "codes.basic"),
        ("1" * 33, "codes.handling"),
        ("350128XK00102", "codes.implementation"),
        ("A1", "codes.internal"),
    ],
)
def test_a_column_called_code_is_told_by_its_values(code: str, path: str) -> None:
    """编码 alone says nothing; the length of its values does."""
    records, reader, _ = read([["事项名称", "编码"], ["甲", code], ["乙", code]])

    assert plain(records[1])[path] == code
    assert path in reader.provides


def test_one_known_column_among_unknown_ones() -> None:
    """A name among columns that nobody knows is a header; a table of codes and names is no list of items."""
    records, reader, _ = read([["事项名称", "甲列", "乙列"], ["甲登记", "1", "2"]])
    assert (plain(records[0]), reader.unread) == ({"name": "甲登记"}, ("甲列", "乙列"))

    records, _, _ = read([["代码", "名称"], ["01", "行政许可"], ["02", "行政处罚"]])
    assert records == []

    records, _, _ = read([["名称", "实施机关", "设定依据", "编码"], ["甲登记", "市公安局", "某法", "01"]])
    assert plain(records[0])["name"] == "甲登记"
