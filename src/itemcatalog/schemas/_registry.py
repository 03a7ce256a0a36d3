"""The packaged schemas as one immutable registry; nothing is ever fetched (S23, LIBRARIES findings 7 and 8)."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from itemcatalog import _shipped
from itemcatalog.errors import CodeTableError, UsageError

if TYPE_CHECKING:
    import jsonschema_rs
    from referencing import Registry

__all__ = ["DEEPEST", "NAMES", "deny", "depth_exceeds", "is_valid", "registry", "schema"]

#: The schemas that are shipped, by name.
NAMES = ("item", "guide", "workspace", "report", "policy", "findings")

#: The deepest nesting of arrays and objects that is validated (S22).
DEEPEST = 64


@functools.cache
def schema(name: str) -> Mapping[str, Any]:
    """Return a schema by its name (``item``, ``guide`` …), read-only; raise ``UsageError`` for another name."""
    return MappingProxyType(_document(name))


@functools.cache
def _document(name: str) -> dict[str, Any]:
    if name not in NAMES:
        raise UsageError(f"没有数据规范 {name}；可用：{'、'.join(NAMES)}")
    document = json.loads(_shipped.text("schemas", f"{name}.schema.json"))
    if not isinstance(document, dict) or "$id" not in document:
        raise CodeTableError(f"数据规范 {name}.schema.json 没有 $id")
    return document


def deny(uri: str) -> NoReturn:
    """Refuse to fetch anything: a reference may only name a packaged schema."""
    raise LookupError(f"引用不在安装的数据规范之内：{uri}")


@functools.cache
def registry() -> Registry[Any]:
    """Return the registry of all packaged schemas for ``jsonschema``; it refuses every other reference."""
    from referencing import Registry, Resource

    resources = [Resource.from_contents(_document(name)) for name in NAMES]
    empty: Registry[Any] = Registry(retrieve=deny)  # type: ignore[call-arg]
    return empty.with_resources([(resource.id() or "", resource) for resource in resources])


@functools.cache
def _validator(name: str) -> jsonschema_rs.Validator:
    import jsonschema_rs

    document = _document(name)
    others = [(str(_document(other)["$id"]), _document(other)) for other in NAMES]
    known = jsonschema_rs.Registry(others, retriever=deny)
    return jsonschema_rs.Draft202012Validator(document, registry=known, retriever=deny)


def is_valid(name: str, document: Any) -> bool:
    """Say whether a document fits a schema: the hot path, no words. One nested deeper than 64 does not fit."""
    if depth_exceeds(document, DEEPEST):
        return False
    try:
        return _validator(name).is_valid(document)
    except (ValueError, OverflowError):
        return False


def depth_exceeds(value: Any, limit: int) -> bool:
    """Say whether arrays and objects nest deeper than ``limit``; without recursion."""
    level = [value]
    for _ in range(limit + 1):
        below: list[Any] = []
        for one in level:
            if type(one) is dict:
                below += [inner for inner in one.values() if type(inner) is dict or type(inner) is list]
            elif type(one) is list:
                below += [inner for inner in one if type(inner) is dict or type(inner) is list]
        if not below:
            return False
        level = below
    return True
