"""行政许可的承诺时限没有用工作日表示。

依据：《中华人民共和国行政许可法》第八十二条：实施行政许可的期限以工作日计算，不含法定节假日。
示例：承诺时限 15 自然日 → 10 个工作日。
局限：只作提示；以小时、分钟承诺的和即办的不管；法定时限可能由法律另行规定为自然日或月，不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_licence
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING
from itemcatalog.rules.lim._pairs import promised_limits

__all__ = ["RULE"]

_CALENDAR = ("自然日", "月", "年")


def _applies(item: Item, context: Context) -> bool | None:
    return next(promised_limits(item), None) is not None and is_licence(item)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, promised in promised_limits(item):
        if promised.value and promised.unit in _CALENDAR:
            yield Problem(
                field=field, values={"promised": promised}, found=str(promised), expected="工作日", cause=promised.unit
            )


RULE = Rule(
    code="LIM013",
    name="许可未用工作日",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("xkf-82",),
    summary=Text("行政许可的承诺时限没有用工作日表示。", "The promised limit of a licence is not in working days."),
    basis=f"{LICENSING}第八十二条",
    recommendation=Text("换算为工作日后公布。", "Publish it in working days."),
    messages={
        "default": Message(
            "行政许可的承诺时限为 {promised}，应以工作日计", "A licence promises {promised}; it counts in working days"
        )
    },
    needs=("promised_limit|limits",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
