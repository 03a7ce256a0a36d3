"""A corrected value in the words of the office's own column: its unit, its separators, its yes and no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from attrs import define

from itemcatalog.comparison import show_value
from itemcatalog.comparison._show import show_basis
from itemcatalog.formats._grammar import split_list, split_words
from itemcatalog.formats._shapes import LISTS, MAIN
from itemcatalog.formats._written import texts_of
from itemcatalog.model import Item, LegalBasis, Limit, Step, value_at

__all__ = ["ListStyle", "cell_text_of", "entries_of", "style_of"]

_NUMBERED = re.compile(r"^(?P<open>[（(]?)(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?P<close>[.．、)）]\s?)")
_HAN = "一二三四五六七八九十"
_YES_NO = (
    ("是", "否"),
    ("收费", "不收费"),
    ("有", "无"),
    ("支持", "不支持"),
    ("可以", "不可以"),
    ("Y", "N"),
    ("1", "0"),
)
_WORD_LISTS = frozenset(
    {"target_groups", "handling_forms", "review_methods", "delivery", "levels", "aliases", "themes"}
)
# A single column (咨询电话) stands for the part of the object that it fills.
_FILLS = {
    "consultation": "consultation.phones",
    "complaint": "complaint.phones",
    "visits": "visits.total",
    "online": "online.available",
    "authority": "authority.name",
}


@define(frozen=True, slots=True, kw_only=True)
class ListStyle:
    """列表写法: how a column writes several entries in one cell: numbers before them, a separator between them.

    ``close`` is what follows a number (None = entries carry no numbers).
    """

    separator: str = "\n"
    opening: str = ""
    close: str | None = "."
    han: bool = False

    def join(self, entries: Sequence[str]) -> str:
        """Write entries as one text; a single entry stands alone."""
        if len(entries) < 2 or self.close is None:
            return self.separator.join(entries)
        return self.separator.join(f"{self._number(n)}{entry}" for n, entry in enumerate(entries, 1))

    def _number(self, number: int) -> str:
        shown = _HAN[number - 1] if self.han and number <= len(_HAN) else str(number)
        return f"{self.opening}{shown}{self.close}"


def style_of(texts: Sequence[str], path: str) -> ListStyle:
    """Return how a column writes its lists, by the first of its texts that holds several entries."""
    words = path in _WORD_LISTS
    for text in texts:
        entries = split_words(text) if words else split_list(text)
        if len(entries) > 1:
            return _style(text)
    return ListStyle(separator="、", close=None) if words else ListStyle()


def _style(text: str) -> ListStyle:
    separator = next((mark for mark in ("\r\n", "\n", "；", ";", "、", "，", ",") if mark in text.strip()), "\n")
    found = _NUMBERED.match(text.strip())
    if found is None:
        return ListStyle(separator=separator, close=None)
    return ListStyle(
        separator=separator, opening=found["open"], close=found["close"], han=not found["number"].isdigit()
    )


def cell_text_of(item: Item, path: str, before: object, unit: str | None, style: ListStyle) -> str | None:
    """Return the text of the cell at a path; None when the column's own style cannot say it.

    ``before`` is what the cell held, ``unit`` the unit that the header of a limit names.
    """
    path = _FILLS.get(path, path)
    if path in LISTS:
        return style.join([_entry(path, entry) for entry in value_at(item, path)])
    if path == "fees":
        return _fees(item, before, style)
    value = value_at(item, path)
    if isinstance(value, Limit):
        return _limit(value, before, unit)
    if isinstance(value, bool):
        return _yes_no(value, before)
    if path in _WORD_LISTS and isinstance(value, tuple):
        return style.join([show_value(one) for one in value])
    root = path.rpartition(".")[0]
    texts = texts_of(item, path)
    if root in LISTS:
        return style.join(texts) if all(texts) or not any(texts) else None
    return texts[0] if texts else ""


def entries_of(item: Item, path: str) -> tuple[str, ...]:
    """Return the texts of the entries of a list field, as a source that holds a list of texts writes them."""
    value = value_at(item, path)
    if path in LISTS:
        return tuple(_entry(path, entry) for entry in value)
    return tuple(map(show_value, value)) if isinstance(value, tuple) else ()


def _entry(path: str, entry: Any) -> str:
    if isinstance(entry, LegalBasis):
        return show_basis(entry)
    if isinstance(entry, Step):
        return f"{entry.step}（{entry.limit}）" if entry.limit is not None else entry.step
    return str(getattr(entry, MAIN[path]) or "")


def _fees(item: Item, before: object, style: ListStyle) -> str | None:
    entries = [one.standard or one.name or "" for one in item.fees.items]
    if item.fees.charged is False or not any(entries):
        return None if item.fees.charged is None else _yes_no(item.fees.charged, before)
    return style.join(entries)


def _limit(limit: Limit, before: object, unit: str | None) -> str | None:
    """Write a limit; a bare number where the header names its unit, or the cell held a bare number."""
    bare = unit is not None or isinstance(before, int | float) or str(before).strip().isdecimal()
    if not bare or limit.value is None:
        return str(limit)
    if unit is not None and limit.unit == unit and limit.value.denominator == 1:
        return str(limit.value.numerator)
    return str(limit)


def _yes_no(value: bool, before: object) -> str:
    said = str(before or "").strip()
    for yes, no in _YES_NO:
        if said in (yes, no):
            return yes if value else no
    return "是" if value else "否"
