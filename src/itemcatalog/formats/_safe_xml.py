"""The one safe parser of XML (S1–S4, LIBRARIES finding 6): any DOCTYPE refused, nothing ever followed or inflated."""

from __future__ import annotations

import re

from lxml import etree

from itemcatalog.errors import SourceError
from itemcatalog.files import decode

__all__ = ["DEEPEST", "parse_xml"]

#: The deepest nesting of elements that is read.
DEEPEST = 64

_DECLARATION = re.compile(r"\s*<\?xml\s([^?]{0,200})\?>")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "cp936"})
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def parse_xml(data: bytes, file: str) -> tuple[etree._Element, str]:
    """Return the root element of an XML text given as bytes, and the codec it was in.

    Raises ``SourceError`` for a document type declaration, a text that is not well formed or not in the encoding that
    it declares, and nesting deeper than 64.
    """
    text, codec = _text(data, file)
    start = _PROLOG.match(text)
    if text.startswith("<!DOCTYPE", start.end() if start else 0):
        raise SourceError("XML 文件带有 DOCTYPE 声明，为安全起见不予读取", path=file)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    declaration = _DECLARATION.match(text)
    body = text[declaration.end() :] if declaration else text
    try:
        root = etree.fromstring(body.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = getattr(error, "lineno", None)
        where = f"第 {place} 行" if place else "内容"
        raise SourceError(f"不是合法的 XML：{where}", path=file, detail=str(error)) from None
    _check_depth(root, file)
    return root, codec


def _text(data: bytes, file: str) -> tuple[str, str]:
    """Decode by BOM, then by the encoding declared, strictly; GB encodings by their superset."""
    if data.startswith(_BOMS[1:]):
        codec = "utf-16"
    elif (found := _ENCODING.search(data[:400])) and not data.startswith(_BOMS[0]):
        declared = found.group(1).decode("ascii").casefold()
        codec = "gb18030" if declared in _CHINESE else declared
    else:
        decoded = decode(data)
        if not decoded.certain:
            raise SourceError("XML 文件没有声明编码，且不是 UTF-8", path=file)
        return decoded.text.removeprefix("\ufeff"), decoded.codec
    try:
        return data.decode(codec).removeprefix("\ufeff"), codec
    except (UnicodeDecodeError, LookupError) as error:
        raise SourceError(f"XML 文件不是所声明的 {codec} 编码", path=file, detail=str(error)) from None


def _check_depth(root: etree._Element, file: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise SourceError(f"XML 嵌套超过 {DEEPEST} 层", path=file)
