"""JSON: one array of items, ``{"items": [...]}``, or one item; ``load_json`` is the only parser of JSON (S20).

Ours are the names of ``schemas/item.schema.json``; other documents are mapped by ``[channel.columns]``, by known
headers, and by the tables of the national exchange, which need no mapping.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from itemcatalog.files import sha256
from itemcatalog.findings import Fault, Place
from itemcatalog.formats import _exchange, jsonl_
from itemcatalog.formats._documents import items_in, read_documents
from itemcatalog.formats._load_json import load_json
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._structure import item_to_dict
from itemcatalog.model import Item, Source

__all__ = ["load_json", "read", "write"]


def read(data: bytes, file: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Yield the items of a JSON text, their faults and, last, the source; ``SourceError`` where it is no JSON."""
    if options.format == "jsonl" or (options.format is None and jsonl_.looks_like_lines(data)):
        yield from jsonl_.read(data, file, options)
        return
    value = load_json(data, file)
    source = Source(path=file, channel=options.channel, sha256=sha256(data), codec="utf-8")
    tables = () if options.columns else _exchange.tables_of_json(value, file)
    if tables:
        yield from _exchange.read_tables(tables, options, source)
        return
    documents = ((Place(file=file, cell=pointer or None), entry) for pointer, entry in items_in(value))
    yield from read_documents(documents, options, source)


def write(items: Iterable[Item]) -> bytes:
    """Return the items as one JSON array in our own names, UTF-8, one item a line; same items, same bytes."""
    lines = [dumped(item_to_dict(item)) for item in items]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode() if lines else b"[]\n"


def dumped(value: dict[str, Any] | Sequence[Any]) -> str:
    """Return plain data as one line of JSON with its own characters; half a surrogate pair is refused."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
