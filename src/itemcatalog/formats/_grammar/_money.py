"""The grammar of money (收费标准): one amount in 元, exactly, with what it is paid for."""

from __future__ import annotations

import re
from fractions import Fraction

from itemcatalog.formats._grammar._plain import plain
from itemcatalog.text import chinese_number

__all__ = ["parse_amount", "parse_count", "parse_money"]

_NUMBER = r"(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]+)"
_SIZES = {
    "万": Fraction(10_000),
    "千": Fraction(1000),
    "百": Fraction(100),
    "亿": Fraction(100_000_000),
    "": Fraction(1),
}
_MONEY = re.compile(
    rf"(?:(?:人民币|每(?P<front>[^0-9,;]{{1,6}}?)|收费|标准|收费标准|收取|工本费|按|为|:|¥|￥)*+){_NUMBER}"
    r"(?P<size>[万千百亿])?(?P<yuan>元|圆|块)?(?:人民币|整)?(?:/|每|一)?(?P<unit>[^0-9,;.()]{0,12}?)(?:收取|收费)?"
)
_HIGHEST = 10**15
_COUNT = re.compile(
    r"(?:一式|共|原件|复印件|各|提供|收|验|正本|副本|纸质|:)*+(?P<number>[0-9]{1,4}(?:\.0)?|[零一二三四五六七八九十两壹贰叁]{1,3})(?:份|件|张|页|套|本|个)?"
)


def parse_money(value: object) -> tuple[Fraction, str | None] | None:
    """Read one amount: ``10元/本`` → (10, "元/本"), ``1.5万元`` → (15000, "元"), ``每证10元`` → (10, "元/证").

    None for anything else: several amounts, shares, ranges. A bare number counts only from a number cell.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return (Fraction(repr(value)), None) if 0 <= value < _HIGHEST else None
    found = _MONEY.fullmatch(plain(str(value)))
    if found is None or (found["yuan"] is None and (found["unit"] or found["size"])):
        return None
    number = chinese_number(found["number"])
    per = (found["unit"] or found["front"] or "").removeprefix("元")
    if number is None or (found["unit"] and found["front"]):
        return None
    amount = number * _SIZES[found["size"] or ""]
    unit = "/".join(part for part in (found["yuan"] and "元", per) if part)
    return (amount, unit or None) if amount < _HIGHEST else None


def parse_amount(value: object) -> Fraction | None:
    """Read the amount of a fee tier in 元; None where the text is no amount."""
    money = parse_money(value)
    return money[0] if money else None


def parse_count(value: object) -> int | None:
    """Read a number of copies or pages: ``2`` · ``2份`` · ``一式三份`` · ``原件1份``; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return int(value) if 0 <= value < _HIGHEST and value == int(value) else None
    found = _COUNT.fullmatch(plain(str(value)))
    number = chinese_number(found["number"].removesuffix(".0")) if found else None
    return int(number) if number is not None and number.denominator == 1 else None
