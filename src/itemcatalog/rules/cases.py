"""What one case record says (办件判定): in time, reported in time, refused with a reason; one reading for all.

The rules of family CAS and the indicators of the appraisal ask these functions, so they never differ. A day is the
unit of "two working days": in time is handled by the end of the second working day after the day of application.
Hours are counted on the clock, to the second.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from itemcatalog.codes.calendar import Calendar

__all__ = ["Timing", "day_of", "due_days", "handling", "reporting", "within"]

_DAY = timedelta(days=1)
_ZERO = timedelta(0)
Moment = date | datetime


class Timing(enum.IntEnum):
    """时效判定: in time, late, not done though due, not done and not yet due, or not to be told."""

    UNKNOWN = 0
    IN_TIME = 1
    LATE = 2
    OVERDUE = 3
    OPEN = 4
    NO_CALENDAR = 5


def day_of(moment: Moment) -> date:
    """Return the day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def due_days(calendar: Calendar, days: int) -> Callable[[date], date | None]:
    """Return a function: day of application → last day in time; None when a year on the way is not announced.

    Every day is worked out once.
    """
    known: dict[date, date | None] = {}

    def due(applied: date) -> date | None:
        if applied not in known:
            known[applied] = calendar.add_working_days(applied, days)
        return known[applied]

    return due


def handling(applied: Moment | None, handled: Moment | None, due: date | None, as_of: date) -> Timing:
    """Return whether an application was handled in time; what happens after ``as_of`` has not happened yet.

    Handled before it was applied for is contradictory and stays unknown.
    """
    if applied is None:
        return Timing.UNKNOWN
    if due is None:
        return Timing.NO_CALENDAR
    done = None if handled is None else day_of(handled)
    if done is None or done > as_of:
        return Timing.OVERDUE if due <= as_of else Timing.OPEN
    if done < day_of(applied):
        return Timing.UNKNOWN
    return Timing.IN_TIME if done <= due else Timing.LATE


def within(start: Moment, end: Moment | None, longest: timedelta, as_of: date) -> Timing:
    """Return whether ``end`` follows ``start`` within a span on the clock, to the second; exactly the span is in time.

    An open end is measured to the end of ``as_of``. A plain day stands for any moment of it: where that decides,
    the answer is unknown. An end before its start is contradictory and stays unknown.
    """
    first, last = _bounds(start)
    if end is None or day_of(end) > as_of:
        close = datetime.combine(as_of + _DAY, time())
        return Timing.OVERDUE if close - last > longest else Timing.OPEN
    shortest, largest = _bounds(end)[0] - last, _bounds(end)[1] - first
    if largest < _ZERO:
        return Timing.UNKNOWN
    if largest <= longest:
        return Timing.IN_TIME
    return Timing.LATE if shortest > longest else Timing.UNKNOWN


def _bounds(moment: Moment) -> tuple[datetime, datetime]:
    if isinstance(moment, datetime):
        return moment, moment
    start = datetime.combine(moment, time())
    return start, start + _DAY - timedelta(seconds=1)


def reporting(handled: Moment | None, reported: Moment | None, longest: timedelta, as_of: date) -> Timing:
    """Return whether a handled case was reported in time; one that is not handled by ``as_of`` is unknown."""
    if handled is None or day_of(handled) > as_of:
        return Timing.UNKNOWN
    return within(handled, reported, longest, as_of)
