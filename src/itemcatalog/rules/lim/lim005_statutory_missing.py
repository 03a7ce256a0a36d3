"""行政权力事项没有写明法定办结时限。

依据：《中华人民共和国行政许可法》第三十条（公示期限）、第四十二条（法律、法规没有另外规定的，二十日内作出决定）；
福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明时限；没有法定时限的事项不能计算压缩比例）。
示例：行政许可的法定办结时限为空 → 填写法律、法规规定的期限，没有另外规定的填 20 个工作日。
局限：公共服务事项多数没有法定时限，不检查；其他行政权力事项只作提示；许可写“无法定时限”的只作提示；
依职权的处罚、强制、征收、检查不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import LICENCE, PUBLIC_SERVICE, is_service, power_type
from itemcatalog.rules._powers import ex_officio
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.lim._pairs import states_limit

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    if not is_service(item) or ex_officio(item, context):
        return False
    power = power_type(item)
    return None if power is None else power != PUBLIC_SERVICE


def _check(item: Item, context: Context) -> Iterator[Problem]:
    licence = power_type(item) == LICENCE
    law = item.statutory_limit
    if not states_limit(item, "statutory"):
        yield Problem(
            field="statutory_limit",
            values={"type": item.power_type},
            found="",
            severity=None if licence else Severity.NOTICE,
        )
    elif licence and law is not None and law.none:
        days = context.policy.threshold("licence-days").value if "licence-days" in context.policy.thresholds else 20
        yield Problem(
            field="statutory_limit",
            message="none",
            values={"raw": law.raw or "无", "days": days},
            found=law.raw or "无",
            severity=Severity.NOTICE,
        )


RULE = Rule(
    code="LIM005",
    name="法定时限缺失",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a", "11a", "xkf-42"),
    summary=Text("行政权力事项没有写明法定办结时限。", "An item of administrative power states no statutory limit."),
    basis=f"{LICENSING}第三十条、第四十二条；{PLAN}：清晰列明时限",
    recommendation=Text(
        "填写法律、法规规定的期限；许可事项没有另外规定的，法定时限为 20 个工作日。",
        "State the limit that the law sets; for a licence without a special rule it is 20 working days.",
    ),
    messages={
        "default": Message("{type}事项的法定办结时限为空", "The statutory limit of an item of type {type} is empty"),
        "none": Message(
            "行政许可的法定办结时限写为“{raw}”；没有另外规定的，法定时限为 {days} 个工作日",
            "A licence says “{raw}” for its statutory limit; without a special rule it is {days} working days",
        ),
    },
    needs=("statutory_limit|limits",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
