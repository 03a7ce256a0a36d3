"""Reading a published guide (办事指南): ours exactly, another office's by structure (DESIGN §5, ``guides verify``)."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define

from itemcatalog.findings import Fault
from itemcatalog.formats._guide_plain import GUIDE_ROOT, guide_from_json, guide_from_xml
from itemcatalog.formats._page import Page, texts_of
from itemcatalog.formats._page_docx import docx_page
from itemcatalog.formats._page_guide import MARK, own_guide
from itemcatalog.formats._page_html import html_page
from itemcatalog.formats._page_items import read_page
from itemcatalog.formats._page_lexicon import page_lexicon
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._sniff import sniff
from itemcatalog.formats.read import FORMATS
from itemcatalog.model import Item, Source
from itemcatalog.sections import GuideSections, Profile

__all__ = ["PublishedGuide", "read_guide"]


@define(frozen=True, slots=True, kw_only=True)
class PublishedGuide:
    """已发布指南: what one file says.

    ``own`` are the sections of a guide that this library wrote. ``items`` is what the page states of its item (or
    items), ``source`` which labels it carries, ``headings`` its headings in their order.
    """

    own: GuideSections | None = None
    items: tuple[Item, ...] = ()
    source: Source | None = None
    faults: tuple[Fault, ...] = ()
    headings: tuple[str, ...] = ()


def read_guide(
    data: bytes, file: str, profile_of: Callable[[str], Profile], options: ReadOptions | None = None
) -> PublishedGuide:
    """Read a guide in HTML, Word, JSON or XML; raise ``SourceError`` for anything else.

    ``profile_of`` returns the profile of an id, as a guide of ours names it.
    """
    kind = sniff(data, file)
    if kind == "json" and b'"sections"' in data:
        return PublishedGuide(own=guide_from_json(data, file))
    if kind == "xml" and GUIDE_ROOT[1:-1].encode() in data[:2048]:
        return PublishedGuide(own=guide_from_xml(data, file))
    chosen = options or ReadOptions()
    if kind in ("html", "docx"):
        page = _page(kind, data, file, chosen)
        own = own_guide(page, profile_of(page.meta[f"{MARK}profile"])) if f"{MARK}profile" in page.meta else None
        headings = tuple(one.text for one in texts_of(page.blocks) if one.level)
        return _published(list(read_page(page, data, file, chosen)), own, headings)
    import importlib

    module = importlib.import_module(f"itemcatalog.formats.{FORMATS[kind]}")
    return _published(list(module.read(data, file, chosen)), None, ())


def _page(kind: str, data: bytes, file: str, options: ReadOptions) -> Page:
    if kind == "docx":
        return docx_page(data, file)
    known = page_lexicon(options)
    return html_page(data, file, lambda text: known.find(text) is not None)


def _published(
    read: list[Item | Fault | Source], own: GuideSections | None, headings: tuple[str, ...]
) -> PublishedGuide:
    return PublishedGuide(
        own=own,
        items=tuple(one for one in read if isinstance(one, Item)),
        source=next((one for one in read if isinstance(one, Source)), None),
        faults=tuple(one for one in read if isinstance(one, Fault)),
        headings=headings,
    )
