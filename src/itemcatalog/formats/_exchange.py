"""The tables of the national exchange (C0109.2 / GB/T 39554.2, published layouts), told by their columns.

A dump holds a table of tasks (基本目录, 实施清单, 扩展) and tables of materials, fees and questions that name their
task by its guid, else by its code. Column names count without case and underscores (``TASK_NAME``, ``taskName``).
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from attrs import define

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._build import build_item
from itemcatalog.formats._exchange_cells import squeezed, task_cells
from itemcatalog.formats._faults import ColumnFaults
from itemcatalog.formats._headers import table
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._shapes import provided_by
from itemcatalog.formats._values import blank, shown
from itemcatalog.model import Item, Source

__all__ = [
    "PARTS",
    "Table",
    "column_names",
    "is_row",
    "read_tables",
    "squeezed",
    "table_named",
    "table_of",
    "tables_of_json",
]

# The part tables: the list field that their rows are entries of, and the label table of their columns.
PARTS: Mapping[str, str] = {
    "materials": "national_material",
    "fees.items": "national_fee",
    "faq": "national_question",
}
_KEY_COLUMNS: Mapping[str, tuple[frozenset[str], ...]] = {
    "materials": (frozenset({"materialname"}),),
    "fees.items": (frozenset({"feename"}), frozenset({"feestand"})),
    "faq": (frozenset({"question", "answer"}), frozenset({"question", "taskguid"})),
}
_CODES = ("taskhandleitem", "taskcode", "localtaskcode", "catalogcode", "localcatalogcode")
_DEEPEST = 4
_NO_LINKS = ("formguid", "exampleguid", "resultguid")


@define(frozen=True, slots=True, kw_only=True)
class Table:
    """交换表: one table of a dump: the list field of its rows (``""`` = tasks), its name, its rows by column."""

    field: str
    name: str
    rows: tuple[Mapping[str, Cell], ...]


@functools.cache
def column_names(name: str) -> Mapping[str, tuple[str, str]]:
    """Return squeezed column → (column, path) of one label table (``national_task``, ``national_material`` …)."""
    return {squeezed(label): (label, path) for label, path in table(name).items()}


def table_named(columns: Iterable[str]) -> str | None:
    """Return which table has these columns: ``""`` for tasks, the list field of a part table, None for another."""
    found = {squeezed(column) for column in columns}
    known = column_names("national_task")
    if "taskname" in found and sum(column in known for column in found) > 2:
        return ""
    return next((field for field, keys in _KEY_COLUMNS.items() if any(key <= found for key in keys)), None)


def is_row(value: Any) -> bool:
    """Say whether a document is a row of a table of tasks."""
    return isinstance(value, dict) and table_named(value) == ""


def table_of(name: str, rows: Iterable[tuple[Mapping[str, Any], Place]]) -> Table | None:
    """Return the table that rows of plain values make, or None where their columns are not of the exchange."""
    rows = list(rows)
    field = table_named(dict.fromkeys(column for row, _ in rows for column in row))
    if field is None:
        return None
    return Table(field=field, name=name, rows=tuple(_cells(row, place) for row, place in rows))


def _cells(row: Mapping[str, Any], place: Place) -> dict[str, Cell]:
    pointer = place.cell or ""
    return {
        squeezed(column): Cell(value=value, label=column, place=attrs.evolve(place, cell=f"{pointer}/{column}"))
        for column, value in row.items()
        if not blank(value)
    }


def tables_of_json(value: Any, file: str, pointer: str = "") -> tuple[Table, ...]:
    """Return the tables of a dump in JSON (tables by name, or the rows of one); empty for any other document.

    They may stand in the wrapper of an interface's answer (``{"data": {"list": [...]}}``).
    """
    named = {"": value} if isinstance(value, list) else value if isinstance(value, dict) else {}
    found: list[Table] = []
    for name, rows in named.items():
        if not (isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows)):
            continue
        address = f"{pointer}/{name}" if name else pointer
        placed = ((row, Place(file=file, cell=f"{address}/{number}")) for number, row in enumerate(rows))
        one = table_of(name, placed)
        if one is not None:
            found.append(one)
    if any(one.field == "" for one in found):
        return tuple(found)
    return () if pointer.count("/") >= _DEEPEST else _in_wrapper(named, file, pointer)


def _in_wrapper(named: Mapping[str, Any], file: str, pointer: str) -> tuple[Table, ...]:
    inner = (tables_of_json(rows, file, f"{pointer}/{name}") for name, rows in named.items() if isinstance(rows, dict))
    return next((tables for tables in inner if tables), ())


def read_tables(tables: Sequence[Table], options: ReadOptions, source: Source) -> Iterator[Item | Fault | Source]:
    """Yield an item for each task of a dump with its joined rows, the faults, and last the source."""
    columns = ColumnFaults()
    provides: set[str] = set()
    unread: dict[str, None] = {}
    tasks = _merged([row for one in tables if one.field == "" for row in one.rows])
    parts, orphans = _joined(tasks, tables)
    for number, task in enumerate(tasks):
        if not all(shown(_value(task, key)) == value for key, value in options.where.items()):
            continue
        record = _record(task, parts[number])
        provides.update(field for path in paths_of(record) if (field := provided_by(path)) is not None)
        unread |= dict.fromkeys(record.extra)
        item, faults = build_item(record, options, source.path)
        source = attrs.evolve(source, items=source.items + 1)
        yield item
        yield from columns.take(faults)
    yield from columns.rest()
    yield from (_orphan(field, row, options) for field, row in orphans)
    carried = options.provides if options.provides is not None else frozenset(provides)
    yield attrs.evolve(source, channel=options.channel, provides=carried, unread=tuple(unread))


def paths_of(record: Record) -> Iterator[str]:
    """Yield the paths of a record's cells and of the members of its rows."""
    yield from record.cells
    for field, rows in record.rows.items():
        yield field
        yield from (f"{field}.{name}" for row in rows for name in row)


