"""同一实施主体的同一事项有几个不同的编码。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（行政审批和服务事项按照统一编码规则赋码；统一办事事项名称、子项）。
示例：市民政局的“社会团体成立登记”列了两条，基本编码分别是 000111001000 和 000111009000 → 保留正确的一个。
局限：只在同一渠道、同一行政区划内比较；名称、主项、子项、业务办理项、情形都相同才算同一事项；
只有业务办理项号不同的不算（情形没有写出），来源没有子项一列时只有子项号不同的也不算；只有层级不同的只作提示。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import main_of, primary
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, blank, few_members, is_service, named, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._same import identity
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]


class _Coded(NamedTuple):
    channel: str
    identity: tuple[str, ...]
    code: str
    basic: str
    implementation: str
    level: str
    item: Named


def _project(item: Item, context: Context) -> _Coded | None:
    reading = primary(item, context)
    if reading is None or not reading.code.recognised or not item.authority.name or blank(item.name):
        return None
    basic, implementation = main_of(reading, item, context)
    return _Coded(
        channel=item.channel,
        identity=identity(item, context),
        code=reading.text,
        basic=basic or reading.code.text,
        implementation=implementation,
        level=reading.parts.get("level", ""),
        item=named(item, context),
    )


def _check(kept: Sequence[_Coded], context: Context) -> Iterator[Problem]:
    same: dict[tuple[str, ...], list[_Coded]] = defaultdict(list)
    for one in kept:
        same[one.channel, *one.identity].append(one)
    for key in sorted(key for key, listed in same.items() if len(listed) > 1):
        listed = sorted(same[key], key=lambda one: (one.code, one.item.ref.id))
        bodies = {one.implementation for one in listed if one.implementation}
        if len({one.basic for one in listed}) > 1 or len(bodies) > 1:
            yield from _problems(listed)


def _problems(listed: list[_Coded]) -> Iterator[Problem]:
    codes = "、".join(dict.fromkeys(one.code for one in listed))
    by_level = len({one.basic for one in listed}) == 1 and len({one.level for one in listed}) > 1
    members = few_members(one.item for one in listed)
    for one in listed:
        yield Problem(
            field="codes",
            values={"name": shown(one.item.ref.name), "codes": shown(codes, 180)},
            found=one.code,
            cause=codes,
            severity=Severity.NOTICE if by_level else None,
            channel=one.channel,
            item=one.item.ref,
            place=one.item.place,
            members=members,
        )


RULE = Rule(
    code="COD013",
    name="一事项多编码",
    scope=Scope.CATALOGUE,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8b", "8c"),
    summary=Text("同一实施主体的同一事项有几个不同的编码。", "One item of one authority has several codes."),
    basis=CODES,
    recommendation=Text(
        "保留正确的一个编码；确属不同事项的，写明子项、业务办理项或者情形。",
        "Keep the right code; if the items differ, say by which sub-item or situation.",
    ),
    messages={
        "default": Message(
            "“{name}”在同一实施主体下有几个编码：{codes}", "“{name}” has several codes under one authority: {codes}"
        )
    },
    needs=("codes", "authority.name"),
    applies=is_service,
    project=_project,
    check=_check,
    page=__doc__,
)
