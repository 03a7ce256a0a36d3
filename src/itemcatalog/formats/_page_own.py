"""What only our own guides write: the words for "none", tiers of a fee, what a window serves, limits by situation."""

from __future__ import annotations

import functools
import re
from typing import Any

import attrs

from itemcatalog.formats._grammar import parse_money
from itemcatalog.model import Fee, FeeTier, Item, ServicePlace, Window
from itemcatalog.sections import load_profile

__all__ = ["OWN", "restored"]

# The meta element, or document property, that names the profile of a guide of ours.
OWN = "itemcatalog.profile"

_SERVES = re.compile(r"(?P<name>[^（]+)（(?P<serves>[^（）]+)）")
_TIER = re.compile(r"(?:(?P<when>[^：]+)：)?(?P<amount>[^：]+)")


def restored(item: Item, profile: str) -> Item:
    """Return an item read from one of our guides with these words taken back to what the data said."""
    words = _none_words(profile)
    told: dict[str, Any] = {
        "quantity_limit": "无" if item.quantity_limit in words else item.quantity_limit,
        "conditions": tuple(attrs.evolve(one, text="无") if one.text in words else one for one in item.conditions),
        "materials": tuple(attrs.evolve(one, name="无") if one.name in words else one for one in item.materials),
        "results": tuple(attrs.evolve(one, name="无") if one.name in words else one for one in item.results),
        "places": tuple(map(_place, item.places)),
    }
    fees = tuple(map(_fee, item.fees.items))
    if fees != item.fees.items:
        told["fees"] = attrs.evolve(item.fees, items=fees)
    changed = {name: value for name, value in told.items() if value != getattr(item, name)}
    return attrs.evolve(item, **changed) if changed else item


@functools.lru_cache(maxsize=16)
def _none_words(profile: str) -> frozenset[str]:
    from itemcatalog.errors import ConfigurationError

    try:
        sections = load_profile(profile).sections
    except ConfigurationError:
        return frozenset()
    return frozenset(spec.none for spec in sections if spec.none)


def _place(place: ServicePlace) -> ServicePlace:
    return attrs.evolve(place, windows=tuple(_window(one) for one in place.windows)) if place.windows else place


def _window(window: Window) -> Window:
    found = _SERVES.fullmatch(window.name)
    return Window(name=found["name"], serves=found["serves"]) if found and not window.serves else window


def _fee(fee: Fee) -> Fee:
    """Read the tiers of a fee out of the lines of its standard; a standard that is more than that stays."""
    lines = (fee.standard or "").split("\n")
    tiers = [_tier(line) for line in lines]
    read = [tier for tier in tiers if tier is not None]
    if fee.tiers or not read:
        return fee
    rest = "\n".join(line for line, tier in zip(lines, tiers, strict=True) if tier is None or tier.when is None)
    return attrs.evolve(fee, tiers=tuple(read), standard=rest or None)


def _tier(line: str) -> FeeTier | None:
    found = _TIER.fullmatch(line)
    money = parse_money(found["amount"]) if found else None
    if found is None or money is None or not money[1]:
        return None
    return FeeTier(when=found["when"], amount=money[0], unit=money[1])
