"""承诺时限长于法定时限。

依据：《中华人民共和国行政许可法》第四十二条至第四十四条（行政机关应当在法定期限内作出决定）；
福州市2017年“互联网+政务服务”绩效考核实施方案（承诺时限平均压缩到法定时限30%以内，以不超过法定时限为前提）。
示例：法定 20 个工作日、承诺 30 个工作日 → 承诺不超过 20 个工作日。
局限：只比较单位相同的时限；单位不同的由 LIM006 按日历换算后提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.lim._pairs import has_pair, limit_pairs

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, statutory, promised in limit_pairs(item):
        if statutory.value is None or promised.value is None or statutory.unit != promised.unit:
            continue
        if promised.value > statutory.value:
            yield Problem(
                field=field,
                values={"promised": promised, "statutory": statutory},
                found=str(promised),
                expected=f"≤ {statutory}",
            )


RULE = Rule(
    code="LIM002",
    name="承诺长于法定",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("11a", "xkf-42"),
    summary=Text("承诺时限长于法定时限。", "The promised limit is longer than the statutory limit."),
    basis=f"{LICENSING}第四十二条；{PLAN}：承诺时限压缩到法定时限以内",
    recommendation=Text(
        "核对两个时限；确认法定时限无误的，把承诺时限改到法定时限以内。",
        "Check both limits; if the statutory one is right, promise no more than it.",
    ),
    messages={
        "default": Message(
            "承诺办结时限 {promised} 长于法定办结时限 {statutory}",
            "The promised limit, {promised}, is longer than the statutory limit, {statutory}",
        )
    },
    needs=("statutory_limit|limits", "promised_limit|limits"),
    applies=has_pair,
    check=_check,
    page=__doc__,
)
