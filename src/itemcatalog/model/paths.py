"""Field paths (``materials[2].issuer``): reading a value by its path, and asking whether it is empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

__all__ = ["empty", "field_paths", "value_at"]


def empty(value: object) -> bool:
    """Return True when nothing is stated: None, an empty text or list, or a noun whose fields are all empty.

    ``False`` and ``0`` are statements.
    """
    if value is None:
        return True
    if isinstance(value, (str, tuple)):
        return not value
    names = _names(type(value))
    if names:
        return all(empty(getattr(value, name)) for name in names)
    return isinstance(value, Mapping) and not value


_NAMES: dict[type, tuple[str, ...]] = {}


def _names(cls: type) -> tuple[str, ...]:
    """Return the fields of a noun class, none for any other class."""
    if cls not in _NAMES:
        _NAMES[cls] = tuple(a.name for a in attrs.fields(cls)) if attrs.has(cls) else ()
    return _NAMES[cls]


def value_at(noun: Any, path: str) -> Any:
    """Return the value at a dotted path; a path through a list gives the list of the entries' values.

    ``value_at(item, "materials.issuer")`` is the tuple of the issuers, ``value_at(item, "materials[0].name")``
    one name. None where the way ends early.
    """
    head, _, rest = path.partition(".")
    name, _, index = head.partition("[")
    value = getattr(noun, name, None)
    if index and value is not None:
        number = int(index.rstrip("]"))
        value = value[number] if number < len(value) else None
    if not rest or value is None:
        return value
    if isinstance(value, tuple):
        return tuple(value_at(entry, rest) for entry in value)
    return value_at(value, rest)


def field_paths(cls: type, prefix: str = "") -> Iterator[str]:
    """Yield every dotted path of a noun class without list indices, depth first."""
    attrs.resolve_types(cls)
    for attribute in attrs.fields(cls):
        path = f"{prefix}{attribute.name}"
        yield path
        inner = _inner(attribute.type)
        if inner is not None:
            yield from field_paths(inner, f"{path}.")


def _inner(kind: Any) -> type | None:
    for candidate in (kind, *getattr(kind, "__args__", ())):
        if isinstance(candidate, type) and attrs.has(candidate):
            return candidate
    return None
