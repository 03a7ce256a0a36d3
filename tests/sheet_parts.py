"""What a test asks of the rows of a sheet: the records, the reader with what it remembers, and the faults."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from itemcatalog.findings import Fault
from itemcatalog.formats._grid import Grid, Merge
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._record import Record
from itemcatalog.formats._sheet import SheetReader

__all__ = ["HEAD", "plain", "read"]

HEAD = ["序号", "事项名称", "实施编码", "设定依据", "承诺办结时限（工作日）"]


def read(rows: Sequence[Sequence[Any]], *merges: Merge, **facts: Any) -> tuple[list[Record], SheetReader, list[Fault]]:
    """Read rows as a sheet called 表."""
    reader = SheetReader(
        Grid(name="表", rows=[list(row) for row in rows], merges=merges, **facts), "a.xlsx", item_lexicon({}, {})
    )
    found = list(reader)
    return [one for one in found if isinstance(one, Record)], reader, [one for one in found if isinstance(one, Fault)]


def plain(record: Record) -> dict[str, Any]:
    """Return the values of a record by path."""
    return {path: cell.value for path, cell in record.cells.items()}
