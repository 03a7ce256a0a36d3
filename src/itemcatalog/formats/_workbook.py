"""The sheets of a workbook as grids (工作簿 → 工作表)."""

from __future__ import annotations

from collections.abc import Iterator

from python_calamine import CalamineSheet, SheetTypeEnum, SheetVisibleEnum

from itemcatalog.errors import SourceError
from itemcatalog.formats._bounds import SheetFacts
from itemcatalog.formats._grid import Grid, Merge
from itemcatalog.formats._guard import Opened, guarded, open_workbook

__all__ = ["grids"]


def grids(data: bytes, path: str, only: str | None = None) -> Iterator[tuple[Grid, SheetFacts]]:
    """Yield the sheets of a workbook (or the one called ``only``) with what is hidden in them.

    Raises ``SourceError`` naming the sheet when it is damaged; chart and macro sheets are left out.
    """
    opened = open_workbook(data, path)
    names = opened.workbook.sheet_names
    if only is not None and only not in names:
        raise SourceError(f"没有工作表“{only}”；有：{'、'.join(names)}", path=path)
    for index, metadata in enumerate(opened.workbook.sheets_metadata):
        if metadata.typ is not SheetTypeEnum.WorkSheet or only not in (None, metadata.name):
            continue
        with guarded(path, metadata.name):
            sheet = opened.workbook.get_sheet_by_index(index)
            facts = opened.facts.get(metadata.name, SheetFacts())
            yield _grid(sheet, opened, facts, hidden=metadata.visible is not SheetVisibleEnum.Visible), facts


def _grid(sheet: CalamineSheet, opened: Opened, facts: SheetFacts, *, hidden: bool) -> Grid:
    return Grid(
        name=sheet.name,
        rows=_rows(sheet),
        merges=_merges(sheet),
        hidden=hidden,
        hidden_rows=facts.hidden_rows if opened.told else None,
        hidden_columns=facts.hidden_columns if opened.told else None,
        epoch=opened.epoch,
        remarks=() if opened.told else ("此格式不标明隐藏的行和列",),
    )


def _rows(sheet: CalamineSheet) -> Iterator[list[object]]:
    """Yield the rows from row 1 and column A on: calamine leaves out empty columns on the left."""
    left: list[object] = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield [*left, *row] if left else list(row)


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    """Return the merged ranges, clipped to the rows and columns that hold something."""
    if sheet.end is None:
        return ()
    last_row, last_column = sheet.end
    return tuple(
        Merge(first[0] + 1, first[1], min(last[0], last_row) + 1, min(last[1], last_column))
        for first, last in sheet.merged_cell_ranges or ()
        if first[0] <= last_row and first[1] <= last_column
    )
