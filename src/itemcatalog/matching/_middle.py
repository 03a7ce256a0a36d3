"""The middle of a name: its object, with synonyms and slips brought to one form and numbers taken out."""

from __future__ import annotations

import re
from fractions import Fraction

from itemcatalog.matching._hits import core_of
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.text import chinese_number

__all__ = ["Middle", "middle"]

Middle = tuple[str, tuple[tuple[str, str], ...]]
"""The object core, and the marks of the numbers in it with their surfaces."""

_NUMERAL = re.compile(
    r"(?<![0-9A-Z])[0-9]+(?:\.[0-9]+)?(?![0-9A-Z])|[一二三四五六七八九十百千万两]{2,}|(?<!第)[一二三四五六七八九两](?=[个年月日岁])"
    r"|(?<=第)[一二三四五六七八九](?=[批期次届轮号])"
)
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万两")
_NOT_NUMBERS = frozenset(("一一", "三三", "千万", "万千", "十百", "百千"))


def middle(text: str, lexicon: Lexicon) -> Middle:
    """Return the core of a folded text in which neither acts nor qualifiers stand at the ends."""
    core = core_of(text, lexicon.heads, lexicon.hits)
    return (core, ()) if _NUMERALS.isdisjoint(core) else _without_numbers(core)


def _without_numbers(core: str) -> Middle:
    """Take the numbers out of a core; numbers written in words and in digits are the same."""
    marks: list[tuple[str, str]] = []

    def taken(hit: re.Match[str]) -> str:
        value = None if hit.group() in _NOT_NUMBERS else chinese_number(hit.group())
        if value is None:
            return hit.group()
        marks.append((f"number:{_shown(value)}", hit.group()))
        return "#"

    return _NUMERAL.sub(taken, core), tuple(marks)


def _shown(value: Fraction) -> str:
    return str(value) if value.denominator != 1 else str(value.numerator)
