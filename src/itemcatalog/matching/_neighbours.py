"""Candidates among unique cores that an exact join cannot see; every step is a hash join, none is quadratic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from itemcatalog.matching._characters import sound
from itemcatalog.matching._lexicon import Lexicon

__all__ = ["candidate_pairs", "rare_limit"]

_SHORTEST = 3
_FULL_BUCKET = 24
_HEADS = 12


def rare_limit(names: int) -> int:
    """Return how often a core may occur and still be called rare; grows with the catalogue."""
    limit = 1
    while names > 5_000:
        names //= 4
        limit += 1
    return limit


def candidate_pairs(
    cores: Sequence[str], counts: Sequence[int], names: int, lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Yield pairs of core numbers that may be one object.

    Equal sound, one character apart, reordered, or a general noun more or less. A pair may come more than once; in a
    crowded bucket only rare cores meet the most frequent ones.
    """
    rare = rare_limit(names)
    for keys in (_sounds, _bags, _stripped, _deletions):
        buckets: dict[str, list[int]] = defaultdict(list)
        for number, key in keys(cores, lexicon):
            buckets[key].append(number)
        for bucket in buckets.values():
            if len(bucket) > 1:
                yield from _pairs(bucket, counts, rare)


def _pairs(bucket: list[int], counts: Sequence[int], rare: int) -> Iterator[tuple[int, int]]:
    if len(bucket) <= _FULL_BUCKET:
        for at, one in enumerate(bucket):
            for other in bucket[at + 1 :]:
                if one != other:
                    yield one, other
        return
    heads = sorted(bucket, key=lambda number: (-counts[number], number))[:_HEADS]
    for one in bucket:
        if counts[one] <= rare:
            for other in heads:
                if one != other:
                    yield one, other


def _sounds(cores: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    for number, core in enumerate(cores):
        if len(core) >= _SHORTEST:
            yield number, sound(core)


def _bags(cores: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    for number, core in enumerate(cores):
        yield number, "".join(sorted(core.replace("|", "")))


def _stripped(cores: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    for number, core in enumerate(cores):
        rest = lexicon.without_weak_words(core)
        if len(rest) > 1:
            yield number, rest


def _deletions(cores: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    for number, core in enumerate(cores):
        if len(core) >= _SHORTEST:
            yield number, core
            for at in range(len(core)):
                if not at or core[at] != core[at - 1]:
                    yield number, core[:at] + core[at + 1 :]
