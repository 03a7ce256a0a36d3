"""A corrected value in the words of the office's own column: its unit, its separators, its yes and no."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from attrs import define

from itemcatalog.comparison import show_value
from itemcatalog.comparison._show import show_basis
from itemcatalog.formats._entry_texts import entries_of_text
from itemcatalog.formats._grammar import split_list, split_words
from itemcatalog.formats._shapes import LISTS, MAIN
from itemcatalog.formats._written import texts_of
from itemcatalog.model import Item, LegalBasis, Limit, Material, Question, SpecialProcedure, Step, value_at

__all__ = ["ListStyle", "cell_text_of", "entries_of", "style_of", "with_limit"]

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
# One cell may hold both limits (法定：20个工作日；承诺：5个工作日).
_LIMIT_WORDS = {"statutory_limit": "法定", "promised_limit": "承诺"}
_BOTH_LIMITS = re.compile(r"(?P<kind>法定|承诺)(?:办结|办理)?(?:时限|期限|时间)?(?:为|是)?[:：]?[ \u3000]*")
_LIMIT_ENDS = " \u3000\r\n，,；;。、/|（("
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


def cell_text_of(
    item: Item, path: str, before: object, unit: str | None, style: ListStyle, columns: Collection[str] = ()
) -> str | None:
    """Return the text of the cell at a path; None when the column's own style cannot say it.

    ``before`` is what the cell held, ``unit`` the unit that the header of a limit names, ``columns`` the paths of all
    columns of the sheet. An entry of a list that does not change keeps its characters.
    """
    path = _FILLS.get(path, path)
    if path in LISTS:
        return style.join(_list_texts(item, path, split_list(str(before or "")), columns))
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


def entries_of(item: Item, path: str, before: Sequence[str] = ()) -> list[str]:
    """Return the texts of the entries of a list field, as a source that holds a list of texts writes them.

    ``before`` are the texts that stood there: an entry that does not change keeps its characters.
    """
    value = value_at(item, path)
    if path in LISTS:
        return _list_texts(item, path, before, ())
    return [show_value(one) for one in value] if isinstance(value, tuple) else []


def _list_texts(item: Item, path: str, before: Sequence[str], columns: Collection[str]) -> list[str]:
    written = [(nouns[0], text) for text in before if len(nouns := entries_of_text(path, text)) == 1]
    apart = frozenset(one for one in columns if one.startswith(f"{path}."))
    return [
        next((text for noun, text in written if noun == entry), None) or _entry(path, entry, apart)
        for entry in value_at(item, path)
    ]


def _entry(path: str, entry: Any, apart: Collection[str]) -> str:
    """Write one entry as one text; ``apart`` are the parts of it that have columns of their own."""
    if isinstance(entry, LegalBasis):
        return show_basis(entry)
    if isinstance(entry, Step):
        return f"{entry.step}（{entry.limit}）" if entry.limit is not None else entry.step
    if isinstance(entry, Question):
        return f"问：{entry.question}答：{entry.answer}" if entry.answer else entry.question
    if isinstance(entry, SpecialProcedure):
        return entry.text or entry.kind or ""
    if isinstance(entry, Material):
        counts = (("原件", "originals", entry.originals), ("复印件", "copies", entry.copies))
        told = [f"{word}{n}份" for word, part, n in counts if n is not None and f"{path}.{part}" not in apart]
        return f"{entry.name}（{'，'.join(told)}）" if told else entry.name
    return str(getattr(entry, MAIN[path]) or "")


def _fees(item: Item, before: object, style: ListStyle) -> str | None:
    entries = [one.standard or one.name or "" for one in item.fees.items]
    if item.fees.charged is False or not any(entries):
        return None if item.fees.charged is None else _yes_no(item.fees.charged, before, ("收费", "不收费"))
    return style.join(entries)


def with_limit(text: str, path: str, limit: Limit) -> str | None:
    """Return the text of a cell that names both limits with one of them changed; None where it cannot be found.

    法定20个工作日，承诺7个工作日 → 法定20个工作日，承诺5个工作日
    """
    words = list(_BOTH_LIMITS.finditer(text))
    mine = [n for n, word in enumerate(words) if word["kind"] == _LIMIT_WORDS[path]]
    if len(mine) != 1:
        return None
    start = words[mine[0]].end()
    stop = words[mine[0] + 1].start() if mine[0] + 1 < len(words) else len(text)
    body = text[start:stop]
    tail = body[len(body.rstrip(_LIMIT_ENDS)) :]
    return f"{text[:start]}{show_value(limit)}{tail}{text[stop:]}"


def _limit(limit: Limit, before: object, unit: str | None) -> str | None:
    """Write a limit; a bare number where the header names its unit, or the cell held a bare number."""
    bare = unit is not None or isinstance(before, int | float) or str(before).strip().isdecimal()
    if not bare or limit.value is None:
        return show_value(limit)
    if unit is not None and limit.unit == unit and limit.value.denominator == 1:
        return str(limit.value.numerator)
    return show_value(limit)


def _yes_no(value: bool, before: object, usual: tuple[str, str] = ("是", "否")) -> str:
    said = str(before or "").strip()
    for yes, no in _YES_NO:
        if said in (yes, no):
            return yes if value else no
    return usual[0] if value else usual[1]
