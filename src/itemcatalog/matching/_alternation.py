"""Evidence that two writings are one: a channel uses both, each where another channel writes the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

__all__ = ["Writing", "alternations"]

_EACH = 2
_CONTRASTS = 25


class Writing(NamedTuple):
    """写法: a word in its place: ``end`` or ``front`` of the object, ``bracket``, ``mark`` (a known act), ``plain``.

    ``mark`` is what the words beside it said when they were read alone: 变更 of 住所变更.
    """

    place: str
    word: str = ""
    mark: str = ""


Pairs = list[tuple[int, int]]


def alternations(
    contexts: Iterable[Mapping[Writing, int]], asked: Collection[Writing], least: int
) -> dict[Writing, list[tuple[int, Writing]]]:
    """Return, for each writing asked for, those it alternates with, and in how many contexts; best first.

    A context is all that names say besides one word; it maps each writing of that word to the channels (as bits) that
    have it. Two writings alternate when at least ``least`` contexts have one here and the other there, some channel
    uses both, and no more than one context in twenty-five has both in one channel: what differs, a channel lists side
    by side sooner or later.
    """
    met: dict[tuple[Writing, Writing], Pairs] = defaultdict(list)
    for writings in contexts:
        if len(writings) > 1:
            for one in writings.keys() & asked:
                for other, bits in writings.items():
                    if other != one:
                        met[one, other].append((writings[one], bits))
    found: dict[Writing, list[tuple[int, Writing]]] = defaultdict(list)
    for (one, other), pairs in met.items():
        if times := _alternating(pairs, least):
            found[one].append((times, other))
    return {one: sorted(others, key=lambda pair: (-pair[0], pair[1])) for one, others in sorted(found.items())}


def _alternating(pairs: Pairs, least: int) -> int:
    """Return in how many contexts two writings replace each other; 0 where they are seen to differ, or too seldom."""
    across = [pair for pair in pairs if not pair[0] & pair[1]]
    if len(across) < least or (len(pairs) - len(across)) * _CONTRASTS > len(across):
        return 0
    return len(across) if any(_uses_both(across, bit) for bit in _bits(across)) else 0


def _bits(pairs: Pairs) -> list[int]:
    every = 0
    for one, other in pairs:
        every |= one | other
    return [1 << at for at in range(every.bit_length()) if every >> at & 1]


def _uses_both(pairs: Pairs, bit: int) -> bool:
    return min(sum(bool(one & bit) for one, _ in pairs), sum(bool(other & bit) for _, other in pairs)) >= _EACH
