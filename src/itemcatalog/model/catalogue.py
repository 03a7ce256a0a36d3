"""A catalogue (事项目录): the items of several channels with what each source carries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import define

from itemcatalog.findings import Fault
from itemcatalog.model.item import Item

__all__ = ["CHANNEL_KINDS", "Catalogue", "Channel", "Source"]

CHANNEL_KINDS = ("province", "city", "district", "portal", "department", "app")


@define(frozen=True, slots=True, kw_only=True)
class Channel:
    """渠道: one place where items are published (市级清单, 区级清单, 省网, 部门网站, APP)."""

    id: str
    name: str | None = None
    kind: str | None = None
    division: str | None = None
    captured: date | None = None


@define(frozen=True, slots=True, kw_only=True)
class Source:
    """来源: one file (and sheet) that was read, and the fields it carries.

    ``provides`` holds dotted paths (``promised_limit``, ``materials.issuer``): of a sheet its columns, of a page
    its labels, of a json or xml source the union of what its items carry. A field that a source does not
    provide is not checked; a provided field that is empty in an item is a fault.
    ``notes`` says in words what was skipped: title rows, totals, hidden columns.
    """

    path: str
    channel: str
    sheet: str | None = None
    sha256: str | None = None
    codec: str | None = None
    items: int = 0
    provides: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """事项目录: all items read, channel by channel, with the sources and the faults met on the way."""

    channels: tuple[Channel, ...] = ()
    items: tuple[Item, ...] = ()
    sources: tuple[Source, ...] = ()
    faults: tuple[Fault, ...] = ()

    def channel(self, channel_id: str) -> Channel | None:
        """Return the channel of that id."""
        return next((c for c in self.channels if c.id == channel_id), None)

    def of_channel(self, channel_id: str) -> Iterator[Item]:
        """Yield the items of one channel in the order read."""
        return (item for item in self.items if item.channel == channel_id)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)
