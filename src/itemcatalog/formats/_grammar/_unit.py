"""Units of time as offices, headers and exchange tables write them."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from itemcatalog.formats._grammar._plain import plain

__all__ = ["DAY_WORDS", "UNIT_WORDS", "Measure", "measure", "unit_of_header", "unit_of_text"]

# A unit of the model and how many of it one of the word is: a week is seven calendar days.
Measure = tuple[str, Fraction]

_WORDS: dict[str, tuple[str, ...]] = {
    "工作日": ("工作日", "个工作日", "工作天", "工作日数", "工作天数", "法定工作日", "WORKDAY", "WORKDAYS", "GZR", "G"),
    "自然日": ("自然日", "自然天", "日历日", "日历天", "公历日", "日", "天", "日数", "天数", "ZRR", "Z", "DAY", "DAYS"),
    "月": ("月", "个月", "自然月", "日历月", "Y", "MONTH", "MONTHS"),
    "年": ("年", "周年", "YEAR", "YEARS"),
    "小时": ("小时", "个小时", "工作小时", "钟头", "时", "HOUR", "HOURS"),
    "分钟": ("分钟", "分", "MINUTE", "MINUTES"),
}
_UNITS = {word: unit for unit, words in _WORDS.items() for word in words if word != "工作小时"}
_LATIN = re.compile(r"[A-Z]+")

# 日 and 天 alone: a header that says 工作日 decides; without one they are what they say, calendar days.
DAY_WORDS = frozenset({"日", "天"})

# The words that may stand behind a number in running text, longest first.
UNIT_WORDS = sorted(
    [
        "周",
        "星期",
        "季度",
        *(word for word in _UNITS if not (_LATIN.fullmatch(word) or word[0] == "个" or "数" in word)),
    ],
    key=lambda word: (-len(word), word),
)
_HEADER = re.compile(r"\((?:单位:?|按|以)?([^()]{1,6}?)(?:计|计算)?\)")
_HEADER_WORDS = re.compile(r"工作日|自然日|日历日|工作天|小时|分钟|天数|[(/_:-]天|月数|[(/_:-]月")
_IN_HEADER = {"日历日": "自然日", "工作天": "工作日", "天数": "自然日", "月数": "月"}


def measure(word: str) -> Measure | None:
    """Return unit and factor of a word behind a number: 周 is seven 自然日, 季度 three 月."""
    if word in ("周", "星期"):
        return "自然日", Fraction(7)
    if word == "季度":
        return "月", Fraction(3)
    unit = _UNITS.get(word)
    return (unit, Fraction(1)) if unit else None


def unit_of_text(raw: str) -> str | None:
    """Return the unit that a cell of a unit column names (工作日, gzr, 自然日, 天, 月 …), or None."""
    return _UNITS.get(plain(raw).strip("()"))


@functools.lru_cache(maxsize=1024)
def unit_of_header(label: str | None) -> str | None:
    """Return the unit that a header names: 承诺时限（工作日）, 承诺工作日, 法定时限/天, 办理天数.

    天 in a header is 自然日 as it stands; a header that names two units names none.
    """
    if not label:
        return None
    text = plain(label)
    for inside in _HEADER.findall(text):
        if unit := _UNITS.get(inside):
            return unit
    found = {_IN_HEADER.get(word, word.lstrip("(/_:-")) for word in _HEADER_WORDS.findall(text)}
    units = {_UNITS.get(word, word) for word in found}
    return units.pop() if len(units) == 1 else None
