"""Sums of cases: repetitions, other years, tables without a column, other clocks, several processes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from itemcatalog.appraisal import ALL, Appraisal, Figure, State
from itemcatalog.formats import _records_text

HEAD = ("办件编号", "事项编码", "事项名称", "申报方式", "申请时间", "处理时间", "处理结果", "处理意见", "报送时间")
CITY = [
    {
        "name": "护照签发",
        "codes": {"implementation": "11350100003604508U3000109003000"},
        "authority": {"name": "市公安局"},
    },
    {
        "name": "户口迁移",
        "codes": {"implementation": "11350100003604508U3000109004000"},
        "authority": {"name": "市公安局"},
    },
]
GULOU = [
    {
        "name": "户口迁移",
        "codes": {"implementation": "11350102003604516N4000109004000"},
        "authority": {"name": "鼓楼分局"},
    }
]
ITEMS = {"city": CITY, "gulou": GULOU}
PASSPORT, MOVE_GULOU = "11350100003604508U3000109003000", "11350102003604516N4000109004000"
Row = Callable[..., list[str]]
Build = Callable[..., Appraisal]


def _figure(appraisal: Appraisal, name: str, unit: tuple[str, str] = ALL) -> tuple[int, int] | None:
    found = next(one for one in appraisal.results if one.indicator.id == name).figure(unit)
    return None if found is None else (found.numerator, found.denominator)


def _notes(appraisal: Appraisal, name: str) -> list[str]:
    return next(one for one in appraisal.results if one.indicator.id == name).measured.notes


def test_a_repeated_number_counts_once_and_the_first_one_counts(appraise: Build, row: Row) -> None:
    """The second record of a number is left out with all that it says, in another file too."""
    late = row("FZ1", 处理时间="2017-12-06 10:00:00")
    found = appraise(ITEMS, {"a.csv": (HEAD, [row("FZ1"), late]), "b.csv": (HEAD, [late, row("FZ2")])})

    assert _figure(found, "online-handling-share") == (2, 2)
    assert "重复编号的办件 2 件，只计第一件" in _notes(found, "online-handling-share")
    assert not [one for one in found.results if one.indicator.id == "online-handling-share" for _ in one.rows()]


def test_records_of_another_year_or_without_a_day_do_not_count(appraise: Build, row: Row) -> None:
    """They are told by number and reason; an unreadable day is a fault of the table."""
    rows = [
        row("1", 申请时间="2016-12-30 09:00:00"),
        row("2", 申请时间="2018-01-02 09:00:00"),
        row("3", 申请时间="不详"),
        row("4", 申请时间=""),
        row("5"),
    ]
    found = appraise(ITEMS, {"a.csv": (HEAD, rows)})

    assert _figure(found, "online-application-share") == (1, 1)
    assert {"不在考核年度的办件 2 件，不计入", "没有申请时间的办件 2 件，不计入"} <= set(
        _notes(found, "online-application-share")
    )
    assert "记录表中有 1 处读不懂或缺项" in found.notes


def test_a_case_belongs_to_the_unit_of_its_item(appraise: Build, row: Row) -> None:
    """By code; else by the body's credit code; else by a name that only one item has; else to nobody but the sum."""
    rows = [
        row("1", 事项编码=PASSPORT),
        row("2", 事项编码="11350100003604508U3999999999999"),
        row("3", 事项名称="护照签发"),
        row("4", 事项名称="户口迁移"),
        row("5", 事项编码=MOVE_GULOU, 申报方式="窗口"),
    ]
    found = appraise(ITEMS, {"a.csv": (HEAD, rows)})

    assert _figure(found, "online-application-share") == (4, 5)
    assert _figure(found, "online-application-share", ("channel", "city")) == (3, 3)
    assert _figure(found, "online-application-share", ("authority", "city/市公安局")) == (3, 3)
    assert _figure(found, "online-application-share", ("channel", "gulou")) == (0, 1)
    assert _figure(found, "known-item-share") == (3, 5)


def test_a_case_of_a_body_under_two_names_belongs_to_nobody(appraise: Build, row: Row) -> None:
    """Where two units use one credit code it does not tell whose case it is; an item's own code does."""
    other = {
        "name": "犬类登记",
        "codes": {"implementation": "11350100003604508U3000109009000"},
        "authority": {"name": "市公安局治安支队"},
    }
    rows = [row("1", 事项编码=PASSPORT), row("2", 事项编码="11350100003604508U3999999999999")]
    found = appraise({**ITEMS, "city": [*CITY, other]}, {"a.csv": (HEAD, rows)})

    assert _figure(found, "online-application-share") == (2, 2)
    assert _figure(found, "online-application-share", ("authority", "city/市公安局")) == (1, 1)
    assert _figure(found, "online-application-share", ("authority", "city/市公安局治安支队")) is None


