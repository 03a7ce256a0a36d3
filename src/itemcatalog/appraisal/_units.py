"""Who is appraised: the own items of each level, once each, and where a case belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import define, field

from itemcatalog.appraisal._figures import ALL, UnitKey, keys_of
from itemcatalog.model import Catalogue, Item
from itemcatalog.rules._items import idle
from itemcatalog.text import normalise

__all__ = ["Population", "code_key", "codes_of", "population"]

_OWN = ("province", "city", "district", None)
_CODES = ("handling", "implementation", "local_implementation", "portal", "internal")
_IDLE = {"取消": "已取消", "草稿": "草稿", "暂停": "暂停", "cancelled": "已取消", "early": "尚未生效"}


def code_key(code: str) -> str:
    """Return a code as it is looked up: width and case folded, blanks and hyphens away."""
    return "".join(normalise(code).upper().replace("-", "").split())


def codes_of(item: Item) -> Iterable[str]:
    """Yield the codes that tell this very item (a basic code is shared by many), as they are looked up."""
    for name in _CODES:
        code = getattr(item.codes, name)
        if code:
            yield code_key(code)


@define(frozen=True, slots=True, kw_only=True)
class Population:
    """考核范围: the implementing items that count, each once, by its own level's channel.

    ``copies`` are the items of portals, department sites and apps; ``left_out`` says what does not count and why.
    """

    items: tuple[Item, ...]
    copies: tuple[Item, ...]
    channels: Mapping[str, str]
    left_out: tuple[tuple[Item, str], ...] = ()
    by_code: Mapping[str, Item] = field(factory=dict)
    by_body: Mapping[str, Item] = field(factory=dict)
    by_name: Mapping[str, Item] = field(factory=dict)

    def of_case(self, code: str | None, name: str | None) -> tuple[Item | None, bool]:
        """Return the item that a case speaks of, and whether it is that very item.

        Without its code in the catalogue, an item of the same body (credit code) or the only one of that name says
        at least whose case it is.
        """
        key = code_key(code) if code else ""
        found = self.by_code.get(key)
        if found is not None:
            return found, True
        body = self.by_body.get(key[:18]) if len(key) > 18 else None
        return body or (self.by_name.get(normalise(name)) if name else None), False

    def units(self) -> tuple[UnitKey, ...]:
        """Return everything, then each channel with its authorities."""
        found: dict[UnitKey, None] = {ALL: None}
        for channel in self.channels:
            found["channel", channel] = None
            names = sorted({(one.authority.name or "").strip() for one in self.items if one.channel == channel})
            found.update(dict.fromkeys(keys_of(channel, name)[-1] for name in names if name))
        return tuple(found)


def population(catalogue: Catalogue, as_of: date) -> Population:
    """Return the items that count: those of the levels' own lists; of a portal only where no level has a list.

    A main item that only heads sub-items is no service; an item that on ``as_of`` is cancelled, suspended, a draft or
    not yet in force is none; one item (code and names) twice in a channel is one item. An item without a name still
    counts.
    """
    kinds = {channel.id: channel.kind for channel in catalogue.channels}
    own_ids = [one for one, kind in kinds.items() if kind in _OWN] or list(kinds)
    items: list[Item] = []
    left_out: list[tuple[Item, str]] = []
    seen: set[tuple[str, ...]] = set()
    for item in catalogue:
        if item.channel in own_ids:
            reason = _left_out(item, seen, as_of)
            left_out += [(item, reason)] if reason else []
            items += [] if reason else [item]
    copies = tuple(item for item in catalogue if item.channel not in own_ids)
    names = {one.id: one.name or one.id for one in catalogue.channels if one.id in own_ids}
    return _indexed(items, copies, names, left_out)


def _left_out(item: Item, seen: set[tuple[str, ...]], as_of: date) -> str | None:
    if item.is_main:
        return "主项，只统领子项"
    why = idle(item, as_of)
    if why:
        return _IDLE[why[0]]
    code = item.codes.handling or item.codes.implementation
    if not code:
        return None
    names = (item.name, item.sub_item or "", item.handling_item or "")
    key = (item.channel, code_key(code), *map(normalise, names))
    if key in seen:
        return "同一事项在本清单中重复"
    seen.add(key)
    return None


def _indexed(
    items: list[Item], copies: tuple[Item, ...], channels: Mapping[str, str], left_out: list[tuple[Item, str]]
) -> Population:
    by_code: dict[str, Item] = {}
    bodies: dict[str, dict[tuple[str, str], Item]] = defaultdict(dict)
    names: dict[str, list[Item]] = defaultdict(list)
    for item in [*items, *(item for item, _ in left_out)]:
        holder = (item.channel, item.authority.name or "")
        for code in codes_of(item):
            by_code.setdefault(code, item)
            bodies[code[:18]].setdefault(holder, item)
        if item.authority.credit_code:
            bodies[code_key(item.authority.credit_code)].setdefault(holder, item)
        names[normalise(item.name)].append(item)
    return Population(
        items=tuple(items),
        copies=copies,
        channels=dict(channels),
        left_out=tuple(left_out),
        by_code=by_code,
        by_body={body: next(iter(own.values())) for body, own in bodies.items() if len(own) == 1},
        by_name={name: own[0] for name, own in names.items() if len(own) == 1},
    )
