"""Rows of a table of records → columns of values → nouns (记录行): one reading for sums and for single records."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import attrs
from attrs import define, field

from itemcatalog.findings import Fault, Place
from itemcatalog.formats import _records_values as values
from itemcatalog.formats._grid import column_letters
from itemcatalog.formats._records_spec import Layout, Record, specs
from itemcatalog.model import RecordSource

__all__ = ["Columns", "column_values", "moved", "records_of", "source_of"]

_MARK = type(values.DAMAGED)
_ISO = len("2017-12-31 23:59:59")


@define(slots=True, kw_only=True)
class Columns:
    """列值: the records of a part by column, each list as long as ``numbers`` (the row numbers).

    A value that is not written is None, one that is not understood is None and has a fault; ``unclear`` says of
    which record and field (by position) that is. ``rows`` counts all rows of the part, empty ones included.
    """

    numbers: Sequence[int]
    values: dict[str, Sequence[Any]]
    unclear: dict[int, set[str]] = field(factory=dict)
    faults: list[Fault] = field(factory=list)
    rows: int = 0


def source_of(path: str, layout: Layout, sheet: str | None = None, codec: str | None = None) -> RecordSource:
    """Return the source of the records of one table."""
    return RecordSource(path=path, kind=layout.kind, sheet=sheet, codec=codec, provides=layout.provides)


def column_values(
    layout: Layout,
    source: RecordSource,
    rows: Iterable[Sequence[Any]],
    first: int,
    fields: Collection[str] | None = None,
) -> Columns:
    """Return the columns of some rows, the first of which has the number ``first``.

    A row without the table's required field is left out: with a fault, unless it is empty altogether.
    """
    every = rows if isinstance(rows, list) else list(rows)
    spec = specs(layout.kind)
    at = layout.columns[spec.required]
    keeps = _keeps(every, at)
    found = Columns(numbers=range(first, first + len(every)), values={}, rows=len(every))
    kept: Sequence[Sequence[Any]] = every
    if not all(keeps):
        kept = [row for row, keep in zip(every, keeps, strict=True) if keep]
        found.numbers = [first + index for index, keep in enumerate(keeps) if keep]
        found.faults += _strays(layout, source, every, keeps, first)
    shortest = min(map(len, kept), default=0)
    for name, index in layout.columns.items():
        if fields is not None and name not in fields:
            continue
        raw = [row[index] for row in kept] if index < shortest else [_cell(row, index) for row in kept]
        found.values[name] = _parsed(raw, spec.parsers.get(name, values.text))
        _take_out(found, layout, source, name, raw)
    return found


def _keeps(rows: Sequence[Sequence[Any]], at: int) -> list[bool]:
    """Return for each row whether its required field is written."""
    if rows and min(map(len, rows)) > at and set(map(type, firsts := [row[at] for row in rows])) == {str}:
        return [bool(one) for one in map(str.strip, firsts)]
    return [len(row) > at and row[at] not in ("", None) and str(row[at]).strip() != "" for row in rows]


def _cell(row: Sequence[Any], index: int) -> Any:
    return row[index] if index < len(row) else ""


def _parsed(raw: Sequence[Any], parse: Any) -> list[Any]:
    if parse is values.moment:
        return _moments(raw)
    if parse is values.code and set(map(type, raw)) == {str}:
        return [one or None for one in map(str.strip, raw)]
    known = {one: (None if one == "" else parse(one)) for one in set(raw)}
    return [known[one] for one in raw]


def _moments(raw: Sequence[Any]) -> list[Any]:
    read, parse = datetime.fromisoformat, values.moment
    try:
        if set(map(len, raw)) <= {0, _ISO}:
            return [read(one) if one else None for one in raw]
    except (TypeError, ValueError):
        pass  # dates of a workbook, or a text that only looks like a moment: read one by one
    return [parse(one) if one else None for one in raw]


def _take_out(found: Columns, layout: Layout, source: RecordSource, name: str, raw: Sequence[Any]) -> None:
    """Put None and a fault for each value that was not understood."""
    column = found.values[name]
    if _MARK not in set(map(type, column)):
        return
    clean = list(column)
    for index, value in enumerate(column):
        if type(value) is _MARK:
            clean[index] = None
            found.unclear.setdefault(index, set()).add(name)
            found.faults.append(_fault(layout, source, value.kind, found.numbers[index], name, raw[index]))
    found.values[name] = clean


def _strays(
    layout: Layout, source: RecordSource, rows: Sequence[Sequence[Any]], keeps: Sequence[bool], first: int
) -> Iterator[Fault]:
    for number, (row, keep) in enumerate(zip(rows, keeps, strict=True), first):
        if not keep and any(cell not in ("", None) and str(cell).strip() for cell in row):
            yield _fault(layout, source, "not-an-item", number, specs(layout.kind).required, "")


def _fault(layout: Layout, source: RecordSource, kind: str, number: int, name: str, raw: Any) -> Fault:
    label = layout.labels[name]
    cell = f"{column_letters(layout.columns[name])}{number}"
    place = Place(file=source.path, sheet=source.sheet, row=number, cell=cell)
    reason = f"“{label}”为空，这一行不是一条记录" if kind == "not-an-item" else ""
    return Fault(kind=kind, place=place, field=name, found=str(raw), values={"label": label, "reason": reason})


def records_of(columns: Columns, layout: Layout, source: RecordSource) -> Iterator[Record | Fault]:
    """Yield the nouns of the columns, then the faults; a record whose required field is damaged is only a fault."""
    spec = specs(layout.kind)
    names = tuple(columns.values)
    none: frozenset[str] = frozenset()
    for index, (number, *row) in enumerate(zip(columns.numbers, *columns.values.values(), strict=True)):
        unclear = frozenset(columns.unclear[index]) if index in columns.unclear else none
        if spec.required not in unclear:
            yield spec.noun(source=source, row=number, unclear=unclear, **dict(zip(names, row, strict=True)))
    yield from columns.faults


def moved(one: Record | Fault, rows: int) -> Record | Fault:
    """Return a record or fault whose place lies ``rows`` rows further down."""
    if not rows:
        return one
    if not isinstance(one, Fault):
        return attrs.evolve(one, row=one.row + rows)
    place = one.place
    if place.row is None:
        return one
    row = place.row + rows
    cell = place.cell.rstrip("0123456789") + str(row) if place.cell else None
    return attrs.evolve(one, place=attrs.evolve(place, row=row, cell=cell))
