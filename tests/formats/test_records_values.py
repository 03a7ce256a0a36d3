"""Values of records: each way of writing a moment, a way of applying, an outcome."""

# ruff: noqa: DTZ001 - the moments of records have no zone

from __future__ import annotations

from datetime import date, datetime

import pytest

from itemcatalog.formats import _records_values as values


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2017-10-09 23:59:59", datetime(2017, 10, 9, 23, 59, 59)),
        ("2017-10-09T09:05:00", datetime(2017, 10, 9, 9, 5)),
        ("2017/10/9 9:05", datetime(2017, 10, 9, 9, 5)),
        ("2017.10.9 09:05:01", datetime(2017, 10, 9, 9, 5, 1)),
        ("2017年10月9日 9时5分", datetime(2017, 10, 9, 9, 5)),
        ("2017-10-09 09:05:00.0", datetime(2017, 10, 9, 9, 5)),
        ("２０１７-10-09 09:05:00", datetime(2017, 10, 9, 9, 5)),
        ("20171009090500", datetime(2017, 10, 9, 9, 5)),
        ("20171009T090500", datetime(2017, 10, 9, 9, 5)),
        ("2017-10-09T09:05:00+08:00", datetime(2017, 10, 9, 9, 5)),
        ("2017-10-09T01:05:00Z", datetime(2017, 10, 9, 9, 5)),
        ("2017-10-09T00:05:00+07:00", datetime(2017, 10, 9, 1, 5)),
        ("2017-10-09", date(2017, 10, 9)),
        ("2017年10月9日", date(2017, 10, 9)),
        ("", None),
        ("-", None),
        ("无", None),
        (datetime(2017, 10, 9, 9), datetime(2017, 10, 9, 9)),
    ],
)
def test_a_moment_is_read_as_written(written: object, meant: object) -> None:
    """Moments keep their seconds, plain days stay days, zones are turned into Shanghai's."""
    found = values.moment(written)

    assert found == meant
    assert type(found) is type(meant)


@pytest.mark.parametrize("written", ["去年", "2017-13-01 00:00:00", "2017-02-30 10:00:00", "43100", "2017-10", "25:00"])
def test_what_is_no_moment_is_a_mark(written: str) -> None:
    """A text that is no full date is never guessed."""
    assert values.moment(written) is values.UNREAD["moment"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("网厅", "网上"),
        ("21", "网上"),
        ("手机APP", "移动端"),
        ("现场", "窗口"),
        ("自助终端", "自助"),
        ("邮寄", "邮寄"),
        ("", None),
    ],
)
def test_ways_of_applying_have_four_names(written: str, meant: str | None) -> None:
    """Known words become the name of the list, others stay."""
    assert values.way(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("审核不通过", "不通过"), ("不予受理", "不通过"), ("准予许可", "通过"), ("补正告知", "补正"), ("转办", "转办")],
)
def test_outcomes_have_three_names(written: str, meant: str) -> None:
    """Known words become the name of the list, others stay."""
    assert values.outcome(written) == meant


def test_yes_no_and_counts() -> None:
    """Other words than yes or no, and numbers that are none, are marks."""
    assert [values.yes_no(one) for one in ("是", "否", "无", "-")] == [True, False, False, None]
    assert values.yes_no("大概") is values.UNREAD["yes_no"]
    assert [values.count(one) for one in ("0", "1次", 2.0, "")] == [0, 1, 2, None]
    assert values.count("若干") is values.UNREAD["count"]
    assert values.code(1e18) is values.DAMAGED
