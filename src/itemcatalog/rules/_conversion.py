"""Named conversion of calendar time into working days: every start in one year by the official calendar.

Twenty days on the calendar hold more or fewer working days, depending on where the holidays lie; so a conversion
is a range, and only what holds over the whole range may be said.
"""

from __future__ import annotations

import calendar as _months
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from itemcatalog.model import Limit
from itemcatalog.rules._context import Context

__all__ = ["WorkingDays", "working_days"]

_DAY = timedelta(days=1)
_LONGEST = 366


class WorkingDays(NamedTuple):
    """工作日区间: the fewest and the most working days that a limit can hold; ``year`` names the calendar."""

    fewest: Fraction
    most: Fraction
    year: int

    def __str__(self) -> str:
        if self.fewest == self.most:
            return str(self.fewest)
        return f"{self.fewest}–{self.most}"


def working_days(limit: Limit, context: Context) -> WorkingDays | None:
    """Return how many working days a limit holds, by the calendar of the audit's year.

    None for a state, for hours and minutes, beyond a year, and where the year is not announced. A start is a
    working day; the period begins on the next day.
    """
    if limit.value is None:
        return None
    year = context.as_of.year
    if limit.unit == "工作日":
        return WorkingDays(limit.value, limit.value, year)
    days, months = limit.value, Fraction(0)
    if limit.unit in ("月", "年"):
        days, months = Fraction(0), limit.value * (12 if limit.unit == "年" else 1)
    elif limit.unit != "自然日":
        return None
    if days.denominator != 1 or months.denominator != 1 or days > _LONGEST or months > 12:
        return None
    key = ("working-days", int(days), int(months))
    return context.memo(key, lambda: _range(int(days), int(months), context))


def _range(days: int, months: int, context: Context) -> WorkingDays | None:
    prefix = context.memo("working-day-prefix", lambda: _prefix(context))
    year, counts = context.as_of.year, []
    start = date(year, 1, 1)
    while start.year == year:
        end = _later(start, days, months)
        if start in prefix and end in prefix and context.calendar.is_working_day(start):
            counts.append(prefix[end] - prefix[start])
        start += _DAY
    return WorkingDays(Fraction(min(counts)), Fraction(max(counts)), year) if counts else None


def _prefix(context: Context) -> dict[date, int]:
    """Return day → number of working days up to it, for the year of the audit and the next as far as announced."""
    counts: dict[date, int] = {}
    total, day = 0, date(context.as_of.year, 1, 1)
    while day.year <= context.as_of.year + 1:
        working = context.calendar.is_working_day(day)
        if working is None:
            break
        total += working
        counts[day] = total
        day += _DAY
    return counts


def _later(start: date, days: int, months: int) -> date:
    if not months:
        return start + days * _DAY
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, _months.monthrange(year, month)[1]))
