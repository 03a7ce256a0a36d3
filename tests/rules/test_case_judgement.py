"""In time, late, open: the boundaries of two working days, 24 hours and 2 hours; and what a vague reason is."""

# ruff: noqa: DTZ001 - the moments of records have no zone

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.codes.calendar import official_calendar
from itemcatalog.model import Condition, Item, Material
from itemcatalog.rules.cases import Timing, due_days, handling, reporting, within
from itemcatalog.rules.refusals import Reason, field_words, judge_reason, reason_terms, stock_phrases

AS_OF = date(2017, 12, 31)
DUE = due_days(official_calendar(), 2)
DAY, TWO_HOURS = timedelta(hours=24), timedelta(hours=2)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("applied", "due"),
    [
        ("2017-09-29", "2017-10-09"),
        ("2017-09-30", "2017-10-10"),
        ("2017-10-01", "2017-10-10"),
        ("2017-10-08", "2017-10-10"),
        ("2017-01-20", "2017-01-23"),
        ("2017-01-26", "2017-02-04"),
        ("2017-04-01", "2017-04-06"),
        ("2017-05-26", "2017-05-31"),
        ("2017-11-06", "2017-11-08"),
        ("2017-11-11", "2017-11-14"),
        ("2017-12-29", "2018-01-03"),
    ],
)
def test_the_second_working_day_follows_the_official_calendar(applied: str, due: str) -> None:
    """National Day week, the Saturday worked before it, Spring Festival, weekends, the turn of the year."""
    assert DUE(date.fromisoformat(applied)) == date.fromisoformat(due)


def test_an_unannounced_year_is_refused() -> None:
    """Without the notice of the year nothing is due and nothing is in time."""
    applied = datetime(2099, 3, 2, 9)

    assert DUE(applied.date()) is None
    assert handling(applied, applied, None, date(2099, 12, 31)) is Timing.NO_CALENDAR


@pytest.mark.parametrize(
    ("handled", "told"),
    [
        ("2017-10-09 23:59:59", Timing.IN_TIME),
        ("2017-10-10 00:00:00", Timing.LATE),
        ("2017-09-29 16:00:00", Timing.IN_TIME),
        ("2017-09-28 16:00:00", Timing.UNKNOWN),
        ("2018-01-02 09:00:00", Timing.OVERDUE),
        (None, Timing.OVERDUE),
    ],
)
def test_exactly_two_working_days_are_in_time(handled: str | None, told: Timing) -> None:
    """The second working day counts to its last second; before the application is contradictory."""
    applied = _at("2017-09-29 16:00:00")

    assert handling(applied, _at(handled) if handled else None, DUE(applied.date()), AS_OF) is told


def test_what_is_not_yet_due_is_open() -> None:
    """On the last days of the year an unhandled application may still be in time."""
    applied = _at("2017-12-29 09:00:00")

    assert handling(applied, None, DUE(applied.date()), AS_OF) is Timing.OPEN
    assert handling(None, None, None, AS_OF) is Timing.UNKNOWN


@pytest.mark.parametrize(
    ("end", "longest", "told"),
    [
        ("2017-11-22 10:00:00", DAY, Timing.IN_TIME),
        ("2017-11-22 10:00:01", DAY, Timing.LATE),
        ("2017-11-21 12:00:00", TWO_HOURS, Timing.IN_TIME),
        ("2017-11-21 12:00:01", TWO_HOURS, Timing.LATE),
        ("2017-11-21 10:00:00", TWO_HOURS, Timing.IN_TIME),
        ("2017-11-21 09:59:59", TWO_HOURS, Timing.UNKNOWN),
        (None, DAY, Timing.OVERDUE),
    ],
)
def test_hours_are_counted_to_the_second(end: str | None, longest: timedelta, told: Timing) -> None:
    """Exactly 24 hours and exactly 2 hours are in time; one second more is late."""
    assert within(_at("2017-11-21 10:00:00"), _at(end) if end else None, longest, AS_OF) is told


