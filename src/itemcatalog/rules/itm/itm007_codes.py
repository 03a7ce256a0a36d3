"""事项没有赋码。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：行政审批和服务事项按照统一编码规则赋码。
示例：基本编码、实施编码都为空 → 按编码规则赋码；只有基本编码的补上实施编码。
局限：来源没有编码列的不检查；门户编号、内部编号不算统一编码；主项不要求实施编码。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

_OWN = ("handling", "implementation", "local_implementation")
_UNIFIED = (*_OWN, "basic", "local_basic", "directory")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    codes = item.codes
    if all(blank(getattr(codes, name)) for name in _UNIFIED):
        yield Problem(field="codes", found="")
    elif all(blank(getattr(codes, name)) for name in _OWN) and context.carries(item, "codes.implementation"):
        yield Problem(
            field="codes.implementation",
            message="implementation",
            values={"basic": codes.basic or codes.local_basic or codes.directory},
            found="",
            severity=Severity.WARNING,
        )


RULE = Rule(
    code="ITM007",
    name="没有赋码",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("事项没有赋码。", "The item has no code."),
    basis=CODES,
    recommendation=Text("按统一编码规则赋码。", "Give the item its code by the unified rule."),
    messages={
        "default": Message("事项没有基本编码和实施编码", "The item has neither a basic nor an implementation code"),
        "implementation": Message(
            "只有基本编码 {basic}，实施编码为空", "Only the basic code {basic} is given, no implementation code"
        ),
    },
    needs=("|".join(f"codes.{name}" for name in _UNIFIED),),
    applies=is_service,
    check=_check,
    page=__doc__,
)
