"""Rows that a line end without quotes broke (断行): joined where their texts or the shapes of their cells show it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from itemcatalog.formats._columns import Column
from itemcatalog.formats._grid import Flaw, Row, shown
from itemcatalog.formats._ragged_told import fitting, misfits
from itemcatalog.formats._row_kinds import section_of

__all__ = ["gone_on", "pieces_of", "whole_length"]

_OPEN, _CLOSE = "（(《“【〔", "）)》”】〕"
# No name begins so: the text of the cell above goes on.
_GOES_ON = re.compile(r"[、，,；;。：:）)》”】〕]|及|以及|或者")
_NUMBER = re.compile(
    r"(?:^|[\n；;。])\s*(?P<open>[（(]?)(?P<n>[0-9]{1,2}|[一二三四五六七八九十]|[①-⑳])"
    r"(?P<mark>[）)][、.．]?|[、.．](?![0-9])|(?<=[①-⑳]))"
)


def gone_on(rows: Iterable[Row], width: int) -> Iterator[Row]:
    """Yield the rows, those joined of which the first cell goes on with the last text of the row above."""
    held: Row | None = None
    above = 0
    for row in rows:
        cells = len(row.values)
        if held is not None:
            # Two whole rows are never one.
            one = (cells < width or above < width) and above + cells - 1 <= max(width, above, cells)
            if one and _adjacent(held, row) and _goes_on(held, row):
                held = _joined(held, row)
                above += cells - 1
                continue
            yield held
        held, above = row, cells
    if held is not None:
        yield held


def _adjacent(above: Row, below: Row) -> bool:
    last = above.flaw.last if above.flaw is not None else above.number
    return below.number == last + 1


def _goes_on(above: Row, below: Row) -> bool:
    """Whether a text goes on in the row below: with a mark, the bracket that it left open, or its next number."""
    before, text = shown(above.values[-1]).strip(), shown(below.values[0]).strip()
    if not before or not text:
        return False
    if _GOES_ON.match(text) or (_opens(before) and _closes(text)):
        return True
    own, here = _NUMBER.match(shown(above.values[0])), _NUMBER.match(text)
    if here is None or (own is not None and len(above.values) > 1) or section_of(text) is not None:
        return False
    *_, last = [None, *_NUMBER.finditer(before)]
    same = last is not None and (last["open"], last["mark"]) == (here["open"], here["mark"])
    return last is not None and same and _value(here["n"]) == _value(last["n"]) + 1


def _opens(text: str) -> bool:
    return any(text.count(mark) > text.count(other) for mark, other in zip(_OPEN, _CLOSE, strict=True))


def _closes(text: str) -> bool:
    first = next((mark for mark in text if mark in _OPEN + _CLOSE), "")
    return first != "" and first in _CLOSE


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else int(unicodedata.numeric(number))


def whole_length(run: Sequence[Row], width: int) -> int:
    """Return how many rows under each other, from the first on, have together the cells of one row; 0 = none."""
    cells = len(run[0].values)
    for count in range(1, len(run)):
        cells += len(run[count].values) - 1
        if cells > width or not _adjacent(run[count - 1], run[count]):
            return 0
        if cells == width:
            return count + 1
    return 0


def pieces_of(run: Sequence[Row], width: int, columns: Sequence[Column]) -> tuple[Row, int]:
    """Return the first row, and of how many it is made: pieces that fit their headers only as one whole row."""
    count = whole_length(run, width)
    if count and any(misfits(row, columns) for row in run[1:count]):
        whole = run[0]
        for row in run[1:count]:
            whole = _joined(whole, row)
        start = len(run[0].values)
        if not misfits(whole, columns) and fitting(whole, columns, start):
            return whole, count
    return run[0], 1


def _joined(above: Row, below: Row) -> Row:
    """Join two pieces of a row: where it broke two cells are one text; each cell has its own place."""
    first, *others = below.values
    start = len(above.values)
    text = "\n".join(part for part in (shown(above.values[-1]), shown(first)) if part)
    anchors = {start + index: (below.number, index + 1) for index in range(len(others))}
    last = below.flaw.last if below.flaw is not None else below.number
    return Row(
        above.number,
        [*above.values[:-1], text, *others],
        {**above.anchors, **anchors},
        Flaw("row-broken", last=last),
    )
