"""不收费的事项写着支持网上支付。

依据：通行的办事指南检查口径（非规范性文件）。
示例：是否收费 否、网上支付 是 → 网上支付 否。
局限：有的平台把网上支付当作统一功能，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.gde._fees import free
from itemcatalog.rules.gde._practice import practice_rule

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    if item.fees.online_payment or item.online.payment:
        field = "fees.online_payment" if item.fees.online_payment else "online.payment"
        yield Problem(field=field, found="是")


RULE = practice_rule(
    code="GDE037",
    name="不收费却可网上支付",
    summary=Text("不收费的事项写着支持网上支付。", "An item that is free offers online payment."),
    recommendation=Text("核对是否收费和网上支付。", "Check fee and online payment."),
    message=Message("不收费，却写着支持网上支付", "Free of charge, yet online payment is offered"),
    needs=("fees.charged", "fees.online_payment|online.payment"),
    check=_check,
    applies=free,
    page=__doc__,
)
