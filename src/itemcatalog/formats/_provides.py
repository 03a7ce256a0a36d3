"""What a source of documents carries: the union of the field paths that its items fill (DESIGN §10)."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from itemcatalog.model import RUNTIME_FIELDS

__all__ = ["carried", "carried_by"]


def carried(noun: Any) -> frozenset[str]:
    """Return the dotted paths, without indices, of everything that a noun states (``materials.issuer``)."""
    return frozenset(_paths(noun, ""))


def carried_by(data: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield the dotted paths of a document in our own names, whether its values are empty or not."""
    for key, value in data.items():
        if key in RUNTIME_FIELDS or key == "extra":
            continue
        yield f"{prefix}{key}"
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from carried_by(inner, f"{prefix}{key}.")


def _paths(noun: Any, prefix: str) -> Iterator[str]:
    for name, default in _fields(type(noun)):
        value = getattr(noun, name)
        if value is None or value == () or (default is not None and value == default):
            continue
        yield f"{prefix}{name}"
        for inner in value if isinstance(value, tuple) else (value,):
            if attrs.has(type(inner)):
                yield from _paths(inner, f"{prefix}{name}.")


@functools.cache
def _fields(cls: type) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a noun with the value that means "nothing stated" (an empty noun)."""
    return tuple(
        (a.name, a.default if attrs.has(type(a.default)) else None)
        for a in attrs.fields(cls)
        if a.name not in (*RUNTIME_FIELDS, "extra")
    )
