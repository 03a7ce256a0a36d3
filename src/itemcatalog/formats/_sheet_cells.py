"""Where the fields of an item stand in a sheet (要素所在单元格): the records of a list with their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define

from itemcatalog.errors import UsageError
from itemcatalog.files import decode
from itemcatalog.findings import Place
from itemcatalog.formats._csv_text import delimiter_of, rows_of_text
from itemcatalog.formats._grid import Grid
from itemcatalog.formats._headers import Lexicon, item_lexicon
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._sheet import Keys, SheetReader

__all__ = ["SheetRecord", "lexicon_of", "sheet_records"]


@define(frozen=True, slots=True, kw_only=True)
class SheetRecord:
    """表中记录: a record with the letters, header and unit (of a limit's header) of every column by item path."""

    record: Record
    columns: Mapping[str, str]
    labels: Mapping[str, str]
    units: Mapping[str, str]

    def place(self, path: str) -> Place | None:
        """Return where the cell of a path stands, an empty one too; None where no column is its own.

        Nor has an empty cell a place in a row that was cut, or broken into several lines.
        """
        cell = self.record.cells.get(path)
        if cell is not None and path in self.columns:
            return cell.place
        letters = self.columns.get(path)
        row = self.record.place.row
        broken = any(one.kind == "row-broken" or path in one.values["fields"] for one in self.record.defects)
        if letters is None or row is None or broken:
            return None
        return Place(file=self.record.place.file, sheet=self.record.place.sheet, row=row, cell=f"{letters}{row}")

    def cell(self, path: str) -> Cell | None:
        """Return the cell of a path; None where it is blank."""
        return self.record.cells.get(path) if path in self.columns else None


def lexicon_of(options: ReadOptions) -> Lexicon:
    """Return the headers by which a channel is read."""
    return item_lexicon(options.labels, options.columns)


def sheet_records(data: bytes, file: str, form: str, options: ReadOptions) -> Iterator[SheetRecord]:
    """Yield the records of a workbook or CSV text with their columns; other layouts (label sheets, dumps) give none."""
    lexicon = lexicon_of(options)
    for grid in _grids(data, file, form, options, lexicon):
        reader = SheetReader(grid, file, lexicon, where=options.where)
        for one in reader:
            if isinstance(one, Record) and reader.header is not None:
                columns = [c for c in reader.header.columns if c.path]
                first: dict[str, str] = {}
                for column in columns:
                    first.setdefault(column.path or "", column.letters)
                yield SheetRecord(
                    record=one,
                    columns=first,
                    labels={c.path or "": c.label for c in reversed(columns)},
                    units={c.path or "": c.unit for c in columns if c.unit},
                )


def _grids(data: bytes, file: str, form: str, options: ReadOptions, lexicon: Lexicon) -> Iterator[Grid]:
    if form in ("csv", "tsv"):
        text = decode(data).text
        yield Grid(name=None, rows=rows_of_text(text, delimiter_of(text, lexicon, Keys().header)), ragged=True)
        return
    if form not in ("xlsx", "xlsm"):
        raise UsageError(f"{form} 格式不能在原表上更正")
    from itemcatalog.formats._workbook import grids

    yield from (grid for grid, _ in grids(data, file, options.sheet))
