"""没有写明承诺办结时限。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明办理时限；承诺时限平均压缩到法定时限30%以内）；
《中华人民共和国行政许可法》第三十条（公示期限）。
示例：法定办结时限 20 个工作日，承诺办结时限为空 → 填写承诺时限，即办的写“即办”。
局限：渠道没有承诺时限这一列的不检查；即办件和只供查询、公布、咨询的公共服务没有填写的只作提示；
两个时限都没有写的公共服务事项由 ITM017 检查；
依职权的处罚、强制、征收、检查没有申请人，不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import case_type, is_service
from itemcatalog.rules._powers import ex_officio, informs_only, is_public
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.lim._pairs import states_limit

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    if not is_service(item) or ex_officio(item, context):
        return False
    if item.statutory_limit is not None or item.promised_limit is not None or item.limits:
        return True
    public = is_public(item, context)
    return None if public is None else not public


def _only_informs(item: Item, context: Context) -> bool:
    return is_public(item, context) is not False and informs_only(item)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    statutory, promised = item.statutory_limit, item.promised_limit
    has_law = statutory is not None and bool(statutory.value)
    if promised is not None and promised.none and has_law:
        yield Problem(
            field="promised_limit", message="none", values={"statutory": statutory}, found=promised.raw or "无"
        )
    elif not states_limit(item, "promised"):
        instant = case_type(item) == "即办件"
        yield Problem(
            field="promised_limit",
            message="instant" if instant else "statutory" if has_law else "default",
            values={"statutory": statutory or ""},
            found="",
            severity=Severity.NOTICE if instant or _only_informs(item, context) else None,
        )


RULE = Rule(
    code="LIM004",
    name="承诺时限缺失",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a", "11a", "xkf-30"),
    summary=Text("没有写明承诺办结时限。", "No promised limit is stated."),
    basis=f"{PLAN}：清晰列明时限；{LICENSING}第三十条",
    recommendation=Text("填写承诺办结时限；即办的写“即办”。", "State the promised limit; write 即办 if done at once."),
    messages={
        "default": Message("承诺办结时限为空", "The promised limit is empty"),
        "statutory": Message(
            "法定办结时限为 {statutory}，承诺办结时限为空",
            "The statutory limit is {statutory}, the promised limit is empty",
        ),
        "instant": Message("办件类型为即办件，承诺办结时限为空，应写“即办”", "A 即办件 whose promised limit is empty"),
        "none": Message(
            "法定办结时限为 {statutory}，承诺办结时限却写“无”",
            "The statutory limit is {statutory}, yet the promised limit says none",
        ),
    },
    needs=("promised_limit|limits",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
