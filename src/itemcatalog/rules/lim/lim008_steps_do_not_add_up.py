"""各办理环节的时限之和与承诺办结时限不一致。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明办理要素，压缩办理时限）；
《中华人民共和国行政许可法》第三十条（公示程序、期限）。
示例：承诺 5 个工作日，受理 1、审核 3、审批 3 个工作日（合计 7）→ 调整环节时限或者承诺时限。
局限：听证、检验等特殊环节和送达、制证、公示、补正不计入；有环节没有写时限、单位不同或者分情形的不检查；
合计小于承诺的只作提示（环节可能没有列全）。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item, Limit
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.lim._steps import sum_of_steps

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    if not is_service(item) or (not item.procedure and context.carries(item, "procedure")):
        return False
    return True if any(step.limit is not None for step in item.procedure) else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    promised = item.promised_limit
    if promised is None or promised.none or promised.unclear:
        return
    unit = promised.unit or "工作日"
    total = sum_of_steps(item, unit)
    value = Fraction(0) if promised.instant else promised.value
    if total is None or value is None or total == value or (promised.instant and total < 1):
        return
    added = Limit(value=total, unit=unit)
    yield Problem(
        field="procedure",
        message="longer" if total > value else "shorter",
        values={"total": added, "promised": promised},
        found=str(added),
        expected=str(promised),
        severity=None if total > value else Severity.NOTICE,
    )


RULE = Rule(
    code="LIM008",
    name="环节时限合计",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a", "xkf-30"),
    summary=Text(
        "各办理环节的时限之和与承诺办结时限不一致。",
        "The limits of the steps do not add up to the promised limit.",
    ),
    basis=f"{PLAN}：清晰列明办理要素；{LICENSING}第三十条",
    recommendation=Text("调整环节时限或者承诺时限，使两者一致。", "Make the steps and the promised limit agree."),
    messages={
        "longer": Message(
            "各环节合计 {total}，长于承诺办结时限 {promised}",
            "The steps add up to {total}, longer than the promised {promised}",
        ),
        "shorter": Message(
            "各环节合计 {total}，短于承诺办结时限 {promised}，请核对环节是否列全",
            "The steps add up to {total}, shorter than the promised {promised}; are all steps listed?",
        ),
    },
    needs=("procedure", "promised_limit"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
