"""What rules on fees share: does an item charge, is it a licence, does a text say that nothing is charged."""

from __future__ import annotations

import re

from itemcatalog.findings import Severity
from itemcatalog.model import Fee, Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_licence, is_service
from itemcatalog.text import normalise

__all__ = ["charges", "free", "free_of_charge", "severity_of"]

_FREE = re.compile(
    r"(?:本事项|该事项)?(?:不收费|免费|免收费?|不收取(?:任何)?费用|无(?:收费|费用)?|零收费|无偿|否|不涉及收费|0元?)[.。]?"
)


def charges(item: Item, context: Context) -> bool | None:
    """Return whether an item takes money; None where that is not stated. Usable as ``applies``."""
    return is_service(item) and item.fees.charged


def free(item: Item, context: Context) -> bool | None:
    """Return whether an item is stated to be free of charge; None where nothing is stated. Usable as ``applies``."""
    return is_service(item) and (None if item.fees.charged is None else not item.fees.charged)


def free_of_charge(fee: Fee) -> bool:
    """Return whether an entry only says that nothing is charged: its standard (免费), else its name."""
    told = fee.standard or fee.name
    return not fee.tiers and (not told or _FREE.fullmatch(normalise(told)) is not None)


def severity_of(item: Item) -> Severity | None:
    """Return the softer severity for what is no licence: 行政许可法 binds licences only."""
    return None if is_licence(item) else Severity.WARNING
