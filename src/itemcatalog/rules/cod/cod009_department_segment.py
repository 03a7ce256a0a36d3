"""编码中的业务指导部门不在已知的部门表中。

依据：C0109.1-2018、GB/T 39554.1-2020（基本编码第 5–6 位为业务指导部门）；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码）。
示例：部门段为 88 → 对照基本目录核对基本编码。
局限：部门表只从真实编码归纳（国家目录和广东省），不是标准全文，永远只作提示；每个渠道只报一次，列出各部门段；
没有部门表的省不检查。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import primary
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, few_members, named
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

# Prefixes whose departments were gathered from real codes; elsewhere nothing can be said.
_KNOWN = ("00", "44")


class _Department(NamedTuple):
    channel: str
    origin: str
    value: str
    known: bool
    text: str
    item: Named


def _project(item: Item, context: Context) -> _Department | None:
    reading = primary(item, context)
    value = reading.parts.get("department") if reading and "whole" not in reading.bad else None
    if reading is None or value is None or reading.parts.get("province") not in _KNOWN:
        return None
    known = "department" not in reading.unknown
    return _Department(item.channel, reading.parts["province"], value, known, reading.text, named(item, context))


def _check(kept: Sequence[_Department], context: Context) -> Iterator[Problem]:
    unknown: dict[tuple[str, str], list[_Department]] = defaultdict(list)
    for one in kept:
        if not one.known:
            unknown[one.channel, one.origin].append(one)
    for channel, origin in sorted(unknown):
        listed = sorted(unknown[channel, origin], key=lambda one: one.text)
        value = "、".join(sorted({one.value for one in listed}))
        yield Problem(
            field="codes",
            values={"value": value, "origin": origin, "count": len(listed), "example": listed[0].text},
            found=value,
            cause=origin,
            channel=channel,
            members=few_members(one.item for one in listed),
        )


RULE = Rule(
    code="COD009",
    name="部门段不在表中",
    scope=Scope.CATALOGUE,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text(
        "编码中的业务指导部门不在已知的部门表中。", "The department in the codes is not in the table that is known."
    ),
    basis=CODES,
    recommendation=Text("对照基本目录核对基本编码。", "Check the basic codes against the catalogue."),
    messages={
        "default": Message(
            "前缀 {origin} 的部门段 {value} 不在已知的部门表中（表由公开的编码归纳，可能不全），"
            "涉及 {count} 个编码（如 {example}）",
            "Departments {value} under prefix {origin} are not in the table, gathered from published codes and "
            "may lack some: {count} codes (such as {example})",
        )
    },
    needs=("codes",),
    project=_project,
    check=_check,
    page=__doc__,
)
