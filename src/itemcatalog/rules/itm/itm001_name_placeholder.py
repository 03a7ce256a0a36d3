"""事项名称只是占位文字，不是名称。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称；按照纵向清单要求统一办事事项名称）。
示例：名称写“待定”“测试事项”“12” → 食品生产许可（首次）。
局限：只认没有汉字的名称、少数占位词和没有填写的空档（XXXX许可、×××登记、○○经营）；
名称是否与纵向清单一致由 NAM 各条规则检查；空白名称由 INP013 报告。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._same import normal, unfilled
from itemcatalog.rules._sources import GB_39046, PLAN

__all__ = ["RULE"]

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PLACEHOLDERS = re.compile(
    r"(?:无|空|待定|待补充|待完善|待填写|待确认|暂无|未知|未命名|新建事项|事项名称|示例事项?|样例|测试(?:事项|数据|用)?[0-9]*)"
)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    name = normal(item.name)
    if name and (not _HAN.search(name) or _PLACEHOLDERS.fullmatch(name)):
        yield Problem(field="name", values={"name": shown(item.name)}, found=item.name)
    elif unfilled(item.name):
        yield Problem(field="name", message="unfilled", values={"name": shown(item.name)}, found=item.name)


RULE = Rule(
    code="ITM001",
    name="名称是占位文字",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8a", "8b"),
    summary=Text("事项名称只是占位文字，不是名称。", "The name of the item is only a placeholder."),
    basis=f"{PLAN}：列明行政审批和服务事项名称；{GB_39046} 事项名称",
    recommendation=Text("按纵向清单填写事项名称。", "Fill in the name by the standard list."),
    messages={
        "default": Message("事项名称“{name}”不是名称", "“{name}” is no name of an item"),
        "unfilled": Message("事项名称“{name}”有空档没有填写", "The name “{name}” holds a blank that was not filled in"),
    },
    needs=("name",),
    check=_check,
    page=__doc__,
)
