"""A sheet that is one guide: names beside values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions
from itemcatalog.formats._grid import Grid, Merge
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._items import read_sheet
from itemcatalog.formats._sheet import SheetReader
from itemcatalog.model import Item, Source

GUIDE: list[list[Any]] = [
    ["社会团体成立登记办事指南", "", "", ""],
    ["事项名称", "社会团体成立登记", "实施主体", "福州市民政局"],
    ["法定办结时限", "60个工作日", "承诺办结时限", "视情况而定"],
    ["受理条件", "1.有章程；\n2.有场所", "", ""],
    ["申请材料", "", "", ""],
    ["序号", "材料名称", "材料类型", "份数"],
    [1, "申请表", "申请表格文书", 1],
    [2, "章程", "其他", 2],
    ["是否收费", "否", "咨询电话", "0591-87654321"],
]
MERGES = (Merge(1, 0, 1, 3), Merge(4, 1, 4, 3), Merge(5, 0, 5, 3))


def read(rows: Sequence[Sequence[Any]], *merges: Merge) -> list[Item | Fault | Source]:
    """Read rows as the sheet 指南."""
    grid = Grid(name="指南", rows=[list(row) for row in rows], merges=merges, hidden_rows=frozenset({3}))
    reader = SheetReader(grid, "a.xlsx", item_lexicon({}, {}))
    return list(read_sheet(reader, ReadOptions(channel="city"), Source(path="a.xlsx", channel="city", sheet="指南")))


@pytest.mark.parametrize("merges", [MERGES, ()])
def test_a_guide_in_a_sheet_is_one_item(merges: tuple[Merge, ...]) -> None:
    """Labels with values beside them, in two columns or four, and a small table of materials are one item."""
    found = read(GUIDE, *merges)
    (item,) = [one for one in found if isinstance(one, Item)]

    assert (item.name, item.authority.name, item.fees.charged) == ("社会团体成立登记", "福州市民政局", False)
    assert [condition.text for condition in item.conditions] == ["有章程", "有场所"]
    assert [(one.name, one.kind, one.pages) for one in item.materials] == [
        ("申请表", "申请表格文书", 1),
        ("章程", "其他", 2),
    ]
    assert [phone.number for phone in item.consultation.phones] == ["0591-87654321"]


def test_places_are_addresses_of_the_sheet() -> None:
    """What was not understood is found by its cell; the source says how the sheet was read."""
    found = read(GUIDE, *MERGES)
    (source,) = [one for one in found if isinstance(one, Source)]

    unclear = [str(one.place) for one in found if isinstance(one, Fault) and one.kind == "limit-unclear"]
    assert unclear == ["a.xlsx · 指南 · D3"]
    assert [one.found for one in found if isinstance(one, Fault) and one.kind == "hidden-content"] == ["第 3 行"]
    assert (source.sheet, source.items, source.notes) == ("指南", 1, ("名称与值并列，按一份办事指南读取",))
    assert {"promised_limit", "materials", "fees.charged"} <= source.provides


def test_two_columns() -> None:
    """The plainest guide: a label and a value in each row."""
    found = read([["事项名称", "甲登记"], ["实施主体", "市公安局"], ["承诺时限", "5个工作日"], ["监督电话", "12345"]])

    assert [(one.name, str(one.promised_limit)) for one in found if isinstance(one, Item)] == [("甲登记", "5个工作日")]


def test_a_few_labels_make_no_guide() -> None:
    """A cover sheet with some words that are labels is reported as it is."""
    found = read([["事项名称", "汇总"], ["备注", "无"]])

    assert [one for one in found if isinstance(one, Item)] == []
    assert "sheet-without-header" in [one.kind for one in found if isinstance(one, Fault)]
