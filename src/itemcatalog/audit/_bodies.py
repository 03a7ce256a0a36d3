"""Which unit an item belongs to: its authority under one spelling, else its channel (DESIGN §10)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

from itemcatalog.audit._partial import Holder
from itemcatalog.text import clean, normalise

__all__ = ["unit_names"]


def unit_names(items: Mapping[Holder, int], channel_name: Callable[[str], str]) -> dict[Holder, str]:
    """Name the unit of every holder.

    Spellings of an authority that are equal after normalisation are one unit, shown as most items write it.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, authority), number in items.items():
        shown = clean(authority or "")
        if shown:
            spellings[normalise(shown)][shown] += number
    chosen = {key: min(counts, key=lambda name: (-counts[name], name)) for key, counts in spellings.items()}
    return {holder: chosen.get(normalise(clean(holder[1] or "")), "") or channel_name(holder[0]) for holder in items}
