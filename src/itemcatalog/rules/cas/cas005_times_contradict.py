"""办件各环节的时间前后矛盾。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：办件信息须满足《省网上办事大厅行政审批业务核心数据指标》要求（按环节先后报送）；
《中华人民共和国行政许可法》第三十二条（收到申请后决定是否受理）、第四十二条（自受理之日起作出决定）。
示例：2017-03-06 09:00 申请，2017-03-05 处理 → 核对后更正其中一个时间。
局限：只比较申请与处理、申请与受理、受理与办结、处理与报送；只写日期的按当天任何时刻理解，同一天不算矛盾。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Case
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.cas._ask import written
from itemcatalog.rules.cases import day_of

__all__ = ["RULE"]

_PAIRS = (("applied", "handled"), ("applied", "accepted"), ("accepted", "finished"), ("handled", "reported"))
_WORDS = {
    "applied": Text("申请", "applied for"),
    "handled": Text("处理", "handled"),
    "accepted": Text("受理", "accepted"),
    "finished": Text("办结", "finished"),
    "reported": Text("报送", "reported"),
}


def _before(later: date | datetime, earlier: date | datetime) -> bool:
    if isinstance(later, datetime) and isinstance(earlier, datetime):
        return later < earlier
    return day_of(later) < day_of(earlier)


def _check(case: Case, context: Context) -> Iterator[Problem]:
    for first, second in _PAIRS:
        start, end = getattr(case, first), getattr(case, second)
        if start is not None and end is not None and _before(end, start):
            yield Problem(
                field=second,
                values={
                    "number": case.number,
                    "first": _WORDS[first],
                    "second": _WORDS[second],
                    "start": written(start),
                    "end": written(end),
                },
                found=written(end),
                expected=f"≥ {written(start)}",
                cause=f"{first}-{second}",
            )


RULE = Rule(
    code="CAS005",
    name="办件时间矛盾",
    scope=Scope.CASE,
    severity=Severity.WARNING,
    force=Force.PLAN,
    clauses=("3e", "xkf-32", "xkf-42"),
    summary=Text("办件各环节的时间前后矛盾。", "The times of a case contradict one another."),
    basis=(
        f"{PLAN}：报送的办件信息须满足《省网上办事大厅行政审批业务核心数据指标》要求；"
        f"{LICENSING}第三十二条、第四十二条（申请、受理、决定依次进行）"
    ),
    recommendation=Text("核对业务系统的时间后更正。", "Check the times where the case is kept and correct them."),
    messages={
        "default": Message(
            "办件 {number}：{second}时间 {end} 早于{first}时间 {start}",
            "Case {number}: {second} {end}, before it was {first} {start}",
        )
    },
    check=_check,
    page=__doc__,
)
