"""Working days by the official notices; a year without a notice is unknown."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.codes import Calendar, add_working_days, is_working_day, official_calendar, working_days_between

DAYS = st.dates(date(2004, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2017, 1, 22), True),
        (date(2017, 1, 30), False),
        (date(2017, 12, 30), False),
        (date(2017, 12, 29), True),
        (date(2015, 9, 3), False),
        (date(2003, 6, 2), None),
        (date(2027, 6, 1), None),
    ],
)
def test_is_working_day(on: date, expected: bool | None) -> None:
    """Holidays, 调休 Sundays, plain days and days of unannounced years."""
    assert expected is is_working_day(on)


def test_2017_has_249_working_days() -> None:
    """The year of the plan has 249 working days and one notice."""
    assert working_days_between(date(2016, 12, 31), date(2017, 12, 31)) == 249
    assert official_calendar().notices[2017] == ("http://www.gov.cn/zhengce/zhengceku/2016-12/01/content_5141603.htm",)
    assert tuple(range(2004, 2027)) == official_calendar().years


def test_counting_over_a_holiday() -> None:
    """Two working days after the eve of the spring festival of 2017 end on 4 February, a 调休 Saturday."""
    start = date(2017, 1, 26)

    assert date(2017, 2, 4) == add_working_days(start, 2)
    assert working_days_between(start, date(2017, 2, 4)) == 2
    assert date(2017, 1, 25) == add_working_days(start, -1)
    assert start == add_working_days(start, 0)


def test_an_unannounced_year_is_never_guessed() -> None:
    """Counting into a year without a notice gives None, in both directions."""
    assert add_working_days(date(2026, 12, 30), 30) is None
    assert working_days_between(date(2026, 12, 30), date(2027, 1, 5)) is None
    assert working_days_between(date(2027, 1, 5), date(2026, 12, 30)) is None
    assert add_working_days(date(2004, 1, 1), -1) is None
    assert Calendar().is_working_day(date(2017, 1, 3)) is None


@given(DAYS, st.integers(-60, 60))
def test_adding_and_counting_are_inverse(start: date, days: int) -> None:
    """Counting to the day that n working days lead to gives n; the day itself is a working day."""
    end = add_working_days(start, days)
    if end is None or (days < 0 and not is_working_day(start)):
        return

    assert days >= 0 or end < start
    assert days <= 0 or is_working_day(end)
    assert days < 0 or working_days_between(start, end) == days


@given(DAYS, DAYS, DAYS)
def test_counts_add_up(left: date, middle: date, right: date) -> None:
    """The count over a split span is the sum of its parts."""
    parts = working_days_between(left, middle), working_days_between(middle, right)
    whole = working_days_between(left, right)

    assert parts[0] is not None
    assert parts[1] is not None
    assert parts[0] + parts[1] == whole


def test_both_sources_agree(shared: Path) -> None:
    """From 2007 to 2026 the second source gives the same answer on all 7,305 days."""
    lines = (shared / "data/calendar/holidays.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    other = Calendar(
        special={
            date.fromisoformat(row["date"]): row["kind"] == "makeup_workday"
            for row in records
            if row["src"] == "chinesecalendar"
        },
        notices=dict.fromkeys(range(2004, 2027), ()),
    )
    days = [date(2007, 1, 1) + timedelta(days=offset) for offset in range(7305)]

    assert date(2026, 12, 31) == days[-1]
    assert [on for on in days if other.is_working_day(on) is not is_working_day(on)] == []
