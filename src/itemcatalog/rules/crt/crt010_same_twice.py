"""同一情形下同一份材料列了两次。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：清晰列明相关办理要素；
《国务院关于在线政务服务的若干规定》（国务院令第716号）第六条（明确办事材料）。
示例：“申请人身份证”和“申请人身份证 ”各列一次 → 合并为一条，写明份数。
局限：只认规范后完全相同的名称；情形、申请人或者任选组不同的不算；原件、复印件分列的不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.comparison import format_key
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import ONLINE, PLAN

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    found: dict[tuple[object, ...], list[int]] = {}
    for index, material in enumerate(item.materials):
        key = (format_key(material.name), material.situations, material.applicants, material.choice, material.use)
        found.setdefault(key, []).append(index)
    for indices in found.values():
        if len(indices) > 1:
            name = item.materials[indices[-1]].name
            yield Problem(
                field=f"materials[{indices[-1]}].name", values={"found": name, "count": len(indices)}, found=name
            )


def _applies(item: Item, context: Context) -> bool:
    return is_service(item) and len(item.materials) > 1


RULE = Rule(
    code="CRT010",
    name="材料重复",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    summary=Text("同一情形下同一份材料列了两次。", "One document is listed twice for one situation."),
    basis=f"{PLAN}：清晰列明相关办理要素；{ONLINE}第六条（明确办事材料）",
    recommendation=Text("合并为一条，写明份数。", "Make it one entry with its number of copies."),
    messages={
        "default": Message(
            "材料“{found}”列了 {count} 次",
            "“{found}” is listed {count} times",
        ),
    },
    needs=("materials",),
    check=_check,
    applies=_applies,
    clauses=("9a", "zxzwfw-6"),
    page=__doc__,
)
