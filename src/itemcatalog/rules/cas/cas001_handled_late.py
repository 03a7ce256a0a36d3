"""网上申请件没有在两个工作日内处理。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：审批办理人须在两个工作日内对省网上办事大厅网上申请件进行处理，
及时率应达到100%；工作日按国务院办公厅节假日安排通知。
示例：2017-09-29（周五）申请，2017-10-10 处理 → 2017-09-30 是调休工作日，最迟应在 2017-10-09 处理。
局限：申请当日不计入；以天为单位，第二个工作日结束前处理的为及时；节假日安排尚未公布的年份不判断；
处理早于申请的不判断（见 CAS005）；未处理但期限未到的不作为问题。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Case
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN
from itemcatalog.rules.cas._ask import due_of, of_the_year_online, written
from itemcatalog.rules.cases import Timing, handling

__all__ = ["RULE"]


def _applies(case: Case, context: Context) -> bool | None:
    online = of_the_year_online(case, context)
    if not online:
        return online
    told = handling(case.applied, case.handled, due_of(case, context), context.as_of)
    return None if told in (Timing.UNKNOWN, Timing.NO_CALENDAR) else told is not Timing.OPEN


def _check(case: Case, context: Context) -> Iterator[Problem]:
    due = due_of(case, context)
    told = handling(case.applied, case.handled, due, context.as_of)
    if told in (Timing.LATE, Timing.OVERDUE):
        yield Problem(
            field="handled",
            message="default" if told is Timing.LATE else "open",
            values={
                "number": case.number,
                "applied": written(case.applied),
                "handled": written(case.handled),
                "due": written(due),
            },
            found=written(case.handled),
            expected=f"≤ {written(due)}",
            cause=case.item_code or "",
        )


RULE = Rule(
    code="CAS001",
    name="网上申请件处理超时",
    scope=Scope.CASE,
    severity=Severity.ERROR,
    force=Force.PLAN,
    clauses=("3c",),
    summary=Text(
        "网上申请件没有在两个工作日内处理。", "An online application was not handled within two working days."
    ),
    basis=f"{PLAN}：在两个工作日内对网上申请件进行处理，及时率应达到100%",
    recommendation=Text(
        "查明超时原因，未处理的立即处理；安排专人每日查收网上申请件。",
        "Find out why; handle what is still open at once; have someone look at online applications every day.",
    ),
    messages={
        "default": Message(
            "办件 {number}：{applied} 申请，{handled} 处理，最迟应在 {due} 处理",
            "Case {number}: applied for {applied}, handled {handled}, due by the end of {due}",
        ),
        "open": Message(
            "办件 {number}：{applied} 申请，到考核日仍未处理，最迟应在 {due} 处理",
            "Case {number}: applied for {applied}, still not handled, due by the end of {due}",
        ),
    },
    needs=("way", "applied", "handled"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
