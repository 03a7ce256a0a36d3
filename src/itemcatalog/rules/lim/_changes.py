"""Which items to change so that an average reaches its target at the least cost.

Cost is the number of items changed. Both averages are sums of what each item contributes, so taking the items
that can give most, in order, changes the fewest; the last is cut only as far as is still needed. No item is asked
for more than the target itself: it is cut to whole days within its own share, never below the sum of its steps; an
item whose statutory limit is too short for a whole day (S ≤ 3 days at 30 %) can only become 即办, that is 0.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from attrs import define

from itemcatalog.rules._items import Named

__all__ = ["Candidate", "Change", "Terms", "averages_of", "fewest_changes", "lowest"]

_ZERO = Fraction(0)


@define(frozen=True, slots=True, kw_only=True, eq=False)
class Terms:
    """时限条件: limits of one unit and the sum of the steps; one object for all items that share them.

    Equal by identity, which is cheap; two objects of equal content only cost a second look.
    """

    promised: Fraction
    statutory: Fraction
    unit: str
    weight: Fraction
    steps: Fraction | None = None


class Candidate(NamedTuple):
    """候选事项: one counted item with its terms."""

    item: Named
    terms: Terms
    power_type: str
    division: str


@define(frozen=True, slots=True, kw_only=True)
class Change:
    """建议调整: one item with its new promised limit; ``instant`` = it can only become 即办."""

    candidate: Candidate
    promised: Fraction
    instant: bool


def lowest(terms: Terms, largest: Fraction) -> Fraction:
    """Return the least that an item is asked to promise: whole days within its share, at least its steps."""
    return min(terms.promised, max(terms.steps or _ZERO, Fraction(math.floor(terms.statutory * largest))))


def averages_of(candidates: Iterable[Candidate]) -> tuple[Fraction, Fraction, Fraction]:
    """Return ΣP and ΣS in days, and the mean of P/S, of at least one item."""
    counts = Counter(one.terms for one in candidates)
    promised = sum((terms.promised * terms.weight * n for terms, n in counts.items()), _ZERO)
    statutory = sum((terms.statutory * terms.weight * n for terms, n in counts.items()), _ZERO)
    ratios = sum((terms.promised / terms.statutory * n for terms, n in counts.items()), _ZERO)
    return promised, statutory, ratios / counts.total()


def fewest_changes(
    candidates: Sequence[Candidate], largest: Fraction, *, of_totals: bool
) -> tuple[tuple[Change, ...], bool]:
    """Return the fewest changes that bring the average to ``largest``, and whether they reach it.

    ``of_totals`` names the reading: ratio of totals, else mean of ratios. When even all changes do not suffice
    they are returned with False.
    """
    promised, statutory, mean = averages_of(candidates)
    needed = promised - largest * statutory if of_totals else (mean - largest) * len(candidates)
    changes: list[Change] = []
    for one in _largest_gain_first(candidates, largest, of_totals) if needed > 0 else ():
        new = _just_enough(one.terms, lowest(one.terms, largest), needed, of_totals)
        changes.append(Change(candidate=one, promised=new, instant=new == 0))
        needed -= _gain(one.terms, new, of_totals)
        if needed <= 0:
            break
    return tuple(changes), needed <= 0


def _largest_gain_first(candidates: Sequence[Candidate], largest: Fraction, of_totals: bool) -> Iterator[Candidate]:
    """Yield the items that can give anything, the largest gain first, equals by channel and id."""
    by_terms: dict[Terms, list[Candidate]] = defaultdict(list)
    for one in candidates:
        by_terms[one.terms].append(one)
    by_gain: dict[Fraction, list[Candidate]] = defaultdict(list)
    for terms, group in by_terms.items():
        by_gain[_gain(terms, lowest(terms, largest), of_totals)] += group
    for gain in sorted((gain for gain in by_gain if gain > 0), reverse=True):
        yield from sorted(by_gain[gain], key=lambda one: (one.item.member.channel, one.item.ref.id))


def _gain(terms: Terms, promised: Fraction, of_totals: bool) -> Fraction:
    cut = terms.promised - promised
    return cut * terms.weight if of_totals else cut / terms.statutory


def _just_enough(terms: Terms, least: Fraction, needed: Fraction, of_totals: bool) -> Fraction:
    """Return the longest whole-day limit that gives what is needed, else the lowest."""
    cut = needed / terms.weight if of_totals else needed * terms.statutory
    return max(least, Fraction(math.floor(terms.promised - cut)))
