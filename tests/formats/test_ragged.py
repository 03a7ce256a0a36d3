"""Rows of a text with too few or too many cells: in doubt, never empty, never a false item."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions, csv_
from itemcatalog.formats._sheet_cells import sheet_records
from itemcatalog.model import Item
from itemcatalog.rules import unclear_of

HEADER = ["事项名称", "实施编码", "职权类别", "设定依据", "申请材料", "法定时限", "承诺时限", "备注"]
NAMES = ["取水许可", "婚姻登记", "食品经营许可", "民办学校设立审批", "道路运输经营许可"]


def row(number: int, note: str = "") -> list[str]:
    """Return a whole row."""
    code = f"35010000{number}000"
    return [NAMES[number], code, "行政许可", f"某法第{number}条", "身份证；申请表", "20工作日", "5工作日", note]


def text_of(*rows: list[str]) -> str:
    """Return rows under the header as a text."""
    return "".join(",".join(one) + "\n" for one in (HEADER, *rows))


def read(text: str) -> tuple[list[Item], list[Fault]]:
    """Read a text as one source."""
    found = list(csv_.read(text.encode(), "a.csv", ReadOptions(channel="gulou")))
    return [one for one in found if isinstance(one, Item)], [one for one in found if isinstance(one, Fault)]


def test_a_file_that_ends_in_a_row_leaves_the_rest_of_the_row_open() -> None:
    """What is missing is unclear, the last cell too, for it may be cut; one fault says so."""
    text = text_of(*map(row, range(4)), row(4)[:4]).rstrip()
    items, (fault,) = read(text)

    assert [one.name for one in items] == NAMES
    assert (items[4].legal_bases, items[4].power_type) == ((), "行政许可")
    assert items[4].extra == {"设定依据": "某法第4条"}
    assert (fault.kind, fault.place.row, fault.values["count"], fault.values["width"]) == ("row-cut", 6, 4, 8)
    assert fault.values["fields"] == ("legal_bases", "materials", "statutory_limit", "promised_limit")


def test_rules_that_need_a_column_cut_off_are_not_checked() -> None:
    """The fault of a row tells the unclear fields of its item."""
    items, faults = read(text_of(*map(row, range(4)), row(4)[:6]))
    unclear = unclear_of(faults)

    assert sorted(unclear["gulou", items[4].id]) == [
        "promised_limit",
        "promised_limit.*",
        "statutory_limit",
        "statutory_limit.*",
    ]


def test_rows_cut_one_after_the_other_are_each_in_doubt() -> None:
    """Where most rows are whole two short ones are two faults."""
    items, faults = read(text_of(row(0, "无"), row(1, "无"), row(2, "无"), row(3)[:5], row(4)[:3]))

    assert [one.statutory_limit is None for one in items] == [False, False, False, True, True]
    assert [(one.kind, one.values["row"]) for one in faults] == [("row-cut", 5), ("row-cut", 6)]


def test_a_list_without_empty_cells_at_the_ends_of_rows_is_as_it_was() -> None:
    """Where rows end with their last filled cell a missing cell is an empty one."""
    items, faults = read(text_of(row(0)[:5], row(1)[:7], row(2, "无"), row(3)[:2], row(4)[:5]))

    assert [len(one.materials) for one in items] == [2, 2, 2, 0, 2]
    assert faults == []


def test_a_stretch_of_rows_of_one_length_left_out_its_empty_cells() -> None:
    """A program that drops the empty ends of some rows only has cut nothing."""
    whole = [row(number % 5) for number in range(15)]
    items, faults = read(text_of(*whole, *(row(number % 5)[:7] for number in range(6)), *whole))

    assert len(items) == 36
    assert faults == []


def trimmed(row: list[str]) -> list[str]:
    """Return a row without the empty cells at its end."""
    return row[: max(number for number, cell in enumerate(row, 1) if cell)]


CELLS = st.tuples(
    st.sampled_from([f"{one}{way}" for one in NAMES for way in ("", "（变更）", "（注销）")]),
    st.sampled_from(["350100001000", "350100002000", "无", ""]),
    st.sampled_from(["行政许可", "公共服务", ""]),
    st.sampled_from(["某法第1条", "《某法》第二条", "1.某法\n2.某条例", "一", ""]),
    st.sampled_from(["身份证；申请表", "1.申请表", "申请表（", "20个工作日", "及其他、", ""]),
    st.sampled_from(["20工作日", "详见附件", "无", "按规定", ""]),
    st.sampled_from(["5工作日", "即办", "/", ""]),
    st.sampled_from(["无", "见附件", "2018年起", ""]),
).map(list)


@given(st.lists(CELLS, min_size=1, max_size=12), st.booleans())
def test_no_item_is_lost_by_reading_rows_without_empty_ends(rows: list[list[str]], all_of_them: bool) -> None:
    """A program that leaves out the empty cells at the ends of all rows, or of every other one, takes no item away."""
    named = [[f"{number}号{one[0]}", *one[1:]] for number, one in enumerate(rows)]
    short = [trimmed(one) if all_of_them or number % 2 else one for number, one in enumerate(named)]
    items, _ = read(text_of(*[[f'"{cell}"' if cell else "" for cell in one] for one in short]))

    assert [item.name for item in items] == [one[0] for one in named]


def test_neighbours_without_empty_ends_stay_two_items() -> None:
    """Two short rows are not one whole row because their cells would do; both are in doubt."""
    rows = [["取水许可", "市水利局", "5日", "无"], ["婚姻登记", "市民政局"], ["民办学校设立审批", "市教育局", "5日"]]
    rows += [[f"{number}号许可", "市住建局", "5日", "无"] for number in range(4)]
    text = "".join(",".join(one) + "\n" for one in (["事项名称", "实施主体", "承诺时限", "备注"], *rows))
    items, faults = read(text)

    assert [one.name for one in items] == [one[0] for one in rows]
    assert [(one.kind, one.values["row"]) for one in faults] == [("row-cut", 3), ("row-cut", 4)]


def test_rows_without_empty_ends_between_whole_ones_say_all() -> None:
    """Two short rows of sense in a list that writes no empty last cell were not cut: their last cells are read."""
    rows = [row(0, "无"), row(1, "无"), row(2)[:6], row(3, "无"), row(4)[:5], row(0, "无"), row(1)[:7]]
    items, faults = read(text_of(*rows))

    assert str(items[2].statutory_limit.raw if items[2].statutory_limit else "") == "20工作日"
    assert (len(items[4].materials), items[4].promised_limit) == (2, None)
    assert faults == []


def test_a_row_of_no_sense_was_cut_where_others_left_out_cells() -> None:
    """What does not fit its header is no whole value."""
    rows = [row(0, "无"), row(1, "无"), row(2)[:6], row(3, "无"), row(4)[:5], row(0, "无"), ["取水许可", "3501"]]
    items, (fault,) = read(text_of(*rows))

    assert items[6].codes.implementation is None
    assert (fault.kind, fault.values["row"]) == ("row-cut", 8)


@pytest.mark.parametrize(
    ("before", "piece"),
    [
        ("见附件（含表", "和承诺书）"),
        ("见附件", "及说明"),
        ("1.申请表", "2.身份证"),
        ("①申请表", "②身份证"),
        ("甲", "；乙"),
    ],
)
def test_a_text_that_goes_on_in_the_next_line_is_no_item(before: str, piece: str) -> None:
    """The last cell of a whole row goes on with the bracket it left open, a mark, or its next number."""
    items, (fault,) = read(text_of(row(0, "无"), row(1, before), [piece], row(2, "无"), row(3, "无")))

    assert [one.name for one in items] == NAMES[:4]
    assert items[1].extra["备注"] == f"{before}\n{piece}"
    assert (fault.kind, fault.values["row"], fault.values["last"]) == ("row-broken", 3, 4)


def test_a_name_that_goes_on_in_the_next_line_is_one_item() -> None:
    """The first cell of a row broken within brackets is one name."""
    items, (fault,) = read(text_of(row(0, "无"), row(1, "无"), ["婚姻登记（涉外"], ["、涉港澳）", *row(2, "无")[1:]]))

    assert items[2].name == "婚姻登记（涉外\n、涉港澳）"
    assert (fault.kind, fault.place.row) == ("row-broken", 4)


def test_a_numbered_list_of_names_goes_on_with_items() -> None:
    """Where names carry numbers a number is no next entry of the cell above."""
    rows = [[f"{number}.{NAMES[number - 1]}", *row(number - 1, f"{number}.甲")[1:]] for number in (1, 2, 3)]
    items, _ = read(text_of(*rows, ["4.道路运输经营许可"]))

    assert len(items) == 4


def test_a_row_broken_by_a_line_end_is_one_row() -> None:
    """The pieces are joined where they make up one whole row; every cell keeps its place."""
    broken = text_of(*map(row, range(5))).replace("某法第1条,", "某法\n第1条,")
    items, (fault,) = read(broken)
    records = list(sheet_records(broken.encode(), "a.csv", "csv", ReadOptions()))

    assert [one.name for one in items] == NAMES
    assert [str(basis.text or basis.title) for basis in items[1].legal_bases] == ["某法", "第1条"]
    assert str(items[1].promised_limit.raw if items[1].promised_limit else "") == "5工作日"
    assert (fault.kind, fault.values["row"], fault.values["last"]) == ("row-broken", 3, 4)
    assert str(records[1].place("materials")) == "a.csv · B4"
    assert records[1].place("extra") is None


def test_a_comma_without_quotes_moves_what_stands_behind_it() -> None:
    """Values behind the last cell that fits its header are taken out, kept as they stand, and told."""
    rows = [*map(row, range(5))]
    items, (fault,) = read(text_of(*rows).replace("身份证；申请表", "身份证,申请表", 1))

    assert (items[0].power_type, items[0].statutory_limit, items[0].materials) == ("行政许可", None, ())
    assert items[0].extra == {
        "设定依据": "某法第0条",
        "申请材料": "身份证",
        "法定时限": "申请表",
        "承诺时限": "20工作日",
        "备注": "5工作日",
    }
    assert (fault.kind, fault.values["first"], fault.values["count"]) == ("row-moved", "设定依据", 9)


def test_a_surplus_cell_is_kept() -> None:
    """What stands beyond the header is in extra; codes behind a comma in the name are no codes."""
    rows = [["取水许可", *row(0, "无")], *map(row, range(1, 5))]
    items, (fault,) = read(text_of(*rows))

    assert (items[0].name, items[0].codes.implementation) == ("取水许可", None)
    assert items[0].extra["I列"] == "无"
    assert fault.values["first"] == "事项名称"


def test_a_column_without_a_header_moves_nothing() -> None:
    """Where most rows are longer than the header the last column has none."""
    items, faults = read(text_of(*([*row(number), "甲"] for number in range(5))))

    assert [one.extra["I列"] for one in items] == ["甲"] * 5
    assert faults == []


def test_empty_cells_too_many_move_nothing() -> None:
    """Delimiters behind the end of a row say nothing."""
    items, faults = read(text_of([*row(0), "", ""], *map(row, range(1, 5))))

    assert len(items[0].materials) == 2
    assert faults == []


@pytest.mark.parametrize("note", ["注：数据截至年底", "合计,5"])
def test_notes_and_totals_are_short_and_no_fault(note: str) -> None:
    """Only items are judged by the cells they have."""
    items, faults = read(text_of(*map(row, range(5))) + note + "\n")

    assert (len(items), faults) == (5, [])


def test_a_second_narrower_table_is_no_row_in_pieces() -> None:
    """A header further down is not joined with the row below it."""
    text = text_of(*map(row, range(5))) + "\n\n事项名称,实施主体,申请材料,办理地点\n户口登记,公安局,身份证,窗口,一楼\n"
    items, _ = read(text)

    assert items[5].name == "户口登记"
    assert items[5].authority.name == "公安局"


@given(st.integers(min_value=0))
def test_a_file_cut_anywhere_gives_no_other_fault(end: int) -> None:
    """Wherever a file ends, the rows before are whole and nothing in the last one is misunderstood."""
    whole = text_of(*map(row, range(5)))
    start = len(text_of(*map(row, range(3))))
    items, faults = read(whole[: start + end % (len(whole) - start)])

    assert [one.name for one in items[:3]] == NAMES[:3]
    assert {fault.kind for fault in faults} <= {"row-cut", "limit-without-unit"}
