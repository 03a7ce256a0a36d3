"""HTML tables: rows and cells laid out with their spans; nested tables belong to their cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from itemcatalog.formats._page import Block, PageCell, PageTable, PageText, joined

__all__ = ["html_table"]

_MOST_CELLS = 200_000
_MOST_SPAN = 1000


def html_table(element: Any, title: str, inner: Callable[[Any], list[Block]]) -> PageTable:
    """Return a table; ``inner`` reads the blocks of a cell."""
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element]
    table = PageTable(_grid(rows, inner), element, title)
    table.headers = sum(1 for row in rows if row.getparent().tag == "thead" or _all_headers(row))
    return table


def _grid(rows: Sequence[Any], inner: Callable[[Any], list[Block]]) -> list[list[PageCell]]:
    """Lay out the cells with their spans; a blank cell fills what no cell covers."""
    grid: list[dict[int, PageCell]] = [{} for _ in rows]
    left = _MOST_CELLS
    for number, row in enumerate(rows):
        column = 0
        for element in row.iterchildren("td", "th"):
            while column in grid[number]:
                column += 1
            down, across = _span(element.get("rowspan")), _span(element.get("colspan"))
            left -= min(down or len(grid), len(grid) - number) * max(across, 1)
            if left < 0:
                down = across = 1
            cell = _cell(element, number, column, inner)
            if down == across == 1:
                grid[number][column] = cell
                column += 1
                continue
            for line in grid[number : number + (down or len(grid))]:
                for offset in range(across or 1):
                    line.setdefault(column + offset, cell)
            column += across or 1
    width = max((max(row, default=-1) + 1 for row in grid), default=0) if left >= 0 else _widest(grid)
    return [
        [cells.get(column) or PageCell((), "", row, row=number, column=column) for column in range(width)]
        for number, (cells, row) in enumerate(zip(grid, rows, strict=True))
    ]


def _widest(grid: Sequence[dict[int, PageCell]]) -> int:
    """Return the width of a table whose spans were cut, so that blanks do not multiply."""
    return min(max((len(row) for row in grid), default=0), max(_MOST_CELLS // max(len(grid), 1), 1))


def _cell(element: Any, row: int, column: int, inner: Callable[[Any], list[Block]]) -> PageCell:
    blocks = inner(element)
    if len(blocks) == 1 and isinstance(only := blocks[0], PageText):
        return PageCell(blocks, only.text, element, element.tag == "th", only.url, only.scripted, row, column)
    url = next((one.url for one in blocks if isinstance(one, PageText) and one.url), None)
    scripted = any(isinstance(one, PageText) and one.scripted for one in blocks)
    return PageCell(blocks, joined(blocks), element, element.tag == "th", url, scripted, row, column)


def _span(value: str | None) -> int:
    return min(int(value), _MOST_SPAN) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1


def _all_headers(row: Any) -> bool:
    cells = [one.tag for one in row.iterchildren("td", "th")]
    return len(cells) > 1 and all(tag == "th" for tag in cells)
