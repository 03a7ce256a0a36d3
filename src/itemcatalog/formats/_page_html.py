"""HTML → page: blocks in reading order, read by structure; nothing is run, fetched or expanded."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from itemcatalog.errors import SourceError
from itemcatalog.formats._page import Block, Page, PageTable, PageText, TermList, joined
from itemcatalog.formats._page_chrome import without_foot
from itemcatalog.formats._page_figures import with_figures
from itemcatalog.formats._page_html_parse import chart_node, fillable, keep_lines, parsed_html, terms_of, tidy
from itemcatalog.formats._page_html_rows import rows_behind, with_rows
from itemcatalog.formats._page_html_table import html_table
from itemcatalog.formats._page_tabs import panels_by_id, panels_of

__all__ = ["PAGE_BYTES", "html_page"]

# A guide page has some tens of kilobytes; this leaves room for pages with pictures inside.
PAGE_BYTES = 32 << 20
_DEPTH = 200
_SPACE = re.compile(r"[ \t\r\n\f\u00a0\u3000]+")
_SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "nav", "footer", "iframe", "option", "head"}
    | {"object", "embed", "math", "canvas", "audio", "video", "map", "datalist"}
)
_BLOCKS = frozenset(
    {"html", "body", "div", "p", "section", "article", "main", "aside", "header", "form", "fieldset", "legend", "hr"}
    | {"figure", "figcaption", "ul", "ol", "li", "dd", "dt", "dl", "pre", "blockquote", "address", "center", "caption"}
    | {"details", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "tbody", "thead", "tfoot"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BINDINGS = frozenset(
    {"v-text", "v-html", "v-model", "ng-bind", "ng-bind-html", "data-bind", "x-text", "th:text", ":text"}
)
_MOST_TABS = 12


def html_page(data: bytes, path: str, is_label: Callable[[str], bool]) -> Page:
    """Read a page; raise ``SourceError`` when it is too large or holds no markup.

    ``is_label`` says whether a short text is a known label: only so are tab strips told from lists.
    """
    if len(data) > PAGE_BYTES:
        raise SourceError(f"网页 {len(data)} 字节超过上限 {PAGE_BYTES}，拒绝读取", path=path)
    root, codec = parsed_html(data, path)
    heads = list(root.iter("title", "meta", "script"))
    for element in root.iter("pre"):
        keep_lines(element)
    walker = _Walker(is_label, scripts=any(one.tag == "script" for one in heads))
    walker.visit(root, 0)
    walker.flush()
    title = next((one.text for one in heads if one.tag == "title"), None)
    named = ((one.get("name"), one.get("content", "")) for one in heads if one.tag == "meta")
    return Page(
        title=_SPACE.sub(" ", title or "").strip(),
        blocks=with_rows(with_figures(without_foot(walker.blocks, is_label, data), is_label), is_label),
        locate=root.getroottree().getpath,
        meta={name: content for name, content in named if name},
        codec=codec,
        scripts=walker.scripts,
    )


class _Walker:
    """页面遍历: collects the blocks of an element in reading order."""

    def __init__(self, is_label: Callable[[str], bool], *, scripts: bool) -> None:
        self.blocks: list[Block] = []
        self.scripts = scripts
        self._is_label = is_label
        self._parts: list[str] = []
        self._url: str | None = None
        self._origin: Any = None
        self._scripted = False
        self._stack: list[Any] = []
        self._group: Any = None
        self._level = 0
        self._panels: dict[Any, str] = {}

    def visit(self, element: Any, depth: int) -> None:
        """Take an element in: a block ends the text before it and its own."""
        if depth > _DEPTH:
            return
        if self._panels and element in self._panels:
            self.flush()
            self.blocks.append(
                PageText(self._panels[element], element, level=6, scope=tuple(self._stack), style="panel")
            )
        _KINDS.get(element.tag, _Walker._inline)(self, element, depth)

    def _skip(self, element: Any, depth: int) -> None:
        if element.tag == "script" and self._inside_cell():
            self._scripted = True

    def flush(self) -> None:
        """End the running text."""
        pieces = self._parts
        if not pieces and not self._scripted:
            return
        parts = [part for raw in pieces if (part := tidy(raw))]
        if parts or self._scripted:
            text = parts[0] if len(parts) == 1 else tidy("".join(pieces))
            scope = tuple(self._stack)
            origin = self._origin if self._origin is not None else (scope[-1] if scope else None)
            one = PageText(text, origin, self._level, self._url, tuple(parts), self._group, scope, self._scripted)
            if self._level == 2 and scope:
                one.key = next((key for place in scope[-2:] if (key := place.get("data-section"))), None)
            self.blocks.append(one)
        self._parts.clear()
        self._url, self._origin, self._scripted = None, None, False

    def _inside_cell(self) -> bool:
        return bool(self._stack) and self._stack[-1].tag in ("td", "dd", "li", "p", "span")

    def _children(self, element: Any, depth: int) -> None:
        parts, panels = self._parts, self._panels
        text = element.text
        if text and (parts or not text.isspace()):
            parts.append(text)
        deeper = depth + 1
        for child in element:
            if panels or deeper > _DEPTH:
                self.visit(child, deeper)
            else:
                _KINDS.get(child.tag, _Walker._inline)(self, child, deeper)
            tail = child.tail
            if tail and (parts or not tail.isspace()):
                parts.append(tail)

    def _block(self, element: Any, depth: int) -> None:
        if self._parts or self._scripted:
            self.flush()
        if not len(element):
            self._leaf_block(element)
            return
        level, group, first = self._level, self._group, len(self.blocks)
        tag = element.tag
        self._level = _HEADINGS.get(tag, level)
        if tag in ("ul", "ol"):
            self._group = element
        self._stack.append(element)
        self._origin = None
        self._children(element, depth)
        if not self._parts and first == len(self.blocks) and fillable(element, self.scripts):
            self._scripted = True
        if self._parts or self._scripted:
            self.flush()
        self._stack.pop()
        self._level, self._group = level, group
        made = len(self.blocks) - first
        if made == 1:
            self._inline_strip(element, self.blocks[-1])
        elif 0 < made <= _MOST_TABS and tag != "tr":
            self._strip(element, first)

    def _leaf_block(self, element: Any) -> None:
        """Take a block that holds nothing but text."""
        text = tidy(element.text or "")
        if text or fillable(element, self.scripts) or not _BINDINGS.isdisjoint(element.keys()):
            level = _HEADINGS.get(element.tag, self._level)
            scope = (*self._stack, element)
            one = PageText(text, element, level, None, (text,), self._group, scope, not text)
            if level == 2 and self._stack:
                one.key = self._stack[-1].get("data-section")
            self.blocks.append(one)

    def _strip(self, element: Any, first: int) -> None:
        """Tell a strip of tabs: nothing but known labels, and as many panels behind it."""
        made = self.blocks[first:]
        labels = [one.text for one in made if isinstance(one, PageText) and 0 < len(one.text) <= 14 and not one.level]
        known = sum(map(self._is_label, labels))
        if len(labels) == len(made) and (known == len(labels) or (known > 2 and known * 3 >= len(labels) * 2)):
            origins = [one.origin for one in made if isinstance(one, PageText)]
            if len(rows_behind(element, len(labels))) > 1:
                return
            panels = panels_by_id(element, origins) or panels_of(element, len(labels))
            if panels:
                self._panels.update(zip(panels, labels, strict=True))
            if panels or (known == len(labels) and element.tag in ("ul", "ol")):
                del self.blocks[first:]

    def _inline_strip(self, element: Any, one: Block) -> None:
        """Tell a line of links or spans that name panels by their ids."""
        if not isinstance(one, PageText) or len(one.parts) < 2:
            return
        children = [child for child in element if isinstance(child.tag, str) and "".join(child.itertext()).strip()]
        if len(children) == len(one.parts) and all(map(self._is_label, one.parts)):
            if len(rows_behind(element, len(children))) > 1:
                return
            panels = panels_by_id(element, children) or panels_of(element, len(children))
            self._panels.update(zip(panels, one.parts, strict=False))
            if panels:
                self.blocks.pop()

    def _inline(self, element: Any, depth: int) -> None:
        if self._origin is None and not self._parts:
            self._origin = element
        keys = element.keys()
        if keys:
            self._attributes(element, keys)
        self._children(element, depth)

    def _attributes(self, element: Any, keys: Sequence[str]) -> None:
        if "href" in keys and element.tag == "a":
            self._url = self._url or element.get("href")
        elif element.tag == "input" and element.get("type", "text") in ("text", "number"):
            self._parts.append(str(element.get("value", "")))
        if not _BINDINGS.isdisjoint(keys) or ("id" in keys and fillable(element, self.scripts)):
            self._scripted = True

    def _chart(self, element: Any, depth: int) -> None:
        """Take the chart of one of our own guides as a table of steps; another drawing says nothing."""
        nodes = element.findall("g[@class='node']")
        if not nodes:
            return
        self.flush()
        rows = [[chart_node(node, number)] for number, node in enumerate(nodes)]
        self.blocks.append(PageTable(rows, element, style="GuideFlow"))

    def _select(self, element: Any, depth: int) -> None:
        chosen = [one.text or "" for one in element.iter("option") if one.get("selected") is not None]
        self._parts += chosen[:1]

    def _break(self, element: Any, depth: int) -> None:
        self._parts.append("\x1f")

    def _terms(self, element: Any, depth: int) -> None:
        self.flush()
        rows: list[tuple[PageText, Sequence[Block]]] = []
        for child in terms_of(element):
            if child.tag == "dt":
                term = tidy(child.text or "") if not len(child) else joined(self._inner(child, depth))
                rows.append((PageText(term, child), []))
                continue
            blocks = self._inner(child, depth)
            if rows and not rows[-1][1]:
                rows[-1] = (rows[-1][0], blocks)
            elif rows:
                rows[-1] = (rows[-1][0], [*rows[-1][1], *blocks])
        if rows:
            self.blocks.append(TermList(rows, element))

    def _inner(self, element: Any, depth: int) -> list[Block]:
        """Walk the inside of a cell on its own."""
        if not len(element):
            return self._leaf(element)
        outer = (self.blocks, self._parts, self._url, self._origin, self._scripted, self._level, self._group)
        self.blocks, self._parts, self._url, self._origin = [], [], None, None
        self._scripted, self._level, self._group = False, 0, None
        self._stack.append(element)
        self._children(element, depth + 1)
        if not self._parts and not self.blocks and fillable(element, self.scripts):
            self._scripted = True
        self.flush()
        self._stack.pop()
        blocks = self.blocks
        self.blocks, self._parts, self._url, self._origin, self._scripted, self._level, self._group = outer
        return blocks

    def _leaf(self, element: Any) -> list[Block]:
        """Return the text of a cell that holds nothing but text."""
        text = tidy(element.text or "")
        scripted = not text and self.scripts and element.get("id") is not None
        scripted = scripted or not _BINDINGS.isdisjoint(element.keys())
        if not text and not scripted:
            return []
        return [PageText(text, element, parts=(text,), scripted=scripted)]

    def _table(self, element: Any, depth: int) -> None:
        self.flush()
        caption = element.find("caption")
        title = tidy("".join(caption.itertext())) if caption is not None else ""
        table = html_table(element, title, lambda cell: self._inner(cell, depth))
        if table.rows:
            self.blocks.append(table)


_SPECIAL: dict[str, Callable[[_Walker, Any, int], None]] = {
    "br": _Walker._break,
    "dl": _Walker._terms,
    "select": _Walker._select,
    "svg": _Walker._chart,
    "table": _Walker._table,
}
_KINDS = dict.fromkeys(_BLOCKS, _Walker._block) | dict.fromkeys(_SKIPPED, _Walker._skip) | _SPECIAL
