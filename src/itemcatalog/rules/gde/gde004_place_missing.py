"""窗口受理的事项没有写明办理地点。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要
素）；GB/T 39046-2020 表4（办理地点）。
示例：办理地点为空 → 福州市仓山区南江滨西大道193号东部办公区3号窗口。
局限：只在网上办理的、依职权的处罚检查等不检查；办理方式和到场次数都没有写的按 warning，来源没有办理形式、
到场次数、网上办理这几列的不检查；公共服务事项（没有写类型又看不出的同）只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._sources import element
from itemcatalog.rules.gde._window import asked_for, how_soft

__all__ = ["RULE"]


def _unsaid(item: Item) -> bool:
    return all(blank(one.address) and blank(one.name) and not one.windows for one in item.places)


def _applies(item: Item, context: Context) -> bool | None:
    return asked_for(item, context, said=not _unsaid(item))


def _check(item: Item, context: Context) -> Iterator[Problem]:
    if _unsaid(item):
        yield Problem(field="places", found="", severity=how_soft(item, context))


RULE = Rule(
    code="GDE004",
    name="办理地点缺失",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text("窗口受理的事项没有写明办理地点。", "An item accepted at a window does not say where."),
    basis=element("办理地点"),
    recommendation=Text(
        "写明地址和窗口；只在网上办理的，办理方式写“网上办理”。",
        "Give the address and the window; if the item is served online only, say so.",
    ),
    messages={"default": Message("办事指南没有办理地点", "The guide names no place")},
    needs=("places.address|places.name|places.windows",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
