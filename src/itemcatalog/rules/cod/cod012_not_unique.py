"""同一渠道中不同事项使用同一个实施编码或业务办理项编码。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（行政审批和服务事项按照统一编码规则赋码）；
C0109.1-2018、GB/T 39554.1-2020（实施编码、业务办理项编码唯一标识一个事项）。
示例：“食品生产许可”和“食品经营许可”都用同一个 31 位编码 → 对照原系统更正。
局限：基本编码由多个事项共用，不检查；同一主项的多个业务办理项共用实施编码、
或者只是名称括注不同的，只作提示；
名称完全相同的由 ITM013 报告。
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, blank, few_members, named, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._same import normal, own_code
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

_BRACKETS = re.compile(r"\([^()]*\)")


class _Coded(NamedTuple):
    channel: str
    code: str
    name: str
    parent: str
    parts: tuple[str, ...]
    item: Named


def _project(item: Item, context: Context) -> _Coded | None:
    code = own_code(item, context)
    if blank(code):
        return None
    parts = (item.sub_item or "", item.handling_item or "", *(one.name or one.id for one in item.situations))
    return _Coded(
        channel=item.channel,
        code=code,
        name=normal(item.name),
        parent=normal(item.parent_name or ""),
        parts=tuple(map(normal, parts)),
        item=named(item, context),
    )


def _check(kept: Sequence[_Coded], context: Context) -> Iterator[Problem]:
    by_code: dict[tuple[str, str], list[_Coded]] = defaultdict(list)
    for one in kept:
        by_code[one.channel, one.code].append(one)
    for key in sorted(key for key, listed in by_code.items() if len(listed) > 1):
        listed = sorted(by_code[key], key=lambda one: (one.name, one.parts, one.item.ref.id))
        if len({one.name for one in listed}) > 1:
            yield from _problems(listed)


def _problems(listed: list[_Coded]) -> Iterator[Problem]:
    related = len({_BRACKETS.sub("", one.name) for one in listed}) == 1
    siblings = len({one.parent for one in listed}) == 1 and listed[0].parent
    told_apart = siblings and len({one.parts for one in listed}) == len(listed)
    names = "、".join(dict.fromkeys(shown(one.item.ref.name, 30) for one in listed))
    members = few_members(one.item for one in listed)
    for one in listed:
        yield Problem(
            field="codes",
            values={"code": one.code, "count": len(listed), "names": shown(names, 160)},
            found=one.code,
            severity=Severity.NOTICE if related or told_apart else None,
            channel=one.channel,
            item=one.item.ref,
            place=one.item.place,
            members=members,
        )


RULE = Rule(
    code="COD012",
    name="编码不唯一",
    scope=Scope.CATALOGUE,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text(
        "同一渠道中不同事项使用同一个实施编码或业务办理项编码。",
        "Different items of a channel have one and the same implementation or handling code.",
    ),
    basis=CODES,
    recommendation=Text(
        "对照原系统更正；业务办理项另编业务办理项编码。", "Correct the codes; give business items handling codes."
    ),
    messages={
        "default": Message(
            "编码 {code} 在本渠道用于 {count} 个事项：{names}",
            "Code {code} stands for {count} items of this channel: {names}",
        )
    },
    needs=("codes",),
    project=_project,
    check=_check,
    page=__doc__,
)
