"""What the rules of cases ask again and again: is the record of this year, when was it due, how many hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from itemcatalog.model import Case
from itemcatalog.rules._context import Context
from itemcatalog.rules.cases import Timing, due_days, reporting
from itemcatalog.rules.cases import day_of as day

__all__ = ["due_of", "of_the_year", "of_the_year_online", "report_timing", "written"]

_HANDLING, _REPORT = "online-handling-days", "report-hours"


def of_the_year(case: Case, context: Context) -> bool | None:
    """Return whether a case was applied for in the year of the audit, up to its date; None when that is not told."""
    if case.applied is None:
        return None
    applied = day(case.applied)
    return applied.year == context.as_of.year and applied <= context.as_of


def of_the_year_online(case: Case, context: Context) -> bool | None:
    """Return whether a case of the year was applied for online; None when the way or the day is not told."""
    if case.way is None:
        return None
    return of_the_year(case, context) if case.online else False


def due_of(case: Case, context: Context) -> date | None:
    """Return the last day in time; None without a day of application, or when the calendar is not announced."""
    days = int(context.policy.threshold(_HANDLING).value)
    due: Callable[[date], date | None] = context.memo(("due", days), lambda: due_days(context.calendar, days))
    return None if case.applied is None else due(day(case.applied))


def report_timing(case: Case, context: Context) -> Timing:
    """Return whether the case was reported in time after it was handled."""
    longest = timedelta(hours=int(context.policy.threshold(_REPORT).value))
    return reporting(case.handled, case.reported, longest, context.as_of)


def written(moment: date | datetime | None) -> str:
    """Return a moment as people write it."""
    if moment is None:
        return "—"
    return moment.strftime("%Y-%m-%d %H:%M:%S") if isinstance(moment, datetime) else moment.isoformat()
