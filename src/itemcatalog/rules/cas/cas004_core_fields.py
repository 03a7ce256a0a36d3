"""办件记录缺少核心要素。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：报送的办件信息须满足《省网上办事大厅行政审批业务核心数据指标》要求；
GB/T 39046-2020（办件编号、事项、申请时间）。
示例：事项编码和事项名称都为空 → 填写事项编码。
局限：《核心数据指标》的全文不可得，只查认定一个办件所必需的要素：事项（编码或名称）、申报方式、申请时间，
处理过的还要有处理结果；来源没有这一列的不判断，写了但读不懂的不算缺少。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Case
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN

__all__ = ["CORE", "RULE", "missing_core"]

#: Field → how people call it.
CORE = {
    "item_code": Text("事项编码", "item code"),
    "way": Text("申报方式", "way of applying"),
    "applied": Text("申请时间", "time of application"),
    "outcome": Text("处理结果", "outcome"),
}


def missing_core(case: Case) -> Iterator[str]:
    """Yield the core fields that the table carries and the record leaves empty."""
    carried = case.source.provides
    if {"item_code", "item_name"} & carried and not (case.item_code or case.item_name):
        yield "item_code"
    for name in ("way", "applied"):
        if name in carried and name not in case.unclear and getattr(case, name) is None:
            yield name
    if case.handled is not None and "outcome" in carried and case.outcome is None:
        yield "outcome"


def _check(case: Case, context: Context) -> Iterator[Problem]:
    for name in missing_core(case):
        yield Problem(field=name, values={"number": case.number, "label": CORE[name]}, found="", cause=name)


RULE = Rule(
    code="CAS004",
    name="办件核心要素缺失",
    scope=Scope.CASE,
    severity=Severity.WARNING,
    force=Force.PLAN,
    clauses=("3e",),
    summary=Text("办件记录缺少核心要素。", "A case record lacks a core field."),
    basis=f"{PLAN}：报送的办件信息须满足《省网上办事大厅行政审批业务核心数据指标》要求",
    recommendation=Text("在业务系统中补录后重新报送。", "Fill it in where the case is kept and report it again."),
    messages={"default": Message("办件 {number} 没有{label}", "Case {number} has no {label}")},
    check=_check,
    page=__doc__,
)
