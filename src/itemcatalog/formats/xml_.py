"""XML: our own items, the national exchange, Fujian's ``Case/Body/ServiceInfo``, and others by mapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from itemcatalog.files import sha256
from itemcatalog.findings import Fault, Place
from itemcatalog.formats import _exchange, _exchange_fujian
from itemcatalog.formats._documents import Document, items_in, read_documents
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._safe_xml import parse_xml
from itemcatalog.formats._xml_plain import line_of, plain_item, plain_of_element, tag_of
from itemcatalog.formats._xml_text import NAMESPACE, xml_of_items
from itemcatalog.model import Item, Source

__all__ = ["read", "write"]


def read(data: bytes, file: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Yield the items of an XML text, their faults and, last, the source.

    ``SourceError`` where it is not well formed, declares a DOCTYPE (whatever it is), or is damaged.
    """
    root, codec = parse_xml(data, file)
    source = Source(path=file, channel=options.channel, sha256=sha256(data), codec=codec)
    if _is_ours(root):
        yield from read_documents(_ours(root, file), options, source)
        return
    services = [] if options.columns else list(_exchange_fujian.services_in(root))
    if services:
        yield from _exchange_fujian.read_services(services, file, options, source)
        return
    value = plain_of_element(root)
    tables = () if options.columns else _exchange.tables_of_json(value, file)
    if tables:
        yield from _exchange.read_tables(tables, options, source)
        return
    yield from read_documents(_others(value, root, file), options, source, foreign=True)


def write(items: Iterable[Item]) -> bytes:
    """Return items as XML in our own names (namespace ``urn:itemcatalog:items:1``); same items, same bytes.

    Characters that XML cannot hold are written as U+FFFD.
    """
    return xml_of_items(items)


def _is_ours(root: etree._Element) -> bool:
    """Say whether a document is in our own names: our namespace, or none and ``items/item/name``."""
    tag = str(root.tag)
    if tag.startswith("{"):
        return tag.startswith(f"{{{NAMESPACE}}}")
    return tag_of(root) in ("items", "item") and root.find(".//name") is not None


def _ours(root: etree._Element, file: str) -> Iterator[Document]:
    nodes = [root] if tag_of(root) == "item" else list(root)
    for number, node in enumerate(nodes, 1):
        yield Place(file=file, row=line_of(node), cell=f"item[{number}]"), plain_item(node, Item)


def _others(value: Any, root: etree._Element, file: str) -> Iterator[Document]:
    top = f"/{tag_of(root)}"
    for pointer, entry in items_in(value):
        yield Place(file=file, cell=f"{top}{pointer}"), entry