def test_a_unit_without_cases_has_no_figure(appraise: Build, row: Row) -> None:
    """A zero denominator is no value and no verdict."""
    found = appraise(ITEMS, {"a.csv": (HEAD, [row("1", 事项编码=PASSPORT, 申报方式="窗口")])})
    handling = next(one for one in found.results if one.indicator.id == "online-handling-share")

    assert handling.figure() is None
    assert handling.met() is None
    assert Figure(0, 0).value is None
    assert _figure(found, "report-share", ("channel", "gulou")) is None


def test_without_any_case_the_indicator_says_so(appraise: Build) -> None:
    """No table of cases: nothing is met, and the clause asks for data."""
    found = appraise(ITEMS)
    online = next(one for one in found.results if one.indicator.id == "online-application-share")

    assert online.measured.missing == "没有办件记录"
    assert "3a" in {one.clause.id for one in found.evidence}


def test_a_table_without_a_column_is_not_asked_for_it(appraise: Build) -> None:
    """No report time in the table: nobody is late; no way: nobody is online."""
    found = appraise(
        ITEMS, {"a.csv": (("办件编号", "申请时间", "处理时间"), [["1", "2017-11-06 09:00:00", "2017-11-20 09:00:00"]])}
    )

    assert _figure(found, "report-share") is None
    assert _figure(found, "online-application-share") is None
    assert _figure(found, "online-handling-share") is None
    report = next(one for one in found.results if one.indicator.id == "report-share")
    assert report.totals()[State.UNCOVERED] == 1


def test_an_unreadable_time_is_not_met_and_not_accused(appraise: Build, row: Row) -> None:
    """Written but not understood counts in the denominator, in the list as unclear, and out of the second reading."""
    found = appraise(ITEMS, {"a.csv": (HEAD, [row("1"), row("2", 处理时间="下午")])})
    handling = next(one for one in found.results if one.indicator.id == "online-handling-share")

    assert _figure(found, "online-handling-share") == (1, 2)
    assert [one.state for one in handling.rows()] == [State.UNKNOWN]
    assert handling.second() == Figure(1, 1)


def test_an_earlier_clock_sees_less(appraise: Build, row: Row) -> None:
    """What happened after as_of has not happened: later cases are away, a later handling is none."""
    rows = [row("1"), row("2", 申请时间="2017-11-20 09:00:00"), row("3", 处理时间="2017-12-20 09:00:00")]
    found = appraise(ITEMS, {"a.csv": (HEAD, rows)}, as_of=date(2017, 11, 10))

    assert _figure(found, "online-handling-share") == (1, 2)
    assert _figure(found, "report-share") == (1, 1)
    assert "考核日之后申请的办件 1 件，不计入" in _notes(found, "report-share")


def test_an_unannounced_year_is_refused(appraise: Build, row: Row) -> None:
    """Without the calendar of the year nobody is in time and nobody is late."""
    rows = [row("1", 申请时间="2099-03-02 09:00:00", 处理时间="2099-03-02 10:00:00", 报送时间="2099-03-02 11:00:00")]
    found = appraise(ITEMS, {"a.csv": (HEAD, rows)}, as_of=date(2099, 12, 31))
    handling = next(one for one in found.results if one.indicator.id == "online-handling-share")

    assert handling.figure() is None
    assert any("节假日" in note for note in handling.measured.notes)
    assert _figure(found, "report-share") == (1, 1)


def test_the_trend_adds_up_over_the_milestones(appraise: Build, row: Row) -> None:
    """At each milestone the cases applied for by then; the last one is the whole."""
    days = ("2017-03-01", "2017-04-30", "2017-05-02", "2017-12-29")
    found = appraise(ITEMS, {"a.csv": (HEAD, [row(day, 申请时间=f"{day} 09:00:00") for day in days])})
    online = next(one for one in found.results if one.indicator.id == "online-application-share")

    assert [figure.denominator for _, figure in online.trend()] == [2, 3, 3, 4]
    assert online.trend()[0][0].isoformat() == "2017-04-30"


def test_processes_give_the_same_sums(
    appraise: Build, row: Row, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Read by two processes in many parts or by one in a single part: figures, lists and places are equal."""
    rows = [
        row(
            f"FZ{n % 190}",
            事项编码=PASSPORT if n % 3 else MOVE_GULOU,
            处理时间=f"2017-11-{6 + n % 20:02d} 10:00:00",
            报送时间="" if n % 11 == 0 else "2017-11-30 10:00:00",
            处理结果="不通过" if n % 7 == 0 else "通过",
        )
        for n in range(200)
    ]
    alone = appraise(ITEMS, {"a.csv": (HEAD, rows)}, processes=1)
    monkeypatch.setattr(_records_text.extents, "__kwdefaults__", {"part": 2_000})
    together = appraise(ITEMS, {"a.csv": (HEAD, rows)}, processes=2)

    for one, other in zip(alone.results, together.results, strict=True):
        assert one.measured.figures == other.measured.figures
        assert list(one.rows()) == list(other.rows())
    report = next(one for one in alone.results if one.indicator.id == "report-share")
    assert next(report.rows()).place == "a.csv · 第 2 行"
