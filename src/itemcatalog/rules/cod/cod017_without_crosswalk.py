"""地方编码在对照表中没有对应的国家编码。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码）；
国务院令第716号《国务院关于在线政务服务的若干规定》（统一政务服务事项编码，数据汇聚到国家平台）。
示例：对照表有 363 项，渠道中另有 20 项地方编码没有对应 → 补充对照关系。
局限：只有提供了对照表才检查，每个渠道只报一次；国家目录事项（前缀 00）和自带国家编码的不需要对照。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.codes import code_key
from itemcatalog.findings import MemberRef, Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import primary
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import member
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES, ONLINE

__all__ = ["RULE"]


class _Local(NamedTuple):
    channel: str
    text: str
    known: bool
    member: MemberRef


def _applies(item: Item, context: Context) -> bool:
    return context.crosswalk is not None


def _project(item: Item, context: Context) -> _Local | None:
    reading = primary(item, context)
    if reading is None or not reading.code.recognised or reading.code.province in (None, "00"):
        return None
    both = item.codes.local_implementation and item.codes.implementation
    known = bool(both) or code_key(reading.text) in (context.crosswalk or ())
    return _Local(item.channel, reading.text, known, member(item))


def _check(kept: Sequence[_Local], context: Context) -> Iterator[Problem]:
    channels: dict[str, list[_Local]] = defaultdict(list)
    for one in kept:
        channels[one.channel].append(one)
    for channel in sorted(channels):
        unknown = sorted((one for one in channels[channel] if not one.known), key=lambda one: one.text)
        if unknown:
            yield Problem(
                field="codes",
                values={"count": len(unknown), "of": len(channels[channel]), "example": unknown[0].text},
                found=unknown[0].text,
                cause="crosswalk",
                channel=channel,
                members=tuple(one.member for one in unknown),
            )


RULE = Rule(
    code="COD017",
    name="地方编码无对照",
    scope=Scope.CATALOGUE,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("地方编码在对照表中没有对应的国家编码。", "Local codes have no national code in the crosswalk."),
    basis=f"{CODES}；{ONLINE}",
    recommendation=Text("补充地方编码与国家编码的对照。", "Complete the crosswalk."),
    messages={
        "default": Message(
            "{of} 个地方编码中有 {count} 个在对照表中没有国家编码（如 {example}）",
            "{count} of {of} local codes have no national code in the crosswalk (such as {example})",
        )
    },
    needs=("codes",),
    applies=_applies,
    project=_project,
    check=_check,
    page=__doc__,
)
