"""法定时限与承诺时限的单位不同，不能直接比较。

依据：《中华人民共和国行政许可法》第八十二条（实施行政许可的期限以工作日计算，不含法定节假日）；
福州市2017年“互联网+政务服务”绩效考核实施方案（承诺时限压缩到法定时限30%以内，须以同一单位计算）。
示例：法定 30 自然日、承诺 7 个工作日 → 两个时限统一用工作日。
局限：换算按国务院公布的放假安排，取审核年度内每个工作日起算的最少和最多工作日数；年度未公布的不换算；
只有换算后无论从哪天起算承诺都长于法定时，才由提示升为警告。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item, Limit
from itemcatalog.rules._context import Context
from itemcatalog.rules._conversion import working_days
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.lim._pairs import has_pair, limit_pairs

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, statutory, promised in limit_pairs(item):
        if statutory.stated and promised.stated and statutory.unit != promised.unit and promised.value:
            yield _problem(field, statutory, promised, context)


def _problem(field: str, statutory: Limit, promised: Limit, context: Context) -> Problem:
    law, promise = working_days(statutory, context), working_days(promised, context)
    longer = law is not None and promise is not None and promise.fewest > law.most
    message = "longer" if longer else "converted" if law and promise else "default"
    return Problem(
        field=field,
        message=message,
        values={
            "statutory": statutory,
            "promised": promised,
            "law_days": str(law),
            "promised_days": str(promise),
            "year": context.as_of.year,
        },
        found=str(promised),
        expected=Text(f"以{statutory.unit}计", f"in the unit of {statutory}"),
        cause=f"{statutory.unit}/{promised.unit}",
        severity=None if longer else Severity.NOTICE,
    )


_CONVERTED_ZH = "（按 {year} 年日历分别为 {law_days} 和 {promised_days} 个工作日）"
_CONVERTED_EN = "(by the calendar of {year}: {law_days} and {promised_days} working days)"

RULE = Rule(
    code="LIM006",
    name="时限单位不同",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("11a", "xkf-82"),
    summary=Text(
        "法定时限与承诺时限的单位不同，不能直接比较。",
        "Statutory and promised limit have different units and cannot be compared.",
    ),
    basis=f"{LICENSING}第八十二条；{PLAN}：承诺时限压缩到法定时限30%以内",
    recommendation=Text("两个时限统一用工作日表示。", "State both limits in working days."),
    messages={
        "default": Message(
            "法定时限 {statutory} 与承诺时限 {promised} 单位不同，没有计入压缩比例",
            "Statutory limit {statutory} and promised limit {promised} differ in unit and are left out of the average",
        ),
        "converted": Message(
            "法定时限 {statutory} 与承诺时限 {promised} 单位不同，没有计入压缩比例" + _CONVERTED_ZH,
            "Statutory limit {statutory} and promised limit {promised} differ in unit " + _CONVERTED_EN,
        ),
        "longer": Message(
            "承诺时限 {promised} 换算后长于法定时限 {statutory}" + _CONVERTED_ZH,
            "The promised limit {promised} is longer than the statutory limit {statutory} " + _CONVERTED_EN,
        ),
    },
    needs=("statutory_limit|limits", "promised_limit|limits"),
    applies=has_pair,
    check=_check,
    page=__doc__,
)
