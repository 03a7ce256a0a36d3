"""JSON lines: one document a line; a line that is no JSON is one fault, and the others go on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from itemcatalog.errors import SourceError
from itemcatalog.files import sha256
from itemcatalog.findings import Fault, Place
from itemcatalog.formats import _exchange
from itemcatalog.formats._documents import Document, read_documents
from itemcatalog.formats._load_json import load_json
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._structure import item_to_dict
from itemcatalog.model import Item, Source

__all__ = ["looks_like_lines", "read", "write"]

_BOM = b"\xef\xbb\xbf"
_LINES = re.compile(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")


def looks_like_lines(data: bytes) -> bool:
    """Say whether a text holds one object a line rather than one value."""
    return bool(_LINES.match(data.removeprefix(_BOM)))


def read(data: bytes, file: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Yield the items of a JSON lines text, its faults and, last, the source."""
    source = Source(path=file, channel=options.channel, sha256=sha256(data), codec="utf-8")
    broken: list[Fault] = []
    documents = _documents(data, file, options, broken)
    first = next(documents, None)
    rest = documents if first is None else _chained(first, documents)
    if first is not None and not options.columns and _exchange.is_row(first[1]):
        yield from _dump(rest, options, source)
        yield from broken
        return
    for one in read_documents(rest, options, source):
        yield from broken
        broken.clear()
        yield one


def _dump(documents: Iterator[Document], options: ReadOptions, source: Source) -> Iterator[Item | Fault | Source]:
    """Read the rows of one table of the national exchange."""
    rows = [(row, place) for place, row in documents if isinstance(row, dict)]
    table = _exchange.table_of(source.path, rows)
    yield from _exchange.read_tables([table] if table else [], options, source)


def write(items: Iterable[Item]) -> bytes:
    """Return the items as JSON lines in our own names, UTF-8; same items, same bytes."""
    lines = (json.dumps(item_to_dict(item), ensure_ascii=False, allow_nan=False) for item in items)
    return "".join(f"{line}\n" for line in lines).encode()


def _chained(first: Document, rest: Iterator[Document]) -> Iterator[Document]:
    yield first
    yield from rest


def _documents(data: bytes, file: str, options: ReadOptions, broken: list[Fault]) -> Iterator[Document]:
    for number, line in enumerate(data.removeprefix(_BOM).split(b"\n"), 1):
        if not line.strip():
            continue
        place = Place(file=file, row=number)
        try:
            yield place, load_json(line, file)
        except SourceError as error:
            values = {"label": str(place), "reason": error.message}
            found = line[:80].decode("utf-8", errors="replace")
            broken.append(Fault(kind="not-an-item", channel=options.channel, place=place, found=found, values=values))