@pytest.mark.parametrize(
    ("handled", "reported", "told"),
    [
        ("2017-11-21", "2017-11-21", Timing.IN_TIME),
        ("2017-11-21", "2017-11-22", Timing.UNKNOWN),
        ("2017-11-21", "2017-11-23", Timing.LATE),
        ("2017-11-21", "2017-11-20", Timing.UNKNOWN),
        ("2017-12-31", None, Timing.OPEN),
        (None, "2017-11-20", Timing.UNKNOWN),
    ],
)
def test_plain_days_are_only_judged_where_they_suffice(handled: str | None, reported: str | None, told: Timing) -> None:
    """Without a time of day the answer holds for every moment of the day, or it is unknown."""
    first, last = (date.fromisoformat(one) if one else None for one in (handled, reported))

    assert reporting(first, last, DAY, AS_OF) is told


@given(st.datetimes(datetime(2017, 1, 1), datetime(2017, 12, 20)), st.integers(0, 200_000))
def test_a_plain_day_never_contradicts_the_moment(start: datetime, seconds: int) -> None:
    """What is told of the days is true of any moments of these days, or nothing is told."""
    end = start + timedelta(seconds=seconds)
    told = within(start.date(), end.date(), DAY, AS_OF)

    assert told in (Timing.UNKNOWN, within(start, end, DAY, AS_OF))


ITEM = Item(
    name="临时占用绿地审批",
    materials=(Material(name="绿化恢复措施说明"),),
    conditions=(Condition(text="确需临时占用且占用期满可以恢复"),),
)


@pytest.mark.parametrize(
    ("opinion", "reason"),
    [
        (None, Reason.EMPTY),
        ("　", Reason.EMPTY),
        ("材料不齐全", Reason.STOCK),
        ("材料有误", Reason.STOCK),
        ("您好，您提交的材料不符合要求，请按要求重新提交。", Reason.STOCK),
        ("资料不全!!!", Reason.STOCK),
        ("领导不同意", Reason.UNMATCHED),
        ("已受理", Reason.UNMATCHED),
        ("申请人信息与实际不符", Reason.UNMATCHED),
        ("资料不齐，咨询电话：0591-87654321", Reason.STOCK),
        ("申请人电话13800000000有误", Reason.UNMATCHED),
        ("电话不正确", Reason.CONCRETE),
        ("缺绿化恢复措施", Reason.CONCRETE),
        ("占用期满不能恢复", Reason.CONCRETE),
        ("营业执照已过有效期", Reason.CONCRETE),
        ("依据《城市绿化条例》不予许可", Reason.CONCRETE),
        ("不符合条例第十九条", Reason.CONCRETE),
    ],
)
def test_a_reason_names_something_or_is_vague(opinion: str | None, reason: Reason) -> None:
    """Stock phrases alone are vague, words between them a doubt; a material, a field or a law is concrete."""
    assert judge_reason(opinion, reason_terms(ITEM)) is reason


@pytest.mark.parametrize("phrase", stock_phrases())
def test_every_stock_phrase_is_vague(phrase: str) -> None:
    """Each phrase of the list fires by itself."""
    assert judge_reason(phrase, None) is Reason.STOCK


@pytest.mark.parametrize("word", field_words())
def test_every_field_word_makes_a_reason_concrete(word: str) -> None:
    """Each word of the list makes a stock phrase concrete."""
    assert judge_reason(f"{word}有误，请补正", frozenset()) is Reason.CONCRETE


def test_a_plain_day_is_not_overdue_until_its_last_moment_is() -> None:
    """Handled some time on a day and not reported: only when the span after its last second is over it is overdue."""
    day, hours = date(2017, 11, 21), timedelta(hours=2)

    assert within(day, None, hours, day) is Timing.OPEN
    assert within(day, None, hours, date(2017, 11, 22)) is Timing.OVERDUE
