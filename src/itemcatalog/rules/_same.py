"""When two entries of one channel are the same item: names, sub-item, business item, situation, body, place."""

from __future__ import annotations

import functools
import re

from itemcatalog.model import Item
from itemcatalog.rules._context import Context, per_item
from itemcatalog.rules._items import is_service
from itemcatalog.text import normalise

__all__ = ["authority_key", "business_told", "identity", "may_be_twin", "normal", "own_code", "unfilled"]


# Names of bodies and main items recur from item to item.
normal = functools.lru_cache(maxsize=16384)(normalise)

_DIGITS = "一二三四五六七八九十零○〇0-9"
# What a form leaves open: XXXX许可, ×××登记, ○○经营许可; beside a numeral circles are noughts: 二○○八年.
_UNFILLED = re.compile(rf"[XxＸｘ×*＊_＿]{{3,}}|(?<![{_DIGITS}])[○〇]{{2,}}(?![{_DIGITS}])")


def unfilled(name: str) -> bool:
    """Return whether a name, as written, holds a blank that nobody filled in."""
    return _UNFILLED.search(name) is not None


def authority_key(item: Item) -> str:
    """Return the body of an item for comparing: its name, else its credit code."""
    return normal(item.authority.name or item.authority.credit_code or "")


@per_item
def identity(item: Item, context: Context) -> tuple[str, ...]:
    """Return what makes an item itself within a channel, codes apart; equal tuples = the same item."""
    situations = sorted(normalise(one.name or one.id) for one in item.situations)
    names = (item.name, item.parent_name, item.sub_item, item.handling_item)
    return (
        *(normal(name) if name else "" for name in names),
        "|".join(situations),
        authority_key(item),
        item.division or "",
    )


@per_item
def own_code(item: Item, context: Context) -> str:
    """Return the code that should be the item's alone: handling, implementation or local implementation code."""
    codes = item.codes
    code = codes.handling or codes.implementation or codes.local_implementation or ""
    return code if code.isalnum() and code.isascii() and code.isupper() else normalise(code)


def business_told(item: Item, context: Context) -> bool:
    """Return whether the source of an item has a column that would name or number its business item."""
    return context.carries(item, "handling_item") or context.carries(item, "codes.handling")


_OWN_CODES = ("codes.handling", "codes.implementation", "codes.local_implementation")


def may_be_twin(item: Item, context: Context) -> bool | None:
    """Return whether an item can be found twice; None where its source tells equal names apart by nothing.

    Usable as ``applies``.
    """
    if not is_service(item):
        return False
    if own_code(item, context):
        return True
    coded = any(context.carries(item, path) for path in _OWN_CODES)
    named = context.carries(item, "sub_item") and context.carries(item, "handling_item")
    return True if context.carries(item, "authority.name") and (coded or named) else None
