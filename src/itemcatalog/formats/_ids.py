"""Ids of items (DESIGN §10): a code that is sound and unique in its channel, else a slug of names; never a row."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from itemcatalog.codes import Verdict, parse_code
from itemcatalog.findings import Fault
from itemcatalog.formats._structure import item_to_dict
from itemcatalog.model import Item
from itemcatalog.text import clean, slug

__all__ = ["assign_ids"]

_CODES = ("handling", "implementation", "local_implementation")
_SLUG_BYTES = 160


def assign_ids(
    items: Iterable[Item], faults: Iterable[Fault] = (), scheme: str | None = None
) -> tuple[tuple[Item, ...], tuple[Fault, ...]]:
    """Give each item of ONE channel its id, and the faults of an item the id of their item.

    A handling code, else an implementation code, that is sound (no segment is bad) and stands in one item of the
    channel only; else the slug of names and authority, with a number among equals. Equals are ordered by content, so
    that rows may move.
    """
    items = tuple(items)
    chosen = _codes(items, scheme)
    chosen |= _slugs(
        [(number, item) for number, item in enumerate(items) if number not in chosen], set(chosen.values())
    )
    new = tuple(attrs.evolve(item, id=chosen[number]) for number, item in enumerate(items))
    names = {old.id: changed.id for old, changed in zip(items, new, strict=True)}
    return new, tuple(_renamed(fault, names) for fault in faults)


def _renamed(fault: Fault, names: Mapping[str, str]) -> Fault:
    if fault.item_id is None or fault.item_id not in names:
        return fault
    return attrs.evolve(fault, item_id=names[fault.item_id])


def _codes(items: Sequence[Item], scheme: str | None) -> dict[int, str]:
    """Return the codes that may serve as ids, by the number of the item."""
    chosen: dict[int, str] = {}
    for name in _CODES:
        found = {
            number: code
            for number, item in enumerate(items)
            if number not in chosen and (code := getattr(item.codes, name))
        }
        counts = Counter([getattr(item.codes, name) for item in items])
        taken = set(chosen.values())
        chosen |= {
            number: code
            for number, code in found.items()
            if counts[code] == 1 and code not in taken and _sound(code, scheme)
        }
    return chosen


def _sound(code: str, scheme: str | None) -> bool:
    reading = parse_code(code, scheme)
    return reading.recognised and reading.verdict is not Verdict.BAD


def _slugs(items: Sequence[tuple[int, Item]], taken: set[str]) -> dict[int, str]:
    by_slug: dict[str, list[tuple[int, Item]]] = defaultdict(list)
    for number, item in items:
        by_slug[_slug(item)].append((number, item))
    chosen: dict[int, str] = {}
    for name in sorted(by_slug):
        equals = by_slug[name]
        ordered = sorted(equals, key=lambda one: _content(one[1])) if len(equals) > 1 else equals
        count = 0
        for number, _ in ordered:
            count += 1
            while (one := name if count == 1 else f"{name}-{count}") in taken:
                count += 1
            taken.add(one)
            chosen[number] = one
    return chosen


def _slug(item: Item) -> str:
    """Return the slug of what names an item: its names and its authority."""
    parts = (item.name, item.sub_item, item.handling_item, item.authority.name)
    return slug("-".join(dict.fromkeys(clean(part) for part in parts if part)) or "item", _SLUG_BYTES)


def _content(item: Item) -> str:
    return json.dumps(item_to_dict(item), ensure_ascii=False, sort_keys=True, default=str)
