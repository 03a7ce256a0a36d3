"""Pages of very many rows: what a row means is told in one pass, however the rows are made."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from itemcatalog.formats import ReadOptions, html_
from itemcatalog.model import Item, Source

ROWS = {
    "labels and texts in turn": "<tr><td>申请材料</td></tr><tr><td>一段很长的正文。</td></tr>",
    "groups in groups": "<tr><td colspan=2>标签</td></tr><tr><td>甲</td><td>乙</td></tr>",
    "lists of nothing": "<tr><td>材料名称</td><td>材料类型</td></tr><tr><td colspan=2>某</td></tr>",
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_twice_the_rows_are_twice_the_work(rows: str) -> None:
    """No row is looked at once for every other row, and no depth of groups ends the reading."""
    _calls(rows, 4)  # tables of labels are loaded once

    assert 200 < _calls(rows, 400) <= _calls(rows, 200) * 2.2


def _calls(rows: str, count: int) -> int:
    """Return how many functions are called, and generators resumed, while a page is read."""
    page = f"<html><body><table>{rows * count}</table></body></html>".encode()
    calls = 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        found = list(html_.read(page, "a.html", ReadOptions()))
    finally:
        sys.setprofile(None)
    assert isinstance(found[-1], Source)
    return calls


def test_labels_and_values_in_turn_are_pairs() -> None:
    """Where known labels stand in every other row the rows between are their values, labels or not."""
    rows = ["事项名称", "取水许可", "承诺时限", "5个工作日", "办公地点", "窗口", "咨询电话", "0591-87654321"]
    table = "".join(f"<tr><td>{text}</td></tr>" for text in rows)
    found = list(html_.read(f"<html><body><table>{table}</table></body></html>".encode(), "a.html", ReadOptions()))
    (item,) = (one for one in found if isinstance(one, Item))

    assert item.name == "取水许可"
    assert item.promised_limit is not None
    assert item.promised_limit.raw == "5个工作日"
