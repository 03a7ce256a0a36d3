"""Pairs of items across channels: what the join says is the same, and what a person should look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from itemcatalog.matching._buckets import Buckets
from itemcatalog.matching._doubts import doubtful_pairs
from itemcatalog.matching._entries import Entry, by_channel_and_id, full_name
from itemcatalog.matching._forms import without_collector
from itemcatalog.matching._lexicon import Lexicon, default_lexicon
from itemcatalog.matching._reasons import Reason, Verdict, Weight
from itemcatalog.matching._signs import judge_grants

__all__ = ["PairVerdict", "match_entries"]

_SAME_FORM = 0.99
_MERGED = 0.95
_CONFUSED = 0.92
_EXPLAINED = 0.96


class PairVerdict(NamedTuple):
    """匹配对: two items of different channels with the verdict on them; the smaller channel and id stand left.

    A named tuple, because a city has hundreds of thousands of them and a frozen class costs four times as much.
    """

    left: str
    left_channel: str
    left_name: str
    right: str
    right_channel: str
    right_name: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]


def match_entries(
    entries: Iterable[Entry], lexicon: Lexicon | None = None, *, review: bool = True
) -> list[PairVerdict]:
    """Return the pairs of items of different channels that are the same by name, and those in doubt.

    Near-linear in the number of entries. The order of input changes nothing. An item has at most one partner in each
    other channel; where several fit equally well they are all returned for review, with the tie as reason.
    ``review=False`` leaves the doubts out.
    """
    ordered = by_channel_and_id(entries)
    with without_collector():
        buckets = Buckets(ordered, [full_name(one) for one in ordered], lexicon or default_lexicon())
        taken = [0] * len(ordered)
        found = list(_verdicts(ordered, _joined(buckets, taken)))
        if review:
            found += _verdicts(ordered, doubtful_pairs(buckets, taken))
    return found


Judged = tuple[Verdict, float, tuple[Reason, ...]]
Pair = tuple[int, int, Verdict, float, tuple[Reason, ...]]


def _verdicts(entries: Sequence[Entry], pairs: Iterable[Pair]) -> Iterator[PairVerdict]:
    for one, other, verdict, score, reasons in pairs:
        a, b = entries[one], entries[other]
        yield PairVerdict(a.id, a.channel, a.name, b.id, b.channel, b.name, verdict, score, reasons)


def _joined(buckets: Buckets, taken: list[int]) -> Iterator[Pair]:
    """Yield the pairs inside each bucket; ``taken`` gets the channels in which each entry has found a partner."""
    bits = buckets.channel_bits
    several = (members for by_signs in buckets.of_core.values() for members in by_signs.values() if len(members) > 1)
    for members in several:
        seen = 0
        for position in members:
            if seen & bits[position]:
                yield from _crowded(buckets, members, taken)
                break
            seen |= bits[position]
        else:
            for one, other in combinations(members, 2):
                yield from _one_pair(buckets, one, other, taken)


def _one_pair(buckets: Buckets, one: int, other: int, taken: list[int]) -> Iterator[Pair]:
    verdict, score, reasons = _judged(buckets, one, other)
    if verdict is not Verdict.DIFFERENT:
        _take(buckets, one, other, taken)
        yield one, other, verdict, score, reasons


def _take(buckets: Buckets, one: int, other: int, taken: list[int]) -> None:
    taken[one] |= buckets.channel_bits[other]
    taken[other] |= buckets.channel_bits[one]


def _judged(buckets: Buckets, one: int, other: int) -> Judged:
    """Judge two entries of one bucket: granting acts that do not agree, equal forms, or cores that were joined."""
    grants, of_name = buckets.forms.grants, buckets.forms.of_name
    if grants[one] != grants[other]:
        object_, _, _ = buckets.forms.cores[of_name[one][0]].partition("|")
        if reason := judge_grants(grants[one], grants[other], object_):
            return (*_GRANTS[reason.weight], (reason,))
    return _alike(buckets, one, other) if of_name[one] == of_name[other] else _joined_further(buckets, one, other)


def _alike(buckets: Buckets, one: int, other: int) -> Judged:
    """Judge two entries of one form whose granting acts agree."""
    left, right = buckets.entries[one].name, buckets.entries[other].name
    if left == right:
        return _IDENTICAL
    if why := buckets.explained(one, other):
        return Verdict.SAME, _EXPLAINED, why
    return _same_form(buckets.forms.cores[buckets.forms.of_name[one][0]])


def _joined_further(buckets: Buckets, one: int, other: int) -> Judged:
    """Judge two entries that this catalogue alone brings together: by confused acts, or by cores that were joined."""
    (number, signs), (other_number, other_signs) = buckets.forms.of_name[one], buckets.forms.of_name[other]
    if displaced := buckets.moved(one, other):
        return Verdict.SAME, _MERGED, displaced
    if signs != other_signs:
        return Verdict.SAME, _CONFUSED, _confused(buckets, signs, other_signs)
    why = buckets.merged.why
    return Verdict.SAME, _MERGED, (*why.get(number, ()), *why.get(other_number, ()))


_IDENTICAL = (Verdict.SAME, 1.0, (Reason(kind="identical", weight=Weight.FOR),))


_GRANTS = {Weight.VETO: (Verdict.DIFFERENT, 0.45), Weight.DOUBT: (Verdict.REVIEW, 0.85)}


def _confused(buckets: Buckets, signs: tuple[str, ...], others: tuple[str, ...]) -> tuple[Reason, ...]:
    """Say which two acts this catalogue uses for one thing, and how often."""
    left, right = sorted(set(signs) - set(others)), sorted(set(others) - set(signs))
    times = max((buckets.confused[mark][1] for mark in (*left, *right) if mark in buckets.confused), default=0)
    shown = {"left": "、".join(one[4:] for one in left), "right": "、".join(one[4:] for one in right)}
    return (Reason(kind="act-confused", weight=Weight.FOR, what=str(times), **shown),)


@lru_cache(maxsize=65_536)
def _same_form(core: str) -> Judged:
    return Verdict.SAME, _SAME_FORM, (Reason(kind="same-form", weight=Weight.FOR, left=core, right=core),)


def _crowded(buckets: Buckets, members: Sequence[int], taken: list[int]) -> Iterator[Pair]:
    """Pair a bucket in which a channel has several entries: each with its only best partner, else a tie."""
    by_channel: dict[int, list[int]] = {}
    for position in members:
        by_channel.setdefault(buckets.channel_bits[position], []).append(position)
    for left, right in combinations(by_channel.values(), 2):
        yield from _assigned(buckets, left, right, taken)


def _assigned(buckets: Buckets, left: list[int], right: list[int], taken: list[int]) -> Iterator[Pair]:
    ranked = sorted(
        ((rank, one, other) for one in left for other in right if (rank := _rank(buckets, one, other))),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    used: set[int] = set()
    for at, (rank, one, other) in enumerate(ranked):
        if one in used or other in used:
            continue
        rivals = [
            pair for pair in ranked[at + 1 :]
            if pair[0] == rank and (pair[1] == one) != (pair[2] == other) and not {pair[1], pair[2]} & used
        ]  # fmt: skip
        if rivals:
            tied = {one, other, *(place for pair in rivals for place in pair[1:])}
            used |= tied
            yield from _tied(buckets, [pair for pair in ranked if {pair[1], pair[2]} <= tied], taken)
            continue
        used |= {one, other}
        yield from _one_pair(buckets, one, other, taken)


def _tied(buckets: Buckets, pairs: Iterable[tuple[int, int, int]], taken: list[int]) -> Iterator[Pair]:
    entries = buckets.entries
    for _, one, other in pairs:
        _take(buckets, one, other, taken)
        reason = Reason(kind="tie", weight=Weight.DOUBT, left=entries[one].name, right=entries[other].name)
        yield one, other, Verdict.REVIEW, 0.89, (reason,)


def _rank(buckets: Buckets, one: int, other: int) -> int:
    """Rank how well two entries of a bucket fit: identical name, equal form, equal grant; 0 = they do not fit."""
    verdict, _, _ = _judged(buckets, one, other)
    if verdict is Verdict.DIFFERENT:
        return 0
    left, right = buckets.entries[one], buckets.entries[other]
    grants, of_name = buckets.forms.grants, buckets.forms.of_name
    rank = 1 + (verdict is Verdict.SAME) * 2
    rank += (of_name[one][0] == of_name[other][0]) * 4
    rank += (grants[one] == grants[other]) + (left.name == right.name) * 8
    return rank
