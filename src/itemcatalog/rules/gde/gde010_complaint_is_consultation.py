"""监督投诉电话与咨询电话相同。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：咨询、监督投诉都写 0591-83003001 → 监督投诉写监督机构的电话或者 12345。
局限：12345 等热线两边相同不算；监督投诉另有不同的号码、地址或者网址的不算；分机不同的不算；只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._phones import is_hotline
from itemcatalog.rules.gde._sources import CLEARLY

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    asked = {(one.number, one.extension) for one in item.consultation.phones}
    complained = item.complaint.phones
    if not complained or item.complaint.url or item.complaint.address:
        return
    if all((one.number, one.extension) in asked and not is_hotline(one.number) for one in complained):
        number = complained[0].number
        yield Problem(field="complaint.phones[0].number", values={"number": number}, found=number)


RULE = Rule(
    code="GDE010",
    name="监督投诉与咨询电话相同",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    clauses=("9a",),
    summary=Text("监督投诉电话与咨询电话相同。", "The phone for complaints is the one for questions."),
    basis=CLEARLY,
    recommendation=Text(
        "监督投诉写监督机构的电话，或者 12345 热线。", "Give the phone of the supervising body, or the hotline 12345."
    ),
    messages={"default": Message("监督投诉电话 {number} 就是咨询电话", "{number} is given for both")},
    needs=("consultation", "complaint"),
    applies=is_service,
    check=_check,
    page=__doc__,
)
