"""Two time limits: by value and unit; other units by what the calendar allows, never one to one."""

from __future__ import annotations

import re
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

_TIME_WORDS = re.compile("(?:所需|所用|的)*(?:时间|期间|时限|期限|用时|环节)?(?:所需)?$")


def limit_key(limit: Limit) -> tuple[str, ...]:
    """Return what makes two limits equal: state or exact value in the smallest exact unit, and the exclusions."""
    excludes = tuple(sorted(excluded(limit)))
    if limit.value is None:
        state = limit.state.value if limit.state else ""
        return (state, format_key(limit.raw or "") if limit.unclear else "", *excludes)
    unit, factor = _EXACT.get(limit.unit or "", (limit.unit or "", Fraction(1)))
    return (str(limit.value * factor), unit, *excludes)


def excluded(limit: Limit) -> frozenset[str]:
    """Return what lies outside a limit (听证, 专家评审), without the words for its time."""
    return frozenset(_TIME_WORDS.sub("", format_key(one)) for one in limit.excludes)


def days_between(limit: Limit) -> tuple[Fraction, Fraction] | None:
    """Return the fewest and the most natural days that a limit can take; None when it cannot be said."""
    if limit.value is None:
        return None
    if limit.unit == "自然日":
        return limit.value, limit.value
    if limit.unit == "工作日":
        weeks = limit.value / 5
        return limit.value, limit.value + 2 * (weeks.__floor__() + 1) + _LONGEST_BREAK
    if limit.unit == "年" and limit.value.denominator == 1:
        return limit.value * 365, limit.value * 366
    if limit.unit in ("月", "年"):
        months = limit.value * (12 if limit.unit == "年" else 1)
        return months * 28, months * 31
    return None


def compare_limits(left: Limit, right: Limit) -> Agreement:
    """Compare two limits.

    Equal values are equal or differ in format. A limit that was not understood is never a difference of
    substance (its reader's fault stands already). Different units that may be the same span of the calendar
    (1个月, 30个自然日) are a difference of wording, others of substance. An exclusion (不含听证时间) that only one
    side states is wording.
    """
    if left.unclear or right.unclear:
        return Agreement.EQUAL if left.raw == right.raw else Agreement.WORDING
    if limit_key(left) == limit_key(right):
        return Agreement.EQUAL if left.raw == right.raw else Agreement.FORMAT
    if _at_once(left) and _at_once(right):
        return Agreement.WORDING
    if left.unit == right.unit:
        same = left.value is not None and left.value == right.value
        return _outside(left, right) if same else Agreement.SUBSTANCE
    one, other = days_between(left), days_between(right)
    if one is None or other is None:
        return Agreement.SUBSTANCE
    return Agreement.WORDING if one[0] <= other[1] and other[0] <= one[1] else Agreement.SUBSTANCE


def _outside(left: Limit, right: Limit) -> Agreement:
    """Compare what two equal numbers leave out; one that says nothing of it leaves it to the law (行政许可法 45)."""
    one, other = excluded(left), excluded(right)
    return Agreement.SUBSTANCE if one and other else Agreement.WORDING


def _at_once(limit: Limit) -> bool:
    return limit.instant or limit.value == 0
