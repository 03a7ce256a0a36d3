"""From the rows of one item to its record (行 → 原始记录): lists that run over several rows, units of the header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from itemcatalog.findings import Place
from itemcatalog.formats._columns import Column
from itemcatalog.formats._grid import Row, blank, column_letters, shown
from itemcatalog.formats._layout import JOINED, NAMED_BY, Layout, at, cell_of, root_of
from itemcatalog.formats._record import Cell, Record
from itemcatalog.formats._sheet_lists import lists_of

__all__ = ["assemble", "continues"]


def _name(cells: dict[str, Cell]) -> None:
    """Name an item by its sub-item, else by its business item, else by the main item that then is the item itself."""
    path = next((one for one in NAMED_BY if one in cells), None)
    if path is not None:
        cells["name"] = cells.pop(path) if path == "parent_name" else cells[path]


def continues(row: Row, group: Sequence[Row], layout: Layout) -> bool:
    """Whether a row belongs to the item of the rows above it.

    It states no single value of its own that differs, and its name is merged from above, or it has no name and
    fills list columns only, or it repeats the code or number and everything else beside one entry of a list of several
    columns (材料名称, 材料类型 …).
    """
    first = group[0]
    inherited = False
    named = False
    listed: set[str] = set()
    differs = coded = False
    for column in layout.fields:
        value = at(row, column.index)
        if value == "" or blank(value):
            continue
        root = root_of(column.path or "")
        if row.inherited(column.index) and row.anchor(column.index)[0] >= first.number:
            inherited = inherited or column in layout.identity
        elif root is not None:
            listed.add(root)
            differs = differs or value != at(group[-1], column.index)
        elif value != at(first, column.index):
            return False
        else:
            named = named or column in layout.identity
            coded = coded or (column.path or "").startswith("codes.")
    if inherited or not listed:
        return inherited
    if not named:
        return True
    same = coded or any(not blank(at(row, one.index)) for one in layout.numbers)
    return same and differs and listed <= layout.flat and not _numbered(row, first, layout)


def _numbered(row: Row, first: Row, layout: Layout) -> bool:
    """Whether the row carries a number (序号) of its own."""
    return any(at(row, one.index) not in ("", at(first, one.index)) for one in layout.numbers)


def assemble(group: Sequence[Row], layout: Layout, facts: Mapping[str, Cell]) -> Record:
    """Return the record of one item; ``facts`` are what sections above it state (authority, power type)."""
    first = group[0]
    values = first.values
    width = len(values)
    cells: dict[str, Cell] = {}
    extra: dict[str, str] = {}
    for column in layout.fields:
        value = values[column.index] if column.index < width else ""
        if value != "" and not blank(value):
            _put(cells, extra, column, cell_of(first, column, value, layout))
    several = len(group) > 1
    for column in layout.others:
        value = values[column.index] if column.index < width else ""
        if several:
            _keep(extra, column, "\n".join(_texts(group, column)))
        elif type(value) is not str:
            _keep(extra, column, shown(value))
        elif value and not value.isspace():
            extra[column.label if column.label not in extra else f"{column.label}（{column.letters}列）"] = value
    if width > len(layout.known):
        _keep_unlabelled(extra, group, layout)
    rows = lists_of(group, layout, cells) if several else {}
    for path, fact in facts.items():
        cells.setdefault(path, fact)
    if layout.told_name:
        _name(cells)
    for path, unit in layout.units.items():
        if path in cells:
            cells.setdefault(f"{path}.unit", unit)
    place = Place(file=layout.file, sheet=layout.sheet, row=first.number)
    return Record(cells=cells, extra=extra, place=place, rows=rows)


def _put(cells: dict[str, Cell], extra: dict[str, str], column: Column, cell: Cell) -> None:
    """Put a cell under its path; a second column of the same list is added, of the same single field kept apart."""
    path = column.path or ""
    before = cells.get(path)
    if before is None:
        cells[path] = cell
    elif before.value == cell.value:
        return
    elif root_of(path) is not None or path in JOINED:
        joined = f"{shown(before.value)}\n{shown(cell.value)}"
        cells[path] = Cell(value=joined, place=before.place, label=before.label)
    else:
        _keep(extra, column, shown(cell.value))


def _keep(extra: dict[str, str], column: Column, text: str) -> None:
    if text:
        extra[column.label if column.label not in extra else f"{column.label}（{column.letters}列）"] = text


def _keep_unlabelled(extra: dict[str, str], group: Sequence[Row], layout: Layout) -> None:
    """Keep what stands in columns without a header under the letters of the column."""
    for index in range(max(len(row.values) for row in group)):
        if index not in layout.known:
            letters = column_letters(index)
            column = Column(index=index, letters=letters, label=f"{letters}列", path=None)
            _keep(extra, column, "\n".join(_texts(group, column)))


def _texts(group: Sequence[Row], column: Column) -> list[str]:
    """Return the texts of one column over the rows of an item, each range once."""
    found: dict[tuple[int, int], str] = {}
    for row in group:
        value = at(row, column.index)
        if value != "" and not blank(value):
            found.setdefault(row.anchor(column.index), shown(value))
    return list(found.values())
