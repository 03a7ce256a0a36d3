"""电话没有写区号。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：83002006 → 0591-83002006。
局限：热线、400、手机号码不需要区号；方案没有直接要求写区号，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import area_codes
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._phones import is_local, phones
from itemcatalog.rules.gde._sources import CLEARLY

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, phone, _ in phones(item):
        if is_local(phone.number):
            own = area_codes(context.division_of(item) or "")
            expected = f"{own[0]}-{phone.number}" if len(own) == 1 else None
            yield Problem(field=field, values={"number": phone.number}, found=phone.number, expected=expected)


RULE = Rule(
    code="GDE009",
    name="电话没有区号",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    clauses=("9a",),
    summary=Text("电话没有写区号。", "A phone number has no area code."),
    basis=CLEARLY,
    recommendation=Text("在号码前加区号。", "Put the area code before the number."),
    messages={"default": Message("电话 {number} 没有区号", "{number} has no area code")},
    needs=("consultation|complaint",),
    applies=is_service,
    check=_check,
    page=__doc__,
)
