"""What a rule may know beside its subject: policy, date, calendar, lists, and what each source carries."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Any, TypeVar

from attrs import define, field

from itemcatalog.codes.calendar import Calendar, official_calendar
from itemcatalog.model import Certificate, Channel, Item, Source
from itemcatalog.policy import Policy
from itemcatalog.rules._unclear import Unclear, is_unclear

__all__ = ["Context", "expand", "per_item"]

T = TypeVar("T")

# A text mapped to an object field fills this part of it (DESIGN §10).
_NATURAL = {
    "authority": "authority.name",
    "complaint": "complaint.phones",
    "conditions": "conditions.text",
    "consultation": "consultation.phones",
    "document": "document.url",
    "fees": "fees.charged",
    "legal_bases": "legal_bases.title",
    "materials": "materials.name",
    "online": "online.available",
    "places": "places.address",
    "procedure": "procedure.step",
    "results": "results.name",
    "situations": "situations.name",
    "special_procedures": "special_procedures.kind",
    "themes": "themes.name",
    "visits": "visits.total",
}


def expand(provides: frozenset[str]) -> frozenset[str]:
    """Return the paths with their heads and natural parts: ``materials.issuer`` carries ``materials`` as well."""
    wide = {_NATURAL[path] for path in provides if path in _NATURAL} | provides
    heads = {path[:end] for path in wide for end, one in enumerate(path) if one == "."}
    return frozenset(wide | heads)


@define(frozen=True, slots=True, kw_only=True, eq=False)
class Context:
    """审核上下文: what every rule sees beside its subject. A list that was not given is None.

    ``as_of`` is the only clock. ``sources`` say what each file carries. ``organisations`` are the credit codes
    of known bodies, ``crosswalk`` the local codes that have a national one (as ``code_key`` compares); ``scheme`` and
    ``division`` (of the workspace) may be None: then only nationwide rules hold for items without a place.
    ``case_items`` maps every code of an item (as cases write it) to the item.
    ``unread`` names the channels of which a file could not be read.
    ``unclear`` says which fields of which items were written but not understood (``unclear_of`` the faults).
    """

    policy: Policy
    as_of: date
    calendar: Calendar = field(factory=official_calendar)
    scheme: str | None = None
    division: str | None = None
    channels: Mapping[str, Channel] = field(factory=dict)
    sources: tuple[Source, ...] = ()
    certificates: tuple[Certificate, ...] | None = None
    standard_list: tuple[Item, ...] | None = None
    crosswalk: frozenset[str] | None = None
    organisations: frozenset[str] | None = None
    publish: Mapping[str, tuple[str, ...]] | None = None
    case_items: Mapping[str, Item] | None = None
    unclear: Unclear = field(factory=dict)
    unread: frozenset[str] = frozenset()
    _memo: dict[Hashable, Any] = field(factory=dict, init=False, repr=False)
    _item: list[Any] = field(factory=lambda: [None, {}], init=False, repr=False)

    def memo(self, key: Hashable, build: Callable[[], T]) -> T:
        """Return what ``build`` gave for this key the first time: an index over a list is made once per context."""
        if key not in self._memo:
            self._memo[key] = build()
        found: T = self._memo[key]
        return found

    def division_of(self, item: Item) -> str | None:
        """Return the division that an item belongs to: its own, else its channel's, else the workspace's."""
        channel = self.channels.get(item.channel)
        return item.division or (channel.division if channel else None) or self.division

    def provides(self, item: Item) -> frozenset[str]:
        """Return what the source of an item carries, heads and natural parts included.

        The source is found by channel, file and sheet, else by channel and file, else by channel; several sources
        join. Nothing known = nothing carried.
        """
        key = ("provides", item.channel, item.place.file, item.place.sheet)
        if key not in self._memo:
            self._memo[key] = self._provides(item)
        found: frozenset[str] = self._memo[key]
        return found

    def _provides(self, item: Item) -> frozenset[str]:
        of_channel = [one for one in self.sources if one.channel == item.channel]
        of_file = [one for one in of_channel if one.path == item.place.file]
        of_sheet = [one for one in of_file if one.sheet == item.place.sheet]
        nearest = of_sheet or of_file or of_channel
        return expand(frozenset().union(*(one.provides for one in nearest)))

    def understood(self, item: Item) -> frozenset[str]:
        """Return what the source of an item carries, without what is written for this item but was not understood."""
        unclear = self.unclear.get((item.channel, item.id)) if self.unclear else None
        carried = self.provides(item)
        return carried if not unclear else frozenset(path for path in carried if not is_unclear(path, unclear))

    def carries(self, item: Item, path: str) -> bool:
        """Return whether the source of an item carries a field."""
        return path in self.provides(item)


def per_item(build: Callable[[Item, Context], T]) -> Callable[[Item, Context], T]:
    """Return a function that builds its answer once while the rules look at the same item.

    Rules run item by item, so one item's parsed codes and normalised names are kept, and no more. A context that goes
    to another process takes them along under the function's name: mark functions of a module only.
    """

    @functools.wraps(build)
    def remembered(item: Item, context: Context) -> T:
        last = context._item  # written out here: asked forty times of every item
        if last[0] is not item:
            last[:] = (item, {})
        kept: dict[Callable[[Item, Context], T], T] = last[1]
        if remembered not in kept:
            kept[remembered] = build(item, context)
        return kept[remembered]

    return remembered
