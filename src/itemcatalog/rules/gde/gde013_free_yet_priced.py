"""写明不收费，却列有收费金额。

依据：《中华人民共和国政府信息公开条例》第六条（行政机关应当及时、准确地公开政府信息）；福州市2017年“互联网+
政务服务”绩效考核实施方案（统一收费等服务标准）。
示例：是否收费 否、收费标准 每证10元 → 是否收费 是，或者删去标准。
局限：只看读得出金额的标准；金额为0的，写着免、停、减、退或者原标准的（原每证10元，现已停征）不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Fee, Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN
from itemcatalog.rules.gde._fees import free
from itemcatalog.rules.gde._sources import ACCURATE
from itemcatalog.text import normalise

__all__ = ["RULE"]


_AMOUNT = re.compile(r"[1-9][0-9,.]*(?:百|千|万)?元|0\.0*[1-9][0-9]*元")
# A price beside such a word may be the one that is no longer taken.
_NO_LONGER = re.compile(r"免|停|减|退|原|曾|取消|不再|不收|未收|元以[下上内]|押金|保证金")


def _priced(fee: Fee) -> bool:
    if fee.tiers:
        return any(tier.amount for tier in fee.tiers)
    text = normalise(f"{fee.name or ''}{fee.standard or ''}")
    return _AMOUNT.search(text) is not None and not _NO_LONGER.search(text)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, fee in enumerate(item.fees.items):
        if _priced(fee):
            text = fee.standard or fee.name or ""
            yield Problem(field=f"fees.items[{index}].standard", values={"standard": shown(text)}, found=text)


RULE = Rule(
    code="GDE013",
    name="不收费却有收费标准",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a", "9b"),
    summary=Text("写明不收费，却列有收费金额。", "The item is said to be free, yet amounts are listed."),
    basis=f"{ACCURATE}；{PLAN}（统一收费等服务标准）",
    recommendation=Text("核对是否收费，两处改为一致。", "Check whether a fee is charged and make both agree."),
    messages={"default": Message("写明不收费，收费标准却是“{standard}”", "Said to be free, yet priced “{standard}”")},
    needs=("fees.charged", "fees.items.standard"),
    applies=free,
    check=_check,
    page=__doc__,
)
