"""承诺件的承诺时限写成了 0 或“即办”。

依据：GB/T 39046-2020 表A.6（即办件、承诺件）；福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明时限）。
示例：办件类型 承诺件、承诺时限 0 个工作日 → 改为实际天数；当场办结的，办件类型改为即办件、时限写“即办”。
局限：办件类型没有填写的不检查；写“即办”的只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import case_type, is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN
from itemcatalog.rules.lim._pairs import promised_limits

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    found = case_type(item)
    return False if not is_service(item) else None if found is None else found == "承诺件"


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, promised in promised_limits(item):
        if promised.value == 0 or promised.instant:
            yield Problem(
                field=field,
                values={"promised": promised},
                found=str(promised),
                cause="即办" if promised.instant else "0",
                severity=Severity.NOTICE if promised.instant else None,
            )


RULE = Rule(
    code="LIM012",
    name="承诺件时限为零",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text("承诺件的承诺时限写成了 0 或“即办”。", "A 承诺件 (served within a limit) promises zero days."),
    basis=f"GB/T 39046-2020 表A.6；{PLAN}：清晰列明时限",
    recommendation=Text(
        "承诺件写明天数；当场办结的，办件类型改为即办件。",
        "State the days of a 承诺件; if it is done at once, make it a 即办件.",
    ),
    messages={
        "default": Message(
            "办件类型为承诺件，承诺时限却是 {promised}", "The item is a 承诺件, yet it promises {promised}"
        )
    },
    needs=("case_type", "promised_limit|limits"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
