"""Pairs that a person should look at: one qualifier more, acts that are confused, objects that nearly agree."""

from __future__ import annotations

import functools
import operator
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from itemcatalog.matching._anagrams import anagrams
from itemcatalog.matching._buckets import Buckets
from itemcatalog.matching._reasons import Reason, Verdict, Weight
from itemcatalog.matching._related import related_cores
from itemcatalog.matching._signs import is_step_of
from itemcatalog.matching._terms import QUALIFIERS

__all__ = ["doubtful_pairs"]

_REORDERED = 0.89
_MISSING = 0.84
_NEAR = 0.8
_MOST = 4
_OPEN = frozenset(("qualifier-missing", "act-missing", "act-near", "number-missing"))
Doubt = tuple[float, int, int, tuple[Reason, ...]]
Pair = tuple[int, int, Verdict, float, tuple[Reason, ...]]


def doubtful_pairs(buckets: Buckets, taken: list[int]) -> Iterator[Pair]:
    """Yield pairs in doubt of entries that found no partner in the other's channel, each the other's best doubt.

    A pair that is nobody else's is the same where the two names alone are.
    """
    pairs = list(_best_doubts(buckets, taken))
    times = Counter(position for pair in pairs for position in pair[:2])
    for one, other, score, reasons in pairs:
        if times[one] == times[other] == 1 and all(reason.kind not in _OPEN for reason in reasons):
            comparison = buckets.compare(buckets.names[one], buckets.names[other])
            if comparison.verdict is Verdict.SAME:
                yield one, other, Verdict.SAME, comparison.score, comparison.reasons
                continue
        yield one, other, Verdict.REVIEW, score, reasons


def _best_doubts(buckets: Buckets, taken: list[int]) -> Iterator[tuple[int, int, float, tuple[Reason, ...]]]:
    doubts = sorted(_all_doubts(buckets, taken), key=lambda one: (-one[0], one[1], one[2]))
    best: dict[tuple[int, int], float] = {}
    bits = buckets.channel_bits
    for score, one, other, _ in doubts:
        for key in ((one, bits[other]), (other, bits[one])):
            best.setdefault(key, score)
    given: dict[int, int] = {}
    told: set[tuple[int, int]] = set()
    for score, one, other, reasons in doubts:
        if (
            (one, other) not in told
            and best[one, bits[other]] == score == best[other, bits[one]]
            and max(given.get(one, 0), given.get(other, 0)) < _MOST
        ):
            told.add((one, other))
            given[one] = given.get(one, 0) + 1
            given[other] = given.get(other, 0) + 1
            yield one, other, score, reasons


def _all_doubts(buckets: Buckets, taken: list[int]) -> Iterator[Doubt]:
    near = _near_acts(buckets)
    bits = buckets.channel_bits
    everywhere = functools.reduce(operator.or_, bits, 0)
    for by_signs in buckets.of_core.values():
        if len(by_signs) > 1:
            for signs, members in by_signs.items():
                if all(taken[one] | bits[one] == everywhere for one in members):
                    continue
                yield from _one_sign_more(buckets, by_signs, signs, members, taken)
                yield from _confused(buckets, by_signs, signs, members, taken, near)
    yield from _near_objects(buckets, taken)
    yield from _reordered(buckets, [one for one, bit in enumerate(bits) if taken[one] | bit != everywhere], taken)


BySigns = dict[tuple[str, ...], list[int]]


def _one_sign_more(
    buckets: Buckets, by_signs: BySigns, signs: tuple[str, ...], members: list[int], taken: list[int]
) -> Iterator[Doubt]:
    for at, mark in enumerate(signs):
        if not is_step_of(mark):
            continue
        others = by_signs.get(signs[:at] + signs[at + 1 :])
        if others:
            yield from _across(buckets, members, others, taken, _MISSING, (_missing(mark),))


def _missing(mark: str) -> Reason:
    kind, _, word = mark.partition(":")
    if kind == "act":
        return Reason(kind="act-missing", weight=Weight.DOUBT, left=word)
    if kind == "number":
        return Reason(kind="number-missing", weight=Weight.DOUBT, left=word)
    return Reason(kind="qualifier-missing", weight=Weight.DOUBT, left=word, what=QUALIFIERS[kind])


def _near_acts(buckets: Buckets) -> dict[str, tuple[str, ...]]:
    near = buckets.lexicon.near
    return {f"act:{one}": tuple(sorted(f"act:{other}" for other in others)) for one, others in near.items()}


def _confused(
    buckets: Buckets,
    by_signs: BySigns,
    signs: tuple[str, ...],
    members: list[int],
    taken: list[int],
    near: dict[str, tuple[str, ...]],
) -> Iterator[Doubt]:
    for mark in signs:
        for instead in near.get(mark, ()):
            if mark < instead:
                others = by_signs.get(tuple(sorted({*signs, instead} - {mark})))
                reason = Reason(kind="act-near", weight=Weight.DOUBT, left=mark[4:], right=instead[4:])
                if others:
                    yield from _across(buckets, members, others, taken, _NEAR, (reason,))


def _reordered(buckets: Buckets, alone: list[int], taken: list[int]) -> Iterator[Doubt]:
    """Yield names that are the same but for the place of an act, half of which one of them takes for its object."""
    of_name = buckets.forms.of_name
    for one, other in anagrams(buckets.names, alone, buckets.lexicon):
        if of_name[one][0] != of_name[other][0]:
            for doubt in _across(buckets, [one], [other], taken, _REORDERED, ()):
                comparison = buckets.compare(buckets.names[one], buckets.names[other])
                if comparison.verdict is Verdict.SAME:
                    yield (*doubt[:3], comparison.reasons)


def _near_objects(buckets: Buckets, taken: list[int]) -> Iterator[Doubt]:
    root = buckets.merged.root
    orphans = [
        number
        for number, by_signs in sorted(buckets.of_core.items())
        if not any(taken[one] for members in by_signs.values() for one in members)
    ]
    related = related_cores(buckets.forms.cores, orphans, buckets.lexicon)
    for one, other, judgement in chain(buckets.doubts, related):
        first, second = buckets.of_core.get(root[one], {}), buckets.of_core.get(root[other], {})
        if root[one] == root[other]:
            continue
        if len(first) > len(second):
            first, second = second, first
        score = round(0.5 + 0.39 * judgement.ratio, 4)
        for signs, members in first.items():
            if signs in second:
                yield from _across(buckets, members, second[signs], taken, score, judgement.reasons)


def _across(
    buckets: Buckets,
    members: list[int],
    others: list[int],
    taken: list[int],
    score: float,
    reasons: tuple[Reason, ...],
) -> Iterator[Doubt]:
    """Yield the pairs of two buckets in different channels, where neither has a partner in the other's channel."""
    bits = buckets.channel_bits

    for one in members:
        for other in others:
            if bits[one] != bits[other] and not taken[one] & bits[other] and not taken[other] & bits[one]:
                if one < other:
                    yield score, one, other, reasons
                else:
                    yield score, other, one, tuple(reason.mirrored() for reason in reasons)
