"""Large texts in parts (分段读取): a CSV of any size is cut at line ends, and each part is read on its own.

A line feed is never half a character of UTF-8 or GB 18030; a part never ends inside quotes. What is cut is bytes:
whoever works on several processors reads the parts there.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import define

from itemcatalog.errors import SourceError
from itemcatalog.files import decode
from itemcatalog.formats._csv_text import rows_of_text, unguarded

__all__ = ["HEAD", "PART", "Extent", "extents", "head_of", "rows_of_bytes", "slice_of"]

PART = 8 << 20
HEAD = 256 << 10
_LONGEST = 64 << 20


@define(frozen=True, slots=True)
class Extent:
    """分段: where a part of a file begins and how many bytes it has."""

    offset: int
    length: int


def head_of(path: Path, shown: str) -> bytes:
    """Return the first bytes of a file, up to a line end where there is one."""
    data = slice_of(path, shown, Extent(0, HEAD))
    end = data.rfind(b"\n")
    return data[: end + 1] if len(data) == HEAD and end > 0 else data


def slice_of(path: Path, shown: str, extent: Extent) -> bytes:
    """Return the bytes of one part; raise ``SourceError`` when the file cannot be read."""
    try:
        with path.open("rb") as handle:
            handle.seek(extent.offset)
            return handle.read(extent.length)
    except (OSError, ValueError) as error:
        raise SourceError("无法读取文件", path=shown, detail=str(error)) from error


def extents(path: Path, shown: str, *, quoted: bool, part: int = PART) -> Iterator[Extent]:
    """Yield the parts of a text: each ends with a line, and outside quotes where ``quoted`` says that they count.

    A quote that is never closed does not make one part of the whole file: after 64 MB a line end is enough.
    """
    start = length = quotes = 0
    try:
        with path.open("rb") as handle:
            while line_block := handle.read(part) + handle.readline(_LONGEST):
                length += len(line_block)
                quotes += line_block.count(b'"') if quoted else 0
                if quotes % 2 == 0 or length > _LONGEST:
                    yield Extent(start, length)
                    start, length, quotes = start + length, 0, 0
    except (OSError, ValueError) as error:
        raise SourceError("无法读取文件", path=shown, detail=str(error)) from error
    if length:
        yield Extent(start, length)


def rows_of_bytes(data: bytes, delimiter: str) -> list[list[str]]:
    """Return the rows of one part as texts, with the guards against formulas taken off."""
    text = decode(data).text
    if text.count('"') % 2 or text.startswith("sep="):
        return [[str(cell) for cell in row] for row in rows_of_text(text, delimiter)]
    if '"' not in text and delimiter != "\n":
        plain = text.replace("\r\n", "\n")
        if "\r" not in plain and "'" not in plain:
            return [line.split(delimiter) if line else [] for line in plain.removesuffix("\n").split("\n")]
    csv.field_size_limit(sys.maxsize >> 1 if sys.maxsize > 1 << 31 else 1 << 30)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    if "'" in text or '="' in text:
        return [[unguarded(cell) for cell in row] for row in reader]
    return list(reader)
