"""Digits and Chinese number words; only a span that is a number, never a text around it (finding 10)."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from itemcatalog.text._clean import clean

__all__ = ["chinese_number", "digits"]

_DIGITS = {
    **{word: value for value, word in enumerate("零一二三四五六七八九")},
    **{word: value for value, word in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{"〇": 0, "○": 0, "两": 2, "兩": 2, "俩": 2, "貳": 2, "參": 3, "叄": 3, "陸": 6, "弌": 1, "弍": 2, "弎": 3},
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_JOINED = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_PLAIN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_SLASH = re.compile(r"([0-9]+)/([0-9]+)")
_MAX_LENGTH = 40


def digits(raw: str) -> str:
    """Return the text with full-width and other decimal digits as ASCII; every other character stays.

    Only characters that are decimal digits count (category Nd): ``①``, ``²`` and ``㈠`` are no digits of a code.
    """
    if raw.isascii():
        return raw
    return "".join(str(unicodedata.decimal(one)) if not one.isascii() and one.isdecimal() else one for one in raw)


def chinese_number(text: str) -> Fraction | None:
    """Read one number, in digits or in words, or return None where the text is anything else.

    ``二十`` · ``两百`` · ``廿`` · ``贰拾`` · ``一百零五`` · ``一百五`` (150) · ``半`` (1/2) · ``三点五`` ·
    ``三分之一`` · ``15`` · ``1.5`` · ``1,500`` · ``二〇一七`` (2017).
    """
    span = digits(clean(text)).replace("．", ".").replace("，", ",")
    if not span or len(span) > _MAX_LENGTH:
        return None
    if span == "半":
        return Fraction(1, 2)
    if _PLAIN.fullmatch(span):
        return Fraction(span.replace(",", ""))
    if hit := _SLASH.fullmatch(span):
        return Fraction(int(hit[1]), int(hit[2])) if int(hit[2]) else None
    return _in_words(span)


def _in_words(span: str) -> Fraction | None:
    if span.endswith("个半"):
        before = chinese_number(span[:-2])
        return None if before is None else before + Fraction(1, 2)
    if "分之" in span:
        below, above = span.split("分之", 1)
        return _ratio(below, above)
    if "点" in span:
        whole, decimals = span.split("点", 1)
        return _decimal(whole, decimals)
    if all(one in _DIGITS for one in span):
        return _digit_by_digit(span)
    return _mixed(span)


def _digit_by_digit(span: str) -> Fraction | None:
    """Read ``二〇一七``; two or more words without a unit are a year or a code, ``一二`` included."""
    return Fraction(int("".join(str(_DIGITS[one]) for one in span)))


def _ratio(below: str, above: str) -> Fraction | None:
    denominator = Fraction(100) if below == "百" else chinese_number(below)
    numerator = chinese_number(above)
    return None if not denominator or numerator is None else numerator / denominator


def _decimal(whole: str, decimals: str) -> Fraction | None:
    before = chinese_number(whole)
    if before is None or not decimals or not all(one in _DIGITS for one in decimals):
        return None
    tail = "".join(str(_DIGITS[one]) for one in decimals)
    return before + Fraction(int(tail), 10 ** len(tail))


def _mixed(span: str) -> Fraction | None:
    """Read words with units; digits may stand before a unit (``1万``, ``3百``)."""
    for short, written in _JOINED.items():
        span = span.replace(short, written)
    for name, size in (("亿", 100_000_000), ("万", 10_000)):
        traditional = {"亿": "億", "万": "萬"}[name]
        head, found, tail = span.replace(traditional, name).rpartition(name)
        if found:
            return _grouped(head, tail, size)
    return _below_ten_thousand(span)


def _grouped(head: str, tail: str, size: int) -> Fraction | None:
    above = chinese_number(head)
    if above is None:
        return None
    if not tail:
        return above * size
    if len(tail) == 1 and _DIGITS.get(tail):
        return above * size + Fraction(_DIGITS[tail] * size, 10)
    below = chinese_number(tail)
    return None if below is None or below >= size else above * size + below


def _below_ten_thousand(span: str) -> Fraction | None:
    """Read words with 十 百 千; ``十`` alone counts as one ten, also behind 百 (``一百十五``)."""
    total, last = 0, 10_000
    pending: int | None = None
    for word in span:
        if word in _UNITS:
            unit = _UNITS[word]
            if unit >= last or (not pending and unit != 10):
                return None
            total += (pending or 1) * unit
            pending, last = None, unit
        elif word in _DIGITS and not pending:
            pending = _DIGITS[word]
        else:
            return None
    return None if last == 10_000 else Fraction(total + _rest(span, pending, last))


def _rest(span: str, pending: int | None, last: int) -> int:
    """Return the value of what follows the last unit: ``一百五`` is 150, ``一百零五`` is 105."""
    if not pending:
        return 0
    after_zero = len(span) > 1 and _DIGITS.get(span[-2]) == 0
    return pending if after_zero or last == 10 else pending * last // 10
