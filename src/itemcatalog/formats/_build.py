"""Record → item: every reader of foreign tables, pages and documents ends here (DESIGN §9 and §10).

A cell goes to the field that its path names; a text mapped to an object field fills its natural part. What is written
but not understood leaves the field empty with exactly one fault and is kept in ``extra`` under its own label.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from itemcatalog.codes import parse_code
from itemcatalog.findings import Fault
from itemcatalog.formats._entries import entries_of, inner
from itemcatalog.formats._entry_texts import NOTHING, OPEN, fees_of
from itemcatalog.formats._faults import FaultList
from itemcatalog.formats._grammar import parse_charged, parse_contact, parse_money, plain, split_list, visits_by_way
from itemcatalog.formats._kinds import UNCLEAR
from itemcatalog.formats._limit_cells import limit_of
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._shapes import LISTS, PARTS, kind_of
from itemcatalog.formats._values import blank, shown, text_of, value_of
from itemcatalog.model import RUNTIME_FIELDS, Contact, Fee, Fees, Item, Visits
from itemcatalog.text import seems_cut

__all__ = ["build_item"]

_CODE = "codes.?"
_FORMS = ("basic", "implementation", "handling")
_LIMITS = ("statutory_limit", "promised_limit")
_NATURAL = {
    "authority": "authority.name",
    "online": "online.available",
    "document": "document.url",
    "visits": "visits.total",
    "codes": "codes.internal",
}
_Rows = tuple[Mapping[str, Cell], ...]
# Kinds of paths that are no field of an item.
_NO_FIELD = (None, "extra")
# Fields that are read from several cells, or into several parts.
_OBJECTS = frozenset({*_LIMITS, *LISTS, *PARTS})
_FREE_TEXT = frozenset({"text", "noun"})
# Where there is no sub-item, main item or business item, its column says so: it is no name.
_LOWER_NAMES = frozenset({"parent_name", "sub_item", "handling_item"})
_NO_NAME = NOTHING | {"-", "--", "/", "无子项", "无主项"}

# A yes in words before what is charged; a digit there is the number of an entry.
_YES_FIRST = re.compile(r"\s*([\u4e00-\u9fff]{1,8})[,，;；。\s]+(?=\S)")
_AMOUNT = re.compile(r"[0-9零一二三四五六七八九十百千万]\s*[元圆]")


def build_item(record: Record, options: ReadOptions, source_file: str = "") -> tuple[Item, tuple[Fault, ...]]:
    """Build the item of one record, and the faults met in its cells.

    The item always comes back, without a name if the record has none (``name-missing``). Its ``id`` is provisional
    (the place of the record); ``assign_ids`` gives the items of a channel their own.
    """
    place = record.place if record.place.file else attrs.evolve(record.place, file=source_file or None)
    identity = str(place)
    faults = FaultList(options.channel, identity)
    record = attrs.evolve(record, cells=_spread(record.cells))
    values = _values(record, options, faults)
    for defect in record.defects:
        faults.add(defect.kind, defect.cell, None, **defect.values)
    if not values.get("name"):
        values["name"] = ""
        if not any("name" in defect.values["fields"] for defect in record.defects):
            faults.add("name-missing", record.cells.get("name", Cell(value=None, place=place)), "name", found="")
    _report_cuts(record, faults)
    values["extra"] = _extra(record, faults)
    return Item(**values, channel=options.channel, id=identity, place=place), tuple(faults)


def _spread(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Give the natural part to texts mapped to objects, and spread objects over the fields they name."""
    spread: dict[str, Cell] = {}
    given: dict[str, Cell] = {}
    for path, cell in cells.items():
        if path in _NATURAL or path == _CODE:
            given[path] = cell
        elif not _object(path, cell):
            spread.setdefault(path, cell)
        else:
            spread |= _members_of(path, cell)
    for path, cell in given.items():
        if _object(path, cell):
            spread |= _members_of(path, cell)
        else:
            spread.setdefault(_natural(path, cell), cell)
    return spread


def _object(path: str, cell: Cell) -> bool:
    return isinstance(cell.value, dict) and (path in PARTS or path in _LIMITS)


