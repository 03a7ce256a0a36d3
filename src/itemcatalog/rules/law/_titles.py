"""What the law rules ask of one legal basis: which text it names, at what level, in which version."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date

from itemcatalog.codes.laws import LawEntry, find_law, find_laws, law_ending, law_key, laws
from itemcatalog.model import Item, LegalBasis
from itemcatalog.rules._items import is_service
from itemcatalog.text import chinese_number, normalise

__all__ = [
    "ABOVE_RULES",
    "cites",
    "entry_in_force",
    "has_bases",
    "known",
    "last_article",
    "level_of",
    "near_title",
    "titled",
]

#: 行政许可法第十四、十五条: what may set a licence (省级政府规章 only for a year, so it is told apart).
ABOVE_RULES = frozenset({"宪法", "法律", "行政法规", "国务院决定", "地方性法规"})

_STATE = "中华人民共和国"
_LOCAL = re.compile(r"^[^省市区县州盟旗]{2,8}(?:省|市|自治区|自治州|区|县)")
_DOCUMENT = re.compile(r"(?:通知|意见|公告|批复|函|通告|方案|纲要|规划|目录|清单|指南|标准|规范)(?:\([^()]*\))?$")
_ARTICLE = re.compile(r"第?([零〇一二两三四五六七八九十百千0-9]+)条")
_SHORTEST = 5


def titled(item: Item) -> Iterator[tuple[int, LegalBasis, str]]:
    """Yield the bases that name a text, with their index and title."""
    for index, basis in enumerate(item.legal_bases):
        if basis.title:
            yield index, basis, basis.title


def cites(item: Item, context: object = None) -> bool:
    """Return whether a service names at least one text by title; usable as the ``applies`` of a rule."""
    return is_service(item) and next(titled(item), None) is not None


def has_bases(item: Item, context: object = None) -> bool:
    """Return whether a service states a legal basis; usable as the ``applies`` of a rule."""
    return is_service(item) and bool(item.legal_bases)


def known(title: str) -> bool:
    """Return whether the tables know a title, in force or repealed."""
    return bool(find_laws(title)) or law_ending(title) is not None


def entry_in_force(title: str, on: date) -> LawEntry | None:
    """Return the text whose version in the table was in force on a day; None when the table does not know that.

    A version of a later date says nothing about the earlier one; neither does a text whose date is unknown.
    """
    entry = find_law(title)
    if entry is None or entry.version_date is None or entry.version_date > on:
        return None
    ending = law_ending(title)
    return None if ending and ending.ended_on <= on else entry


def last_article(basis: LegalBasis) -> int | None:
    """Return the highest article that a basis names, None when it names none."""
    numbers = [chinese_number(found) for found in _ARTICLE.findall(normalise(basis.article or ""))]
    whole = [int(number) for number in numbers if number is not None and number.denominator == 1]
    return max(whole, default=None)


_HIGH = re.compile(r"(?:(?<!办)法|条例|决定)(?:\([^()]*\))?$")
# What an order's or a document's number says of the level of its text (立法法; 党政机关公文处理工作条例第九条).
_BY_NUMBER = (
    (re.compile(r"主席令"), "法律"),
    (re.compile(r"国务院令"), "行政法规"),
    (re.compile(r"政府令"), "政府规章"),
    (re.compile(r"(?:部|委员会|委|总局|局|署|行|银保监会|证监会)(?:第[0-9一二三四五六七八九十百]+号)?令"), "部门规章"),
    (re.compile(r"〔[0-9]{4}〕[0-9]+号$"), "规范性文件"),
)


@functools.lru_cache(4_096)
def level_of(title: str, number: str | None = None) -> tuple[str, bool] | None:
    """Return the level of a text and whether that is beyond doubt; None when it cannot be told.

    By the table; else by words that only one level uses: a 通知 is no law, a text of 中华人民共和国…法 is one; else
    by the number, which is never beyond doubt (an act may have been issued by another's document).
    """
    return _by_title(title) or (_by_number(title, number) if number else None)


def _by_number(title: str, number: str) -> tuple[str, bool] | None:
    """Return what the number says; a 条例 or 决定 in a document of the State Council or a congress stays untold."""
    if _HIGH.search(law_key(title)):
        return None
    return next(((level, False) for pattern, level in _BY_NUMBER if pattern.search(number)), None)


def _by_title(title: str) -> tuple[str, bool] | None:
    entries = find_laws(title)
    levels = {entry.level for entry in entries}
    if entries and len(levels) == 1 and (level := entries[0].level) is not None:
        return level, all(entry.level_status == "observed" for entry in entries)
    key = law_key(title)
    if entries:
        return None
    if re.fullmatch(rf"{_STATE}[^条令办规细]+法(?:\([^()]*\))?", key):
        return "法律", True
    if re.fullmatch(rf"{_STATE}.+条例(?:\([^()]*\))?", key):
        return "行政法规", True
    return ("规范性文件", False) if _DOCUMENT.search(key) and "国务院" not in key else None


@functools.cache
def _national() -> dict[str, tuple[str, ...]]:
    """Return the national titles by each half of their characters: a title one slip away keeps one half whole."""
    index: dict[str, dict[str, None]] = {}
    for entry in laws():
        if entry.area is None:
            key = law_key(entry.title).removeprefix(_STATE)
            for half in _halves(key):
                index.setdefault(half, {})[entry.title] = None
    return {half: tuple(titles) for half, titles in index.items()}


def _halves(key: str) -> Iterator[str]:
    """Yield the beginnings and ends of about half a title, a character more and less."""
    middle = len(key) // 2
    for cut in range(max(2, middle - 1), min(len(key) - 1, middle + 2)):
        yield f"<{key[:cut]}"
        yield f"{key[cut:]}>"


@functools.lru_cache(4_096)
def near_title(title: str) -> str | None:
    """Return the one national title that an unknown title is one slip away from; None when there is none or several.

    A slip is one character changed, left out, added, or two neighbours changed over (认证认证条例 → 认证认可条例).
    Titles that begin with a place are never judged: local texts are not in the table.
    """
    key = law_key(title).removeprefix(_STATE)
    if known(title) or len(key) < _SHORTEST or _LOCAL.search(key):
        return None
    near = {
        candidate
        for half in _halves(key)
        for candidate in _national().get(half, ())
        if _one_slip(key, law_key(candidate).removeprefix(_STATE))
    }
    return near.pop() if len(near) == 1 else None


def _one_slip(one: str, other: str) -> bool:
    """Return whether one edit turns a text into another."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
        return left[1:] == right[1:] or swapped
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[1:] == shorter
