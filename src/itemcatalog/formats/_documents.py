"""From documents (objects of a json, jsonl or xml file) to items: ours are structured strictly, others are mapped."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._build import build_item
from itemcatalog.formats._faults import ColumnFaults
from itemcatalog.formats._headers import EXTRA, IGNORED, Lexicon, item_lexicon
from itemcatalog.formats._inner_names import member_of
from itemcatalog.formats._own_faults import own_faults, without_controls
from itemcatalog.formats._provides import carried_by
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._shapes import LISTS, provided_by
from itemcatalog.formats._structure import item_from_dict
from itemcatalog.formats._values import blank, shown
from itemcatalog.model import RUNTIME_FIELDS, Item, Source

__all__ = ["Document", "in_our_names", "items_in", "read_documents", "record_of", "value_of_key"]

# One document with the address at which it stands (a JSON pointer, or a line number with an empty pointer).
Document = tuple[Place, Any]

_OWN = frozenset(a.name for a in attrs.fields(Item) if a.name not in RUNTIME_FIELDS)
_DEEPEST = 4


def read_documents(
    documents: Iterable[Document], options: ReadOptions, source: Source, *, foreign: bool = False
) -> Iterator[Item | Fault | Source]:
    """Yield an item for each document that is an object, its faults, and last the source with what it carries.

    ``foreign`` documents are always mapped, also where their names are ours: their values are texts.
    """
    columns = ColumnFaults()
    lexicon = item_lexicon(options.labels, {})
    provides: set[str] = set()
    unread: dict[str, None] = {}
    count = 0
    for place, data in documents:
        if not isinstance(data, dict) or all(map(blank, data.values())):
            yield _not_an_item(data, place, options)
        elif _wanted(data, options.where):
            own = not foreign and in_our_names(data, options)
            item, faults = _built(data, place, options, None if own else lexicon, provides, unread)
            count += 1
            yield item
            yield from columns.take(faults)
    yield from columns.rest()
    yield attrs.evolve(
        source,
        channel=options.channel,
        items=count,
        provides=options.provides if options.provides is not None else frozenset(provides),
        unread=tuple(unread),
    )


def items_in(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield the documents of a JSON value with their pointers: an array, ``{"items": []}``, a wrapper, or one item."""
    if isinstance(data, dict) and data and all(value == [] for value in data.values()):
        return
    pointer, found = _array(data, "", 0) or ("", None)
    if found is None:
        yield _single(data, "", 0) or ("", data)
    else:
        yield from ((f"{pointer}/{number}", entry) for number, entry in enumerate(found))


def _array(data: Any, pointer: str, depth: int) -> tuple[str, list[Any]] | None:
    """Find the array of documents: the value itself, else the first array of objects in a wrapper that is no item."""
    if isinstance(data, list):
        return pointer, data
    if not isinstance(data, dict) or depth > _DEEPEST or (_is_item(data) and "items" not in data):
        return None
    keys = ["items", *(key for key in data if key != "items")]
    arrays = [(f"{pointer}/{key}", data[key]) for key in keys if isinstance(data.get(key), list)]
    for address, array in arrays:
        if array and all(isinstance(entry, dict) for entry in array):
            return address, array
    if "items" in data and isinstance(data["items"], list):
        return f"{pointer}/items", data["items"]
    inner = (_array(data[key], f"{pointer}/{key}", depth + 1) for key in data if isinstance(data[key], dict))
    return next((found for found in inner if found), None)


def _single(data: Any, pointer: str, depth: int) -> tuple[str, Any] | None:
    """Find the one item in a wrapper: ``{"data": {"name": …}}``."""
    if not isinstance(data, dict) or depth > _DEEPEST:
        return None
    if _is_item(data):
        return pointer, data
    return next((found for key in data if (found := _single(data[key], f"{pointer}/{key}", depth + 1))), None)


def _is_item(data: Mapping[str, Any]) -> bool:
    """Say whether an object has a name in our own, a Chinese or an exchange table's words."""
    lexicon = item_lexicon({}, {})
    return any(isinstance(data[key], str) and _path(key, lexicon) == "name" for key in data)


@functools.lru_cache(maxsize=4096)
def _path(key: str, lexicon: Lexicon) -> str | None:
    if key in _OWN:
        return key
    hit = lexicon.find(key)
    return hit.path if hit else None


def in_our_names(data: Mapping[str, Any], options: ReadOptions) -> bool:
    """Say whether a document is in our own names: it has a ``name``, and most of its keys are ours."""
    known = sum(key in _OWN for key in data)
    return not options.columns and ("name" in data or known > 2) and known * 2 > len(data)