def _members_of(path: str, cell: Cell) -> dict[str, Cell]:
    members = cell.value.items() if isinstance(cell.value, dict) else ()
    return {f"{path}.{key}": inner(cell, str(key), value) for key, value in members}


def _natural(path: str, cell: Cell) -> str:
    """Return the path that a text mapped to an object fills; of a code of no stated kind the one that its form says."""
    if path != _CODE:
        return _NATURAL.get(path, path)
    form = parse_code(shown(cell.value)).form if isinstance(cell.value, str) else ""
    return f"codes.{form if form in _FORMS else 'internal'}"


def _values(record: Record, options: ReadOptions, faults: FaultList) -> dict[str, Any]:
    """Return the values of an item by field; each field sees only the cells and rows that belong to it."""
    families: dict[str, dict[str, Cell]] = {}
    for path, cell in record.cells.items():
        families.setdefault(path.partition(".")[0], {})[path] = cell
    for path in record.rows:
        families.setdefault(path.partition(".")[0], {})
    values: dict[str, Any] = {}
    for head, cells in families.items():
        value = None if head in RUNTIME_FIELDS else _field(head, cells, record.rows, options, faults)
        if value is not None and value != ():
            values[head] = value
    return values


def _field(
    head: str, cells: dict[str, Cell], rows: Mapping[str, _Rows], options: ReadOptions, faults: FaultList
) -> Any:
    """Return the value of one field of the item, from all the cells that belong to it."""
    if head not in _OBJECTS:
        cell = cells.get(head)
        if cell is None or kind_of(head) in _NO_FIELD or _says_no_name(head, cell):
            return None
        return value_of(cell, head, options, faults)
    if head in _LIMITS:
        return limit_of(head, cells, options, faults)
    if head in LISTS:
        return entries_of(head, Record(cells=cells, rows=rows), options, faults)
    if head == "fees":
        return _fees(Record(cells=cells, rows=rows), options, faults)
    if head in ("consultation", "complaint"):
        return _contact(head, cells, options, faults)
    if head == "visits":
        return _visits(cells, options, faults)
    return PARTS[head](**_members(head, Record(cells=cells, rows=rows), options, faults))


def _members(head: str, record: Record, options: ReadOptions, faults: FaultList) -> dict[str, Any]:
    """Return what the cells ``head.member`` say; a member that is a list of nouns is read as one."""
    found: dict[str, Any] = {}
    names = {path.split(".")[1] for path in (*record.cells, *record.rows) if path.startswith(f"{head}.")}
    for name in sorted(names):
        path = f"{head}.{name}"
        if path in LISTS:
            found[name] = entries_of(path, record, options, faults)
        elif kind_of(path) is not None and path in record.cells:
            found[name] = value_of(record.cells[path], path, options, faults)
    return {name: value for name, value in found.items() if value is not None and value != ()}


def _contact(head: str, cells: Mapping[str, Cell], options: ReadOptions, faults: FaultList) -> Contact:
    cell = cells.get(head)
    text = text_of(cell, head, faults) if cell else None
    contact = parse_contact(text) if text else Contact()
    members = {
        name: value
        for name in ("phones", "address", "url", "text")
        if f"{head}.{name}" in cells and (value := value_of(cells[f"{head}.{name}"], f"{head}.{name}", options, faults))
    }
    phones = cells.get(f"{head}.phones")
    if phones and not members.get("phones") and isinstance(phones.value, str) and phones.value.strip():
        members.setdefault("text", phones.value.strip())
    return attrs.evolve(contact, **members) if members else contact


def _visits(cells: Mapping[str, Cell], options: ReadOptions, faults: FaultList) -> Visits:
    total = cells.get("visits.total")
    ways = visits_by_way(total.value) if total and isinstance(total.value, str) else None
    names = ("online", "window", "reason") if ways else ("total", "online", "window", "reason")
    members = {
        name: value
        for name in names
        if f"visits.{name}" in cells
        and (value := value_of(cells[f"visits.{name}"], f"visits.{name}", options, faults)) is not None
    }
    return Visits(**{**(ways or {}), **members})


