"""Numbers inside a text, written one way: only what never changes how much is meant."""

from __future__ import annotations

import re
from fractions import Fraction

from itemcatalog.text import chinese_number

__all__ = ["plain_numbers"]

_COUNTED = re.compile(
    r"([零〇一二两三四五六七八九十百千万廿]+)"
    r"(?=个?(?:工作日|自然日|月|年|日|天|周岁|岁|份|张|套|人|元|万元|级|次|倍|小时|寸|式|周|名|页|平方米|公里|米|吨"
    r"|楼|层|号|栋|幢|室|单元|座|条|款|项))"
)
_SQUARE = re.compile(r"(?<=[0-9])[Mm]2(?![0-9])")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# Before a unit of an amount only: 第3.10条, 版本1.10 and GB/T 5.20 are other numbers than those without the zero.
_DECIMAL = re.compile(
    r"(?<![0-9.])([0-9]+)\.([0-9]+)(?=[十百千万亿]*[美港欧]?元|%|‰|倍|折|[千公]?克|吨|[公市]?斤"
    r"|(?:平方|立方)?[毫厘分千公]?米|亩|公顷|公里|升|个?(?:工作日|自然日|月|年|日|天|小时|分钟)|[周岁人份寸度分]"
    r"|[KM]?[WVA]|[KMC]?M)"
)
_MYRIADS = re.compile(r"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)万(?=元|人|份|吨|平方米|公里|米)")
_DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?(?![0-9])")
_RANGE = re.compile(r"(?<=[0-9])(?:[-~—–]+|至)(?=[0-9])")


def plain_numbers(text: str) -> str:
    """Return a normalised text with its numbers in one form; the same amount gives the same characters.

    二十个工作日 → 20个工作日 · 1,000 → 1000 · 10.00元 → 10元 · 1.5万元 → 15000元 · 2017.1.1 → 2017年1月1日 ·
    5~7 and 5至7 → 5-7.
    """
    bare = _COUNTED.sub(_counted, text)
    if not any("0" <= mark <= "9" for mark in bare):
        return bare
    bare = _SQUARE.sub("平方米", bare)
    bare = _DATE.sub(lambda date: f"{date[1]}年{int(date[2])}月{int(date[3])}日", _THOUSANDS.sub("", bare))
    bare = _DECIMAL.sub(_decimal, bare)
    return _RANGE.sub("-", _MYRIADS.sub(_myriads, bare))


def _counted(match: re.Match[str]) -> str:
    number = chinese_number(match[1])
    return match[1] if number is None or number.denominator != 1 else str(number.numerator)


def _decimal(match: re.Match[str]) -> str:
    fraction = match[2].rstrip("0")
    return f"{match[1]}.{fraction}" if fraction else match[1]


def _myriads(match: re.Match[str]) -> str:
    amount = Fraction(match[1]) * 10_000
    return str(amount.numerator) if amount.denominator == 1 else match[0]
