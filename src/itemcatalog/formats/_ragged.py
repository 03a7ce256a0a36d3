"""Rows of a text with too few or too many cells (缺列与多列): what was cut off or moved is in doubt, never empty.

A text keeps no rectangle: a row with fewer cells was cut short, or broken by a line end without quotes, or its empty
cells at the end were left out; one with more holds a delimiter without quotes. Rows are joined only where their cells
show it (``_ragged_join``), so that no item is lost; what a row leaves open is unclear only where it may have been cut.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import attrs

from itemcatalog.formats._columns import Header
from itemcatalog.formats._grid import Flaw, Row, blank
from itemcatalog.formats._ragged_join import gone_on, pieces_of, whole_length
from itemcatalog.formats._ragged_told import misfits, moved_from
from itemcatalog.formats._row_kinds import cells_of

__all__ = ["Ragged"]

# So many rows of one length under each other were written so: empty cells were left out.
_STRETCH = 3
# A text is cut once: so many short rows of sense left out their empty cells, of those between whole ones fewer do.
_TRIMMED = 3
_ALONE = 2
_MOST_PIECES = 20


class Ragged:
    """缺列与多列: joins the pieces of rows that a line end broke, and marks the rows that leave something in doubt."""

    def __init__(
        self, header: Header, heads: Sequence[Row], rows: Sequence[Row], name_words: frozenset[str] = frozenset()
    ) -> None:
        """Judge a table by its first rows; ``heads`` are the rows of the header, ``name_words`` begin another table."""
        self._header = header
        self._name_words = name_words
        self._heads = [row.values for row in heads]
        self._width = max(column.index for column in header.columns) + 1
        self._widest = max([self._width, *(len(row.values) for row in heads)])
        looked_at = [row for row in rows if len(cells_of(row)) > 1]
        whole = [row for row in looked_at if len(row.values) >= self._width]
        self._cuts = len(whole) * 2 > max(len(looked_at) - 1, 1)
        self._moves = sum(len(row.values) > self._widest for row in whole) * 2 < max(len(looked_at), 3)
        self._pads = any(blank(row.values[self._width - 1]) for row in whole)
        self._trims = not self._pads and self._leaves_out(looked_at)

    def _leaves_out(self, rows: Sequence[Row]) -> bool:
        """Whether enough rows look like whole ones of which only the empty cells at the end were left out."""
        count = alone = 0
        for short, group in itertools.groupby(rows, lambda row: len(row.values) < self._width):
            run = list(group) if short else []
            alone += len(run) == 1 and self._trimmed(run[0])
            while run:
                pieces = whole_length(run, self._width)
                count += not pieces and self._trimmed(run[0])
                run = run[max(pieces, 1) :]
        return count >= _TRIMMED or alone >= _ALONE

    def _trimmed(self, row: Row) -> bool:
        """Whether a row looks like a whole one of which only the empty cells at the end were left out."""
        return not blank(row.values[-1]) and not misfits(row, self._header.columns)

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows, the pieces of one row joined; the others with the flaw that they have."""
        source = iter(rows)
        another: list[Row] = []
        table = gone_on(self._until_another(source, another), self._width)
        yield from self._judged(table)
        yield from another
        yield from source

    def _until_another(self, rows: Iterator[Row], another: list[Row]) -> Iterator[Row]:
        """Yield rows up to the header of another table, which is put into ``another``: it has columns of its own."""
        for row in rows:
            if not self._name_words.isdisjoint(row.values) and row.values not in self._heads:
                another.append(row)
                return
            yield row

    def _judged(self, rows: Iterable[Row]) -> Iterator[Row]:
        run: list[Row] = []
        stretch = False
        for row in rows:
            if self._cuts and len(row.values) < self._width and not stretch:
                run.append(row)
                if len(run) > _MOST_PIECES:
                    yield from run
                    run, stretch = [], True
                continue
            stretch = stretch and len(row.values) < self._width
            yield from self._settled(run)
            run = []
            yield self._long(row) if self._moves and len(row.values) > self._widest else row
        yield from self._settled(run)

    def _settled(self, run: list[Row]) -> Iterator[Row]:
        """Yield a run of short rows: pieces of whole rows joined, others judged."""
        while run:
            length = len(run[0].values)
            same = sum(1 for _ in itertools.takewhile(lambda row: len(row.values) == length, run))  # noqa: B023
            joined, count = pieces_of(run, self._width, self._header.columns)
            if count > 1:
                yield joined
            elif same >= _STRETCH:
                count = same
                yield from run[:same]
            else:
                yield self._short(run[0])
            run = run[count:]

    def _short(self, row: Row) -> Row:
        """Mark a short row that may have been cut, in its last cell perhaps."""
        if row.flaw is not None or (self._trims and self._trimmed(row)):
            return row
        return attrs.evolve(row, flaw=Flaw("row-cut", first=len(row.values) - 1, width=self._width))

    def _long(self, row: Row) -> Row:
        """Mark a row of which cells may have moved; empty cells beyond the header say nothing."""
        first, shows = moved_from(row, self._header.columns)
        if not shows and all(map(blank, row.values[self._widest :])):
            return row
        return attrs.evolve(row, flaw=Flaw("row-moved", first=first, width=self._widest))
