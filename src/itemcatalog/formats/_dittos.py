"""Marks that repeat the cell above (同上): read as what the item above says in the same column."""

from __future__ import annotations

import attrs

from itemcatalog.formats._grid import Row, blank

__all__ = ["Dittos"]

_MARKS = frozenset({"同上", "同 上", "〃"})


class Dittos:
    """同上: the last value of each column under the header that holds."""

    def __init__(self) -> None:
        self._above: dict[int, object] = {}

    def begin(self) -> None:
        """Forget the rows above: a header begins a list of its own."""
        self._above = {}

    def read(self, row: Row) -> Row:
        """Return the row with its marks replaced; the very row where none stands for something."""
        if _MARKS.isdisjoint(row.values):
            return row
        above = self._above
        values = [above.get(index, value) if value in _MARKS else value for index, value in enumerate(row.values)]
        return row if values == row.values else attrs.evolve(row, values=values)

    def meet(self, row: Row) -> None:
        """Remember what a row of an item says."""
        self._above |= {index: value for index, value in enumerate(row.values) if value != "" and not blank(value)}
