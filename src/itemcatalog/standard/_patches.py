"""From corrected items to the bytes of one file: which cells, keys or elements must say what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import define, field

from itemcatalog.findings import Place, Text
from itemcatalog.formats import ReadOptions, patch_xlsx
from itemcatalog.formats._bounds import column_number
from itemcatalog.formats._documents import in_our_names, record_of, value_of_key
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._patch_csv import patch_csv
from itemcatalog.formats._patch_json import patch_json, patch_jsonl
from itemcatalog.formats._shapes import LISTS
from itemcatalog.formats._sheet_cells import SheetRecord, lexicon_of, sheet_records
from itemcatalog.formats._structure import item_to_dict
from itemcatalog.formats._values import shown
from itemcatalog.formats._written import texts_of
from itemcatalog.model import Item, Limit, value_at
from itemcatalog.standard._cell_texts import cell_text_of
from itemcatalog.standard._corrections import Correction, Key
from itemcatalog.standard._limit_texts import SHARED, with_limit
from itemcatalog.standard._list_cells import new_entries, style_of
from itemcatalog.standard._objects import in_order_of, objects_of

__all__ = ["NOT_HERE", "Patched", "patch_file"]

NOT_HERE = Text("原文件没有可改的单元格或节点，须人工更正", "the source has no cell or node to change; by hand")
_ROWS = Text("条目分列多行（合并单元格），须人工更正", "entries stand in rows of their own; by hand")
_OTHER = Text("此来源格式不能写回，须人工更正", "this format cannot be written back; by hand")
Items = Mapping[Key, Item]
Pending = Mapping[int, Correction]
Cells = dict[tuple[str, str], str | int]


@define(frozen=True, slots=True, kw_only=True)
class Patched:
    """更正结果: the new bytes, and where each correction (by number) stands."""

    data: bytes
    places: Mapping[int, Place] = field(factory=dict)


Answer = tuple[Patched, dict[int, Text]]


def patch_file(
    data: bytes, file: str, form: str, ways: Sequence[ReadOptions], pending: Pending, items: Items
) -> Answer:
    """Return the file with its corrections, and those that its form cannot hold with the reason.

    With any refused the bytes are not to be used: the caller leaves these out and asks again. Raises ``UsageError``
    or ``SourceError`` when the file as a whole cannot be patched.
    """
    if form in ("xlsx", "xlsm", "csv", "tsv"):
        return _sheets(data, file, form, ways, pending, items)
    if form in ("json", "jsonl"):
        return _documents(data, form, ways, pending, items)
    if form == "xml":
        return _xml(data, file, pending, items)
    return Patched(data=data), dict.fromkeys(pending, _OTHER)


def _by_item(pending: Pending) -> dict[Key, dict[int, Correction]]:
    found: dict[Key, dict[int, Correction]] = {}
    for n, one in pending.items():
        found.setdefault(one.key, {})[n] = one
    return found


def _sheets(data: bytes, file: str, form: str, ways: Sequence[ReadOptions], pending: Pending, items: Items) -> Answer:
    cells: Cells = {}
    places: dict[int, Place] = {}
    refused: dict[int, Text] = {}
    for way in ways:
        wanted = {key: ones for key, ones in _by_item(pending).items() if key[0] == way.channel}
        if not wanted:
            continue
        records = list(sheet_records(data, file, form, way))
        known = {(one.record.place.sheet, one.record.place.row): one for one in records}
        for key, ones in wanted.items():
            place = items[key].place
            record = known.get((place.sheet, place.row))
            for n, one in ones.items():
                texts = _cells(record, records, items[key], one, cells) if record else NOT_HERE
                if isinstance(texts, Text):
                    refused[n] = texts
                else:
                    cells |= {(p.sheet or "", p.cell or ""): text for p, text in texts}
                    places[n] = texts[0][0]
    if refused:
        return Patched(data=data, places=places), refused
    new = _in_csv(data, cells, ways[0]) if form in ("csv", "tsv") else patch_xlsx(data, cells, file)
    return Patched(data=new, places=places), refused


def _in_csv(data: bytes, cells: Cells, way: ReadOptions) -> bytes:
    def where(address: str) -> tuple[int, int]:
        letters = address.rstrip("0123456789")
        return int(address[len(letters) :]), column_number(letters) - 1

    return patch_csv(data, {where(address): str(text) for (_, address), text in cells.items()}, lexicon_of(way))


def _paths(columns: Iterable[str], path: str) -> list[str]:
    """Return the columns that speak of a field: its own, those of its parts, and the object's that it fills."""
    return [one for one in columns if one == path or one.startswith(f"{path}.") or path.startswith(f"{one}.")]


def _cells(
    record: SheetRecord, records: Sequence[SheetRecord], item: Item, one: Correction, written: Cells
) -> list[tuple[Place, str | int]] | Text:
    """Return the cells of one correction with their new texts, the first one for people to look at.

    ``written`` are the cells changed so far: two limits may share one.
    """
    if any(path == one.field or path.startswith(f"{one.field}.") for path in record.record.rows):
        return _ROWS
    found: list[tuple[Place, str | int]] = []
    for path in _paths(record.columns, one.field):
        place = record.place(path)
        if place is None:
            return NOT_HERE
        cell, address = record.cell(path), (place.sheet or "", place.cell or "")
        before = written.get(address, cell.value if cell else "")
        was = one.member.item
        text = _cell_text(record, records, was, item, path, before)
        if isinstance(text, Text):
            if _texts(was, path) != _texts(item, path):
                return text
        elif text == shown(before):
            found += [(place, text)] if address in written else []
        elif text != _cell_text(record, records, was, was, path, before):
            found.append((place, _as_before(text, before)))
    return found or NOT_HERE


