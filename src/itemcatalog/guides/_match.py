"""Which item of the data a published guide speaks of: by its hash, its numbers, else its name and body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from itemcatalog.model import Codes, Item
from itemcatalog.sections import GuideSections, guide_name, item_hash
from itemcatalog.text import normalise

__all__ = ["Matcher"]

# Numbers that belong to one item alone; a basic code is shared by many.
_OWN_CODES = ("handling", "implementation", "local_implementation", "portal")


class Matcher:
    """对应: finds items by what a guide says of itself; an ambiguous answer is none."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = tuple(items)
        self._by_code: dict[str, list[Item]] = {}
        self._by_name: dict[str, list[Item]] = {}
        self._by_id: dict[str, list[Item]] = {}
        for item in self._items:
            self._by_id.setdefault(item.id, []).append(item)
            for code in _codes(item.codes):
                self._by_code.setdefault(code, []).append(item)
            for name in _names(item):
                self._by_name.setdefault(name, []).append(item)

    def of_guide(self, guide: GuideSections, channel: str) -> Item | None:
        """Return the item of one of our own guides."""
        same = self._by_id.get(guide.item_id, [])
        exact = [item for item in same if item_hash(item) == guide.item_hash]
        code = self._by_code.get((guide.code or "").upper(), [])
        named = [item for item in self._by_name.get(_key(guide.name), []) if _same_body(item, guide.authority)]
        return _one(exact, channel, first=True) or _one(same, channel) or _one(code, channel) or _one(named, channel)

    def of_item(self, found: Item, channel: str) -> Item | None:
        """Return the item that a page speaks of."""
        for code in _codes(found.codes):
            if chosen := _one(self._by_code.get(code, []), channel, name=found.name):
                return chosen
        named = self._by_name.get(_key(found.name), [])
        body = found.authority.name
        return _one([item for item in named if _same_body(item, body)], channel) or _one(named, channel)


def _names(item: Item) -> set[str]:
    """Return all that a page may call an item."""
    told = (item.name, guide_name(item), item.handling_item, item.sub_item)
    return {_key(name) for name in told if name}


def _codes(codes: Codes) -> Iterator[str]:
    for name in _OWN_CODES:
        code = getattr(codes, name)
        if code:
            yield code.upper()


def _same_body(item: Item, body: str | None) -> bool:
    return bool(body and item.authority.name and _key(body) == _key(item.authority.name))


def _one(items: list[Item], channel: str, *, name: str | None = None, first: bool = False) -> Item | None:
    """Return the only item, or the only one of the channel, or of the name."""
    if len(items) > 1:
        items = [item for item in items if item.channel == channel] or items
    if len(items) > 1 and name:
        items = [item for item in items if _key(item.name) == _key(name)] or items
    if len(items) == 1 or (items and first):
        return items[0]
    alike = {item_hash(attrs.evolve(item)) for item in items}
    return items[0] if len(alike) == 1 else None


def _key(text: str) -> str:
    return str(normalise(text))
