"""电话区号不是事项所在地的区号。

依据：《中华人民共和国政府信息公开条例》第六条（行政机关应当及时、准确地公开政府信息）；福州市2017年“互联网+
政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：福州市鼓楼区的事项写 0592-83002005 → 0591-83002005。
局限：按事项的行政区划查区号表，省级和区划不明的不检查；热线、手机不查；同时列有本地电话，或者号码旁有说明的按
 notice。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import area_codes
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._phones import area_of, contacts, is_hotline, phones
from itemcatalog.rules.gde._sources import ACCURATE, CLEARLY

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    numbers = (phone.number for _, contact in contacts(item) for phone in contact.phones)
    if not is_service(item) or not any(map(area_of, numbers)):
        return False
    division = context.division_of(item)
    return True if division is not None and area_codes(division) else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    own = area_codes(context.division_of(item) or "")
    for field, phone, contact in phones(item):
        area = area_of(phone.number)
        if area is not None and area not in own:
            others = (one.number for one in contact.phones if one is not phone)
            also = phone.note or any(area_of(one) in own or is_hotline(one) for one in others)
            yield Problem(
                field=field,
                values={"number": phone.number, "own": "、".join(own)},
                found=phone.number,
                expected="、".join(own),
                severity=Severity.NOTICE if also else None,
            )


RULE = Rule(
    code="GDE008",
    name="区号不是本地区号",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text("电话区号不是事项所在地的区号。", "The area code of a phone is not that of the item's division."),
    basis=f"{ACCURATE}；{CLEARLY}",
    recommendation=Text("核对号码；确为外地电话的，注明是哪里的。", "Check the number; if it is elsewhere, say where."),
    messages={"default": Message("电话 {number} 的区号不是本地的 {own}", "The area code of {number} is not {own}")},
    needs=("consultation|complaint",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
