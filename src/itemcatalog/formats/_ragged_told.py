"""How far the cells of a row stand under their own headers (错位起点): told by codes, limits, dates and answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from itemcatalog.formats._columns import Column
from itemcatalog.formats._grammar import parse_amount, parse_count, parse_date, parse_limit, parse_visits, parse_yes_no
from itemcatalog.formats._grid import Row, blank, shown
from itemcatalog.formats._layout import at
from itemcatalog.formats._row_kinds import POWER_TYPES
from itemcatalog.formats._shapes import kind_of

__all__ = ["moved_from"]

_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{5,}")
_LIMITS = {"statutory_limit": "statutory", "promised_limit": "promised"}
_SHAPES: Mapping[str, Callable[[object], object]] = {
    "amount": parse_amount,
    "count": parse_count,
    "date": parse_date,
    "visits": parse_visits,
    "yes_no": parse_yes_no,
}


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
