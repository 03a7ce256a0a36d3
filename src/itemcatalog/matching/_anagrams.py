"""Names of the same characters in another order: 查询舱单状态 and 舱单状态查询 take different halves for the act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from itemcatalog.matching._fold import fold
from itemcatalog.matching._lexicon import Lexicon

__all__ = ["anagrams"]

_MOST = 4
_BETWEEN = str.maketrans("", "", "()- ")


def anagrams(names: Sequence[str], positions: Iterable[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the pairs of positions whose names have the same characters besides brackets and weak words.

    What more than four names share tells nothing.
    """
    holders: dict[str, list[int]] = {}
    for position in positions:
        text = lexicon.without_weak_words(fold(names[position]).translate(_BETWEEN))
        holders.setdefault("".join(sorted(text)), []).append(position)
    for alike in holders.values():
        if 1 < len(alike) <= _MOST:
            yield from ((one, other) for at, one in enumerate(alike) for other in alike[at + 1 :])
