"""Tables of records (办件 and the others of DESIGN §9): recognised by their columns, read part by part.

CSV and JSON lines are never held as a whole: ``record_parts`` cuts them, and each part can be read by another
process. Workbooks and JSON documents are read as a whole and cut into parts of rows.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field

from itemcatalog.errors import SourceError
from itemcatalog.files import decode, read_bytes
from itemcatalog.findings import Fault
from itemcatalog.formats import _records_other as other
from itemcatalog.formats._records_rows import Columns, column_values, moved, records_of, source_of
from itemcatalog.formats._records_spec import Layout, Record, find_layout
from itemcatalog.formats._records_text import Extent, extents, head_of, rows_of_bytes, slice_of
from itemcatalog.formats._sniff import sniff
from itemcatalog.model import RecordSource

__all__ = ["Columns", "Record", "RecordPart", "iter_records", "moved", "record_parts"]

_DELIMITERS = (",", "\t", ";")
_LOOKED_AT = 20


@define(slots=True, kw_only=True)
class RecordPart:
    """记录分段: some rows of one table; rows count from 1 within the part until it is known what stood before.

    ``first`` is the row number of the first row when that is known (0 = unknown), ``rows`` the number of rows once
    the part was read through, ``size`` its bytes.
    """

    source: RecordSource
    layout: Layout
    path: Path
    extent: Extent = Extent(0, 0)
    delimiter: str = ","
    skip: int = 0
    table: Sequence[Sequence[Any]] | None = None
    first: int = 0
    rows: int = field(default=0)

    @property
    def size(self) -> int:
        """The bytes of the part; 0 for rows that are already in memory."""
        return self.extent.length

    def columns(self, fields: Collection[str] | None = None) -> Columns:
        """Return the values of the part by column, of some ``fields`` or all: for sums over millions of records."""
        table = self.table if self.table is not None else self._rows()
        found = column_values(self.layout, self.source, table, max(self.first, 1), fields)
        self.rows = found.rows
        return found

    def read(self) -> Iterator[Record | Fault]:
        """Yield the records of the part, then its faults."""
        return records_of(self.columns(), self.layout, self.source)

    def _rows(self) -> list[Sequence[Any]]:
        data = slice_of(self.path, self.source.path, self.extent)
        if self.delimiter == other.LINES:
            return list(other.rows_of_lines(data, self.layout))
        rows: list[Sequence[Any]] = list(rows_of_bytes(data, self.delimiter))
        rows[: self.skip] = [()] * min(self.skip, len(rows))
        return rows


def iter_records(
    path: str | os.PathLike[str], *, root: str | os.PathLike[str] | None = None
) -> Iterator[Record | Fault]:
    """Yield the records of one file with the faults met; places show the path relative to ``root``.

    Raises ``SourceError`` when the file cannot be read; a table that is none of DESIGN §9 is one fault.
    """
    before: dict[tuple[str, str | None], int] = {}
    for part in record_parts(path, root=root):
        if isinstance(part, Fault):
            yield part
            continue
        key = (part.source.path, part.source.sheet)
        rows = 0 if part.first else before.get(key, 0)
        yield from (moved(one, rows) for one in part.read())
        before[key] = before.get(key, 0) + part.rows


def record_parts(
    path: str | os.PathLike[str], *, root: str | os.PathLike[str] | None = None
) -> Iterator[RecordPart | Fault]:
    """Yield the parts of one file in order. Parts of unknown first row are to be moved by the rows before them."""
    where = Path(path)
    shown = other.shown_path(where, root)
    if not where.is_file():
        read_bytes(where, name=shown)
        raise SourceError("不是文件", path=shown)
    head = head_of(where, shown)
    form = other.form_of(head, shown) or sniff(read_bytes(where, name=shown), shown)
    if form == "csv":
        yield from _csv_parts(where, shown, head)
    elif form == "jsonl":
        yield from _line_parts(where, shown, head)
    else:
        for layout, source, table, first in other.tables(read_bytes(where, name=shown), shown, form):
            if layout is None:
                yield other.no_header(source.path, source.sheet)
            else:
                yield RecordPart(source=source, layout=layout, path=where, table=table, first=first)


def _csv_parts(path: Path, shown: str, head: bytes) -> Iterator[RecordPart | Fault]:
    found = [one for delimiter in _DELIMITERS if (one := _header(head, delimiter)) is not None]
    if not found:
        yield other.no_header(shown, None)
        return
    layout, delimiter, skip = max(found, key=lambda one: len(one[0].columns))
    source = source_of(shown, layout, codec=decode(head).codec)
    whole = b"\x00" in head
    cut = [Extent(0, path.stat().st_size)] if whole else extents(path, shown, quoted=True)
    for extent in cut:
        own = skip if extent.offset == 0 else 0
        yield RecordPart(source=source, layout=layout, path=path, extent=extent, delimiter=delimiter, skip=own)


def _header(head: bytes, delimiter: str) -> tuple[Layout, str, int] | None:
    for number, row in enumerate(rows_of_bytes(head, delimiter), 1):
        layout = find_layout(row)
        if layout is not None:
            return layout, delimiter, number
        if number >= _LOOKED_AT:
            break
    return None


def _line_parts(path: Path, shown: str, head: bytes) -> Iterator[RecordPart | Fault]:
    layout = other.layout_of_lines(head)
    if layout is None:
        yield other.no_header(shown, None)
        return
    source = source_of(shown, layout, codec="utf-8")
    for extent in extents(path, shown, quoted=False):
        yield RecordPart(source=source, layout=layout, path=path, extent=extent, delimiter=other.LINES)
