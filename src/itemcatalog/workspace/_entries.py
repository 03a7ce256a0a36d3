"""What matching needs, from plain tables (``id,channel,name``) or from any file of items."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from itemcatalog.errors import SourceError
from itemcatalog.files import decode, read_bytes
from itemcatalog.matching import Entry, entry_of
from itemcatalog.workspace._catalogue import UNREADABLE, read_catalogue
from itemcatalog.workspace._read import read_workspace

__all__ = ["read_entries"]

_NEEDED = ("id", "channel", "name")
_CODES = (
    "basic",
    "implementation",
    "handling",
    "local_basic",
    "local_implementation",
    "directory",
    "portal",
    "internal",
)
_PLAIN = tuple(a.name for a in attrs.fields(Entry) if a.name not in (*_NEEDED, "codes"))


def read_entries(paths: Sequence[str], *, names_only: bool = False) -> list[Entry]:
    """Return the entries of csv or jsonl tables with the columns id, channel and name, or of files of items.

    Further columns are taken by the names of ``Entry`` and of the code schemes. ``names_only`` leaves everything
    but id, channel and name out. Raises ``SourceError`` for the first file that cannot be read.
    """
    tables = {path: _rows(path) for path in paths}
    others = [path for path, rows in tables.items() if rows is None]
    found = [_entry(row, names_only) for rows in tables.values() if rows is not None for row in rows]
    return found + [_bare(one) if names_only else one for one in _of_items(others)]


def _rows(path: str) -> Iterator[Mapping[str, Any]] | None:
    """Return the rows of a plain table; None for any other file."""
    ending = Path(path).suffix.lower()
    if ending == ".csv":
        return _csv_rows(read_bytes(path))
    return _json_rows(read_bytes(path), path) if ending == ".jsonl" else None


def _csv_rows(data: bytes) -> Iterator[Mapping[str, Any]] | None:
    reader = csv.DictReader(io.StringIO(decode(data).text, newline=""))
    return iter(reader) if set(_NEEDED) <= set(reader.fieldnames or ()) else None


def _json_rows(data: bytes, path: str) -> Iterator[Mapping[str, Any]] | None:
    lines = [line for line in data.decode("utf-8-sig", errors="replace").splitlines() if line.strip()]
    first = _object(lines[0], path, 1) if lines else {}
    if not set(_NEEDED) <= set(first):
        return None
    return (_object(line, path, number) for number, line in enumerate(lines, start=1))


def _object(line: str, path: str, number: int) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"第 {number} 行不是合法的 JSON", path=path) from error
    if not isinstance(value, dict):
        raise SourceError(f"第 {number} 行不是对象", path=path)
    return value


def _entry(row: Mapping[str, Any], names_only: bool) -> Entry:
    base = Entry(id=_text(row.get("id")), channel=_text(row.get("channel")), name=_text(row.get("name")))
    if names_only:
        return base
    codes = {scheme: text for scheme in _CODES if (text := _text(row.get(scheme)))}
    more = {name: text for name in _PLAIN if (text := _text(row.get(name)))}
    return attrs.evolve(base, codes=codes, **more) if codes or more else base


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _of_items(paths: Sequence[str]) -> Iterator[Entry]:
    if not paths:
        return
    catalogue = read_catalogue(read_workspace(paths))
    for fault in catalogue.faults:
        if fault.kind == UNREADABLE:
            raise SourceError(str(fault.values["reason"]), path=fault.place.file or paths[0])
    yield from (entry_of(item) for item in catalogue)


def _bare(entry: Entry) -> Entry:
    return Entry(id=entry.id, channel=entry.channel, name=entry.name)