def _value(row: Mapping[str, Cell], column: str) -> object:
    cell = row.get(squeezed(column))
    return cell.value if cell else ""


def _merged(rows: Sequence[Mapping[str, Cell]]) -> list[dict[str, Cell]]:
    """Put the rows of the same task (directory, basic, extend) together by guid and name."""
    merged: dict[tuple[str, ...], dict[str, Cell]] = {}
    for number, row in enumerate(rows):
        guid = shown(_value(row, "row_guid"))
        key = (guid, shown(_value(row, "task_name"))) if guid else ("", str(number))
        merged.setdefault(key, {}).update({name: cell for name, cell in row.items() if name not in merged.get(key, {})})
    return list(merged.values())


def _joined(
    tasks: Sequence[Mapping[str, Cell]], tables: Sequence[Table]
) -> tuple[list[dict[str, list[Mapping[str, Cell]]]], list[tuple[str, Mapping[str, Cell]]]]:
    """Return for each task its rows by list field, and the rows that belong to no task."""
    parts: list[dict[str, list[Mapping[str, Cell]]]] = [defaultdict(list) for _ in tasks]
    orphans: list[tuple[str, Mapping[str, Cell]]] = []
    guids = _index(tasks, ("rowguid",))
    codes = [_index(tasks, (column,)) for column in _CODES]
    for one in (part for part in tables if part.field):
        for row in one.rows:
            number = _task_of(row, guids, codes)
            if number is None:
                orphans.append((one.field, row))
            else:
                parts[number][one.field].append(row)
    return parts, orphans


def _index(tasks: Sequence[Mapping[str, Cell]], columns: Sequence[str]) -> dict[str, int | None]:
    """Return value → task; None where two tasks share it."""
    found: dict[str, int | None] = {}
    for number, task in enumerate(tasks):
        for column in columns:
            if column in task:
                value = shown(task[column].value)
                found[value] = None if value in found else number
    return found


def _task_of(
    row: Mapping[str, Cell], guids: Mapping[str, int | None], codes: Sequence[Mapping[str, int | None]]
) -> int | None:
    """Return the task that a row names: by any of its guids, its own last, else by the first code that is unique."""
    links = [name for name in row if name.endswith("guid") and name not in (*_NO_LINKS, "rowguid")]
    for name in (*links, *(["rowguid"] if "rowguid" in row else [])):
        number = guids.get(shown(row[name].value))
        if number is not None:
            return number
    for column, index in zip(_CODES, codes, strict=True):
        if column in row and (number := index.get(shown(row[column].value))) is not None:
            return number
    return None


def _record(task: Mapping[str, Cell], parts: Mapping[str, Sequence[Mapping[str, Cell]]]) -> Record:
    """Return the record of one task: known columns under their paths, the others in ``extra``."""
    cells, extra, nested = task_cells(task, column_names("national_task"))
    rows = {field: [_part(field, row) for row in found] for field, found in parts.items()}
    for field, found in nested.items():
        rows.setdefault(field, []).extend(_part(field, row) for row in found)
    basis = cells.get("fees.items.basis")
    if basis is not None and rows.get("fees.items"):
        del cells["fees.items.basis"]
        if not any(row.get("basis") and row["basis"].value == basis.value for row in rows["fees.items"]):
            extra["fee_basis"] = basis.value
    place = next(iter(task.values())).place
    pointer = (place.cell or "").rpartition("/")[0]
    ordered = {field: tuple(sorted(found, key=_order)) for field, found in rows.items()}
    return Record(cells=cells, extra=extra, place=attrs.evolve(place, cell=pointer or None), rows=ordered)


def _order(row: Mapping[str, Cell]) -> float:
    """Sort by the number in the list where every row has one; rows without one stay last, in their order."""
    value = row["order"].value if "order" in row else None
    text = shown(value) if value is not None else ""
    return float(text) if text.replace(".", "", 1).isdigit() else float("inf")


def _part(field: str, row: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return a row of a part table by the names of the noun; unknown columns keep their own name."""
    names = column_names(PARTS[field])
    links = {"rowguid", "taskguid", *_CODES, "tasktype", "taskversion"}
    found: dict[str, Cell] = {}
    for column, cell in row.items():
        label, path = names.get(column, (cell.label or column, "extra"))
        if column in links or (column.endswith("guid") and column not in _NO_LINKS):
            continue
        found[label if path in ("extra", "-") else path] = cell
    return found


def _orphan(field: str, row: Mapping[str, Cell], options: ReadOptions) -> Fault:
    cell = next(iter(row.values()))
    pointer = (cell.place.cell or "").rpartition("/")[0]
    links = [name for name in row if (name.endswith("guid") and name != "rowguid") or name in _CODES]
    key = next((shown(row[name].value) for name in links), "")
    return Fault(
        kind="orphan-row",
        channel=options.channel,
        place=attrs.evolve(cell.place, cell=pointer or cell.place.cell),
        field=field,
        found=shown(cell.value),
        values={"label": field, "table": PARTS[field], "key": key},
    )
