"""A sheet as rows of cells (工作表): merged ranges hold for each of their cells, blanks stay blank (S10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from attrs import define

__all__ = ["Flaw", "Grid", "Merge", "Row", "blank", "column_letters", "rows_of", "shown"]

_Values = list[object]
_NO_ANCHORS: Mapping[int, tuple[int, int]] = MappingProxyType({})


@define(frozen=True, slots=True)
class Merge:
    """合并区域: the first and last row and column, counted from 1 and from 0."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@define(frozen=True, slots=True, kw_only=True)
class Grid:
    """工作表: the rows from Excel's row 1 on, and what the workbook says about them.

    ``rows`` yields each row once, from column A on. ``hidden_rows`` count from 1, ``hidden_columns`` from 0;
    None = the format does not tell. ``epoch`` is the day 0 of serial dates. ``remarks`` are facts for the notes.
    ``ragged``: rows have the cells that were written, as in a text, not those of a rectangle.
    """

    name: str | None
    rows: Iterable[_Values]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] | None = frozenset()
    hidden_columns: frozenset[int] | None = frozenset()
    epoch: date = date(1899, 12, 30)
    remarks: tuple[str, ...] = ()
    ragged: bool = False


@define(frozen=True, slots=True)
class Flaw:
    """残行: what a text did to a row: the ``kind`` of fault; the ``first`` of ``width`` columns in doubt, or the
    ``last`` line of a row that was broken.
    """

    kind: str
    first: int = 0
    width: int = 0
    last: int = 0


@define(frozen=True, slots=True)
class Row:
    """行: the number that Excel shows, the values, and for each merged cell where its anchor stands."""

    number: int
    values: _Values
    anchors: Mapping[int, tuple[int, int]] = _NO_ANCHORS
    flaw: Flaw | None = None

    def anchor(self, column: int) -> tuple[int, int]:
        """Return row (from 1) and column (from 0) of the cell that holds the value."""
        return self.anchors.get(column, (self.number, column))

    def inherited(self, column: int) -> bool:
        """Whether the value comes from a range that begins in a row above."""
        return self.anchors.get(column, (self.number, column))[0] < self.number


def blank(value: object) -> bool:
    """Whether a cell holds nothing: None, an empty text, or white space only."""
    if type(value) is str:
        return not value or value.isspace()
    return value is None


def rows_of(grid: Grid) -> Iterator[Row]:
    """Yield the rows that are not empty, with merged ranges spread over their cells."""
    merges = sorted(grid.merges, key=lambda one: one.first_row)
    pending = iter(merges)
    following = next(pending, None)
    current: list[tuple[Merge, object]] = []
    for number, values in enumerate(grid.rows, start=1):
        while following is not None and following.first_row <= number:
            current.append((following, _anchor_value(values, following)))
            following = next(pending, None)
        if current:
            current = [one for one in current if one[0].last_row >= number]
            row = _spread(number, values, current)
        else:
            row = Row(number, values)
        if not all(value == "" or blank(value) for value in row.values):
            yield row


def _anchor_value(values: _Values, merge: Merge) -> object:
    return values[merge.first_column] if merge.first_column < len(values) else ""


def _spread(number: int, values: _Values, current: list[tuple[Merge, object]]) -> Row:
    spread = list(values)
    anchors: dict[int, tuple[int, int]] = {}
    for merge, value in current:
        last = min(merge.last_column, len(spread) - 1)
        for column in range(merge.first_column, last + 1):
            spread[column] = value
            anchors[column] = (merge.first_row, merge.first_column)
    return Row(number, spread, anchors)


def column_letters(index: int) -> str:
    """Return the letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def shown(value: object) -> str:
    """Return a cell as a person reads it in the sheet: 20.0 is 20, a date is YYYY-MM-DD."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value)
