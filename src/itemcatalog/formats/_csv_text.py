"""Comma separated text as a grid (CSV → 行): delimiter, quotes, the guard against formulas taken off again."""

from __future__ import annotations

import csv
import io
import itertools
import re
import statistics
import sys
from collections.abc import Iterator

from itemcatalog.formats._columns import find_header
from itemcatalog.formats._grid import Grid, rows_of
from itemcatalog.formats._headers import Lexicon

__all__ = ["GUARDED", "SEPARATOR", "delimiter_of", "rows_of_text", "unguarded"]

_DELIMITERS = (",", "\t", ";", "|")
_LOOKED_AT = 40
SEPARATOR = re.compile(r"sep=(.)\r?\n")
# What Excel would run as a formula when it stands first in a cell, behind any number of our own marks (S11), and the
# digits of a number or code behind the mark that keeps them as text.
GUARDED = re.compile("'*[=+\\-@\t\r＝＋－＠]|'+[0-9A-Za-z][0-9A-Za-z.-]*\\Z")
_LONE_RETURN = re.compile("\r(?!\n)")
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')


def unguarded(text: str) -> str:
    """Take off one ``'`` that guards against a formula, and the ``'`` or ``="…"`` that keeps digits as text.

    >>> unguarded("'=1+1"), unguarded("'0012"), unguarded('="0012"'), unguarded("'引文")
    ('=1+1', '0012', '0012', "'引文")
    """
    if text[:1] == "'" and GUARDED.match(text):
        return text[1:]
    if text[:2] == '="':
        found = _TEXT_FORMULA.fullmatch(text)
        return found.group(1).replace('""', '"') if found is not None else text
    return text


def delimiter_of(text: str, lexicon: Lexicon, keys: frozenset[str]) -> str:
    """Return the delimiter of a text: what Excel's ``sep=`` line says, else the one whose header says most.

    Without a header the one that gives the most columns; a comma when there is only one column.
    """
    told = SEPARATOR.match(text)
    if told is not None:
        return told.group(1)
    return max(_DELIMITERS, key=lambda one: (*_merit(text, one, lexicon, keys), -_DELIMITERS.index(one)))


def _merit(text: str, delimiter: str, lexicon: Lexicon, keys: frozenset[str]) -> tuple[float, float]:
    rows = [list[object](row) for row in itertools.islice(_parsed(text, delimiter), _LOOKED_AT)]
    found = find_header(list(rows_of(Grid(name=None, rows=rows))), lexicon, keys)
    widths = [len(row) for row in rows if row]
    return (found[1].score if found is not None else 0.0, statistics.median(widths) if widths else 0.0)


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(sys.maxsize >> 1 if sys.maxsize > 1 << 31 else 1 << 30)
    return csv.reader(_lines(text), delimiter=delimiter)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends; a whole text is not copied, as long as its lines end in one way."""
    if _LONE_RETURN.search(text):
        yield from io.StringIO(text, newline="")
        return
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start : end + 1]
        start = end + 1
    if start < len(text):
        yield text[start:]


def rows_of_text(text: str, delimiter: str) -> Iterator[list[object]]:
    """Yield the rows; a blank line is a row, as in Excel. Nothing is lost to a quote that is never closed."""
    told = SEPARATOR.match(text)
    if told is not None:
        yield []
        text = text[told.end() :]
    if text.count('"') % 2:
        yield from _with_open_quote(text, delimiter)
        return
    for row in _parsed(text, delimiter):
        yield [unguarded(value) for value in row]


def _with_open_quote(text: str, delimiter: str) -> Iterator[list[object]]:
    """Read a text with a quote too many: the row that would swallow the rest is read line by line instead."""
    lines = list(_lines(text))
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    for row in reader:
        if reader.line_num == len(lines) and reader.line_num - before > 1:
            for plain in csv.reader(lines[before:], delimiter=delimiter, quoting=csv.QUOTE_NONE):
                yield [unguarded(value.strip('"')) for value in plain]
            return
        before = reader.line_num
        yield [unguarded(value) for value in row]
