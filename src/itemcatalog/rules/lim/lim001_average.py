"""承诺时限的平均值高于方案要求的法定时限比例。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：行政审批和服务事项的承诺时限平均压缩到法定时限30%以内。
“平均”按两种读法分别计算：合计之比 ΣP/ΣS 和各项比值的平均，二者都超过的按 warning，只有一种超过的按 notice。
示例：法定合计 100 个工作日、承诺合计 44 个工作日（44%）→ 按清单把少数几项压缩到合计不超过 30 个工作日。
局限：没有法定时限、单位不同、写法不明的事项不计入，在报告中另列；即办且有法定时限的按 0 计；
月按 30 日、年按 365 日加入合计；单项比值从不单独作为问题；
清单按“改动事项最少”排列，每项最多压缩到自身法定时限的要求比例（整日），不低于环节时限之和。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service, named
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN
from itemcatalog.rules.lim._changes import Candidate, Terms
from itemcatalog.rules.lim._scopes import Average, averages, list_of_changes, percent
from itemcatalog.rules.lim._steps import sum_of_steps
from itemcatalog.rules.measures import Pair, compression_pair

__all__ = ["RULE"]


def _project(item: Item, context: Context) -> Candidate | None:
    pair = compression_pair(item)
    if isinstance(pair, str):
        return None
    steps = sum_of_steps(item, pair.unit) if item.procedure else None
    numbers = [(one.numerator, one.denominator) for one in (pair.promised, pair.statutory, steps) if one is not None]
    terms = context.memo(("terms", pair.unit, *numbers), lambda: _terms(pair, steps))
    return Candidate(named(item, context), terms, item.power_type or "", context.division_of(item) or "")


def _terms(pair: Pair, steps: Fraction | None) -> Terms:
    return Terms(promised=pair.promised, statutory=pair.statutory, unit=pair.unit, weight=pair.weight, steps=steps)


def _check(kept: Sequence[Candidate], context: Context) -> Iterator[Problem]:
    demand = context.policy.compression
    if demand is None or not demand.binding:
        return
    for average in averages(kept, {key: one.name or key for key, one in context.channels.items()}):
        over = [not demand.met_by(ratio) for ratio in (average.of_totals, average.of_ratios)]
        if any(over):
            loud = all(over) and average.whole
            yield _problem(average, demand.largest_ratio, Severity.WARNING if loud else Severity.NOTICE)


def _problem(average: Average, target: Fraction, severity: Severity) -> Problem:
    changes, words = list_of_changes(average, target)
    return Problem(
        field="promised_limit",
        values={
            "scope": average.label,
            "totals": percent(average.of_totals, target),
            "ratios": percent(average.of_ratios, target),
            "target": percent(target),
            "count": len(average.items),
            "changes": words,
        },
        found=f"{average.promised}/{average.statutory}",
        expected=f"≤ {percent(target)}",
        cause=average.key,
        severity=severity,
        channel=average.channel,
        members=tuple(change.candidate.item.member for change in changes),
    )


RULE = Rule(
    code="LIM001",
    name="承诺时限平均压缩",
    scope=Scope.CATALOGUE,
    severity=Severity.WARNING,
    force=Force.PLAN,
    clauses=("11a",),
    summary=Text(
        "承诺时限的平均值高于方案要求的法定时限比例。",
        "On average the promised limits keep more of the statutory limits than the plan allows.",
    ),
    basis=f"{PLAN}：承诺时限平均压缩到法定时限30%以内",
    recommendation=Text(
        "按所列事项压缩承诺时限后重新公布；另一种平均的结果一并报审改办确认。",
        "Shorten the promised limits of the items listed; let the review office confirm which average counts.",
    ),
    messages={
        "default": Message(
            "{scope}：{count} 项的承诺时限合计为法定时限的 {totals}，比值平均为 {ratios}，要求 ≤ {target}。{changes}",
            "{scope}: the promised limits of {count} items keep {totals} of the statutory days in total and {ratios} "
            "on average; at most {target} is allowed. {changes}",
        )
    },
    needs=("statutory_limit|limits", "promised_limit|limits"),
    applies=is_service,
    project=_project,
    check=_check,
    page=__doc__,
)