def _wanted(data: Mapping[str, Any], where: Mapping[str, str]) -> bool:
    return all((found := value_of_key(data, key)) is not None and shown(found) == value for key, value in where.items())


def value_of_key(data: Any, path: str) -> Any:
    """Return the value at a dotted path; a key that holds dots itself goes first; through arrays, of each entry."""
    if isinstance(data, list):
        found = [value_of_key(entry, path) for entry in data]
        return found if any(value is not None for value in found) else None
    if not isinstance(data, Mapping):
        return None
    if path in data:
        return data[path]
    head, _, rest = path.partition(".")
    return value_of_key(data[head], rest) if rest and head in data else None


def _built(
    data: dict[str, Any],
    place: Place,
    options: ReadOptions,
    lexicon: Lexicon | None,
    provides: set[str],
    unread: dict[str, None],
) -> tuple[Item, Sequence[Fault]]:
    if lexicon is None:
        provides.update(carried_by({key: value for key, value in data.items() if key in _OWN}))
        data, told = without_controls(data, options, place)
        item, faults = item_from_dict(data, options, place)
        told = (*told, *faults)
        return item, (*told, *own_faults(item, options, place, told))
    record = record_of(data, place, options, lexicon)
    provides.update(field for path in _paths(record) if (field := provided_by(path)) is not None)
    unread |= dict.fromkeys(record.extra)
    return build_item(record, options, place.file or "")


def _paths(record: Record) -> Iterator[str]:
    """Yield the paths that a record has cells for, members of objects in lists included."""
    for path, cell in record.cells.items():
        yield path
        if path in LISTS and isinstance(cell.value, list):
            keys = dict.fromkeys(str(key) for entry in cell.value if isinstance(entry, dict) for key in entry)
            yield from (f"{path}.{member_of(path, key)}" for key in keys)


def record_of(data: Mapping[str, Any], place: Place, options: ReadOptions, lexicon: Lexicon) -> Record:
    """Return the record of a foreign document: mapped columns first, then keys that are known headers or our own."""
    cells: dict[str, Cell] = {}
    taken: set[str] = set()
    for column, path in options.columns.items():
        if (value := value_of_key(data, column)) is not None:
            taken.add(column if column in data else column.partition(".")[0])
            _put(cells, path, _cell(value, column, place))
    extra: dict[str, object] = {}
    for key, value in data.items():
        if key in taken:
            continue
        found = None if key in options.columns else _path(key, lexicon)
        if found == IGNORED or blank(value):
            continue
        if found is None or found == EXTRA or found.endswith("?") or found in cells or _clashes(found, value, cells):
            extra[key] = value
        else:
            cells[found] = _cell(value, key, place)
    return Record(cells=cells, extra=extra, place=place)


def _put(cells: dict[str, Cell], path: str, cell: Cell) -> None:
    """Put a mapped cell; two columns mapped to one path are joined where both state something."""
    before = cells.get(path)
    if before is None or blank(before.value):
        cells[path] = cell
    elif not blank(cell.value) and before.value != cell.value:
        cells[path] = attrs.evolve(before, value=f"{shown(before.value)}\n{shown(cell.value)}")


def _clashes(path: str, value: object, cells: Mapping[str, Cell]) -> bool:
    """Say whether a column already speaks for a path, above it or below it.

    A text above is the main word of its noun (办理地点 an address) and leaves room for the members (办理时间).
    """
    head = f"{path.partition('.')[0]}."
    above = ((path, value, known) for known in cells if known.startswith(f"{path}."))
    below = ((known, cells[known].value, path) for known in cells if path.startswith(f"{known}."))
    return any(
        not isinstance(text, str) or upper not in LISTS
        for upper, text, lower in (*above, *below)
        if f"{lower}.".startswith(head)
    )


def _cell(value: Any, label: str, place: Place) -> Cell:
    pointer = f"{place.cell or ''}/{label.replace('.', '/')}"
    where = Place(file=place.file, sheet=place.sheet, row=place.row, cell=pointer)
    return Cell(value=value, label=label, place=where)


def _not_an_item(data: object, place: Place, options: ReadOptions) -> Fault:
    reason = "空对象" if isinstance(data, dict) else "不是对象"
    return Fault(
        kind="not-an-item",
        channel=options.channel,
        place=place,
        found=shown(data)[:80],
        values={"label": str(place), "reason": reason},
    )