def _fees(record: Record, options: ReadOptions, faults: FaultList) -> Fees:
    """Read the fees: yes or no in words, else a standard with its amount; columns and joined rows beside it."""
    cell = record.cells.get("fees")
    text = text_of(cell, "fees", faults) if cell else None
    charged = record.cells.get("fees.charged")
    if text is None and charged is not None and isinstance(charged.value, str) and _is_standard(charged.value):
        text, record = charged.value.strip(), _without(record, "fees.charged")
    members = _members("fees", record, options, faults)
    if members.get("charged") is False and charged is not None and "费" in str(charged.value):
        members["items"] = tuple(fee for fee in members.get("items", ()) if not _says_nothing(fee))
    if text is None:
        return Fees(**{"charged": _charged(members.get("items", ())), **members})
    stated = parse_charged(options.values.get("fees", {}).get(text, text))
    if stated is not None:
        return Fees(**{"charged": stated, **members})
    said = _behind_a_yes(text)
    items = tuple(fees_of(said or text))
    amounts = said is not None or any(fee.tiers for fee in items) or None
    return Fees(**{"charged": amounts, **members, "items": (*items, *members.get("items", ()))})


def _charged(items: Sequence[Fee]) -> bool | None:
    """Return what the standards alone say: 不收费 alone is no, one amount and more is yes, all else is not told."""
    said = [parse_charged(fee.standard) for fee in items if fee.standard]
    if said and all(answer is False for answer in said):
        return False
    return True if any(tier.amount for fee in items for tier in fee.tiers) else None


def _says_nothing(fee: Fee) -> bool:
    """Say whether a fee is only 无: where another cell says 不收费 in words, it is no answer of its own."""
    return fee.standard in NOTHING and fee == Fee(standard=fee.standard)


def _is_standard(text: str) -> bool:
    if said := _behind_a_yes(text):
        return _AMOUNT.search(said) is not None
    return parse_charged(text) is None and any(map(parse_money, split_list(text)))


def _behind_a_yes(text: str) -> str | None:
    """Return what follows a yes at the head of a cell: ``收费；工本费：每本10元`` → ``工本费：每本10元``."""
    found = _YES_FIRST.match(text)
    return text[found.end() :].strip() if found and parse_charged(found[1]) else None


def _without(record: Record, path: str) -> Record:
    return attrs.evolve(record, cells={name: cell for name, cell in record.cells.items() if name != path})


def _report_cuts(record: Record, faults: FaultList) -> None:
    for path, cell in record.cells.items():
        if isinstance(cell.value, str) and seems_cut(cell.value) and kind_of(path) in _FREE_TEXT:
            faults.add("text-cut", cell, path, ending=cell.value.strip()[-12:])


def _extra(record: Record, faults: FaultList) -> dict[str, Any]:
    """Return what no field took: unread columns, values that were not understood, and words that mean "none"."""
    kept: dict[str, Any] = {key: value for key, value in record.extra.items() if not blank(value)}
    unclear = {fault.field for fault in faults if fault.kind in UNCLEAR and fault.field not in _LIMITS}
    for path, cell in record.cells.items():
        if (path in unclear or _taken_by_none(path, cell)) and not blank(cell.value):
            kept.setdefault(cell.label or path, cell.value if _plain_data(cell.value) else shown(cell.value))
    return kept


def _taken_by_none(path: str, cell: Cell) -> bool:
    """Say whether a path is no field, or its text a word for "none" where none is kept."""
    if kind_of(path) in _NO_FIELD:
        return path.rpartition(".")[0] not in _LIMITS
    return _says_no_name(path, cell) or (path in OPEN and isinstance(cell.value, str) and plain(cell.value) in NOTHING)


def _says_no_name(path: str, cell: Cell) -> bool:
    return path in _LOWER_NAMES and isinstance(cell.value, str) and plain(cell.value) in _NO_NAME


def _plain_data(value: object) -> bool:
    return isinstance(value, str | int | float | bool | list | dict) and not isinstance(value, date)
