"""From the records of a sheet to items, faults and the source (记录 → 事项)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._build import build_item
from itemcatalog.formats._faults import ColumnFaults
from itemcatalog.formats._label_sheet import is_label_sheet, read_label_sheet
from itemcatalog.formats._record import ReadOptions, Record
from itemcatalog.formats._shapes import provided_by
from itemcatalog.formats._sheet import SheetReader
from itemcatalog.model import Item, Source

__all__ = ["read_sheet"]

_EXPLAINS = re.compile("说明|代码表|字典|封面|下拉|选项|参数")


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
    if reader.header is None and is_label_sheet(reader.rows):
        for fault in reader.hidden():
            yield attrs.evolve(fault, channel=options.channel)
        yield from read_label_sheet(reader.rows, options, source)
        return
    yield from _without_items(reader, options, source)
    yield attrs.evolve(
        source,
        channel=options.channel,
        items=reader.count,
        provides=options.provides if options.provides is not None else _provided(reader),
        unread=reader.unread,
        notes=tuple(reader.notes),
    )


def _provided(reader: SheetReader) -> frozenset[str]:
    """Return the fields that the columns carry; a column of units carries none of its own."""
    return frozenset(field for path in reader.provides if (field := provided_by(path)) is not None)


def _without_items(reader: SheetReader, options: ReadOptions, source: Source) -> Iterator[Fault]:
    """Report a sheet that gives nothing; one that only explains (填报说明, 代码表) is just noted."""
    if reader.count or (reader.empty and source.sheet is not None):
        return
    if reader.header is None and _EXPLAINS.search(source.sheet or ""):
        reader.notes.say("说明性工作表，未读取")
        return
    kind = "sheet-without-header" if reader.header is None and not reader.empty else "sheet-empty"
    yield Fault(
        kind=kind,
        channel=options.channel,
        place=Place(file=source.path, sheet=source.sheet),
        values={"sheet": source.sheet or source.path},
    )
