"""同一渠道中重复列出了同一事项。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（规范管理行政审批和服务事项，实行入驻办理事项目录管理，汇总办理事项目录）。
示例：同一实施机关的“食品生产许可”列了两行、编码相同 → 保留一行。
局限：名称、主项、子项、业务办理项、情形、实施机关、行政区划都相同才算重复；编码不同的不算重复（见 COD013）；
没有编码、办理对象不同的只作提示；
名称写法略有不同的由 NAM 各条规则检查。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, is_service, named, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._same import identity, own_code
from itemcatalog.rules._sources import PLAN

__all__ = ["RULE"]


class _Listed(NamedTuple):
    channel: str
    identity: tuple[str, ...]
    code: str
    targets: frozenset[str]
    item: Named


def _project(item: Item, context: Context) -> _Listed:
    return _Listed(
        channel=item.channel,
        identity=identity(item, context),
        code=own_code(item),
        targets=frozenset(item.target_groups),
        item=named(item, context),
    )


def _check(kept: Sequence[_Listed], context: Context) -> Iterator[Problem]:
    same: dict[tuple[str, ...], list[_Listed]] = defaultdict(list)
    for one in kept:
        same[one.channel, *one.identity].append(one)
    for key in sorted(key for key, listed in same.items() if len(listed) > 1):
        codes = {one.code for one in same[key] if one.code}
        for code in sorted(codes) or [""]:
            listed = [one for one in same[key] if one.code == code or (len(codes) == 1 and not one.code)]
            yield from _problems(sorted(listed, key=lambda one: (one.item.ref.id, str(one.item.place))))


def _problems(listed: list[_Listed]) -> Iterator[Problem]:
    first, *others = listed
    for one in others:
        yield Problem(
            field="name",
            values={
                "name": shown(one.item.ref.name),
                "count": len(listed),
                "first": str(first.item.place) or first.item.ref.id,
            },
            found=one.item.ref.name,
            severity=Severity.NOTICE if not one.code and one.targets != first.targets else None,
            channel=one.channel,
            item=one.item.ref,
            place=one.item.place,
            members=tuple(each.item.member for each in listed),
        )


RULE = Rule(
    code="ITM013",
    name="重复事项",
    scope=Scope.CATALOGUE,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8a",),
    summary=Text("同一渠道中重复列出了同一事项。", "One item is listed more than once in a channel."),
    basis=f"{PLAN}：实行入驻办理事项目录管理，汇总办理事项目录",
    recommendation=Text(
        "保留一条；情形、对象不同的写明业务办理项或者情形。", "Keep one; if they differ in situation, say so."
    ),
    messages={
        "default": Message(
            "“{name}”在本渠道重复列出（共 {count} 条，另见 {first}）",
            "“{name}” is listed {count} times in this channel (see {first})",
        )
    },
    needs=("name",),
    applies=is_service,
    project=_project,
    check=_check,
    page=__doc__,
)
