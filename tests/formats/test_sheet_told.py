"""What a sheet's values settle: limits in one column, units, hours that are limits, two lists, numbered columns."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest

from itemcatalog.findings import Fault
from itemcatalog.formats._build import build_item
from itemcatalog.formats._grammar import parse_procedure
from itemcatalog.formats._grid import Grid, Merge
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._record import ReadOptions, Record
from itemcatalog.formats._sheet import SheetReader
from itemcatalog.model import Item


def read(rows: Sequence[Sequence[Any]], *merges: Merge) -> tuple[list[Item], SheetReader, list[Fault]]:
    """Read rows as a sheet called 表 and build the items."""
    grid = Grid(name="表", rows=[list(row) for row in rows], merges=merges)
    reader = SheetReader(grid, "a.xlsx", item_lexicon({}, {}))
    found = list(reader)
    built = [build_item(one, ReadOptions()) for one in found if isinstance(one, Record)]
    faults = [one for one in found if isinstance(one, Fault)] + [fault for _, told in built for fault in told]
    return [item for item, _ in built], reader, faults


def test_one_column_of_both_limits_is_two_fields() -> None:
    """法定：20工作日；承诺：5工作日 in one column gives both limits, below a section row that runs across the sheet."""
    rows: list[list[Any]] = [
        ["序号", "权力事项", "设定依据", "办理时限"],
        ["一、市公安局（1项）", "", "", ""],
        [1, "户口迁移审批", "某法", "法定：20工作日；承诺：5工作日"],
        [2, "投靠落户", "某法", "法定60日/承诺10个工作日"],
    ]

    (first, second), reader, faults = read(rows, Merge(2, 0, 2, 3))

    assert faults == []
    assert reader.unread == ()
    assert first.statutory_limit is not None
    assert (Fraction(20), "工作日") == (first.statutory_limit.value, first.statutory_limit.unit)
    assert second.statutory_limit is not None
    assert second.promised_limit is not None
    assert ("自然日", Fraction(10)) == (second.statutory_limit.unit, second.promised_limit.value)


def test_a_column_of_single_limits_stays_open() -> None:
    """办理时限 whose cells do not say which limit they are is kept and named as unread."""
    rows = [["权力事项", "设定依据", "办理时限"], ["甲审批", "某法", "20工作日"], ["乙审批", "某法", "承诺5日"]]

    (first, _), reader, _ = read(rows)

    assert reader.unread == ("办理时限",)
    assert dict(first.extra) == {"办理时限": "20工作日"}


@pytest.mark.parametrize(
    ("text", "limit"), [("当场", True), ("7个工作日", True), ("周一至周五 8:30-12:00", False), ("工作日上午", False)]
)
def test_times_of_handling_are_hours_or_limits(text: str, limit: bool) -> None:
    """办理时间 that holds limits is the promised limit, and office hours stay office hours."""
    (item,), _, _ = read([["单位", "事项名称", "办理时间"], ["民政局", "婚姻登记", text]])

    assert limit == (item.promised_limit is not None)
    assert limit != bool(item.places)


def test_a_unit_behind_a_limit_is_no_office() -> None:
    """单位 that holds 工作日 behind 承诺时限 is the unit of the limit; 单位 that holds offices stays the authority."""
    rows = [["事项名称", "实施主体", "承诺时限", "单位"], ["食品经营许可", "市场监管局", "5", "工作日"]]
    (item,), reader, faults = read(rows)
    assert faults == []
    assert item.promised_limit is not None
    assert item.promised_limit.unit == "工作日"
    assert reader.unread == ()

    (item,), _, _ = read([["事项名称", "承诺时限", "单位"], ["食品经营许可", "5日", "市场监管局"]])
    assert item.authority is not None
    assert item.authority.name == "市场监管局"


def test_both_of_two_lists_are_read() -> None:
    """A second list with a fuller header below the first hides nothing, and its title is no item."""
    rows: list[list[Any]] = [
        ["表一 行政许可事项", "", "", "", "", ""],
        ["编号", "事项名称", "实施机构", "承诺办结时限", "", ""],
        ["A-1", "取水许可", "水利局", "20个工作日", "", ""],
        [],
        ["表二 公共服务事项", "", "", "", "", ""],
        ["编号", "服务事项名称", "服务对象", "实施机构", "办理地点", "联系电话"],
        ["B-1", "水质信息查询", "自然人", "水利局", "政务服务中心", "0531-66601234"],
    ]

    items, reader, faults = read(rows)

    assert [item.name for item in items] == ["取水许可", "水质信息查询"]
    assert faults == []
    assert "authority.name" in reader.provides
    assert reader.provides.isdisjoint({"promised_limit", "places", "target_groups"})


@pytest.mark.parametrize("numbers", [["甲", "乙", "1", "2"], ["1", "2", "3", "4"], ["栏次", 1, 2, 3], ["A", "B", 1, 2]])
def test_the_numbers_of_columns_are_no_item(numbers: list[Any]) -> None:
    """A row below the header that only numbers the columns is passed over; one of the same look further down stays."""
    head = ["序号", "事项名称", "法定时限", "承诺时限"]
    items, _, _ = read([head, numbers, ["1", "商品房预售许可", "10日", "5日"]])

    assert [item.name for item in items] == ["商品房预售许可"]


def test_ditto_is_what_stands_above() -> None:
    """同上 is the value of the row above in the same column, said once in the notes."""
    rows = [["事项名称", "设定依据", "办理地点"], ["甲许可", "《某法》", "二楼"], ["乙许可", "同上", "同上"]]

    (_, second), reader, _ = read(rows)

    assert second.places[0].address == "二楼"
    assert second.legal_bases[0].title == "某法"
    assert sum("同上" in note for note in reader.notes) == 1


def test_project_above_sub_item_is_the_main_item() -> None:
    """项目名称 over 项目 and 子项: the main item and its sub-items, and the main item alone where there is none."""
    rows: list[list[Any]] = [
        ["序号", "项目名称", "", "承诺时限"],
        ["", "项目", "子项", ""],
        [1, "规划许可证核发", "建筑类", "7日"],
        [2, "施工许可证核发", "", "3日"],
    ]

    (first, second), _, _ = read(rows, Merge(1, 1, 1, 2), Merge(1, 0, 2, 0), Merge(1, 3, 2, 3))

    assert (first.parent_name, first.name) == ("规划许可证核发", "建筑类")
    assert second.name == "施工许可证核发"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("受理-审查-登记-发证", 4),
        ("申请、受理、评定、审核、发证", 5),
        ("受理、审查", 1),
        ("向市公安局、县公安局、派出所提出书面申请", 1),
    ],
)
def test_chains_of_short_words_are_steps(text: str, steps: int) -> None:
    """Three short words and more in a chain are steps; a sentence that holds 、 is one."""
    assert steps == len(parse_procedure(text))


def test_a_dash_is_no_number_of_copies() -> None:
    """A dash in a column of copies states nothing and is no fault."""
    (item,), _, faults = read([["事项名称", "材料名称", "复印件份数"], ["甲许可", "申请表", "—"]])

    assert faults == []
    assert item.materials[0].copies is None


@pytest.mark.parametrize(
    ("label", "text", "path"),
    [
        ("特别程序", "听证20日", "special_procedures"),
        ("特殊环节", "", "special_procedures"),
        ("特别程序", "20个工作日", "special_procedures.limit"),
        ("特别程序时限", "听证20日", "special_procedures.limit"),
    ],
)
def test_procedures_under_limits_are_limits_only_where_limits_stand(label: str, text: str, path: str) -> None:
    """特别程序 under 时限 names the procedures unless its cells say how long they take; 特别程序时限 always does."""
    rows = [["事项名称", "时限", "", ""], ["", "法定", "承诺", label], ["甲许可", "20日", "5日", text]]

    _, reader, _ = read(rows, Merge(1, 1, 1, 3), Merge(1, 0, 2, 0))

    assert reader.header is not None
    assert [column.path for column in reader.header.columns] == ["name", "statutory_limit", "promised_limit", path]


@pytest.mark.parametrize(
    ("label", "path"), [("特别程序", "special_procedures"), ("特别程序时限", "special_procedures.limit")]
)
def test_procedures_in_a_header_of_one_line(label: str, path: str) -> None:
    """In a header of one line the words alone tell."""
    _, reader, _ = read([["事项名称", "法定时限", "承诺时限", label], ["甲许可", "20日", "5日", "听证20日"]])

    assert reader.header is not None
    assert reader.header.columns[3].path == path


def test_a_number_across_the_sheet_is_passed_over_and_said() -> None:
    """A number merged over a whole row is no item; the notes name the row."""
    items, reader, _ = read(
        [["事项名称", "承诺时限"], ["甲许可", "5日"], [5, ""], ["乙许可", "3日"]], Merge(3, 0, 3, 1)
    )

    assert [item.name for item in items] == ["甲许可", "乙许可"]
    assert "略过第 3 行（分节行）" in reader.notes


@pytest.mark.parametrize(("numbers", "path"), [((1, 2, 3), "-"), ((1, 2, 4), "codes.internal")])
def test_a_column_that_counts_the_items_holds_no_codes(numbers: Sequence[int], path: str) -> None:
    """编号 1, 2, 3 is a number of the row, also where the header stands again in between."""
    head = ["编号", "事项名称", "承诺时限"]
    first, second, third = [[number, f"{number}号许可", "5日"] for number in numbers]
    _, reader, _ = read([head, first, second, head, third])

    assert reader.header is not None
    assert reader.header.columns[0].path == path
