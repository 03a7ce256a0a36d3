"""Whether cells stand under their own headers (各就其列): told by codes, limits, dates and answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from itemcatalog.formats._columns import Column
from itemcatalog.formats._grammar import parse_amount, parse_count, parse_date, parse_limit, parse_visits, parse_yes_no
from itemcatalog.formats._grammar._plain import BLANKS
from itemcatalog.formats._grid import Row, blank, shown
from itemcatalog.formats._layout import at
from itemcatalog.formats._row_kinds import POWER_TYPES
from itemcatalog.formats._shapes import kind_of

__all__ = ["fitting", "misfits", "moved_from"]

_NOTHING = frozenset({"无", "暂无", "没有", "不涉及", "同上", "〃", "详见附件", "见附件"}) | BLANKS
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{5,}")
_LIMITS = {"statutory_limit": "statutory", "promised_limit": "promised"}
_SHAPES: Mapping[str, Callable[[object], object]] = {
    "amount": parse_amount,
    "count": parse_count,
    "date": parse_date,
    "visits": parse_visits,
    "yes_no": parse_yes_no,
}


def misfits(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a cell says something that does not fit its header."""
    return any(_says(column.path or "", shown(at(row, column.index)).strip()) is False for column in columns)


def fitting(row: Row, columns: Sequence[Column], first: int) -> bool:
    """Whether a cell from the column ``first`` on has the shape that its header asks for."""
    later = (column for column in columns if column.index >= first)
    return any(_says(column.path or "", shown(at(row, column.index)).strip()) for column in later)


def _says(path: str, text: str) -> bool | None:
    """Whether a text fits its field; None = any text would do, or it says nothing that could fit."""
    return None if not text or text.upper() in _NOTHING else _fits(path, text)


def moved_from(row: Row, columns: Sequence[Column]) -> tuple[int, bool]:
    """Return the first column whose cell may have moved, and whether one shows that it did.

    It is the column behind the last cell that fits its header; the first cell that is empty or does not fit ends the
    search, for what fits further right fits by chance.
    """
    first = 0
    for column in columns:
        text = shown(at(row, column.index)).strip()
        fits = _fits(column.path or "", text)
        if fits is False:
            return first, bool(text)
        first = column.index + 1 if fits else first
    return first, False


def _fits(path: str, text: str) -> bool | None:
    """Whether a text has the shape that its field asks for; None = any text would do."""
    shape = _shape(path)
    return None if shape is None else not blank(text) and shape(text)


def _shape(path: str) -> Callable[[str], bool] | None:
    if path in _LIMITS:
        return lambda text: not parse_limit(text, None, _LIMITS[path]).unclear
    if path == "power_type":
        return lambda text: text.removesuffix("事项") in POWER_TYPES
    kind = kind_of(path)
    if kind == "code":
        return lambda text: _CODE.fullmatch(text) is not None
    parse = _SHAPES.get(kind or "")
    return None if parse is None else lambda text: parse(text) is not None
