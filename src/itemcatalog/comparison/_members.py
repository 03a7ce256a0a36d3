"""Who stands in a group: implementing units with their copies on other channels."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from attrs import define

from itemcatalog.comparison._offices import LEVEL, Office, leading_places, means, office_of
from itemcatalog.comparison._texts import format_key
from itemcatalog.findings import MemberRef
from itemcatalog.model import Channel, Item
from itemcatalog.text import normalise

__all__ = ["Member", "members_of"]

# A portal, an app and a department's pages show what a unit's own list says.
_OWN_KINDS = ("city", "district", "province")


@define(frozen=True, slots=True, kw_only=True)
class Member:
    """组成员: one published item of a group.

    ``unit`` names the implementing unit: members of one unit are replicas of one another, members of two units
    are peers. ``own`` marks the unit's own list, ``tier`` its level (1 nation … 4 county; 9 unknown).
    ``place`` is the code of the place whose office the unit is ("" where none is sure). ``provides`` are the fields
    that its source carries.
    """

    item: Item
    provides: frozenset[str]
    unit: str
    own: bool
    tier: int
    place: str = ""

    @property
    def ref(self) -> MemberRef:
        """The member as findings and reports name it."""
        return MemberRef(channel=self.item.channel, item_id=self.item.id, authority=self.item.authority.name)

    def carries(self, path: str) -> bool:
        """Return whether the source provides this very field: an object's head says nothing about its parts."""
        return path in self.provides


def members_of(
    items: Iterable[Item],
    channels: Mapping[str, Channel],
    provides: Callable[[Item], frozenset[str]],
) -> tuple[Member, ...]:
    """Return the items of a group as members, sorted by channel and id.

    Two items are of one unit when they share an implementation code, or the name of the authority and the
    division, or the same office of one place (市水利局, 绵阳市水利局).
    An item that names neither stands alone: the softer relation, since nothing proves it a copy.
    """
    ordered = sorted(items, key=lambda item: (item.channel, item.id))
    offices = [_office(item, channels.get(item.channel)) for item in ordered]
    units = _units(ordered, offices)
    places = _places(zip(ordered, units, offices, strict=True), channels)
    return tuple(
        Member(
            item=item,
            provides=provides(item),
            unit=units[n],
            own=_owns(item, channels.get(item.channel)),
            tier=_tier(item, channels.get(item.channel)),
            place=places.get(units[n], ""),
        )
        for n, item in enumerate(ordered)
    )


def _units(items: Sequence[Item], offices: Sequence[Office | None]) -> list[str]:
    """Return the unit of each item: items that share any evidence join (transitively)."""
    label = [str(n) for n in range(len(items))]
    known = {office for office in offices if office is not None}
    seen: dict[tuple[str, ...], int] = {}
    for n, (item, office) in enumerate(zip(items, offices, strict=True)):
        for evidence in _evidence(item, office or _only(item, known)):
            first = seen.setdefault(evidence, n)
            if label[first] != label[n]:
                old, new = sorted((label[n], label[first]), key=int)[::-1]
                label = [new if unit == old else unit for unit in label]
    return label


def _evidence(item: Item, office: Office | None) -> Iterable[tuple[str, ...]]:
    for code in (item.codes.implementation, item.codes.local_implementation):
        if code:
            yield ("code", code.upper())
    if item.authority.name:
        yield ("authority", format_key(item.authority.name), item.division or "")
    if office is not None:
        yield ("office", *office)


def _office(item: Item, channel: Channel | None) -> Office | None:
    """Return the office and its place; a portal of a city shows offices of its districts, so its place says nothing."""
    name = item.authority.name
    if not name:
        return None
    home = item.division or (channel.division if channel else None) or ""
    sure = item.division or _owns(item, channel) or _says_where(name)
    return office_of(name, home[:6]) if sure else None


def _only(item: Item, offices: Collection[Office]) -> Office | None:
    """Return the one office of a group that a name without a place (市水利局 on a province's portal) can mean."""
    name = item.authority.name
    found = [one for one in offices if means(name, *one)] if name else []
    return found[0] if len(found) == 1 else None


def _places(members: Iterable[tuple[Item, str, Office | None]], channels: Mapping[str, Channel]) -> dict[str, str]:
    """Return the place of each unit: of its office, else where its own list is published."""
    found: dict[str, str] = {}
    for item, unit, office in members:
        if unit not in found:
            channel = channels.get(item.channel)
            own = channel.division if channel is not None and _owns(item, channel) else None
            place = office[1] if office is not None else (item.division or own or "")[:6]
            if place:
                found[unit] = place
    return found


@functools.lru_cache(8_192)
def _says_where(office: str) -> bool:
    """Return whether an office names its place or level: a portal of a city shows the offices of its districts too."""
    name = normalise(office)
    return bool(leading_places(name)) or LEVEL.match(name) is not None


def _owns(item: Item, channel: Channel | None) -> bool:
    if channel is None or channel.kind not in _OWN_KINDS:
        return False
    return channel.division is None or item.division is None or item.division[:6] == channel.division[:6]


def _tier(item: Item, channel: Channel | None) -> int:
    division = item.division or (channel.division if channel and channel.kind != "portal" else None)
    if not division or len(division) < 6:
        return 9
    if division[2:6] == "0000":
        return 2
    return 3 if division[4:6] == "00" else 4
