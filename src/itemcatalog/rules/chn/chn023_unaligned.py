"""同一基本事项的某个子项、业务办理项或情形，其他层级没有。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：统一市、县(市)区两级同一行政审批和服务事项的办理条件、材料、时限、收费等服务标准；
《优化营商环境条例》（国务院令第722号）第三十五条：推进同一事项实行无差别受理、同标准办理。
示例：市级“食品经营许可”分新办、变更、延续，某区没有“延续” → 核对该区是否办理，补充或者说明。
局限：只是提示：层级之间本来可以分工；未对齐的子项、业务办理项和情形不比对要素；该渠道有同名事项而未能对齐的不提示；
一方不分办理项的，只从分的一方提示。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itemcatalog.comparison import ComparedGroup, Member
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.chn._differences import LEVELS, NATIONAL
from itemcatalog.rules.presence import channel_name

__all__ = ["RULE"]


def _applies(group: ComparedGroup, context: Context) -> bool:
    return len({channel for one in (*group.members, *group.lacking) if (channel := one.item.channel)}) > 1


def _parted(item: Item) -> bool:
    return bool(item.sub_item or item.handling_item or item.situations)


def _named(members: Iterable[Member], context: Context) -> list[str]:
    """Return the authorities of members; of one that names none, its channel."""
    return sorted({(m.item.authority.name or "").strip() or channel_name(m.item.channel, context) for m in members})


def _check(group: ComparedGroup, context: Context) -> Iterator[Problem]:
    part = any(_parted(one.item) for one in group.members)
    # Who parts an item has no undivided one: that is told of each part, from the other side.
    lacking = [one for one in group.lacking if part or not _parted(one.item)]
    if lacking:
        names = _named(lacking, context)
        holders = _named([one for one in group.members if one.own] or group.members, context)
        yield Problem(
            message="undivided" if part and not any(_parted(one.item) for one in lacking) else "default",
            values={"name": group.name, "who": "、".join(names), "where": "、".join(holders)},
            cause="、".join(sorted(one.item.channel for one in lacking)),
            channel="",
            members=tuple(one.ref for one in lacking),
        )


RULE = Rule(
    code="CHN023",
    name="其他层级没有该子项或办理项",
    scope=Scope.GROUP,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    clauses=("9b", NATIONAL),
    summary=Text(
        "同一基本事项的某个子项、业务办理项或情形，其他层级没有。",
        "A sub-item, business item or situation of a base item is missing at another level.",
    ),
    basis=LEVELS,
    recommendation=Text(
        "核对该层级是否办理：办理的补充，不办理的说明。", "Check whether that level handles it; add it or say so."
    ),
    messages={
        "default": Message(
            "“{name}”由{where}公布，同一基本事项在{who}没有这一项（本级缺）",
            "“{name}” is published by {where}; {who} has the base item without this part",
        ),
        "undivided": Message(
            "“{name}”由{where}公布，{who}的同一基本事项没有分办理项：请核对是否包括",
            "“{name}” is published by {where}; {who} has the base item undivided: check whether it is included",
        ),
    },
    check=_check,
    applies=_applies,
    page=__doc__,
)
