"""县级的承诺时限短于市级同一事项。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：统一市、县(市)区两级同一行政审批和服务事项的时限等服务标准；压缩办理时限；
《优化营商环境条例》（国务院令第722号）第三十五条：推进同一事项实行无差别受理、同标准办理。
示例：市级承诺5个工作日，某区3个工作日 → 市级可参照压缩；某区不必延长。
局限：更短的承诺有利于群众，只作提示，不归责任何单位。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itemcatalog.comparison import ComparedField, ComparedGroup, Member
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Limit
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._words import item_ref
from itemcatalog.rules.chn._differences import LEVELS, NATIONAL

__all__ = ["RULE"]


def _stated(field: ComparedField) -> list[tuple[Limit, Member]]:
    return [
        (value.raw, member)
        for value in field.values
        if isinstance(value.raw, Limit) and value.raw.value is not None
        for member in value.members
        if member.own
    ]


def _check(group: ComparedGroup, context: object) -> Iterator[Problem]:
    for field in group.fields:
        if field.field != "promised_limit" or field.peer.same:
            continue
        stated = _stated(field)
        upper = min(stated, key=lambda pair: pair[1].tier, default=None)
        below = [pair for pair in stated if upper and pair[1].tier > upper[1].tier and pair[0].unit == upper[0].unit]
        if upper is None or not below:
            continue
        shorter = [pair for pair in below if (pair[0].value or 0) < (upper[0].value or 0)]
        if shorter:
            least = min(limit.value or 0 for limit, _ in shorter)
            yield _shorter(group, upper, [pair for pair in shorter if (pair[0].value or 0) == least])


def _shorter(group: ComparedGroup, upper: tuple[Limit, Member], found: Sequence[tuple[Limit, Member]]) -> Problem:
    """Return one notice with all authorities that promise the shortest limit."""
    limit, first = found[0]
    members = sorted((member for _, member in found), key=lambda one: (one.item.channel, one.item.id))
    names = list(dict.fromkeys(one.item.authority.name or one.item.channel for one in members))
    single = first if len(found) == 1 else None
    return Problem(
        field="promised_limit",
        values={
            "name": group.name,
            "above": upper[1].item.authority.name or upper[1].item.channel,
            "upper": str(upper[0]),
            "found": str(limit),
            "who": "、".join(names),
        },
        found=str(limit),
        expected=str(upper[0]),
        channel=single.item.channel if single else "",
        item=item_ref(single.item) if single else None,
        place=single.item.place if single else None,
        members=tuple(one.ref for one in members),
    )


def _applies(group: ComparedGroup, context: object) -> bool:
    return len({member.tier for member in group.members if member.own}) > 1


RULE = Rule(
    code="CHN014",
    name="县级承诺时限更短",
    scope=Scope.GROUP,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    clauses=("9b", NATIONAL),
    summary=Text(
        "县级的承诺时限短于市级同一事项。", "A county promises a shorter time than the city for the same item."
    ),
    basis=LEVELS,
    recommendation=Text("上级可参照下级压缩承诺时限。", "The upper level may shorten its promise as well."),
    messages={
        "default": Message(
            "“{name}”：上级{above}承诺 {upper}，{who}承诺 {found}，更短，上级可参照压缩",
            "“{name}”: {above} above promises {upper}, {who} promises {found}, which is shorter",
        )
    },
    check=_check,
    applies=_applies,
    page=__doc__,
)
