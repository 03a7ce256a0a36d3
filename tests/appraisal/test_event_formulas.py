"""Faults, projects, services and licences: exactly two hours, repetitions, other years, what is left open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from itemcatalog.appraisal import Appraisal, Figure, Result, State

Build = Callable[..., Appraisal]
ITEMS = {
    "city": [{"name": "结婚登记", "codes": {"implementation": "X1"}}, {"name": "护照签发"}],
    "portal": [{"name": "结婚登记", "codes": {"implementation": "X1"}}],
}
SERVICE = ("服务名称", "平台", "接入方式", "对接", "事项编码")


def _result(appraisal: Appraisal, name: str) -> Result:
    return next(one for one in appraisal.results if one.indicator.id == name)


def test_exactly_two_hours_are_in_time(appraise: Build) -> None:
    """One second more is late, an open fault runs to the clock, a number twice and another year do not count."""
    rows = [
        ["G1", "前置机", "2017-02-06 09:00:00", "2017-02-06 11:00:00"],
        ["G2", "前置机", "2017-02-06 09:00:00", "2017-02-06 11:00:01"],
        ["G3", "前置机", "2017-12-31 09:00:00", ""],
        ["G3", "前置机", "2017-12-31 09:00:00", "2017-12-31 10:00:00"],
        ["G4", "前置机", "2016-12-31 09:00:00", "2017-01-01 11:00:01"],
        ["G5", "接口", "2017-05-05 09:00:00", "下午"],
    ]
    found = appraise(ITEMS, {"f.csv": (("故障编号", "系统", "发现时间", "恢复时间"), rows)})
    repair = _result(found, "fault-repair-share")

    assert repair.figure() == Figure(1, 4)
    assert repair.totals() == {State.MET: 1, State.UNMET: 2, State.OUTSIDE: 1, State.UNKNOWN: 1}
    assert _result(found, "fault-free-systems").figure() == Figure(1, 2)


def test_projects_are_counted_by_record_and_as_a_whole(appraise: Build) -> None:
    """95 % exactly is met; a project is right when all its records are."""
    rows = [[f"P{n // 2}", "基本", "是" if n else "否"] for n in range(20)]
    found = _result(appraise(ITEMS, {"p.csv": (("项目编码", "信息类别", "正确"), rows)}), "project-basic-share")

    assert found.figure() == Figure(19, 20)
    assert found.met() is True
    assert found.second() == Figure(9, 10)


def test_a_service_needs_connection_and_the_hall(appraise: Build) -> None:
    """Found by code or by name; not connected, not in the hall, not told: never met."""
    rows = [
        ["婚姻登记服务", "闽政通", "全流程", "是", "X1"],
        ["结婚登记", "闽政通", "单项", "是", ""],
        ["结婚登记", "闽政通", "单项", "否", "X1"],
        ["护照签发", "闽政通", "单项", "是", ""],
        ["结婚登记", "闽政通", "单项", "", "X1"],
        ["结婚登记", "12345", "全流程", "是", "X1"],
        ["查询", "12345", "其他", "是", ""],
    ]
    found = appraise(ITEMS, {"s.csv": (SERVICE, rows)})
    app, hotline = _result(found, "app-service-share"), _result(found, "hotline-service-share")

    assert (app.figure(), app.second()) == (Figure(2, 5), Figure(4, 5))
    assert app.met() is False
    assert (hotline.figure(), hotline.second(), hotline.met()) == (Figure(2, 2), Figure(1, 2), None)
    assert _result(found, "efuzhou-service-share").measured.missing


def test_licences_need_store_and_seal(appraise: Build) -> None:
    """A new licence is met when stored, in the second reading on its day; an old one only with a seal."""
    head = ("证照名称", "事项编码", "新增或存量", "签发时间", "入库时间", "签章")
    rows = [
        ["结婚证", "X1", "新增", "2017-03-06 09:00:00", "2017-03-06 09:05:00", "否"],
        ["结婚证", "X1", "新增", "2017-03-06", "2017-03-08", "是"],
        ["结婚证", "X1", "新增", "2017-12-30", "2018-01-02", "是"],
        ["结婚证", "X1", "存量", "2010-03-06", "2017-08-15", "是"],
        ["结婚证", "X1", "存量", "2010-03-06", "2017-08-15", "否"],
    ]
    found = appraise(ITEMS, {"l.csv": (head, rows)})

    assert _result(found, "licence-new-share").figure() == Figure(2, 3)
    assert _result(found, "licence-new-share").second() == Figure(1, 3)
    assert _result(found, "licence-stock-share").figure() == Figure(1, 2)
    assert _result(found, "licence-new-share").figure(("channel", "city")) == Figure(2, 3)
    assert _result(found, "licence-new-share").met() is None


def test_publications_count_by_the_first_day(appraise: Build) -> None:
    """An item published again counts from the first day; a level without any record is uncovered."""
    head = ("事项编码", "批次", "公布日期")
    rows = [["X1", "补充", "2017-08-01"], ["X1", "第一批", "2017-04-30"], ["X1", "第三批", "2017-09-01"]]
    items = {**ITEMS, "gulou": [{"name": "结婚登记", "codes": {"implementation": "Y1"}}]}
    found = appraise(items, {"q.csv": (head, rows)})
    first = _result(found, "published-by-2017-04-30")

    assert first.figure() == Figure(1, 2)
    assert first.figure(("channel", "gulou")) is None
    assert [figure.numerator for _, figure in first.trend()] == [1, 1, 1, 1]
    early = appraise(items, {"q.csv": (head, rows)}, as_of=date(2017, 4, 29))
    assert _result(early, "published-by-2017-12-31").figure() == Figure(0, 2)
