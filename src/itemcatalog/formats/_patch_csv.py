"""A CSV text with some cells changed (原表更正): its codec, its delimiter and every other byte as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from itemcatalog.errors import UsageError
from itemcatalog.files import decode
from itemcatalog.formats._csv_text import SEPARATOR, delimiter_of
from itemcatalog.formats._headers import Lexicon
from itemcatalog.formats._sheet import Keys
from itemcatalog.formats._write_csv import guarded_text

__all__ = ["patch_csv"]

_MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def patch_csv(data: bytes, changes: Mapping[tuple[int, int], str], lexicon: Lexicon) -> bytes:
    """Return a CSV text in which these cells (row from 1, column from 0) hold these texts.

    Raises ``UsageError`` when the text cannot be written back as it was read (uncertain codec, a quote never closed,
    a character that the codec lacks).
    """
    decoded = decode(data)
    text = decoded.text
    if text.count('"') % 2 or not decoded.certain:
        raise UsageError("原文件编码或双引号有误，不能在原文件上更正")
    codec, mark = _written_in(data, text, decoded.codec)
    delimiter = delimiter_of(text, lexicon, Keys().header)
    parts, at = [], 0
    for start, end, new in _edits(text, delimiter, changes):
        parts += [text[at:start], new]
        at = end
    try:
        return mark + "".join([*parts, text[at:]]).encode(codec)
    except UnicodeEncodeError as error:
        raise UsageError(f"原文件的编码 {codec} 写不出“{error.object[error.start : error.end]}”") from error


def _written_in(data: bytes, text: str, codec: str) -> tuple[str, bytes]:
    """Return the codec and the byte order mark with which the text gives the very same bytes."""
    for mark in (b"", *_MARKS.values()):
        if data.startswith(mark):
            try:
                if mark + text.encode(codec) == data:
                    return codec, mark
            except (UnicodeEncodeError, LookupError):
                break
    raise UsageError("原文件的编码不能还原，不能在原文件上更正")


def _edits(text: str, delimiter: str, changes: Mapping[tuple[int, int], str]) -> Iterator[tuple[int, int, str]]:
    wanted: dict[int, dict[int, str]] = {}
    for (row, column), new in changes.items():
        wanted.setdefault(row, {})[column] = new
    for row, cells in _spans(text, delimiter, frozenset(wanted)):
        here = wanted.pop(row)
        for column in sorted(here):
            if column < len(cells):
                start, end = cells[column]
                yield start, end, _quoted(here[column], delimiter, text[start : start + 1] == '"')
        beyond = sorted(column for column in here if column >= len(cells))
        if beyond:
            end = cells[-1][1]
            filled = {column: _quoted(here[column], delimiter, False) for column in beyond}
            yield end, end, "".join(delimiter + filled.get(n, "") for n in range(len(cells), beyond[-1] + 1))
    if wanted:
        raise UsageError(f"原文件没有第 {min(wanted)} 行")


def _spans(text: str, delimiter: str, wanted: frozenset[int]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield the rows that are wanted with the start and end of each of their cells."""
    stop = re.escape(delimiter)
    cell = re.compile(rf'"(?:[^"]|"")*"[^{stop}\r\n]*|[^{stop}\r\n]*')
    told = SEPARATOR.match(text)
    row, at, last = (2, told.end(), max(wanted, default=0)) if told else (1, 0, max(wanted, default=0))
    cells: list[tuple[int, int]] = []
    while row <= last:
        found = cell.match(text, at)
        end = found.end() if found else at
        cells.append((at, end))
        if text[end : end + 1] == delimiter:
            at = end + 1
            continue
        if row in wanted:
            yield row, cells
        if end >= len(text):
            return
        at = end + (2 if text[end : end + 2] == "\r\n" else 1)
        row, cells = row + 1, []


def _quoted(text: str, delimiter: str, quoted: bool) -> str:
    text = guarded_text(text)
    if quoted or any(mark in text for mark in (delimiter, '"', "\n", "\r")):
        return '"' + text.replace('"', '""') + '"'
    return text
