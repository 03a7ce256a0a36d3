"""Pages of very many rows: what a row means is told in one pass, however the rows are made."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from itemcatalog.formats import ReadOptions, html_
from itemcatalog.formats._page import PageCell
from itemcatalog.formats._page_tables import unique
from itemcatalog.model import Item, Source

ROWS = {
    "labels and texts in turn": "<tr><td>申请材料</td></tr><tr><td>一段很长的正文。</td></tr>",
    "groups in groups": "<tr><td colspan=2>标签</td></tr><tr><td>甲</td><td>乙</td></tr>",
    "lists of nothing": "<tr><td>材料名称</td><td>材料类型</td></tr><tr><td colspan=2>某</td></tr>",
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_rows_are_asked_a_bounded_number_of_times(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the rows ask twice as often what a label means, and no depth of groups ends the reading."""
    asked = {count: _asked(rows, count, monkeypatch) for count in (400, 800)}

    assert asked[800] <= asked[400] * 2.2


def _asked(rows: str, count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    asked = 0

    def counted(row: Sequence[PageCell]) -> list[PageCell]:
        nonlocal asked
        asked += 1
        return unique(row)

    with monkeypatch.context() as patched:
        patched.setattr("itemcatalog.formats._page_grid.unique", counted)
        page = f"<html><body><table>{rows * count}</table></body></html>".encode()
        found = list(html_.read(page, "a.html", ReadOptions()))
    assert isinstance(found[-1], Source)
    return asked


def test_labels_and_values_in_turn_are_pairs() -> None:
    """Where known labels stand in every other row the rows between are their values, labels or not."""
    rows = ["事项名称", "取水许可", "承诺时限", "5个工作日", "办公地点", "窗口", "咨询电话", "0591-87654321"]
    table = "".join(f"<tr><td>{text}</td></tr>" for text in rows)
    found = list(html_.read(f"<html><body><table>{table}</table></body></html>".encode(), "a.html", ReadOptions()))
    (item,) = (one for one in found if isinstance(one, Item))

    assert item.name == "取水许可"
    assert item.promised_limit is not None
    assert item.promised_limit.raw == "5个工作日"
