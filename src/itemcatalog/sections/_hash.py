"""The hash of an item: equal data, equal hash; where it was read from does not count."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import attrs

from itemcatalog.model import RUNTIME_FIELDS, Item

__all__ = ["item_hash"]

_NAMES: dict[type, tuple[str, ...]] = {}


def item_hash(item: Item) -> str:
    """Return the SHA-256 (hexadecimal) of all that the item states, without channel, id and place."""
    plain = _noun(item)
    for name in RUNTIME_FIELDS:
        plain.pop(name, None)
    text = json.dumps(plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _noun(noun: Any) -> dict[str, Any]:
    names = _NAMES.get(type(noun))
    if names is None:
        names = _NAMES[type(noun)] = tuple(one.name for one in attrs.fields(type(noun)))
    stated = {}
    for name in names:
        value = getattr(noun, name)
        if value is not None and value != () and (plain := _plain(value)) not in ({}, ""):
            stated[name] = plain
    return stated


def _plain(value: Any) -> Any:
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return _noun(value) if attrs.has(type(value)) else str(value)
