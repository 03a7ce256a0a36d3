"""Word → page: paragraphs, headings and tables of a .docx, with links, lists and merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import lxml.etree

from itemcatalog.errors import SourceError
from itemcatalog.files import Archive, open_archive
from itemcatalog.formats._page import Block, Page, PageCell, PageTable, PageText, joined

__all__ = ["docx_page"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W[1:-1].encode())
_BOX = f"{_W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DOCUMENT = "word/document.xml"
_MOST_BYTES = 64 << 20
_MOST_CELLS = 200_000
_DEPTH = 40
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\u00a0\u3000]+")
_SILENT = ("del", "moveFrom", "pPr", "rPr", "instrText", "drawing", "pict", "object")
_SKIPPED = frozenset(f"{_W}{tag}" for tag in _SILENT)
_PICTURES = tuple(f"{_W}{tag}" for tag in ("drawing", "pict", "object"))


# A piece of a paragraph: its text, the address it points to, and whether it is bold.
_Piece = tuple[str, str | None, bool]


def docx_page(data: bytes, path: str) -> Page:
    """Read a document; raise ``SourceError`` when it is damaged, too large or no Word document."""
    archive = open_archive(data, path)
    if _DOCUMENT not in archive:
        raise SourceError("压缩包内没有 Word 正文", path=path)
    source = archive.read(_DOCUMENT)
    root = _parsed(source, path)
    body = root.find(f"{_W}body")
    walker = _Walker(_levels(archive, path), _links(archive, path), boxed=b"txbxContent" in source)
    blocks = list(walker.blocks(body, "", 0)) if body is not None else []
    meta = _properties(archive, path)
    title = meta.get("title") or next((one.text for one in blocks if isinstance(one, PageText) and one.level == 1), "")
    return Page(title=title, blocks=blocks, locate=str, meta=meta)


def _parsed(data: bytes, path: str) -> Any:
    """Parse one part: no DOCTYPE, no entity, nothing from outside (S1, S2)."""
    if len(data) > _MOST_BYTES:
        raise SourceError(f"Word 正文 {len(data)} 字节超过上限 {_MOST_BYTES}，拒绝读取", path=path)
    if b"<!DOCTYPE" in data[:4096].upper():
        raise SourceError("XML 中有 DOCTYPE，拒绝读取", path=path)
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return lxml.etree.fromstring(data.replace(*_STRICT), parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise SourceError("Word 文档已损坏", path=path, detail=str(error)) from error


def _optional(archive: Archive, member: str, path: str) -> Any:
    return _parsed(archive.read(member), path) if member in archive else None


def _levels(archive: Archive, path: str) -> Mapping[str, int]:
    """Return the heading level of each style: a title 1, a heading of level n the level n + 1."""
    styles = _optional(archive, "word/styles.xml", path)
    found: dict[str, int] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        name = _attribute(style.find(f"{_W}name"), "val")
        hit = _HEADING.fullmatch(name)
        outline = _attribute(style.find(f"{_W}pPr/{_W}outlineLvl"), "val")
        level = int(hit[1]) + 1 if hit else int(outline) + 2 if outline.isdigit() and int(outline) < 9 else 0
        if level or name.lower() in ("title", "标题"):
            found[style.get(f"{_W}styleId", "")] = min(level or 1, 6)
    return found


def _links(archive: Archive, path: str) -> Mapping[str, str]:
    relations = _optional(archive, "word/_rels/document.xml.rels", path)
    if relations is None:
        return {}
    return {
        str(one.get("Id")): str(one.get("Target", ""))
        for one in relations
        if str(one.get("Type", "")).endswith("/hyperlink")
    }


def _properties(archive: Archive, path: str) -> dict[str, str]:
    """Return the core and custom properties by their names without namespace."""
    found: dict[str, str] = {}
    for member in ("docProps/core.xml", "docProps/custom.xml"):
        root = _optional(archive, member, path)
        for one in root if root is not None else ():
            name = one.get("name") or lxml.etree.QName(one).localname
            found[name] = "".join(one.itertext()).strip()
    return found


def _attribute(element: Any, name: str) -> str:
    return str(element.get(f"{_W}{name}", "")) if element is not None else ""


class _Walker:
    """文档遍历: turns the children of a body or cell into blocks, with places in words."""

    def __init__(self, levels: Mapping[str, int], links: Mapping[str, str], *, boxed: bool) -> None:
        self._boxed = boxed
        self._levels = levels
        self._links = links
        self._paragraphs = 0
        self._tables = 0
        self._cells = 0

    def blocks(self, parent: Any, where: str, depth: int) -> Iterator[Block]:
        """Yield the blocks of a body, a cell or a content control."""
        if depth > _DEPTH:
            return
        for child in parent:
            if child.tag == f"{_W}p":
                self._paragraphs += not where
                place = where or f"第 {self._paragraphs} 段"
                yield self._paragraph(child, place)
                if self._boxed:
                    for box in _boxes(child):
                        yield from self.blocks(box, f"{place}文本框", depth + 1)
            elif child.tag == f"{_W}tbl":
                self._tables += not where
                yield self._table(child, where or f"表格 {self._tables}", depth)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
                yield from self.blocks(child, where, depth + 1)

    def _paragraph(self, element: Any, where: str) -> PageText:
        style = _attribute(element.find(f"{_W}pPr/{_W}pStyle"), "val")
        level = self._levels.get(style, 0) or _outline(element)
        numbered = _attribute(element.find(f"{_W}pPr/{_W}numPr/{_W}numId"), "val")
        pieces = list(self._pieces(element))
        text = _tidy("".join(text for text, _, _ in pieces))
        mark = next((_attribute(one, "name") for one in element.iter(f"{_W}bookmarkStart")), "")
        return PageText(
            text=text,
            origin=where,
            level=level,
            url=next((url for _, url, _ in pieces if url), None),
            parts=_parts(pieces),
            group=numbered if numbered not in ("", "0") and not level else None,
            picture=not text and next(element.iter(*_PICTURES), None) is not None,
            key=mark[2:] if mark.startswith("s_") else None,
            style=style,
        )

    def _pieces(self, element: Any, url: str | None = None, bold: bool = False) -> Iterator[_Piece]:
        """Yield the texts of a paragraph with the address and the weight of each."""
        for child in element:
            tag = child.tag
            if tag in _SKIPPED:
                continue
            if tag == f"{_W}t":
                yield child.text or "", url, bold
            elif tag in (f"{_W}br", f"{_W}cr"):
                yield "\n", url, bold
            elif tag == f"{_W}tab":
                yield " ", url, bold
            elif tag == f"{_W}hyperlink":
                yield from self._pieces(child, self._links.get(str(child.get(f"{_R}id")), url), bold)
            elif tag == f"{_W}r":
                heavy = child.find(f"{_W}rPr/{_W}b")
                weight = heavy is not None and _attribute(heavy, "val") not in ("0", "false")
                yield from self._pieces(child, url, weight)
            else:
                yield from self._pieces(child, url, bold)

    def _table(self, element: Any, where: str, depth: int) -> PageTable:
        rows = _own(element, "tbl", "tr")
        grid: list[list[PageCell]] = []
        for number, row in enumerate(rows):
            grid.append(self._row(row, number, grid[-1] if grid else [], where, depth))
        width = max((len(row) for row in grid), default=0)
        for number, row in enumerate(grid):
            row += [PageCell((), "", where, row=number, column=column) for column in range(len(row), width)]
        headers = sum(1 for row in rows if row.find(f"{_W}trPr/{_W}tblHeader") is not None)
        properties = element.find(f"{_W}tblPr")
        caption = _attribute(properties.find(f"{_W}tblCaption"), "val") if properties is not None else ""
        style = _attribute(properties.find(f"{_W}tblStyle"), "val") if properties is not None else ""
        return PageTable(grid, where, "" if style == "GuidePairs" else caption, headers, style)

    def _row(self, row: Any, number: int, above: list[PageCell], where: str, depth: int) -> list[PageCell]:
        cells: list[PageCell] = []
        for element in _own(row, "tr", "tc"):
            span = _attribute(element.find(f"{_W}tcPr/{_W}gridSpan"), "val")
            merge = element.find(f"{_W}tcPr/{_W}vMerge")
            column = len(cells)
            if merge is not None and _attribute(merge, "val") != "restart" and column < len(above):
                cell = above[column]
            else:
                cell = self._cell(element, number, column, where, depth)
            self._cells += 1
            wide = int(span) if span.isdigit() and int(span) < 200 and self._cells < _MOST_CELLS else 1
            cells += [cell] * max(wide, 1)
        return cells

    def _cell(self, element: Any, row: int, column: int, where: str, depth: int) -> PageCell:
        place = f"{where} 第 {row + 1} 行第 {column + 1} 列"
        blocks = list(self.blocks(element, place, depth + 1))
        kept = [one for one in blocks if not isinstance(one, PageText) or one.text]
        url = next((one.url for one in kept if isinstance(one, PageText) and one.url), None)
        return PageCell(kept, joined(kept), place, url=url, row=row, column=column)


def _own(element: Any, kind: str, inner: str) -> list[Any]:
    """Return the rows of a table or the cells of a row, not those of a table inside it."""
    return [one for one in element.iter(f"{_W}{inner}") if next(one.iterancestors(f"{_W}{kind}"), None) is element]


def _boxes(paragraph: Any) -> list[Any]:
    """Return the text boxes of a paragraph, without their copies for old programs."""
    boxes = [one for one in paragraph.iter(_BOX) if next(one.iterancestors(f"{_W}p")) is paragraph]
    return [one for one in boxes if next(one.iterancestors(_FALLBACK), None) is None] or boxes


def _outline(paragraph: Any) -> int:
    outline = _attribute(paragraph.find(f"{_W}pPr/{_W}outlineLvl"), "val")
    return min(int(outline) + 2, 6) if outline.isdigit() and int(outline) < 9 else 0


def _parts(pieces: list[_Piece]) -> tuple[str, ...]:
    """Join the pieces of equal weight: a bold label and the value behind it are two parts."""
    parts: list[str] = []
    last: bool | None = None
    for text, _, bold in pieces:
        if parts and bold is last:
            parts[-1] += text
        else:
            parts.append(text)
        last = bold
    return tuple(part for raw in parts if (part := _tidy(raw)))


def _tidy(text: str) -> str:
    return "\n".join(_SPACE.sub(" ", line).strip() for line in text.split("\n")).strip()
