"""Two time limits: by value and unit; other units by what the calendar allows, never one to one."""

from __future__ import annotations

from fractions import Fraction

from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._texts import format_key
from itemcatalog.model import Limit

__all__ = ["compare_limits", "days_between", "limit_key"]

# Exact equivalences only: a month is no number of days, a working day no natural day.
_EXACT = {"年": ("月", Fraction(12)), "小时": ("分钟", Fraction(60))}

# A week holds five working days; the longest official holiday adds up to eight free days in a row with the
# weekends beside it (国办 notices 2007-2026: at most 8 holidays, 9 free days in a row).
_LONGEST_BREAK = 9


def limit_key(limit: Limit) -> tuple[str, ...]:
    """Return what makes two limits equal: state or exact value in the smallest exact unit, and the exclusions."""
    excludes = tuple(sorted(map(format_key, limit.excludes)))
    if limit.value is None:
        state = limit.state.value if limit.state else ""
        return (state, format_key(limit.raw or "") if limit.unclear else "", *excludes)
    unit, factor = _EXACT.get(limit.unit or "", (limit.unit or "", Fraction(1)))
    return (str(limit.value * factor), unit, *excludes)


def days_between(limit: Limit) -> tuple[Fraction, Fraction] | None:
    """Return the fewest and the most natural days that a limit can take; None when it cannot be said."""
    if limit.value is None:
        return None
    if limit.unit == "自然日":
        return limit.value, limit.value
    if limit.unit == "工作日":
        weeks = limit.value / 5
        return limit.value, limit.value + 2 * (weeks.__floor__() + 1) + _LONGEST_BREAK
    spans = {"月": (28, 31), "年": (365, 366)}
    if limit.unit in spans:
        low, high = spans[limit.unit]
        return limit.value * low, limit.value * high
    return None


def compare_limits(left: Limit, right: Limit) -> Agreement:
    """Compare two limits.

    Equal values are equal or differ in format. A limit that was not understood is never a difference of
    substance (its reader's fault stands already). Different units that may be the same span of the calendar
    (1个月, 30个自然日) are a difference of wording, others of substance.
    """
    if left.unclear or right.unclear:
        return Agreement.EQUAL if left.raw == right.raw else Agreement.WORDING
    if limit_key(left) == limit_key(right):
        return Agreement.EQUAL if left.raw == right.raw else Agreement.FORMAT
    if _at_once(left) and _at_once(right):
        return Agreement.WORDING
    if left.unit == right.unit:
        return Agreement.SUBSTANCE
    one, other = days_between(left), days_between(right)
    if one is None or other is None:
        return Agreement.SUBSTANCE
    return Agreement.WORDING if one[0] <= other[1] and other[0] <= one[1] else Agreement.SUBSTANCE


def _at_once(limit: Limit) -> bool:
    return limit.instant or limit.value == 0
