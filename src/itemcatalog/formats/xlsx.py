"""Workbooks (工作簿): .xlsx .xlsm .xlsb .xls .et .ods, read from bytes behind a measured guard."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from itemcatalog.files import sha256
from itemcatalog.findings import Fault
from itemcatalog.formats._bounds import SheetFacts
from itemcatalog.formats._cell_errors import CellErrors
from itemcatalog.formats._exchange_grid import dump_header, read_dump
from itemcatalog.formats._grid import Grid
from itemcatalog.formats._headers import Lexicon, item_lexicon
from itemcatalog.formats._items import read_sheet
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._sheet import SheetReader
from itemcatalog.model import Item, Source

__all__ = ["read"]


def read(data: bytes, place_file: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Yield the items of every sheet, the faults met, and one source for each sheet after its items.

    ``place_file`` is the path that places show. A sheet without a recognisable header is a fault, not an error;
    a damaged, encrypted or oversized workbook raises ``SourceError`` with path, sheet and cause.
    """
    from itemcatalog.formats._workbook import grids

    lexicon = item_lexicon(options.labels, options.columns)
    digest = sha256(data)
    sheets = grids(data, place_file, options.sheet)
    first = next(sheets, None)
    if first is None:
        return
    dump, grid = dump_header(first[0])
    sheets = itertools.chain([(grid, first[1])], sheets)
    whole = Source(path=place_file, channel=options.channel, sha256=digest)
    if dump and not options.columns:
        yield from read_dump((one for one, _ in sheets), options, whole)
        return
    for grid, facts in sheets:
        yield from _sheet(grid, facts, whole, options, lexicon)


def _sheet(
    grid: Grid, facts: SheetFacts, whole: Source, options: ReadOptions, lexicon: Lexicon
) -> Iterator[Item | Fault | Source]:
    """Yield what one sheet holds; the faults of cells follow the items that they speak of."""
    source = Source(path=whole.path, channel=options.channel, sheet=grid.name, sha256=whole.sha256)
    reader = SheetReader(grid, whole.path, lexicon, where=options.where)
    errors = CellErrors(facts)
    for one in read_sheet(reader, options, source):
        if isinstance(one, Item):
            errors.meet(one)
        elif isinstance(one, Source):
            yield from errors.faults(reader.header, one)
        elif errors.explain(one, reader.header):
            continue
        yield one
