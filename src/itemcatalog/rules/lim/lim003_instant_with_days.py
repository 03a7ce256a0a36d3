"""即办件却承诺了办理天数。

依据：GB/T 39046-2020 表A.6（即办件与承诺件是两类）；福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明时限）。
示例：办件类型 即办件、承诺时限 3 个工作日 → 承诺时限写“即办”，或者办件类型改为承诺件。
局限：即办件承诺 1 个工作日的，各地常指“当日办结”，只作提示；以小时、分钟计的不管。
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

_DAYS = ("工作日", "自然日", "月", "年")


def _applies(item: Item, context: Context) -> bool | None:
    found = case_type(item)
    return False if not is_service(item) else None if found is None else found == "即办件"


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, promised in promised_limits(item):
        if promised.value and promised.unit in _DAYS:
            one_day = promised.value <= 1 and promised.unit in _DAYS[:2]
            yield Problem(
                field=field,
                message="one_day" if one_day else "default",
                values={"promised": promised},
                found=str(promised),
                expected="即办",
                severity=Severity.NOTICE if one_day else None,
            )


RULE = Rule(
    code="LIM003",
    name="即办件有天数",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text("即办件却承诺了办理天数。", "An item of the type 即办件 (done at once) promises days."),
    basis=f"GB/T 39046-2020 表A.6；{PLAN}：清晰列明时限",
    recommendation=Text(
        "能当场办结的，承诺时限写“即办”；不能的，办件类型改为承诺件。",
        "If it is done at once, write 即办 as the promised limit; if not, make it a 承诺件.",
    ),
    messages={
        "default": Message(
            "办件类型为即办件，承诺时限却是 {promised}", "The item is a 即办件, yet it promises {promised}"
        ),
        "one_day": Message(
            "办件类型为即办件，承诺时限写为 {promised}，请确认是否当日办结",
            "The item is a 即办件 and promises {promised}; is it done the same day?",
        ),
    },
    needs=("case_type", "promised_limit|limits"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
