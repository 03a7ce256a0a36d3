"""A corrected list in a source that holds an object for each entry, under names of its own (材料名称, 份数)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from itemcatalog.comparison import similarity
from itemcatalog.comparison._sets import align
from itemcatalog.formats._inner_names import member_of
from itemcatalog.model import Item, empty, value_at
from itemcatalog.standard._adopt import entry_key

__all__ = ["in_order_of", "objects_of"]

_KEPT = ("order", "extra")


def objects_of(item: Item, was: Item, path: str, before: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]] | None:
    """Return the objects of the corrected entries; None where the source has no name for what must change.

    ``was`` is the item as it was read, ``before`` the objects of its entries. An entry that stays keeps its object,
    one that changes gets only the members that differ, a new one the members of its neighbours.
    """
    own, new = value_at(was, path), value_at(item, path)
    if len(own) != len(before) or not before:
        return None
    mine = dict(align(new, own, entry_key(path), similarity)[0])
    written = []
    for number, entry in enumerate(new):
        known = mine.get(number)
        object_ = before[known] if known is not None else dict.fromkeys(before[0])
        told = _object(path, entry, own[known] if known is not None else None, object_)
        if told is None:
            return None
        written.append(_numbered(path, told, before[0], number + 1))
    return written


def _object(path: str, entry: Any, own: Any | None, before: Mapping[str, Any]) -> dict[str, Any] | None:
    keys = _keys(path, before)
    told = dict(before)
    for attribute in (a.name for a in attrs.fields(type(entry)) if a.name not in _KEPT):
        value = getattr(entry, attribute)
        if (value == getattr(own, attribute)) if own is not None else empty(value):
            continue
        key = keys.get(attribute)
        if key is None or not (value is None or isinstance(value, str | int)):
            return None
        told[key] = str(value) if isinstance(before[key], str) and value is not None else value
    return told


def _keys(path: str, before: Mapping[str, Any]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for key in before:
        keys.setdefault(member_of(path, str(key)), key)
    return keys


def _numbered(path: str, told: dict[str, Any], first: Mapping[str, Any], number: int) -> dict[str, Any]:
    """Return an object with its own number where the source numbers them."""
    key = _keys(path, first).get("order")
    if key is not None and key in told:
        told[key] = str(number) if isinstance(first[key], str) else number
    return told


def in_order_of(before: Any, after: Any) -> Any:
    """Return a JSON value with the keys in the order in which the old value had them, entry by entry."""
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [*(key for key in before if key in after), *(key for key in after if key not in before)]
        return {key: in_order_of(before.get(key), after[key]) for key in keys}
    if isinstance(before, list) and isinstance(after, list):
        beside = [*before, *[None] * len(after)]
        return [next((old for old in before if old == new), in_order_of(beside[n], new)) for n, new in enumerate(after)]
    return after
