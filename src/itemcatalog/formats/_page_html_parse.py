"""Bytes → HTML tree: decoded by our own order, parsed without network, and small helpers of the walk."""

from __future__ import annotations

import functools
import re
from typing import Any

import lxml.etree

from itemcatalog.errors import SourceError
from itemcatalog.files import decode
from itemcatalog.formats._page import Block, PageCell, PageText, joined

__all__ = ["chart_node", "fillable", "keep_lines", "parsed_html", "pictured", "terms_of", "tidy"]

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,20})""", re.IGNORECASE)
_ICON_ENTITY = re.compile(
    r"&#(?:x(?:e[0-9a-f]{3}|f[0-8][0-9a-f]{2})|5734[4-9]|573[5-9][0-9]|57[4-9]\d\d|5[89]\d{3}|6[0-2]\d{3}|63[0-6]\d\d|637[0-3]\d|6374[0-3]);",
    re.IGNORECASE,
)
# A private character begins with EE in UTF-8, or with EF and one of these; both are looked for in the bytes.
_PRIVATE = re.compile(rb"\xef[\x80-\xa3]")
_NUMBERED = re.compile(rb"&#")
_ICON_ELEMENT = re.compile("<(i|em|span|b|s)\\b[^<>]{0,200}>\\s*[\ue000-\uf8ff]\\s*</\\1>", re.IGNORECASE)
_OTHER_CODECS = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "utf-16": "utf-16", "utf-16le": "utf-16-le"}
_MOST_LINES = 2_000
_PICTURES = ("img", "object", "embed", "canvas", "svg", "iframe")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parsed_html(data: bytes, path: str) -> tuple[Any, str]:
    """Return the root of a page and the codec it was read by; ``SourceError`` where there is no markup."""
    text, codec = _decoded(data)
    raw = data if codec == "utf-8" else text.encode("utf-8", "replace")
    if b"\x00" in raw or _DECLARATION.match(text):
        raw = _DECLARATION.sub("", text, count=1).replace("\x00", "").encode("utf-8", "replace")
    return _parsed(_without_icons(raw), path), codec


def _without_icons(raw: bytes) -> bytes:
    """Take out the signs of icon fonts: private characters by their number, or alone in an element of their own."""
    private = b"\xee" in raw or _PRIVATE.search(raw)
    if not private and not _NUMBERED.search(raw):
        return raw
    text = _ICON_ENTITY.sub("", raw.decode("utf-8"))
    return (_ICON_ELEMENT.sub(r"<\1></\1>", text) if private else text).encode("utf-8")


def _decoded(data: bytes) -> tuple[str, str]:
    """Decode by the declared charset only where UTF-8 and GB 18030 cannot be meant, else by the usual order."""
    head = data[:4096]
    lower = head.lower()
    declared = _CHARSET.search(head) if b"big5" in lower or b"utf-16" in lower else None
    codec = _OTHER_CODECS.get(declared[1].decode("ascii").lower()) if declared else None
    if codec:
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            pass
    found = decode(data)
    return found.text, found.codec


def _parsed(data: bytes, path: str) -> Any:
    try:
        root = lxml.etree.fromstring(data, _parser())
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise SourceError("网页无法读取", path=path, detail=str(error)) from error
    if root is None:
        raise SourceError("网页中没有内容", path=path)
    return root


@functools.cache
def _parser() -> Any:
    return lxml.etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, collect_ids=False
    )


def chart_node(node: Any, row: int) -> PageCell:
    """Return a box of a flow chart of ours as a cell: the step, and its time."""
    texts: list[Block] = []
    for kind, style in (("step", "GuideStep"), ("time", "GuideTime")):
        words = "".join(one.text or "" for one in node.findall("text") if one.get("class") == kind)
        if words:
            texts.append(PageText(words, node, style=style))
    return PageCell(texts, joined(texts), node, row=row)


def keep_lines(element: Any) -> None:
    """Put a break at each line end of preformatted text; a text of more lines than any guide has stays as it is."""
    if sum(text.count("\n") for text in element.itertext()) > _MOST_LINES:
        return
    for one in list(element.iter()):
        if one is not element and one.tail and "\n" in one.tail:
            one.tail, *lines = one.tail.split("\n")
            _add_lines(one.getparent(), one.getparent().index(one) + 1, lines)
        if one.text and "\n" in one.text:
            one.text, *lines = one.text.split("\n")
            _add_lines(one, 0, lines)


def _add_lines(parent: Any, at: int, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        parent.insert(at + number, parent.makeelement("br"))
        parent[at + number].tail = line


def tidy(raw: str) -> str:
    """Join white space as a browser does; a break is a line feed."""
    if "\x1f" not in raw:
        return " ".join(raw.split())
    return "\n".join(" ".join(line.split()) for line in raw.split("\x1f")).strip()


def fillable(element: Any, scripts: bool) -> bool:
    """Whether an empty element waits for a script: it has an id, it is no link, and the page runs scripts."""
    return (
        scripts
        and element.tag != "a"
        and not len(element)
        and not (element.text or "").strip()
        and element.get("id") is not None
    )


def pictured(element: object) -> bool:
    """Whether a picture stands in an element, or behind it up to the next one of its kind (a chart as a picture)."""
    if not isinstance(element, lxml.etree._Element):
        return False
    if _has_picture(element):
        return True
    for one in element.itersiblings():
        if one.tag == element.tag:
            return False
        if _has_picture(one):
            return True
    return False


def _has_picture(element: Any) -> bool:
    return next(element.iter(*_PICTURES), None) is not None


def terms_of(element: Any) -> list[Any]:
    """Return the terms and descriptions of a list, also where each pair stands in an element of its own."""
    inside = list(element.iterdescendants("dt", "dd", "dl"))
    if not any(one.tag == "dl" for one in inside):
        return inside
    return [one for one in inside if one.tag != "dl" and next(one.iterancestors("dl"), None) is element]
