"""Tables drawn without a table: a row of labels, and behind it rows of as many elements (div, ul)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from itemcatalog.formats._page import Block, PageCell, PageTable, PageText, joined

__all__ = ["rows_behind", "with_rows"]

_FEWEST = 3
_LONGEST = 14
_MOST_ROWS = 500
_MOST_COLUMNS = 40
_ROWS = ("div", "ul", "ol", "li", "section", "p")


def rows_behind(element: Any, count: int) -> list[Any]:
    """Return the elements behind a row of labels that have as many children, side by side or in one box."""
    if element.tag not in _ROWS or count < _FEWEST or len(element) != count:
        return []
    behind = element.getnext()
    if behind is None:
        return []
    return _run(behind, count) or _run(behind[0] if len(behind) else None, count)


def _run(element: Any, count: int) -> list[Any]:
    rows: list[Any] = []
    while element is not None and len(element) == count and element.tag in _ROWS and len(rows) < _MOST_ROWS:
        rows.append(element)
        element = element.getnext()
    return rows


def with_rows(blocks: list[Block], is_label: Callable[[str], bool]) -> list[Block]:
    """Return the blocks, with each such row of labels and the rows behind it as one table."""
    at = 0
    kept: list[Block] = []
    while at < len(blocks):
        found = _table_at(blocks, at, is_label) or _lines_at(blocks, at, is_label)
        if found is None:
            kept.append(blocks[at])
            at += 1
        else:
            kept.append(found[0])
            at = found[1]
    return kept


def _table_at(blocks: list[Block], at: int, is_label: Callable[[str], bool]) -> tuple[PageTable, int] | None:
    """Return the table that begins at a block and the number of the block behind it."""
    row = _parent(blocks[at])
    if row is None or at + _FEWEST > len(blocks) or _parent(blocks[at + 1]) is not row:
        return None
    end = at
    while end < min(len(blocks), at + _MOST_COLUMNS + 1) and _parent(blocks[end]) is row:
        end += 1
    labels = [one for one in blocks[at:end] if isinstance(one, PageText)]
    rows = rows_behind(row, len(labels))
    if len(rows) < 2 or not all(is_label(one.text) for one in labels):
        return None
    grid = [[PageCell((one,), one.text, one.origin, True, row=0, column=x) for x, one in enumerate(labels)]]
    for number, element in enumerate(rows, start=1):
        cells, end = _cells(blocks, end, element, number)
        grid.append(cells)
    return PageTable(grid, row, headers=1), end


def _lines_at(blocks: list[Block], at: int, is_label: Callable[[str], bool]) -> tuple[PageTable, int] | None:
    """Return the table that begins at a line of labels, with lines of as many pieces behind it in the same box."""
    head = blocks[at]
    if not isinstance(head, PageText) or len(head.parts) < _FEWEST or not all(map(is_label, head.parts)):
        return None
    end = at + 1
    while end < len(blocks) and _alike(head, blocks[end]):
        end += 1
    lines = [one for one in blocks[at:end] if isinstance(one, PageText)]
    if len(lines) < _FEWEST:
        return None
    grid = [
        [PageCell((), part, one.origin, not row, row=row, column=column) for column, part in enumerate(one.parts)]
        for row, one in enumerate(lines)
    ]
    return PageTable(grid, head.origin, headers=1), end


def _alike(head: PageText, block: Block) -> bool:
    if not isinstance(block, PageText) or len(block.parts) != len(head.parts) or len(block.scope) < 2:
        return False
    return len(block.scope) == len(head.scope) and block.scope[-2] is head.scope[-2]


def _parent(block: Block) -> Any:
    """Return the element in which a short text is one of several, each in an element of its own."""
    if not isinstance(block, PageText) or block.level or not 0 < len(block.text) <= _LONGEST:
        return None
    return block.scope[-2] if len(block.scope) > 1 else None


def _cells(blocks: list[Block], at: int, row: Any, number: int) -> tuple[list[PageCell], int]:
    cells: list[PageCell] = []
    for column, element in enumerate(row):
        start = at
        while at < len(blocks) and _within(blocks[at], element):
            at += 1
        inner = blocks[start:at]
        texts = [one for one in inner if isinstance(one, PageText)]
        url = next((one.url for one in texts if one.url), None)
        scripted = any(one.scripted for one in texts)
        cells.append(PageCell(inner, joined(inner), element, False, url, scripted, number, column))
    return cells, at


def _within(block: Block, element: Any) -> bool:
    if isinstance(block, PageText):
        return element in block.scope or block.origin is element
    origin: Any = block.origin
    return origin is element or element in origin.iterancestors()
