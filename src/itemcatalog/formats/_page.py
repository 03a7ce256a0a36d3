"""A page before it means anything (页面): texts, tables and label lists in their order, of HTML and Word alike."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import define, field

__all__ = ["Block", "Page", "PageCell", "PageTable", "PageText", "TermList", "joined", "tables_in", "texts_of"]


@define(slots=True, eq=False)
class PageText:
    """文本块: one line of running text, a heading (``level`` 1–6) or a list entry (``group`` = its list).

    ``parts`` are its pieces between inline elements. ``scope`` are the elements around it, outermost first.
    ``scripted``: the value is left to a script. ``picture``: it holds a picture. ``key`` is a mark of our own guides.
    """

    text: str
    origin: object
    level: int = 0
    url: str | None = None
    parts: tuple[str, ...] = ()
    group: object = None
    scope: tuple[object, ...] = ()
    scripted: bool = False
    picture: bool = False
    key: str | None = None
    style: str | None = None


@define(slots=True, eq=False)
class PageCell:
    """单元格: what stands in one cell of a table; a cell that spans others is the same object in each of them."""

    blocks: Sequence[Block]
    text: str
    origin: object
    header: bool = False
    url: str | None = None
    scripted: bool = False
    row: int = 0
    column: int = 0


@define(slots=True, eq=False)
class PageTable:
    """表格: rows of equal length; ``headers`` rows at the top are marked as header rows."""

    rows: list[list[PageCell]]
    origin: object
    caption: str = ""
    headers: int = 0
    style: str | None = None


@define(slots=True, eq=False)
class TermList:
    """术语列表: labels, each with the blocks that stand behind it (``dl``)."""

    rows: list[tuple[PageText, Sequence[Block]]]
    origin: object


Block = PageText | PageTable | TermList


@define(slots=True, eq=False)
class Page:
    """页面: its title, what it says of itself (``meta``), its blocks, and how an origin is written as a place."""

    title: str
    blocks: Sequence[Block]
    locate: Callable[[object], str]
    meta: Mapping[str, str] = field(factory=dict)
    codec: str | None = None
    scripts: bool = False

    @functools.cached_property
    def headings(self) -> frozenset[str]:
        """Return the texts that are marked as headings."""
        return frozenset(one.text for one in self.blocks if isinstance(one, PageText) and one.level)


def texts_of(blocks: Sequence[Block]) -> Iterator[PageText]:
    """Yield the texts of blocks in their order, those in tables and label lists included."""
    for block in blocks:
        if isinstance(block, PageText):
            yield block
        elif isinstance(block, TermList):
            for term, inner in block.rows:
                yield term
                yield from texts_of(inner)
        else:
            yield from _cell_texts(block)


def _cell_texts(table: PageTable) -> Iterator[PageText]:
    seen: set[int] = set()
    for row in table.rows:
        for cell in row:
            if id(cell) not in seen:
                seen.add(id(cell))
                yield from texts_of(cell.blocks)


def joined(blocks: Sequence[Block]) -> str:
    """Return the texts of blocks, one a line."""
    return "\n".join(one.text for one in texts_of(blocks) if one.text)


def tables_in(blocks: Sequence[Block]) -> bool:
    """Return whether blocks hold a table or a label list."""
    return any(not isinstance(block, PageText) for block in blocks)
