"""办公时间写错：没有这样的钟点，或者结束早于开始。

依据：《中华人民共和国政府信息公开条例》第六条（行政机关应当及时、准确地公开政府信息）；福州市2017年“互联网+
政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：上午9:00-12:00，下午13:00-25:00 → 下午13:00-17:00。
局限：只看写成“时:分-时:分”的起止；下午写作 1:00-5:00 的不算错；跨过零点的夜间值班（18:00-8:00）、写有“次日”的不判断。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._sources import ACCURATE, CLEARLY
from itemcatalog.text import normalise

__all__ = ["RULE"]

_SPAN = re.compile(
    r"(?<![0-9:])([0-9]{1,2})[:.时点]([0-9]{2})?分?\s*(?:-|~|至|到)+\s*(次日|第二天|翌日)?\s*(?:上午|下午|晚上?)?"
    r"([0-9]{1,2})[:.时点]([0-9]{2})?(?![0-9:])"
)
_NOON, _NIGHT, _DAY = 12, 17, 24


def _wrong(hours: str) -> str | None:
    """Return the first span of an opening time that cannot be; None where all may stand."""
    for span in _SPAN.finditer(re.sub("[—–－]", "-", normalise(hours))):
        next_day = span[3]
        start, end = (int(span[1]), int(span[2] or 0)), (int(span[4]), int(span[5] or 0))
        if any(hour > _DAY or minute > 59 or (hour == _DAY and minute) for hour, minute in (start, end)):
            return span[0]
        overnight = next_day or start[0] >= _NIGHT or (start[0] >= 8 and end[0] <= 6)
        if end <= start and not overnight:
            return span[0]
    return None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, place in enumerate(item.places):
        if place.hours and (span := _wrong(place.hours)):
            yield Problem(
                field=f"places[{index}].hours",
                values={"span": span, "hours": shown(place.hours)},
                found=place.hours,
                cause=item.authority.name or "",
            )


RULE = Rule(
    code="GDE020",
    name="办公时间写错",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text(
        "办公时间写错：没有这样的钟点，或者结束早于开始。",
        "The office hours cannot be: no such hour, or an end before its start.",
    ),
    basis=f"{ACCURATE}；{CLEARLY}",
    recommendation=Text("核对并改正办公时间。", "Check and correct the office hours."),
    messages={"default": Message("办公时间“{hours}”中 {span} 不成立", "In the hours “{hours}”, {span} cannot be")},
    needs=("places.hours",),
    applies=is_service,
    check=_check,
    page=__doc__,
)
