"""What a flawed row leaves of its item (残行的处理): no cell in doubt is read, and what stood there is kept."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from itemcatalog.findings import Place
from itemcatalog.formats._grid import Flaw, Row, shown
from itemcatalog.formats._layout import Layout, at
from itemcatalog.formats._record import Cell, Defect, Record

__all__ = ["kept", "sound"]

_NAMES = frozenset({"name", "parent_name", "sub_item", "handling_item"})


def sound(group: Sequence[Row], layout: Layout) -> tuple[Sequence[Row], tuple[Defect, ...]]:
    """Return the rows of an item without the cells in doubt, and what is wrong with each row that has some."""
    flawed = [(row, row.flaw) for row in group if row.flaw is not None]
    if not flawed:
        return group, ()
    defects = tuple(_defect(row, flaw, layout) for row, flaw in flawed)
    return [row if row.flaw is None else _before(row, row.flaw, layout) for row in group], defects


def _defect(row: Row, flaw: Flaw, layout: Layout) -> Defect:
    place = Place(file=layout.file, sheet=layout.sheet, row=row.number)
    if flaw.last:
        values = {"row": row.number, "last": flaw.last, "fields": ()}
        return Defect(kind=flaw.kind, cell=Cell(value=f"第 {row.number}–{flaw.last} 行", place=place), values=values)
    columns = [column for column in layout.header.columns if column.index >= flaw.first]
    fields = [column.path for column in layout.fields if column.index >= flaw.first and column.path]
    return Defect(
        kind=flaw.kind,
        cell=Cell(value=f"{len(row.values)} 列", place=place),
        values={
            "row": row.number,
            "count": len(row.values),
            "width": flaw.width,
            "first": columns[0].label if columns else "",
            "fields": tuple(dict.fromkeys(fields)),
        },
    )


def _before(row: Row, flaw: Flaw, layout: Layout) -> Row:
    """Return the row without its fields in doubt; names stay, for without one there is no item."""
    if flaw.last:
        return row
    fields = {column.index for column in layout.fields if column.index >= flaw.first and column.path not in _NAMES}
    return attrs.evolve(row, values=["" if index in fields else value for index, value in enumerate(row.values)])


def kept(record: Record, group: Sequence[Row], defects: Sequence[Defect], layout: Layout) -> Record:
    """Return the record with its defects; what stood in the cells in doubt is kept under the header above it."""
    doubtful = frozenset(path for defect in defects for path in defect.values["fields"])
    extra = dict(record.extra)
    for column in layout.fields:
        texts = [shown(at(row, column.index)) for row in group if column.path in doubtful - _NAMES]
        if text := "\n".join(text for text in texts if text and not text.isspace()):
            extra.setdefault(column.label, text)
    return attrs.evolve(record, extra=extra, defects=tuple(defects))
