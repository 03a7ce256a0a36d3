"""办件处理后没有在24小时内报送。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：报送的办件信息须满足《省网上办事大厅行政审批业务核心数据指标》要求，
并在一天内(24小时)完成办件办理信息及时报送。
示例：2017-11-21 10:00:00 处理，2017-11-22 10:00:01 报送 → 最迟 2017-11-22 10:00:00 报送（恰为 24 小时的为及时）。
局限：按钟点计，不扣节假日；只写日期没有时间、因而不能判断的不判断；报送早于处理的不判断（见 CAS005）；
没有报送、但到考核日还不满 24 小时的不作为问题。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Case
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN
from itemcatalog.rules.cas._ask import of_the_year, report_timing, written
from itemcatalog.rules.cases import Timing, day_of

__all__ = ["RULE"]


def _applies(case: Case, context: Context) -> bool | None:
    year = of_the_year(case, context)
    if not year:
        return year
    if case.handled is None or day_of(case.handled) > context.as_of:
        return None if "handled" in case.unclear else False
    told = report_timing(case, context)
    return None if told is Timing.UNKNOWN else told is not Timing.OPEN


def _check(case: Case, context: Context) -> Iterator[Problem]:
    told = report_timing(case, context)
    if told in (Timing.LATE, Timing.OVERDUE):
        yield Problem(
            field="reported",
            message="default" if told is Timing.LATE else "open",
            values={
                "number": case.number,
                "handled": written(case.handled),
                "reported": written(case.reported),
            },
            found=written(case.reported),
            cause=case.item_code or "",
        )


RULE = Rule(
    code="CAS003",
    name="办件报送超时",
    scope=Scope.CASE,
    severity=Severity.ERROR,
    force=Force.PLAN,
    clauses=("3e",),
    summary=Text("办件处理后没有在24小时内报送。", "A case was not reported within 24 hours after it was handled."),
    basis=f"{PLAN}：在一天内(24小时)完成办件办理信息及时报送",
    recommendation=Text(
        "检查报送任务和前置机，补报漏报的办件。", "Check the reporting task and its machine; report what is missing."
    ),
    messages={
        "default": Message(
            "办件 {number}：{handled} 处理，{reported} 报送，超过 24 小时",
            "Case {number}: handled {handled}, reported {reported}, more than 24 hours later",
        ),
        "open": Message(
            "办件 {number}：{handled} 处理，到考核日没有报送",
            "Case {number}: handled {handled}, not reported by the day of the audit",
        ),
    },
    needs=("handled", "reported"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
