"""What is the same for all rows under one header (版式), and one cell of a row with its place."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from attrs import define

from itemcatalog.findings import Place
from itemcatalog.formats._columns import Column, Header
from itemcatalog.formats._grid import Row, column_letters
from itemcatalog.formats._headers import EXTRA, IGNORED
from itemcatalog.formats._record import Cell

__all__ = ["JOINED", "LISTS", "NAMED_BY", "Layout", "at", "cell_of", "doubles", "names_told", "root_of"]

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
JOINED = ("consultation", "complaint")
NAMED_BY = ("sub_item", "handling_item", "parent_name")
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
    told_name: bool
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
            told_name=names_told(header),
            epoch=epoch,
        )


def names_told(header: Header) -> bool:
    """Whether a list has main items and sub-items but no column of its own for the name."""
    return "name" not in header.paths and not header.paths.isdisjoint(NAMED_BY)


def doubles(header: Header) -> dict[str, list[str]]:
    """Return the single fields that two columns carry, with the headers of these columns."""
    found: dict[str, list[str]] = {}
    for column in header.columns:
        if column.path and column.path not in (IGNORED, EXTRA, *JOINED) and root_of(column.path) is None:
            found.setdefault(column.path, []).append(column.label)
    return {path: labels for path, labels in found.items() if len(labels) > 1}


@functools.cache
def root_of(path: str) -> str | None:
    """Return the list field that a path belongs to."""
    return next((root for root in LISTS if path == root or path.startswith(f"{root}.")), None)


def at(row: Row, index: int) -> object:
    """Return the value of a column, an empty text where the row ends before it."""
    return row.values[index] if index < len(row.values) else ""


def cell_of(row: Row, column: Column, value: object, layout: Layout) -> Cell:
    """Return the cell of a column with its address (of the anchor, in a merged range) and its header."""
    if row.anchors:
        number, index = row.anchor(column.index)
        letters = column_letters(index)
    else:
        number, letters = row.number, column.letters
    if type(value) is str:
        value = _array(value) if value[0] == "[" and root_of(column.path or "") is not None else value
    elif column.path in _DATES and isinstance(value, float | int) and not isinstance(value, bool):
        value = _dated(value, layout.epoch)
    return Cell(value=value, place=functools.partial(_place, layout, number, letters), label=column.label)


def _place(layout: Layout, number: int, letters: str) -> Place:
    return Place(file=layout.file, sheet=layout.sheet, row=number, cell=f"{letters}{number}")


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


def _units_of(file: str, sheet: str | None, header: Header, fields: Sequence[Column]) -> dict[str, Cell]:
    """Return the units that headers of limits state (（工作日）) by the path of the limit."""
    units: dict[str, Cell] = {}
    for column in fields:
        if column.unit is not None and column.path is not None:
            place = Place(file=file, sheet=sheet, row=header.last, cell=f"{column.letters}{header.last}")
            units.setdefault(column.path, Cell(value=column.unit, place=place, label=column.label))
    return units
