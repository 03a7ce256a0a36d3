"""Two states of a catalogue told apart, channel by channel."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from itemcatalog.changes._fields import field_changes
from itemcatalog.changes._model import CatalogueChange, ChangeKind, Changes
from itemcatalog.changes._names import full_name
from itemcatalog.changes._pairs import Link, pair
from itemcatalog.findings import ItemRef, Text
from itemcatalog.model import Catalogue, Item
from itemcatalog.rules import item_ref
from itemcatalog.text import normalise

__all__ = ["compare_states"]

_ORDER = list(ChangeKind)
_ENDED = "取消"
Provides = Callable[[Item], frozenset[str]]


def compare_states(old: Catalogue, new: Catalogue) -> Changes:
    """Return what changed from one state of a catalogue to the other.

    Channels of the same id are compared; when each state is a single channel (two files), those two are. Items are
    linked by code, then by name; what is left is told as splits, mergers, new names, additions and cancellations.
    """
    found: list[CatalogueChange] = []
    unchanged = 0
    for was, now in _channels(old, new):
        before = [item for item in old if item.channel == was]
        after = [item for item in new if item.channel == now]
        links = pair(before, after)
        told = [_told(link, now or was, _provides(old), _provides(new)) for link in links.links]
        unchanged += told.count(None)
        found += [change for change in told if change]
        found += [_alone(ChangeKind.CANCELLED, item, was) for item in links.old]
        found += [_alone(ChangeKind.ADDED, item, now) for item in links.new]
    found.sort(key=lambda c: (_ORDER.index(c.kind), c.channel, _first(c).name, _first(c).id))
    return Changes(
        changes=tuple(found),
        old_items=len(old),
        new_items=len(new),
        unchanged=unchanged,
        channel_names={one.id: one.name for one in (*old.channels, *new.channels) if one.name},
    )


def _channels(old: Catalogue, new: Catalogue) -> Iterator[tuple[str, str]]:
    was, now = ({item.channel for item in catalogue} for catalogue in (old, new))
    if len(was) == len(now) == 1:
        yield was.pop(), now.pop()
        return
    for channel in sorted(was | now):
        yield channel, channel


def _provides(catalogue: Catalogue) -> Provides:
    found: dict[tuple[str, str | None, str | None], frozenset[str]] = {}
    for source in catalogue.sources:
        key = (source.channel, source.path, source.sheet)
        found[key] = found.get(key, frozenset()) | source.provides
    by_channel: dict[str, frozenset[str]] = {}
    for (channel, _path, _sheet), provides in found.items():
        by_channel[channel] = by_channel.get(channel, frozenset()) | provides

    def provided(item: Item) -> frozenset[str]:
        key = (item.channel, item.place.file, item.place.sheet)
        return found.get(key, by_channel.get(item.channel, frozenset()))

    return provided


def _first(change: CatalogueChange) -> ItemRef:
    return (change.old or change.new)[0]


def _alone(kind: ChangeKind, item: Item, channel: str) -> CatalogueChange:
    ref = (_ref(item),)
    added = kind is ChangeKind.ADDED
    return CatalogueChange(
        kind=kind,
        channel=channel,
        authority=item.authority.name,
        old=() if added else ref,
        new=ref if added else (),
    )


def _ref(item: Item) -> ItemRef:
    ref = item_ref(item)
    return ItemRef(id=ref.id, name=full_name(item), codes=ref.codes)


def _told(link: Link, channel: str, was: Provides, now: Provides) -> CatalogueChange | None:
    """Return the change that a link stands for, None when the two items say the same."""
    kind = _kind(link)
    single = len(link.old) == len(link.new) == 1
    fields = field_changes(link.old[0], link.new[0], was(link.old[0]), now(link.new[0])) if single else ()
    if kind is ChangeKind.CHANGED and not fields:
        return None
    ended = Text("新状态为“取消”", "its status is now 取消")
    return CatalogueChange(
        kind=kind,
        channel=channel,
        authority=link.new[0].authority.name or link.old[0].authority.name,
        old=tuple(map(_ref, link.old)),
        new=tuple(map(_ref, link.new)),
        fields=fields,
        evidence=(ended,) if kind is ChangeKind.CANCELLED else link.evidence,
        certain=link.certain,
    )


def _kind(link: Link) -> ChangeKind:
    if len(link.new) > 1:
        return ChangeKind.SPLIT
    if len(link.old) > 1:
        return ChangeKind.MERGED
    old, new = link.old[0], link.new[0]
    if _ENDED in (new.status or "") and _ENDED not in (old.status or ""):
        return ChangeKind.CANCELLED
    same = normalise(full_name(old)) == normalise(full_name(new))
    return ChangeKind.CHANGED if same else ChangeKind.RENAMED
