"""Names of the same characters in another order: 查询舱单状态 and 舱单状态查询 take different halves for the act.

Compares names as written, of entries without a partner; ``_displaced`` compares forms, before any entry has a partner,
and so finds what is written in several channels or with other words of one meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itemcatalog.matching._fold import fold_all
from itemcatalog.matching._lexicon import Lexicon

__all__ = ["anagrams"]

_MOST = 4
_PARTING = " ()-"
"""What parts a folded name; it comes first where the characters are sorted."""


def anagrams(names: Sequence[str], positions: Sequence[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the pairs of positions whose names have the same characters besides brackets and weak words.

    What more than four names share tells nothing.
    """
    without_weak_words = lexicon.without_weak_words
    holders: dict[str, list[int]] = {}
    for position, text in zip(positions, fold_all([names[one] for one in positions]), strict=True):
        characters = "".join(sorted(without_weak_words(text))).lstrip(_PARTING)
        holders.setdefault(characters, []).append(position)
    for alike in holders.values():
        if 1 < len(alike) <= _MOST:
            yield from ((one, other) for at, one in enumerate(alike) for other in alike[at + 1 :])