def _texts(item: Item, path: str) -> object:
    """Return what an item says in a column: the texts of its entries, or a value."""
    return texts_of(item, path) if path.rpartition(".")[0] in LISTS else value_at(item, path)


def _as_before(text: str, before: object) -> str | int:
    """Return a number where the cell held one and the new text is one."""
    number = isinstance(before, int | float) and not isinstance(before, bool)
    return int(text) if number and text.isascii() and text.isdecimal() else text


def _cell_text(
    record: SheetRecord, records: Sequence[SheetRecord], was: Item, item: Item, path: str, before: object
) -> str | Text:
    if sum(letters == record.columns[path] for letters in record.columns.values()) > 1:
        limit = value_at(item, path) if path in ("statutory_limit", "promised_limit") else None
        return with_limit(shown(before), path, limit) if isinstance(limit, Limit) else SHARED
    sample = (shown(c.value) for r in [record, *records] if (c := r.cell(path)) is not None)
    return cell_text_of(was, item, path, before, record.units.get(path), style_of(sample, path), record.columns)


Settings = dict[tuple[str, ...], Any]


def _documents(data: bytes, form: str, ways: Sequence[ReadOptions], pending: Pending, items: Items) -> Answer:
    by_line = form == "jsonl" or (form == "json" and all(one.member.item.place.row for one in pending.values()))
    documents = _lines(data) if by_line else _pointers(data)
    options = {way.channel: way for way in ways}
    changes: dict[Any, Settings] = {}
    refused: dict[int, Text] = {}
    for key, ones in _by_item(pending).items():
        item = items[key]
        at = item.place.row if by_line else item.place.cell or ""
        document = documents(at)
        for n, one in ones.items():
            told = _settings(document, options[key[0]], item, one) if isinstance(document, dict) else {}
            reason = next((value for value in told.values() if isinstance(value, Text)), None)
            if reason or not told:
                refused[n] = reason or NOT_HERE
            else:
                changes.setdefault(at, {}).update(told)
    if refused:
        return Patched(data=data), refused
    return Patched(data=patch_jsonl(data, changes) if by_line else patch_json(data, changes)), {}


def _lines(data: bytes) -> Callable[[Any], Any]:
    lines = data.split(b"\n")
    return lambda number: _loaded(lines[number - 1]) if number and number <= len(lines) else None


def _loaded(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _pointers(data: bytes) -> Callable[[Any], Any]:
    whole = _loaded(data)

    def found(pointer: str) -> Any:
        value = whole
        for step in pointer.split("/")[1:]:
            if isinstance(value, list) and step.isdecimal() and int(step) < len(value):
                value = value[int(step)]
            elif isinstance(value, dict) and step in value:
                value = value[step]
            else:
                return None
        return value

    return found


def _settings(document: dict[str, Any], way: ReadOptions, item: Item, one: Correction) -> Settings:
    """Return the keys of one document that must hold other values (a reason in place of one); none without a key."""
    head = one.field.partition(".")[0]
    if in_our_names(document, way):
        plain = item_to_dict(item)
        return {(head,): in_order_of(document.get(head), plain[head])} if head in plain else {}
    return dict(_foreign(document, way, item, one))


def _foreign(
    document: dict[str, Any], way: ReadOptions, item: Item, one: Correction
) -> Iterator[tuple[tuple[str, ...], Any]]:
    record = record_of(document, item.place, way, item_lexicon(way.labels, {}))
    for path in _paths(record.cells, one.field):
        label = record.cells[path].label or path
        before = value_of_key(document, label)
        value = _value(one.member.item, item, path, before)
        if value is not None:
            yield (label,) if label in document else tuple(label.split(".")), value


def _value(was: Item, item: Item, path: str, before: Any) -> Any:
    """Return what a key must hold, of the kind that it held; None where it stays, or the source has no name for it."""
    if isinstance(before, list):
        return _listed(was, item, path, before)
    value = value_at(item, path)
    if isinstance(before, dict):
        return _limit(before, value) if isinstance(value, Limit) else None
    if isinstance(before, bool):
        return value if isinstance(value, bool) and value != before else None
    if not isinstance(before, str | int | float):
        return None
    style = style_of([str(before)], path)
    text = cell_text_of(was, item, path, before, None, style)
    if isinstance(text, Text):
        return text if _texts(was, path) != _texts(item, path) else None
    stays = text in (shown(before), cell_text_of(was, was, path, before, None, style))
    return None if stays else _as_before(text, before)


def _listed(was: Item, item: Item, path: str, before: list[Any]) -> Any:
    if all(isinstance(entry, str) for entry in before):
        entries = new_entries(was, item, path, before)
        return entries if isinstance(entries, Text) else [text for _, text in entries]
    if path in LISTS and all(isinstance(entry, dict) for entry in before):
        return objects_of(item, was, path, before)
    return None


def _limit(before: Mapping[str, Any], limit: Limit) -> dict[str, Any]:
    """Write a limit into an object of the source, by the keys that it has."""
    number = None if limit.value is None else _number(limit.value)
    told = {"value": number, "unit": limit.unit, "raw": str(limit)}
    return {key: told.get(key, value) for key, value in before.items()}


def _number(value: Fraction) -> int | str:
    return value.numerator if value.denominator == 1 else str(value)


def _xml(data: bytes, file: str, pending: Pending, items: Items) -> Answer:
    from itemcatalog.formats._patch_xml import patch_xml

    changes: dict[str, tuple[Item, list[str]]] = {}
    for key, ones in _by_item(pending).items():
        heads = sorted({one.field.partition(".")[0] for one in ones.values()})
        changes[items[key].place.cell or ""] = (items[key], heads)
    return Patched(data=patch_xml(data, changes, file)), {}
