"""Rows of a text with too few or too many cells (缺列与多列): what was cut off or moved is in doubt, never empty.

A text keeps no rectangle. Where the rows of a table are whole, a row with fewer cells was cut short or broken by a line
end without quotes, and one with more holds a delimiter without quotes. A list that leaves out empty cells at the ends
of its rows (some programs do so, some only for a stretch of rows) is read as it always was.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import attrs

from itemcatalog.findings import Place
from itemcatalog.formats._columns import Header
from itemcatalog.formats._grid import Row, blank, shown
from itemcatalog.formats._headers import Lexicon
from itemcatalog.formats._layout import Layout, at
from itemcatalog.formats._ragged_told import moved_from
from itemcatalog.formats._record import Cell, Defect, Record
from itemcatalog.formats._row_kinds import cells_of

__all__ = ["Ragged"]

_NAMES = frozenset({"name", "parent_name", "sub_item", "handling_item"})
# So many rows of one length under each other were written so: empty cells were left out.
_STRETCH = 3
_MOST_PIECES = 20


class Ragged:
    """缺列与多列: joins the pieces of rows that a line end broke, and says what is in doubt in the others."""

    def __init__(self, header: Header, heads: Sequence[Row], rows: Sequence[Row], lexicon: Lexicon) -> None:
        """Judge a table by its first rows; ``heads`` are the rows of the header as written."""
        self._header = header
        self._lexicon = lexicon
        self._width = max(column.index for column in header.columns) + 1
        self._widest = max([self._width, *(len(row.values) for row in heads)])
        looked_at = [row for row in rows if len(cells_of(row)) > 1]
        self._cuts = self._are_whole(looked_at)
        self._moves = sum(len(row.values) > self._widest for row in looked_at) * 2 < max(len(looked_at), 3)
        self._cut: set[int] = set()
        self._broken: dict[int, int] = {}

    def _are_whole(self, rows: Sequence[Row]) -> bool:
        """Whether a short row is the exception: most of the other rows are whole."""
        return sum(len(row.values) >= self._width for row in rows) * 2 > max(len(rows) - 1, 1)

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows, the pieces of one row joined; remember which rows were broken or cut short."""
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
            yield row
        yield from self._settled(run)

    def _settled(self, run: list[Row]) -> Iterator[Row]:
        """Yield a run of short rows: pieces that make up whole rows joined, the others as they are."""
        while run:
            pieces = self._pieces(run)
            if pieces > 1:
                self._broken[run[0].number] = run[pieces - 1].number
                yield _joined(run[:pieces])
            else:
                length = len(run[0].values)
                pieces = sum(1 for _ in itertools.takewhile(lambda row: len(row.values) == length, run))  # noqa: B023
                if pieces < _STRETCH:
                    self._cut.update(row.number for row in run[:pieces])
                yield from run[:pieces]
            run = run[pieces:]

    def _pieces(self, run: Sequence[Row]) -> int:
        """Return how many rows from the first on are the pieces of one whole row; 1 = it is no piece."""
        labels = [self._lexicon.find(shown(value)) for value in run[0].values if not blank(value)]
        if sum(label is not None for label in labels) * 2 >= len(labels):
            return 1
        cells = len(run[0].values)
        for count, (above, below) in enumerate(itertools.pairwise(run), start=2):
            cells += len(below.values) - 1
            if below.number != above.number + 1 or cells > self._width:
                break
            if cells == self._width:
                return count
        return 1

    def sound(self, group: Sequence[Row], layout: Layout) -> tuple[Sequence[Row], tuple[Defect, ...]]:
        """Return the rows of an item without the cells in doubt, and what is wrong with each row that has some."""
        if layout.header is not self._header:
            return group, ()
        rows, defects = [], []
        for row in group:
            first = self._first_in_doubt(row, layout)
            rows.append(row if first is None else _before(row, first, layout))
            if first is not None:
                defects.append(self._defect(row, first, layout))
            elif row.number in self._broken:
                defects.append(_broken(row, self._broken.pop(row.number), layout))
        return rows, tuple(defects)

    def _first_in_doubt(self, row: Row, layout: Layout) -> int | None:
        """Return the column from which on cells are missing or moved: of a short row its last cell may be cut too."""
        if row.number in self._cut:
            self._cut.remove(row.number)
            return len(row.values) - 1
        if not self._moves or len(row.values) <= self._widest:
            return None
        first, shows = moved_from(row, layout.header.columns)
        return first if shows or not all(map(blank, row.values[self._widest :])) else None

    def _defect(self, row: Row, first: int, layout: Layout) -> Defect:
        cut = len(row.values) < self._width
        columns = [column for column in layout.header.columns if column.index >= first]
        fields = [column.path for column in layout.fields if column.index >= first and column.path]
        place = Place(file=layout.file, sheet=layout.sheet, row=row.number)
        return Defect(
            kind="row-cut" if cut else "row-moved",
            cell=Cell(value=f"{len(row.values)} 列", place=place),
            values={
                "row": row.number,
                "count": len(row.values),
                "width": self._width if cut else self._widest,
                "first": columns[0].label if columns else "",
                "fields": tuple(dict.fromkeys(fields)),
            },
        )

    def kept(self, record: Record, group: Sequence[Row], defects: Sequence[Defect], layout: Layout) -> Record:
        """Return the record with its defects; what stood in the cells in doubt is kept under the header above it."""
        if not defects:
            return record
        doubtful = frozenset(path for defect in defects for path in defect.values["fields"])
        extra = dict(record.extra)
        for column in layout.fields:
            texts = [shown(at(row, column.index)) for row in group if column.path in doubtful - _NAMES]
            if text := "\n".join(text for text in texts if text and not text.isspace()):
                extra.setdefault(column.label, text)
        return attrs.evolve(record, extra=extra, defects=tuple(defects))


def _broken(row: Row, last: int, layout: Layout) -> Defect:
    place = Place(file=layout.file, sheet=layout.sheet, row=row.number)
    values = {"row": row.number, "last": last, "fields": ()}
    return Defect(kind="row-broken", cell=Cell(value=f"第 {row.number}–{last} 行", place=place), values=values)


def _joined(pieces: Sequence[Row]) -> Row:
    """Join the pieces of a row: where it broke two cells are one text; each cell has its own place."""
    values = list(pieces[0].values)
    anchors: dict[int, tuple[int, int]] = {}
    for piece in pieces[1:]:
        first, *others = piece.values
        values[-1] = "\n".join(text for text in (shown(values[-1]), shown(first)) if text)
        anchors |= {len(values) + index: (piece.number, index + 1) for index in range(len(others))}
        values += others
    return Row(pieces[0].number, values, anchors)


def _before(row: Row, first: int, layout: Layout) -> Row:
    """Return the row without its fields from a column on; names stay, for without one there is no item."""
    fields = {column.index for column in layout.fields if column.index >= first and column.path not in _NAMES}
    values = ["" if index in fields else value for index, value in enumerate(row.values)]
    return Row(row.number, values, row.anchors)
