"""HTML: guide pages as portals publish them, and pages with a table of many items (DESIGN §9, §10)."""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Fault
from itemcatalog.formats._page_html import html_page
from itemcatalog.formats._page_items import read_page
from itemcatalog.formats._page_lexicon import page_lexicon
from itemcatalog.formats._record import ReadOptions
from itemcatalog.model import Item, Source

__all__ = ["read"]


def read(data: bytes, file: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Yield the item or items of a page, the faults met and, last, the source with the labels it carries.

    Raises ``SourceError`` when the page is too large or no markup.
    """
    lexicon = page_lexicon(options)
    page = html_page(data, file, lambda text: lexicon.find(text) is not None)
    yield from read_page(page, data, file, options)
