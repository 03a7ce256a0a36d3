"""写明没有线下办理窗口，却要求到现场。

依据：《中华人民共和国政府信息公开条例》第六条（行政机关应当及时、准确地公开政府信息）；福州市2017年“互联网+
政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：办理地点 无线下办理窗口、到现场次数 1 → 写明办理地点，或者到现场次数改为 0。
局限：几个办理点都写明没有窗口的才算。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._sources import ACCURATE, CLEARLY
from itemcatalog.rules.gde._window import no_window, visits_needed

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    visits = visits_needed(item)
    if visits and no_window(item):
        text = item.places[0].address or ""
        yield Problem(field="places[0].address", values={"place": text, "visits": visits}, found=text)


RULE = Rule(
    code="GDE018",
    name="没有窗口却要到现场",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text(
        "写明没有线下办理窗口，却要求到现场。", "The guide says that there is no window, yet asks for a visit."
    ),
    basis=f"{ACCURATE}；{CLEARLY}",
    recommendation=Text("写明办理地点，或者核对到现场次数。", "Give the place, or check the number of visits."),
    messages={
        "default": Message(
            "办理地点写“{place}”，到现场次数却是 {visits}", "The place reads “{place}”, yet visits are {visits}"
        )
    },
    needs=("places.address", "visits"),
    applies=is_service,
    check=_check,
    page=__doc__,
)
