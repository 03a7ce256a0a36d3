"""What a test asks of a page with one item: the item, the kinds of the faults, and the source."""

from __future__ import annotations

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions, html_
from itemcatalog.model import Item, Source

__all__ = ["parts"]


def parts(page: str) -> tuple[Item, list[str], Source]:
    """Return the only item of a page, the kinds of its faults and its source; a page may be no more than a body."""
    text = page if page.startswith("<html") else f"<body>{page}</body>"
    found = list(html_.read(text.encode(), "page.html", ReadOptions(channel="portal")))
    (item,) = [one for one in found if isinstance(one, Item)]
    (source,) = [one for one in found if isinstance(one, Source)]
    return item, [one.kind for one in found if isinstance(one, Fault)], source
