"""窗口受理的事项没有写明办公时间。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要
素）；GB/T 39046-2020 表4（办理时间）。
示例：办理时间为空 → 工作日上午9:00—12:00，下午13:30—17:00。
局限：只在网上办理的、依职权的处罚检查等不检查；办理方式和到场次数都没有写的按 warning，来源没有办理形式、
到场次数、网上办理这几列的不检查；公共服务事项（没有写类型又看不出的同）只作提示；几个办理点中只要有一处写明即可。
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
    return all(blank(one.hours) for one in item.places)


def _applies(item: Item, context: Context) -> bool | None:
    return asked_for(item, context, said=not _unsaid(item))


def _check(item: Item, context: Context) -> Iterator[Problem]:
    if _unsaid(item):
        yield Problem(field="places[0].hours" if item.places else "places", found="", severity=how_soft(item, context))


RULE = Rule(
    code="GDE005",
    name="办公时间缺失",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text("窗口受理的事项没有写明办公时间。", "An item accepted at a window does not say when."),
    basis=element("办理时间"),
    recommendation=Text("写明工作日的起止时间。", "State the office hours of working days."),
    messages={"default": Message("办事指南没有办公时间", "The guide names no office hours")},
    needs=("places.hours",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
