"""没有结果文书的事项写着支持快递。

依据：通行的办事指南检查口径（非规范性文件）。
示例：审批结果 无、快递 是 → 快递 不适用。
局限：快递也可以用来寄送申请材料，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import says_none
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.gde._practice import practice_rule
from itemcatalog.text import normalise

__all__ = ["RULE"]

_NOTHING = frozenset({"无结果", "无结果文书", "无证照", "无需", "无需证照"})


def _check(item: Item, context: Context) -> Iterator[Problem]:
    names = [one.name for one in item.results if one.name]
    if item.courier == "yes" and names and all(says_none(name) or normalise(name) in _NOTHING for name in names):
        yield Problem(field="courier", values={"result": names[0]}, found=names[0])


RULE = practice_rule(
    code="GDE038",
    name="没有文书却有快递",
    summary=Text("没有结果文书的事项写着支持快递。", "An item that issues nothing offers a courier."),
    recommendation=Text("核对结果名称和快递。", "Check result and courier."),
    message=Message("审批结果“{result}”，却写着支持快递", "The result is “{result}”, yet a courier is offered"),
    needs=("courier", "results"),
    check=_check,
    clauses=("3b",),
    page=__doc__,
)
