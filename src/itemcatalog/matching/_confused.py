"""Acts that catalogues confuse (撤销/撤回): whether *this* catalogue uses both words for one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

__all__ = ["Confusion", "confused_acts"]

_LEAST = 5
_CONFLICTS = 50

Near = Mapping[str, frozenset[str]]
BySigns = Mapping[tuple[str, ...], Sequence[int]]
Confusion = dict[str, tuple[str, int]]
"""Mark → the mark that stands for it in this catalogue, and in how many places the two replace each other."""


def confused_acts(of_core: Mapping[int, BySigns], near: Near, bits: Sequence[int]) -> Confusion:
    """Return the acts of near pairs that never stand side by side in one channel, yet replace each other across them.

    Evidence: at least five objects where one channel writes one word and another channel the other, all else equal;
    and at most one object in fifty where a channel lists both.
    """
    across: Counter[tuple[str, str]] = Counter()
    beside: Counter[tuple[str, str]] = Counter()
    pairs = _pairs(near)
    for by_signs in of_core.values():
        if len(by_signs) < 2:
            continue
        for signs, members in by_signs.items():
            for mark in signs:
                for other in pairs.get(mark, ()):
                    rivals = by_signs.get(swapped(signs, mark, other))
                    if rivals is not None:
                        both = _channels(members, bits) & _channels(rivals, bits)
                        (beside if both else across)[mark, other] += 1
    return {
        other: (mark, found)
        for (mark, other), found in sorted(across.items())
        if found >= _LEAST and beside[mark, other] * _CONFLICTS <= found
    }


def swapped(signs: tuple[str, ...], mark: str, other: str) -> tuple[str, ...]:
    """Return signs with one mark in place of another."""
    return tuple(sorted({*signs, other} - {mark}))


def _pairs(near: Near) -> dict[str, list[str]]:
    """Return each act with its later partners, so that the alphabetically first word of a pair stands for both."""
    return {f"act:{one}": [f"act:{other}" for other in sorted(near[one]) if one < other] for one in sorted(near)}


def _channels(members: Sequence[int], bits: Sequence[int]) -> int:
    seen = 0
    for position in members:
        seen |= bits[position]
    return seen
