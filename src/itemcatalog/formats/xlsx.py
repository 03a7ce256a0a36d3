"""Workbooks (工作簿): .xlsx .xlsm .xlsb .xls .et .ods, read from bytes behind a measured guard."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from itemcatalog.files import sha256
from itemcatalog.findings import Fault, Place
from itemcatalog.formats._bounds import SheetFacts
from itemcatalog.formats._exchange_grid import dump_header, read_dump
from itemcatalog.formats._grid import Grid
from itemcatalog.formats._headers import item_lexicon
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
    if dump and not options.columns:
        whole = Source(path=place_file, channel=options.channel, sha256=digest)
        yield from read_dump((one for one, _ in sheets), options, whole)
        return
    for grid, facts in sheets:
        reader = SheetReader(grid, place_file, lexicon, where=options.where)
        source = Source(path=place_file, channel=options.channel, sheet=grid.name, sha256=digest)
        yield from read_sheet(reader, options, source, _of_cells(grid, facts, place_file))


def _of_cells(grid: Grid, facts: SheetFacts, file: str) -> tuple[Fault, ...]:
    """Return a fault for each cell that shows an error, or holds a formula that was never computed."""
    found = [(address, "公式错误值") for address in facts.errors]
    found += [(address, "公式没有计算结果") for address in facts.uncomputed]
    return tuple(
        Fault(
            kind="cell-error",
            place=Place(file=file, sheet=grid.name, row=_row(address), cell=address),
            found=what,
            values={"label": address},
        )
        for address, what in found
    )


def _row(address: str) -> int:
    return int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
