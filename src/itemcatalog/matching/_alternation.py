"""Evidence that two writings are one: where one channel has the one, another channel has the other, never both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from itemcatalog.matching._overlap import Overlap, bits_of

__all__ = ["Writing", "alternations"]

_EACH = 2
_CONTRASTS = 25
_CERTAIN = 8.0
_COVERED = 3


class Writing(NamedTuple):
    """写法: a word in its place: ``end`` or ``front`` of the object, ``bracket``, ``mark`` (a known act), ``plain``.

    ``mark`` is what the words beside it said when they were read alone: 变更 of 住所变更.
    """

    place: str
    word: str = ""
    mark: str = ""


Pairs = list[tuple[int, int]]


def alternations(
    contexts: Iterable[Mapping[Writing, int]], asked: Mapping[Writing, int], least: int, overlap: Overlap | None = None
) -> dict[Writing, list[tuple[int, Writing]]]:
    """Return, for each writing asked for, those it alternates with, and in how many contexts; best first.

    A context is all that names say besides one word; it maps each writing of that word to the channels (as bits) that
    have it; ``asked`` says in how many contexts a writing stands. Two writings alternate when at least ``least``
    contexts have one here and the other there, and no more than one in twenty-five has both in one channel: what
    differs, a channel lists side by side sooner or later. Besides, some channel uses both, each where another has the
    other; or a channel that nearly always has what another has lacks it just where it has the unknown writing.
    """
    met: dict[tuple[Writing, Writing], Pairs] = defaultdict(list)
    for writings in contexts:
        if len(writings) > 1:
            for one in writings.keys() & asked.keys():
                for other, bits in writings.items():
                    if other != one:
                        met[one, other].append((writings[one], bits))
    found: dict[Writing, list[tuple[int, Writing]]] = defaultdict(list)
    for (one, other), pairs in met.items():
        across = [pair for pair in pairs if not pair[0] & pair[1]]
        if len(across) < least or (len(pairs) - len(across)) * _CONTRASTS > len(across):
            continue
        times = len(across)
        if any(_uses_both(across, bit) for bit in _channels(across)) or (
            overlap is not None and times * _COVERED >= asked[one] and _surprise(across, other, overlap) >= _CERTAIN
        ):
            found[one].append((times, other))
    return {one: sorted(others, key=lambda pair: (-pair[0], pair[1])) for one, others in sorted(found.items())}


def _channels(pairs: Pairs) -> list[int]:
    return bits_of(reduce(or_, (one | other for one, other in pairs), 0))


def _uses_both(pairs: Pairs, bit: int) -> bool:
    return min(sum(bool(one & bit) for one, _ in pairs), sum(bool(other & bit) for _, other in pairs)) >= _EACH


def _surprise(pairs: Pairs, other: Writing, overlap: Overlap) -> float:
    """Add up how surprising it is that the channels of an unknown writing lack the known one."""
    return sum(
        times * max(overlap.surprise(have, lack, other.mark) for lack in bits_of(one) for have in bits_of(known))
        for (one, known), times in Counter(pairs).items()
    )
