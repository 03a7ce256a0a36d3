"""办理地点没有写到门牌、楼层、房间或者窗口。

依据：通行的办事指南检查口径（非规范性文件）。
示例：福州市鼓楼区 → 福州市鼓楼区津泰路98号三层5号窗口。
局限：另有窗口一栏且已写明的不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.gde._practice import practice_rule
from itemcatalog.rules.gde._window import may_have_window
from itemcatalog.text import normalise

__all__ = ["RULE"]

_ROOM = re.compile(r"窗|室|房|[0-9一二三四五六七八九十]+(?:号|楼|层|F)|大厅|柜台|单元|座|栋|幢")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, place in enumerate(item.places):
        if place.address and not place.windows and not _ROOM.search(normalise(place.address)):
            yield Problem(field=f"places[{index}].address", values={"address": place.address}, found=place.address)


RULE = practice_rule(
    code="GDE031",
    name="办理地点不够具体",
    summary=Text(
        "办理地点没有写到门牌、楼层、房间或者窗口。", "The place names neither number, floor, room nor window."
    ),
    recommendation=Text("写到门牌号、楼层、窗口。", "Give number, floor and window."),
    message=Message("办理地点“{address}”不够具体", "The place “{address}” is not precise"),
    needs=("places.address",),
    check=_check,
    applies=may_have_window,
    page=__doc__,
)
