"""Word documents (.docx): guides as offices write them, and documents with a table of many items."""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Fault
from itemcatalog.formats._page_docx import docx_page
from itemcatalog.formats._page_items import read_page
from itemcatalog.formats._record import ReadOptions
from itemcatalog.model import Item, Source

__all__ = ["read"]


def read(data: bytes, file: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Yield the item or items of a document, the faults met and, last, the source with the labels it carries.

    Raises ``SourceError`` when the document is damaged or too large; ``.doc`` is refused before this.
    """
    yield from read_page(docx_page(data, file), data, file, options)
