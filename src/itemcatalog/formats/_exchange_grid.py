"""Tables of the national exchange in sheets: a header of column names in the first row, one table a sheet."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import attrs

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._exchange import Table, read_tables, squeezed, table_named
from itemcatalog.formats._grid import Grid, blank, column_letters
from itemcatalog.formats._record import Cell, ReadOptions
from itemcatalog.model import Item, Source

__all__ = ["dump_header", "read_dump"]


def dump_header(grid: Grid) -> tuple[bool, Grid]:
    """Say whether a sheet begins with the column names of an exchange table; return the sheet whole again."""
    rows = iter(grid.rows)
    first = next(rows, None)
    whole = attrs.evolve(grid, rows=itertools.chain([] if first is None else [first], rows))
    return first is not None and table_named(_header(first)) is not None, whole


def read_dump(grids: Iterable[Grid], options: ReadOptions, source: Source) -> Iterator[Item | Fault | Source]:
    """Yield what the sheets of a dump hold; sheets that are no table of the exchange are named in the notes."""
    tables: list[Table] = []
    notes: list[str] = []
    for grid in grids:
        table = _table(grid, source.path)
        if table is None:
            notes.append(f"工作表“{grid.name}”不是交换表，未读取")
        else:
            tables.append(table)
    source = attrs.evolve(source, notes=(*source.notes, *notes))
    yield from read_tables(tables, options, source)


def _header(row: Sequence[object]) -> list[str]:
    return [value.strip() if isinstance(value, str) else "" for value in row]


def _table(grid: Grid, file: str) -> Table | None:
    rows = iter(grid.rows)
    header = _header(next(rows, []))
    field = table_named(filter(None, header))
    if field is None:
        return None
    cells = (_cells(header, row, Place(file=file, sheet=grid.name, row=number)) for number, row in enumerate(rows, 2))
    return Table(field=field, name=grid.name or file, rows=tuple(row for row in cells if row))


def _cells(header: Sequence[str], row: Sequence[object], place: Place) -> dict[str, Cell]:
    return {
        squeezed(name): Cell(
            value=value, label=name, place=attrs.evolve(place, cell=f"{column_letters(index)}{place.row}")
        )
        for index, (name, value) in enumerate(zip(header, row, strict=False))
        if name and not blank(value)
    }
