"""不收费的事项没有写“不收费”，只写“无”“否”或者“0”。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：收费标准 无 → 不收费。
局限：标准化指南的通行写法，方案没有逐字规定，只作提示；是否收费一栏写“否”的不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._fees import free
from itemcatalog.rules.gde._sources import CLEARLY
from itemcatalog.text import normalise

__all__ = ["RULE"]

_UNSAID = frozenset({"无", "否", "0", "0元", "没有", "/", "-", "--", "N", "无。", "无."})


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for fee in item.fees.items:
        text = fee.standard or fee.name or ""
        if normalise(text) in _UNSAID:
            yield Problem(field="fees", values={"found": text}, found=text, expected="不收费")


RULE = Rule(
    code="GDE014",
    name="没有写明“不收费”",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    clauses=("9a",),
    summary=Text(
        "不收费的事项没有写“不收费”，只写“无”“否”或者“0”。", "An item that is free does not say 不收费 but 无, 否 or 0."
    ),
    basis=CLEARLY,
    recommendation=Text("统一写“不收费”。", "Write 不收费."),
    messages={"default": Message("收费标准写“{found}”，应写“不收费”", "The fee reads “{found}”; write 不收费")},
    needs=("fees.items",),
    applies=free,
    check=_check,
    page=__doc__,
)
