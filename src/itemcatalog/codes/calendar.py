"""Working days (工作日) by the yearly notice of the State Council (国务院办公厅关于节假日安排的通知).

A year without a notice is unknown: every answer that would need it is None, never a guess. The notice of the
next year may still move the last days of December.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date, timedelta

from attrs import define, field

from itemcatalog.codes._tables import rows

__all__ = [
    "Calendar",
    "add_working_days",
    "is_working_day",
    "official_calendar",
    "working_days_between",
]

_DAY = timedelta(days=1)
_SATURDAY = 5


@define(frozen=True, slots=True, kw_only=True)
class Calendar:
    """工作日历: the days that differ from the plain week, and the years that a notice covers.

    ``special`` maps a day to whether it is a working day (False: holiday, True: 调休上班); ``notices`` maps each
    covered year to the addresses of its notices.
    """

    special: Mapping[date, bool] = field(factory=dict, hash=False)
    notices: Mapping[int, tuple[str, ...]] = field(factory=dict, hash=False)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are announced, ascending."""
        return tuple(sorted(self.notices))

    def is_working_day(self, on: date) -> bool | None:
        """Return whether the day is a working day; None when its year is not announced."""
        special = self.special.get(on)
        if special is not None:
            return special
        return on.weekday() < _SATURDAY if on.year in self.notices else None

    def add_working_days(self, start: date, days: int) -> date | None:
        """Return the end of the n-th working day after ``start`` (not counted itself), before it when n < 0.

        Zero gives ``start``. None when the way leads through a day of an unannounced year.
        """
        step = _DAY if days >= 0 else -_DAY
        current, left = start, abs(days)
        while left:
            current += step
            working = self.is_working_day(current)
            if working is None:
                return None
            left -= working
        return current

    def working_days_between(self, start: date, end: date) -> int | None:
        """Return the number of working days after ``start`` up to and with ``end``; negative when reversed.

        None when a day between lies in an unannounced year.
        """
        if end < start:
            backwards = self.working_days_between(end, start)
            return None if backwards is None else -backwards
        count = 0
        for offset in range(1, (end - start).days + 1):
            working = self.is_working_day(start + offset * _DAY)
            if working is None:
                return None
            count += working
        return count


@functools.cache
def official_calendar() -> Calendar:
    """Return the shipped calendar of the State Council's notices."""
    special = {date.fromisoformat(row["date"]): row["kind"] == "makeup_workday" for row in rows("calendar.csv")}
    notices: dict[int, tuple[str, ...]] = {
        int(row["year"]): tuple(filter(None, row["notices"].split("|"))) for row in rows("calendar_years.csv")
    }
    return Calendar(special=special, notices=notices)


def is_working_day(on: date) -> bool | None:
    """Return whether the day is a working day by the official calendar; None when its year is not announced.

    >>> is_working_day(date(2017, 1, 22)), is_working_day(date(2017, 1, 30)), is_working_day(date(2099, 1, 4))
    (True, False, None)
    """
    return official_calendar().is_working_day(on)


def add_working_days(start: date, days: int) -> date | None:
    """Return the n-th working day after ``start`` by the official calendar, None where it is not announced."""
    return official_calendar().add_working_days(start, days)


def working_days_between(start: date, end: date) -> int | None:
    """Return the working days after ``start`` up to and with ``end`` by the official calendar, or None."""
    return official_calendar().working_days_between(start, end)
