"""List fields that run over several rows of one item (材料逐行列出): one entry for each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from itemcatalog.formats._columns import Column
from itemcatalog.formats._grid import Row, blank, shown
from itemcatalog.formats._layout import LISTS, Layout, at, cell_of, root_of
from itemcatalog.formats._record import Cell

__all__ = ["lists_of"]

# What the plain column of a list of texts names, where other columns make its entries objects.
_NAMED = {"themes": "name", "authority.joint": "name"}


def lists_of(group: Sequence[Row], layout: Layout, cells: dict[str, Cell]) -> dict[str, tuple[Mapping[str, Cell], ...]]:
    """Take the list fields that run over several rows out of the cells and return them as entries."""
    rows: dict[str, tuple[Mapping[str, Cell], ...]] = {}
    for root, natural in LISTS.items():
        columns = [column for column in layout.fields if root_of(column.path or "") == root]
        entries = [entry for row in group if (entry := _entry(row, columns, layout))]
        if len(entries) < 2:
            continue
        if natural is None and all(column.path == root for column in columns):
            cells[root] = _joined([entry[root] for entry in entries])
            continue
        for column in columns:
            cells.pop(column.path or "", None)
        rows[root] = tuple(_relative(entry, root, natural or _NAMED.get(root, "title")) for entry in entries)
    return rows


def _entry(row: Row, columns: Sequence[Column], layout: Layout) -> dict[str, Cell]:
    """Return the cells of one entry of a list; none when the row states nothing of its own about it."""
    filled = [column for column in columns if not blank(at(row, column.index))]
    if not any(not row.inherited(column.index) for column in filled):
        return {}
    return {column.path or "": cell_of(row, column, at(row, column.index), layout) for column in filled}


def _relative(entry: Mapping[str, Cell], root: str, natural: str) -> dict[str, Cell]:
    return {path[len(root) + 1 :] or natural: cell for path, cell in entry.items()}


def _joined(cells: Sequence[Cell]) -> Cell:
    text = "\n".join(shown(cell.value) for cell in cells)
    return Cell(value=text, place=cells[0].place, label=cells[0].label)
