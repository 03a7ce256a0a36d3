"""办公时间写错：没有这样的钟点，或者结束早于开始。

依据：《中华人民共和国政府信息公开条例》第六条（行政机关应当及时、准确地公开政府信息）；福州市2017年“互联网+
政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：上午9:00-12:00，下午13:00-25:00 → 下午13:00-17:00。
局限：只看写成“时:分-时:分”的起止；写有下午、晚上的按十二小时读，没有写的，下午写作 1:00-5:00 的不算错；
跨过零点的夜间值班（18:00-8:00）、写有“次日”的、起止相同的（00:00-00:00）不判断。
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

_MARK = r"(凌晨|早上|早晨|早|上午|中午|下午|午后|傍晚|晚上|晚间|晚|夜间|夜里)?\s*"
_SPAN = re.compile(
    rf"{_MARK}(?<![0-9:])([0-9]{{1,2}})[:.时点]([0-9]{{2}})?分?\s*(?:-|~|至|到)+\s*(次日|第二天|翌日)?\s*{_MARK}"
    r"([0-9]{1,2})[:.时点]([0-9]{2})?(?![0-9:])"
)
_EARLY = frozenset({"凌晨", "早上", "早晨", "早", "上午"})
_LATE = frozenset({"下午", "午后", "傍晚"})
_NIGHTLY = frozenset({"晚上", "晚间", "晚", "夜间", "夜里"})
_DAWN, _MORNING, _NOON, _NIGHT, _DAY = 6, 8, 12, 17, 24


def _on_the_clock(mark: str | None, hour: int) -> int:
    """Return an hour of twelve as one of twenty-four, by the time of day written before it."""
    if mark in _NIGHTLY:
        return hour + _NOON if hour <= _NOON else hour
    afternoon = (mark in _LATE and hour < _NOON) or (mark == "中午" and hour <= _DAWN)
    return hour + _NOON if afternoon else hour


def _end_hour(span: re.Match[str]) -> int:
    """Return the hour of the end; one without a mark may be of the afternoon where the start leaves it open."""
    mark, first, last = span[1], int(span[2]), int(span[6])
    if span[5]:
        return _on_the_clock(span[5], last)
    if mark in _LATE and first < _NOON:
        return _on_the_clock(mark, last)
    afternoon = last <= first <= _NOON and last < _NOON and (mark not in _EARLY or last <= _DAWN)
    return last + _NOON if afternoon else last


def _overnight(span: re.Match[str], hour: int) -> bool:
    """Return whether a time that ends before its start may go on to the next day."""
    written, last = int(span[2]), int(span[6])
    if span[4] or span[1] in _NIGHTLY or (span[5] in _EARLY and hour >= _NIGHT):
        return True
    return written >= _NIGHT or (written >= _MORNING and last <= _DAWN)


def _wrong(hours: str) -> str | None:
    """Return the first span of an opening time that cannot be; None where all may stand."""
    for span in _SPAN.finditer(re.sub("[—–－]", "-", normalise(hours))):
        minutes = int(span[3] or 0), int(span[7] or 0)
        written = (int(span[2]), minutes[0]), (int(span[6]), minutes[1])
        if any(hour > _DAY or minute > 59 or (hour == _DAY and minute) for hour, minute in written):
            return span[0]
        start, end = (_on_the_clock(span[1], written[0][0]), minutes[0]), (_end_hour(span), minutes[1])
        if end < start and written[0] != written[1] and not _overnight(span, start[0]):
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
