"""From the records of a sheet to items, faults and the source (记录 → 事项)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._build import build_item
from itemcatalog.formats._faults import ColumnFaults
from itemcatalog.formats._record import ReadOptions, Record
from itemcatalog.formats._sheet import SheetReader
from itemcatalog.model import Item, Source

__all__ = ["read_sheet"]


def read_sheet(
    reader: SheetReader, options: ReadOptions, source: Source, first: tuple[Fault, ...] = ()
) -> Iterator[Item | Fault | Source]:
    """Yield the items of one sheet, its faults and, last, its source with what was read and passed over."""
    columns = ColumnFaults()
    for fault in first:
        yield attrs.evolve(fault, channel=options.channel)
    for one in reader:
        if isinstance(one, Record):
            item, faults = build_item(one, options, source.path)
            yield item
            yield from columns.take(faults)
        else:
            yield attrs.evolve(one, channel=options.channel)
    yield from columns.rest()
    yield from _without_items(reader, options, source)
    yield attrs.evolve(
        source,
        channel=options.channel,
        items=reader.count,
        provides=options.provides if options.provides is not None else reader.provides,
        unread=reader.unread,
        notes=tuple(reader.notes),
    )


def _without_items(reader: SheetReader, options: ReadOptions, source: Source) -> Iterator[Fault]:
    if reader.count or (reader.empty and source.sheet is not None):
        return
    kind = "sheet-without-header" if reader.header is None and not reader.empty else "sheet-empty"
    yield Fault(
        kind=kind,
        channel=options.channel,
        place=Place(file=source.path, sheet=source.sheet),
        values={"sheet": source.sheet or source.path},
    )
