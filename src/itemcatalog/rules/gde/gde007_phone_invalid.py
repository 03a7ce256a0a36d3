"""咨询或者监督投诉电话的位数不对，拨不通。

依据：《中华人民共和国政府信息公开条例》第六条（行政机关应当及时、准确地公开政府信息）；福州市2017年“互联网+
政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：0591-83004 → 0591-83004016。
局限：区号加七位或者八位、五位或者六位热线（12345、95598）、400、手机号码都算成立；号码是否接通不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._phones import phones, valid_number
from itemcatalog.rules.gde._sources import ACCURATE, CLEARLY

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, phone, _ in phones(item):
        if not valid_number(phone.number):
            yield Problem(field=field, values={"number": phone.number}, found=phone.number)


RULE = Rule(
    code="GDE007",
    name="电话号码不成立",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text("咨询或者监督投诉电话的位数不对，拨不通。", "A phone number has the wrong number of digits."),
    basis=f"{ACCURATE}；{CLEARLY}",
    recommendation=Text(
        "核对并写全号码：区号-七位或者八位号码。", "Check the number: area code and seven or eight digits."
    ),
    messages={"default": Message("电话 {number} 位数不对", "{number} has the wrong number of digits")},
    needs=("consultation|complaint",),
    applies=is_service,
    check=_check,
    page=__doc__,
)
