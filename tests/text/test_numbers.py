"""Digits and number words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.text import chinese_number, digits

_WORDS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二十", 20),
        ("两百", 200),
        ("廿", 20),
        ("廿五", 25),
        ("卅", 30),
        ("贰拾", 20),
        ("一百零五", 105),
        ("一百五", 150),
        ("一百一十五", 115),
        ("一百十五", 115),
        ("十五", 15),
        ("十", 10),
        ("三千零二十", 3020),
        ("一万二", 12000),
        ("三万零五百", 30500),
        ("1万", 10000),
        ("２０", 20),
        ("1,500", 1500),
        ("〇", 0),
        ("二〇一七", 2017),
        ("百分之三十", Fraction(3, 10)),
        ("三分之一", Fraction(1, 3)),
        ("三点五", Fraction(7, 2)),
        ("1.5", Fraction(3, 2)),
        ("半", Fraction(1, 2)),
        ("一个半", Fraction(3, 2)),
    ],
)
def test_numbers(text: str, expected: int | Fraction) -> None:
    """A span that is one number is read exactly."""
    assert Fraction(expected) == chinese_number(text)


@pytest.mark.parametrize(
    "text",
    ["", "统一", "一网通办", "百", "十百", "二十十", "20个", "一分之零点", "三点", "分之", "-3", "1/0", "①", "九" * 50],
)
def test_not_numbers(text: str) -> None:
    """Anything that is not wholly one number is no number (finding 10)."""
    assert chinese_number(text) is None


def _in_words(value: int) -> str:
    out, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            out += ("零" if zero and out else "") + _WORDS[digit] + name
        zero = not digit
    return out


@given(st.integers(1, 9999))
def test_words_read_back(value: int) -> None:
    """Every number up to 9,999 written in words reads back."""
    assert Fraction(value) == chinese_number(_in_words(value))


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the reader fail."""
    assert chinese_number(text) is None or isinstance(chinese_number(text), Fraction)


@pytest.mark.parametrize(
    ("raw", "expected"), [("１２３", "123"), ("①²㈠", "①²㈠"), ("编码３５０１", "编码3501"), ("٣", "3"), ("12", "12")]
)
def test_digits(raw: str, expected: str) -> None:
    """Decimal digits become ASCII; circled and raised ones are none."""
    assert expected == digits(raw)
