"""Statutory and promised limits that belong together, the plain ones and those by situation."""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.model import Item, Limit
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service

__all__ = ["has_pair", "limit_pairs", "promised_limits", "states_limit"]


def limit_pairs(item: Item) -> Iterator[tuple[str, Limit, Limit]]:
    """Yield (field of the promise, statutory, promised); a promise for one situation meets the limit of that one."""
    statutory, promised = item.statutory_limit, item.promised_limit
    if statutory is not None and promised is not None:
        yield "promised_limit", statutory, promised
    if not item.limits:
        return
    by_situation = {(one.situations, one.applicants): one for one in item.limits if one.kind == "statutory"}
    general = statutory or by_situation.get(((), ()))
    for index, one in enumerate(item.limits):
        law = by_situation.get((one.situations, one.applicants), general)
        if one.kind == "promised" and law is not None:
            yield f"limits[{index}]", law, one


def has_pair(item: Item, context: Context) -> bool:
    """Return whether an item is a service that states both limits; usable as ``applies``."""
    return is_service(item) and next(limit_pairs(item), None) is not None


def promised_limits(item: Item) -> Iterator[tuple[str, Limit]]:
    """Yield every promised limit with its field."""
    if item.promised_limit is not None:
        yield "promised_limit", item.promised_limit
    for index, one in enumerate(item.limits):
        if one.kind == "promised":
            yield f"limits[{index}]", one


def states_limit(item: Item, kind: str) -> bool:
    """Return whether a limit of that kind (``statutory`` or ``promised``) stands in the item at all."""
    own = item.statutory_limit if kind == "statutory" else item.promised_limit
    return own is not None or any(one.kind == kind for one in item.limits)
