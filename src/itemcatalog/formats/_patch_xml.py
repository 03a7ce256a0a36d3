"""An XML text of our own items with some fields changed (原文更正): the other elements as they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from itemcatalog.errors import UsageError
from itemcatalog.files import decode
from itemcatalog.formats._safe_xml import parse_xml
from itemcatalog.formats._xml_plain import tag_of
from itemcatalog.formats._xml_text import NAMESPACE, xml_of_items
from itemcatalog.model import Item

__all__ = ["patch_xml"]

_NUMBER = re.compile(r"item\[([1-9][0-9]*)\]")


def patch_xml(data: bytes, changes: Mapping[str, tuple[Item, Iterable[str]]], file: str) -> bytes:
    """Return the XML in which the items at these places (``item[3]``) have these fields of the given item.

    Raises ``UsageError`` where the document is not in our own names.
    """
    root, _ = parse_xml(data, file)
    nodes = [root] if tag_of(root) == "item" else list(root)
    space = f"{{{NAMESPACE}}}" if str(root.tag).startswith("{") else ""
    for place, (item, heads) in changes.items():
        found = _NUMBER.fullmatch(place)
        if found is None or int(found.group(1)) > len(nodes):
            raise UsageError("不是本工具格式的 XML，不能在原文件上更正")
        for head in heads:
            _replace(nodes[int(found.group(1)) - 1], _element(item, head, space), f"{space}{head}")
    body = etree.tostring(root, encoding="unicode", with_tail=False)
    return _framed(data, body)


def _element(item: Item, head: str, space: str) -> etree._Element:
    """Return the element that holds a field of an item, in the namespace of the document."""
    whole = etree.fromstring(xml_of_items([item]))
    found = whole.find(f"{{{NAMESPACE}}}item/{{{NAMESPACE}}}{head}")
    if found is None:
        raise UsageError(f"更正后没有要素 {head}")
    if not space:
        for node in found.iter():
            node.tag = etree.QName(node).localname
    return found


def _replace(node: etree._Element, new: etree._Element, tag: str) -> None:
    """Put an element in the place of the one of its name, with its blanks; else after the last one."""
    old = node.find(tag)
    if old is not None:
        _indent(new, node)
        new.tail = old.tail
        node.replace(old, new)
        return
    new.tail = node[-1].tail if len(node) else node.text
    if len(node):
        node[-1].tail = node.text
    _indent(new, node)
    node.append(new)


def _indent(new: etree._Element, node: etree._Element) -> None:
    """Give a new element the line breaks of its neighbours."""
    lead = node.text or ""
    if "\n" not in lead:
        return
    depth = len(list(node.iterancestors())) + 1
    unit = lead.rpartition("\n")[2]
    step = unit[: len(unit) // depth] if depth else unit
    tail = new.tail
    etree.indent(new, space=step or " ", level=depth)
    new.tail = tail


def _framed(data: bytes, body: str) -> bytes:
    """Put the declaration, and what else stood around the root, around the new body; in the same codec."""
    decoded = decode(data)
    text = decoded.text
    head = re.search(r"<(?![?!])", text)
    ending = text[text.rstrip().rfind(">") + 1 :]
    named = re.match(r"""<\?xml[^>]*\sencoding=["']([A-Za-z0-9._-]+)["']""", text)
    codec = named.group(1) if named else "utf-8"
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    start = text[: head.start()] if head else ""
    return mark + f"{start}{body}{ending}".encode(codec, errors="xmlcharrefreplace")
