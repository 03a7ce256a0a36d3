"""Cells of a workbook whose formula has no value (公式错误值): each tells its column, and the field of its item."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._bounds import SheetFacts, column_number
from itemcatalog.formats._columns import Column, Header
from itemcatalog.formats._headers import EXTRA, IGNORED
from itemcatalog.formats._layout import NAMED_BY, root_of
from itemcatalog.model import Item, Source

__all__ = ["CellErrors"]

_ADDRESS = re.compile("([A-Z]+)([0-9]+)")


class CellErrors:
    """公式错误值: the cells that show an error or were never computed; a cell so written is unclear, not empty."""

    def __init__(self, facts: SheetFacts) -> None:
        self._cells = [(address, error or "错误值") for address, error in facts.errors]
        self._cells += [(address, "未计算") for address in facts.uncomputed]
        self._rows: list[int] = []
        self._ids: list[str] = []

    def meet(self, item: Item) -> None:
        """Remember the row in which an item begins; items come in the order of their rows."""
        if self._cells and item.place.row is not None:
            self._rows.append(item.place.row)
            self._ids.append(item.id)

    def explain(self, fault: Fault, header: Header | None) -> bool:
        """Whether a name that is missing was written, as a formula without a result: then its cell is the fault."""
        if fault.kind != "name-missing" or header is None:
            return False
        named = {column.index for column in header.columns if column.path in NAMED_BY or column.path == "name"}
        cells = (_parts(address) for address, _ in self._cells)
        return any(row == fault.place.row and column_number(letters) - 1 in named for letters, row in cells)

    def faults(self, header: Header | None, source: Source) -> Iterator[Fault]:
        """Yield a fault for each cell, once."""
        columns = {column.index: column for column in header.columns} if header is not None else {}
        for address, what in self._cells:
            letters, row = _parts(address)
            column = columns.get(column_number(letters) - 1)
            field = _field(column)
            yield Fault(
                kind="cell-error",
                channel=source.channel,
                place=Place(file=source.path, sheet=source.sheet, row=row, cell=address),
                field=field,
                found=what,
                values={"label": f"{column.label}（{address}）" if column is not None else address},
                item_id=self._item(row, field),
            )
        self._cells = []

    def _item(self, row: int, field: str | None) -> str | None:
        """Return the item that a cell belongs to: that of its row, or the one above, of which it goes on with a list.

        The row of a list's further entry may hold nothing but the error, and is then no row of the sheet.
        """
        at = bisect.bisect_right(self._rows, row) - 1
        if field is None or at < 0 or (self._rows[at] != row and root_of(field) is None):
            return None
        return self._ids[at]


def _parts(address: str) -> tuple[str, int]:
    found = _ADDRESS.fullmatch(address)
    return (found.group(1), int(found.group(2))) if found is not None else ("A", 0)


def _field(column: Column | None) -> str | None:
    return column.path if column is not None and column.path not in (IGNORED, EXTRA) else None
