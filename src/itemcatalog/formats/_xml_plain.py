"""XML elements as plain data: ours by the types of the model, others as texts, objects and lists."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import attrs
from lxml import etree

from itemcatalog.errors import SourceError
from itemcatalog.formats._load_json import load_json

__all__ = ["line_of", "plain_item", "plain_of_element", "tag_of"]

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"[0-9]{1,18}\.[0-9]{1,18}(?:e-?[0-9]{1,3})?")
_BOOLS = {"true": True, "false": False}


def tag_of(node: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(node).localname


def line_of(node: etree._Element) -> int | None:
    """Return the line at which an element begins."""
    line: int | None = getattr(node, "sourceline", None)
    return line


def plain_item(node: etree._Element, cls: type) -> dict[str, Any]:
    """Return one of our own elements as the document that ``item_from_dict`` reads; texts that have not the form of
    their field stay texts, for it to report."""
    hints = _hints(cls)
    found: dict[str, Any] = {}
    for child in node:
        name = tag_of(child)
        found[name] = _typed(child, hints[name]) if name in hints else plain_of_element(child)
    return found


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _typed(node: etree._Element, kind: Any) -> Any:
    options = [option for option in typing.get_args(kind) if option is not types.NoneType]
    if typing.get_origin(kind) is tuple:
        return [_typed(child, options[0]) for child in node]
    if typing.get_origin(kind) is Mapping:
        return {child.get("key") or tag_of(child): _kept(child) for child in node}
    if isinstance(kind, types.UnionType):
        return _number(_text(node)) if set(options) == {int, str} else _typed(node, options[0])
    if attrs.has(kind):
        return plain_item(node, kind)
    return _plain(_text(node), kind)


def _plain(text: str, kind: Any) -> Any:
    if kind is bool:
        return _BOOLS.get(text.strip(), text)
    if kind is int or kind is Fraction:
        return _number(text.strip(), decimal=kind is Fraction)
    return text.strip() if kind is date else text


def _number(text: str, decimal: bool = False) -> Any:
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if decimal and _DECIMAL.fullmatch(text) else text


def _kept(node: etree._Element) -> Any:
    text = _text(node)
    if node.get("type") != "json":
        return text
    try:
        return load_json(text.encode(), "extra")
    except SourceError:
        return text


def _text(node: etree._Element) -> str:
    return "".join(str(part) for part in node.itertext())


def plain_of_element(node: etree._Element) -> Any:
    """Return any element as plain data: a leaf is its text, repeated children a list, attributes are members."""
    members: dict[str, Any] = {_local(str(name)): str(value) for name, value in node.attrib.items()}
    children = list(node)
    if not children:
        text = (node.text or "").strip()
        return {**members, "text": text} if members and text else members or text
    tags = [tag_of(child) for child in children]
    if not members and len(set(tags)) == 1 and (len(tags) > 1 or _wraps(tag_of(node), tags[0])):
        return [plain_of_element(child) for child in children]
    for tag, child in zip(tags, children, strict=True):
        key = child.get("name") or tag if tag in ("column", "field") else tag
        value = (child.text or "").strip() if key != tag else plain_of_element(child)
        members[key] = _joined(members[key], value) if key in members else value
    return members


def _joined(before: Any, value: Any) -> list[Any]:
    return [*before, value] if isinstance(before, list) else [before, value]


def _wraps(outer: str, inner: str) -> bool:
    """Say whether an element is a list of one: ``<materials><material>``, ``<rows><row>``, ``<列表><列>``."""
    return inner.casefold() in ("row", "item", "entry", "record") or outer.casefold().startswith(inner.casefold())


def _local(name: str) -> str:
    return name.rpartition("}")[2]
