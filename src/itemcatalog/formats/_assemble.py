"""From the rows of one item to its record (行 → 原始记录): lists that run over several rows, units of the header."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from attrs import define

from itemcatalog.findings import Place
from itemcatalog.formats._columns import Column, Header
from itemcatalog.formats._grid import Row, blank, column_letters, shown
from itemcatalog.formats._headers import EXTRA, IGNORED
from itemcatalog.formats._record import Cell, Record

__all__ = ["Layout", "assemble", "continues"]

# List fields, each with the field of an entry that a plain column (申请材料) fills; None = entries are texts.
LISTS: Mapping[str, str | None] = {
    "materials": "name",
    "conditions": "text",
    "procedure": "step",
    "results": "name",
    "places": "address",
    "special_procedures": "text",
    "fees.items": "name",
    "faq": "question",
    "situations": "name",
    "legal_bases": None,
    "authority.joint": None,
    "target_groups": None,
    "levels": None,
    "handling_forms": None,
    "themes": None,
    "aliases": None,
    "delivery": None,
    "power_source": None,
    "review_methods": None,
}
_JOINED = ("consultation", "complaint")
_DATES = frozenset(
    {"published", "effective", "cancelled", "updated", "legal_bases.effective", "date", "until", "expires"}
)
_SERIALS = (20_000, 80_000)


@define(frozen=True, slots=True, kw_only=True)
class Layout:
    """版式: what is the same for all rows under one header: the file, the sheet, the columns, day 0 of dates."""

    file: str
    sheet: str | None
    header: Header
    fields: tuple[Column, ...]
    others: tuple[Column, ...]
    numbers: tuple[Column, ...]
    known: frozenset[int]
    flat: frozenset[str]
    identity: tuple[Column, ...]
    units: Mapping[str, Cell]
    epoch: date

    @classmethod
    def of(cls, file: str, sheet: str | None, header: Header, identity: frozenset[str], epoch: date) -> Layout:
        """Sort the columns of a header into fields, others (kept as text) and those that tell items apart."""
        fields = tuple(one for one in header.columns if one.path and one.path not in (IGNORED, EXTRA))
        return cls(
            file=file,
            sheet=sheet,
            header=header,
            fields=fields,
            others=tuple(one for one in header.columns if one.path is None or one.path == EXTRA),
            numbers=tuple(one for one in header.columns if one.path == IGNORED),
            known=frozenset(one.index for one in header.columns),
            flat=frozenset(root for root in LISTS if sum(root_of(one.path or "") == root for one in fields) > 1),
            identity=tuple(one for one in fields if one.path in identity or (one.path or "").startswith("codes.")),
            units=_units_of(file, sheet, header, fields),
            epoch=epoch,
        )


@functools.cache
def root_of(path: str) -> str | None:
    """Return the list field that a path belongs to."""
    return next((root for root in LISTS if path == root or path.startswith(f"{root}.")), None)


def continues(row: Row, group: Sequence[Row], layout: Layout) -> bool:
    """Whether a row belongs to the item of the rows above it.

    It states no single value of its own that differs, and its name is merged from above, or it has no name and
    fills list columns only, or it repeats the code and everything else beside one entry of a list of several
    columns (材料名称, 材料类型 …).
    """
    first = group[0]
    inherited = False
    named = False
    listed: set[str] = set()
    differs = coded = False
    for column in layout.fields:
        value = _at(row, column.index)
        if value == "" or blank(value):
            continue
        root = root_of(column.path or "")
        if row.inherited(column.index) and row.anchor(column.index)[0] >= first.number:
            inherited = inherited or column in layout.identity
        elif root is not None:
            listed.add(root)
            differs = differs or value != _at(group[-1], column.index)
        elif value != _at(first, column.index):
            return False
        else:
            named = named or column in layout.identity
            coded = coded or (column.path or "").startswith("codes.")
    if inherited or not listed:
        return inherited
    return not named or (coded and differs and listed <= layout.flat and not _numbered(row, first, layout))


def _numbered(row: Row, first: Row, layout: Layout) -> bool:
    """Whether the row carries a number (序号) of its own."""
    return any(_at(row, one.index) not in ("", _at(first, one.index)) for one in layout.numbers)


def _at(row: Row, index: int) -> object:
    return row.values[index] if index < len(row.values) else ""


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
            _put(cells, extra, column, _cell(first, column, value, layout))
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
    rows = _lists(group, layout, cells) if several else {}
    for path, fact in facts.items():
        cells.setdefault(path, fact)
    for path, unit in layout.units.items():
        if path in cells:
            cells.setdefault(f"{path}.unit", unit)
    place = Place(file=layout.file, sheet=layout.sheet, row=first.number)
    return Record(cells=cells, extra=extra, place=place, rows=rows)


def _cell(row: Row, column: Column, value: object, layout: Layout) -> Cell:
    if row.anchors:
        number, index = row.anchor(column.index)
        address = f"{column_letters(index)}{number}"
    else:
        number, address = row.number, f"{column.letters}{row.number}"
    if type(value) is str:
        value = _array(value) if value[0] == "[" and root_of(column.path or "") is not None else value
    elif column.path in _DATES and isinstance(value, float | int) and not isinstance(value, bool):
        value = _dated(value, layout.epoch)
    return Cell(
        value=value, place=Place(file=layout.file, sheet=layout.sheet, row=number, cell=address), label=column.label
    )


def _array(text: str) -> object:
    """Read a JSON array of texts as the list that it is (DESIGN §9); any other text stays as it stands."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return found if isinstance(found, list) and all(isinstance(one, str) for one in found) else text


