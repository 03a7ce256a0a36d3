"""Tables that show only the columns for which the data holds something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from itemcatalog.sections._blocks import Cell, Grid

__all__ = ["Column", "grid", "used"]

_Entry = TypeVar("_Entry")
_Value = Cell | str | int | None
Column = tuple[str, Callable[[_Entry], _Value]]

_BLANK = Cell("—")


def used(columns: Sequence[Column[_Entry]], entries: Sequence[_Entry]) -> list[Column[_Entry]]:
    """Return the columns for which at least one entry holds a value."""
    return [column for column in columns if any(column[1](one) not in (None, "") for one in entries)]


def grid(
    columns: Sequence[Column[_Entry]], entries: Sequence[_Entry], *, caption: str, heading: str | None = None
) -> Grid:
    """Return a table of the entries, numbered, with the columns that are used."""
    shown = used(columns, entries)
    rows = tuple(
        (Cell(str(number)), *(_cell(read(one)) for _, read in shown)) for number, one in enumerate(entries, start=1)
    )
    return Grid(columns=("序号", *(title for title, _ in shown)), rows=rows, caption=caption, heading=heading)


def _cell(value: _Value) -> Cell:
    if isinstance(value, Cell):
        return value
    return _BLANK if value is None or value == "" else Cell(str(value))
