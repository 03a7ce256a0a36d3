"""Time limits (时限) with exact arithmetic: five states that are never merged."""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import Self

from attrs import define

from itemcatalog.errors import UsageError

__all__ = ["UNITS", "Limit", "LimitState", "exact"]

# 行政许可法第八十二条: limits of licences are working days; the other units are written by offices all the same.
UNITS = ("工作日", "自然日", "月", "年", "小时", "分钟")


class LimitState(enum.StrEnum):
    """时限状态: 无法定时限 (none) · 即办 (instant) · written but not understood (unclear)."""

    NONE = "none"
    INSTANT = "instant"
    UNCLEAR = "unclear"


def exact(number: int | str | Decimal | Fraction) -> Fraction:
    """Return a number as an exact fraction; a float is refused, since 0.1 is not a tenth."""
    if isinstance(number, bool | float):
        raise UsageError(f"时限须是精确数，不能是 {number!r}")
    return Fraction(number)


@define(frozen=True, slots=True, kw_only=True)
class Limit:
    """时限: a number of a unit, or a state; a field that is None was not stated at all.

    Exactly one of ``value`` (with ``unit``) and ``state`` is set. 0 is a value. ``excludes`` names what lies
    outside the limit (公示时间 …), ``raw`` is the text as published. ``kind`` (``statutory`` or ``promised``),
    ``situations`` and ``applicants`` are used in ``Item.limits``, where a limit depends on the situation.
    """

    value: Fraction | None = None
    unit: str | None = None
    state: LimitState | None = None
    excludes: tuple[str, ...] = ()
    note: str | None = None
    raw: str | None = None
    kind: str | None = None
    situations: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()

    @classmethod
    def of(cls, number: int | str | Decimal | Fraction, unit: str = "工作日", *, raw: str | None = None) -> Self:
        """Make a limit of ``number`` units, exactly.

        >>> Limit.of(20).ratio_to(Limit.of(60))
        Fraction(1, 3)
        """
        return cls(value=exact(number), unit=unit, raw=raw)

    @property
    def stated(self) -> bool:
        """True when a number of a known unit stands here."""
        return self.value is not None and self.unit is not None

    @property
    def unclear(self) -> bool:
        """True when something is written that was not understood."""
        return self.state is LimitState.UNCLEAR

    @property
    def instant(self) -> bool:
        """True for 即办, 当场办结."""
        return self.state is LimitState.INSTANT

    @property
    def none(self) -> bool:
        """True for 无法定时限."""
        return self.state is LimitState.NONE

    def ratio_to(self, other: Limit) -> Fraction | None:
        """Return this limit as an exact share of another of the same unit; None when that is not defined."""
        if self.value is None or not other.value or self.unit != other.unit:
            return None
        return self.value / other.value

    def __str__(self) -> str:
        if self.value is not None:
            return f"{_plain(self.value)}{_COUNTERS.get(self.unit or '', '')}{self.unit or ''}"
        words = {LimitState.NONE: "无", LimitState.INSTANT: "即办"}
        return words.get(self.state, self.raw or "") if self.state else self.raw or ""


_COUNTERS = {"工作日": "个", "自然日": "个", "月": "个"}


def _plain(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    return str(decimal) if Fraction(decimal) == number else f"{number.numerator}/{number.denominator}"
