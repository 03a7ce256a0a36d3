"""同一主项下的事项，编码的主项部分不同。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码；按照纵向清单统一名称、子项）；
C0109.1-2018、GB/T 39554.1-2020（基本编码前 9 位属于主项）。
示例：主项“食品经营许可”下有 440125001 和 440125077 两种主项编码 → 对照基本目录核对。
局限：不同部门的主项可能同名，只在同一渠道、同一实施主体内比较；
国家目录（00）和省增补（如 35）的主项可以不同；只作提示。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import LAYOUT_2018, primary
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, named, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._same import authority_key, normal
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]


class _Child(NamedTuple):
    channel: str
    authority: str
    parent: str
    shown: str
    head: str
    item: Named


def _project(item: Item, context: Context) -> _Child | None:
    reading = primary(item, context)
    if not item.parent_name or reading is None or reading.code.scheme not in LAYOUT_2018 or not reading.code.basic:
        return None
    return _Child(
        channel=item.channel,
        authority=authority_key(item),
        parent=normal(item.parent_name),
        shown=shown(item.parent_name),
        head=reading.code.basic[:9],
        item=named(item, context),
    )


def _check(kept: Sequence[_Child], context: Context) -> Iterator[Problem]:
    families: dict[tuple[str, str, str, str], list[_Child]] = defaultdict(list)
    for one in kept:
        families[one.channel, one.authority, one.parent, one.head[:2]].append(one)
    for key in sorted(families):
        heads: dict[str, list[_Child]] = defaultdict(list)
        for one in families[key]:
            heads[one.head].append(one)
        usual = max(sorted(heads), key=lambda head: len(heads[head]))
        for head in sorted(set(heads) - {usual}):
            for one in sorted(heads[head], key=lambda child: child.item.ref.id):
                yield _problem(one, usual)


def _problem(one: _Child, usual: str) -> Problem:
    return Problem(
        field="codes",
        values={"parent": one.shown, "head": one.head, "usual": usual},
        found=one.head,
        expected=usual,
        channel=one.channel,
        item=one.item.ref,
        place=one.item.place,
        members=(one.item.member,),
    )


RULE = Rule(
    code="COD010",
    name="主项编码不同",
    scope=Scope.CATALOGUE,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("8b", "8c"),
    summary=Text(
        "同一主项下的事项，编码的主项部分不同。", "Items of one main item differ in the main part of their codes."
    ),
    basis=CODES,
    recommendation=Text("对照基本目录核对主项和编码。", "Check main item and code against the catalogue."),
    messages={
        "default": Message(
            "主项“{parent}”下其他事项的主项编码为 {usual}，本项为 {head}",
            "Others under “{parent}” have the main part {usual}, this item has {head}",
        )
    },
    needs=("parent_name", "codes"),
    project=_project,
    check=_check,
    page=__doc__,
)
