"""办公时间没有写明是哪几天。

依据：通行的办事指南检查口径（非规范性文件）。
示例：上午9:00—12:00 → 工作日上午9:00—12:00。
局限：写明工作日、星期几、每天、24小时的都算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.gde._practice import practice_rule
from itemcatalog.text import normalise

__all__ = ["RULE"]

_DAYS = re.compile(r"工作日|周[一二三四五六日1-7]|星期|礼拜|每周|节假日|每天|全天|24小时|全年|MON|双休|周末")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, place in enumerate(item.places):
        if place.hours and not _DAYS.search(normalise(place.hours)):
            yield Problem(field=f"places[{index}].hours", values={"hours": place.hours}, found=place.hours)


RULE = practice_rule(
    code="GDE030",
    name="办公时间没有工作日",
    summary=Text("办公时间没有写明是哪几天。", "The office hours name no days."),
    recommendation=Text("写明工作日或者星期几。", "Say on which days."),
    message=Message("办公时间“{hours}”没有写明是哪几天", "The office hours “{hours}” name no days"),
    needs=("places.hours",),
    check=_check,
    page=__doc__,
)
