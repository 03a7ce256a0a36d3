"""办件的事项编码不在事项目录中。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：实行入驻办理事项目录管理；行政审批和服务事项办理不得出现“体外循环”、
“两头受理”。
示例：事项编码末尾少一位 → 按目录更正；确为目录外事项 → 补入目录。
局限：只说明编码对不上，不认定体外循环；没有提供目录的不判断；目录中的编码有误时也会对不上，所以只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Case
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN
from itemcatalog.rules.cas._ask import of_the_year

__all__ = ["RULE"]


def _applies(case: Case, context: Context) -> bool | None:
    return of_the_year(case, context) if case.item_code else False


def _check(case: Case, context: Context) -> Iterator[Problem]:
    code = case.item_code or ""
    if code not in (context.case_items or {}):
        values = {"number": case.number, "code": code, "name": shown(case.item_name)}
        yield Problem(field="item_code", values=values, found=code)


RULE = Rule(
    code="CAS007",
    name="办件事项不在目录",
    scope=Scope.CASE,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    clauses=("8a", "10b"),
    summary=Text("办件的事项编码不在事项目录中。", "The item code of a case is not in the catalogue."),
    basis=f"{PLAN}：实行入驻办理事项目录管理；不得出现“体外循环”、“两头受理”",
    recommendation=Text(
        "核对事项编码；目录外的事项补入目录后办理。", "Check the code; put an item that is missing into the catalogue."
    ),
    messages={
        "default": Message(
            "办件 {number} 的事项编码 {code}（{name}）不在目录中",
            "The item code {code} ({name}) of case {number} is not in the catalogue",
        )
    },
    needs=("item_code",),
    lists=("case_items",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
