"""Writing XML: our own items and the tables of an exchange, as text with every character that XML can hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from itemcatalog.formats._structure import item_to_dict
from itemcatalog.model import Item

__all__ = ["NAMESPACE", "element", "legal", "xml_of_items", "xml_of_tables"]

#: The namespace of our own item documents.
NAMESPACE = "urn:itemcatalog:items:1"

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff.-]*")


def legal(text: str) -> str:
    """Return the text as XML can hold it: characters that it cannot are shown as U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def element(name: str, text: str) -> str:
    """Return an element with a text; a carriage return is written so that it survives."""
    return f"<{name}>{escape(legal(text), {chr(13): '&#13;'})}</{name}>"


def xml_of_items(items: Iterable[Item]) -> bytes:
    """Return items as XML: an element for each field, ``<entry>`` for each entry of a list, one item a line."""
    lines = (f"<item>{_members(item_to_dict(item))}</item>\n" for item in items)
    return f'{_HEAD}<items xmlns="{NAMESPACE}">\n{"".join(lines)}</items>\n'.encode()


def _members(values: Mapping[str, Any]) -> str:
    return "".join(_member(name, value) for name, value in values.items())


def _member(name: str, value: Any) -> str:
    if name == "extra":
        return f"<extra>{''.join(_kept(key, inner) for key, inner in value.items())}</extra>"
    if isinstance(value, dict):
        return f"<{name}>{_members(value)}</{name}>"
    if isinstance(value, list):
        return f"<{name}>{''.join(_member('entry', entry) for entry in value)}</{name}>"
    return element(name, str(value).lower() if isinstance(value, bool) else str(value))


def _kept(key: str, value: Any) -> str:
    """Write what ``extra`` holds: a text as it is, any other value as JSON."""
    attribute = quoteattr(legal(key), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if isinstance(value, str):
        return f"<value key={attribute}>{escape(legal(value), {chr(13): '&#13;'})}</value>"
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=str)
    return f'<value key={attribute} type="json">{escape(legal(text))}</value>'


def xml_of_tables(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> bytes:
    """Return tables as XML: an element for each table, ``<row>`` for each row, an element for each column."""
    body = "".join(
        f"<{name}>\n{''.join(f'<row>{_row(row)}</row>{chr(10)}' for row in rows)}</{name}>\n"
        for name, rows in tables.items()
    )
    return f"{_HEAD}<tables>\n{body}</tables>\n".encode()


def _row(row: Mapping[str, str]) -> str:
    """Write the columns of a row; a column whose name is no name of XML stands in ``<column name="…">``."""
    return "".join(
        element(column, text)
        if _NAME.fullmatch(column)
        else f"<column name={quoteattr(legal(column))}>{escape(legal(text))}</column>"
        for column, text in row.items()
    )
