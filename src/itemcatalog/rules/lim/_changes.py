"""Which items to change so that an average reaches its target at the least cost.

Cost is the number of items changed. Both averages are sums of what each item contributes, so taking the items
that can give most, in order, changes the fewest; the last is cut only as far as is still needed. No item is asked
for more than the target itself: it is cut to whole days within its own share, never below the sum of its steps; an
item whose statutory limit is too short for a whole day (S ≤ 3 days at 30 %) can only become 即办, that is 0.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from attrs import define

from itemcatalog.rules._items import Named

__all__ = ["Candidate", "Change", "fewest_changes", "lowest"]

_ZERO = Fraction(0)


@define(frozen=True, slots=True, kw_only=True)
class Candidate:
    """候选事项: one counted item with its limits in days; ``lowest`` is the least that it may promise."""

    item: Named
    promised: Fraction
    statutory: Fraction
    unit: str
    weight: Fraction
    lowest: Fraction
    power_type: str
    division: str


@define(frozen=True, slots=True, kw_only=True)
class Change:
    """建议调整: one item with its new promised limit; ``instant`` = it can only become 即办."""

    candidate: Candidate
    promised: Fraction
    instant: bool


def lowest(promised: Fraction, statutory: Fraction, steps: Fraction | None, largest: Fraction) -> Fraction:
    """Return the least that an item is asked to promise: whole days within its share, at least its steps."""
    return min(promised, max(steps or _ZERO, Fraction(math.floor(statutory * largest))))


def fewest_changes(
    candidates: Sequence[Candidate], largest: Fraction, *, of_totals: bool
) -> tuple[tuple[Change, ...], bool]:
    """Return the fewest changes that bring the average to ``largest``, and whether they reach it.

    ``of_totals`` names the reading: ratio of totals, else mean of ratios. When even all changes do not suffice
    they are returned with False.
    """
    needed = _needed(candidates, largest, of_totals)
    ordered = sorted(
        candidates, key=lambda one: (-_gain(one, one.lowest, of_totals), one.item.member.channel, one.item.ref.id)
    )
    changes: list[Change] = []
    for one in ordered:
        if needed <= 0 or _gain(one, one.lowest, of_totals) <= 0:
            break
        promised = _just_enough(one, needed, of_totals)
        changes.append(Change(candidate=one, promised=promised, instant=promised == 0))
        needed -= _gain(one, promised, of_totals)
    return tuple(changes), needed <= 0


def _needed(candidates: Sequence[Candidate], largest: Fraction, of_totals: bool) -> Fraction:
    if of_totals:
        return sum(((one.promised - largest * one.statutory) * one.weight for one in candidates), _ZERO)
    return sum((one.promised / one.statutory - largest for one in candidates), _ZERO)


def _gain(one: Candidate, promised: Fraction, of_totals: bool) -> Fraction:
    cut = one.promised - promised
    return cut * one.weight if of_totals else cut / one.statutory


def _just_enough(one: Candidate, needed: Fraction, of_totals: bool) -> Fraction:
    """Return the longest whole-day limit that gives what is needed, else the lowest."""
    cut = needed / one.weight if of_totals else needed * one.statutory
    return max(one.lowest, Fraction(math.floor(one.promised - cut)))
