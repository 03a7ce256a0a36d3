"""已取消、暂停或尚未生效的事项仍在公布。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（基本完成所有事项公布，并实行动态管理；实行入驻办理事项目录管理）。
示例：事项状态为“取消”，仍列在办事大厅目录中 → 从目录中移出。
局限：暂停、尚未生效的只作提示（可能有意公布）；状态写法不认识的由 ITM011 提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import idle
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN

__all__ = ["RULE"]

_LOUD = ("取消", "草稿")
_DATES = ("cancelled", "early")


def _applies(item: Item, context: Context) -> bool:
    return bool(item.status or item.cancelled or item.effective)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for why in idle(item, context.as_of):
        if why not in _DATES:
            severity = None if why in _LOUD else Severity.NOTICE
            yield Problem(field="status", values={"status": item.status}, found=item.status, severity=severity)
        elif why == "cancelled" and item.cancelled:
            day = item.cancelled.isoformat()
            yield Problem(field="cancelled", message="cancelled", values={"day": day}, found=day)
        elif item.effective:
            day = item.effective.isoformat()
            values = {"day": day, "as_of": context.as_of.isoformat()}
            yield Problem(field="effective", message="early", values=values, found=day, severity=Severity.NOTICE)


RULE = Rule(
    code="ITM016",
    name="不在用仍公布",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("2b", "8a"),
    summary=Text(
        "已取消、暂停或尚未生效的事项仍在公布。",
        "An item that is cancelled, suspended or not yet in force is published.",
    ),
    basis=f"{PLAN}：实行动态管理；实行入驻办理事项目录管理；{LICENSING}第三十条（公示的是法律、法规、规章规定的事项）",
    recommendation=Text(
        "从目录和各渠道移出，或者更正事项状态和日期。", "Take it out of every channel, or correct its status and dates."
    ),
    messages={
        "default": Message("事项状态为“{status}”，仍在公布", "The item is “{status}” and still published"),
        "cancelled": Message("事项已于 {day} 取消，仍在公布", "The item was cancelled on {day} and is still published"),
        "early": Message(
            "事项 {day} 才生效，在 {as_of} 已经公布", "The item takes effect on {day}, it is published on {as_of}"
        ),
    },
    needs=("status|cancelled|effective",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