def _dated(value: float, epoch: date) -> object:
    """Read a bare serial number in a column of dates as the day that Excel means by it."""
    first, last = _SERIALS
    return epoch + timedelta(days=int(value)) if first <= value <= last and value == int(value) else value


def _put(cells: dict[str, Cell], extra: dict[str, str], column: Column, cell: Cell) -> None:
    """Put a cell under its path; a second column of the same list is added, of the same single field kept apart."""
    path = column.path or ""
    before = cells.get(path)
    if before is None:
        cells[path] = cell
    elif before.value == cell.value:
        return
    elif root_of(path) is not None or path in _JOINED:
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
        value = _at(row, column.index)
        if value != "" and not blank(value):
            found.setdefault(row.anchor(column.index), shown(value))
    return list(found.values())


def _lists(group: Sequence[Row], layout: Layout, cells: dict[str, Cell]) -> dict[str, tuple[Mapping[str, Cell], ...]]:
    """Take the list fields that run over several rows out of the cells and return them as entries."""
    rows: dict[str, tuple[Mapping[str, Cell], ...]] = {}
    for root, natural in LISTS.items():
        columns = [column for column in layout.fields if root_of(column.path or "") == root]
        entries = [entry for row in group if (entry := _entry(row, columns, layout))]
        if len(entries) < 2:
            continue
        if natural is None and all(column.path == root for column in columns):
            cells[root] = _joined([entry[root] for entry in entries])
            continue
        for column in columns:
            cells.pop(column.path or "", None)
        rows[root] = tuple(_relative(entry, root, natural or "title") for entry in entries)
    return rows


def _entry(row: Row, columns: Sequence[Column], layout: Layout) -> dict[str, Cell]:
    """Return the cells of one entry of a list; none when the row states nothing of its own about it."""
    filled = [column for column in columns if not blank(_at(row, column.index))]
    if not any(not row.inherited(column.index) for column in filled):
        return {}
    return {column.path or "": _cell(row, column, _at(row, column.index), layout) for column in filled}


def _relative(entry: Mapping[str, Cell], root: str, natural: str) -> dict[str, Cell]:
    return {path[len(root) + 1 :] or natural: cell for path, cell in entry.items()}


def _joined(cells: Sequence[Cell]) -> Cell:
    text = "\n".join(shown(cell.value) for cell in cells)
    return Cell(value=text, place=cells[0].place, label=cells[0].label)


def _units_of(file: str, sheet: str | None, header: Header, fields: Sequence[Column]) -> dict[str, Cell]:
    """Return the units that headers of limits state (（工作日）) by the path of the limit."""
    units: dict[str, Cell] = {}
    for column in fields:
        if column.unit is not None and column.path is not None:
            place = Place(file=file, sheet=sheet, row=header.last, cell=f"{column.letters}{header.last}")
            units.setdefault(column.path, Cell(value=column.unit, place=place, label=column.label))
    return units
