"""Forms that say the same words in other places: 企业资质（三级）, 企业三级资质; 林地临时占用, 临时占用林地.

Compares forms, so for any number of channels; ``_anagrams`` compares names as written, of single entries only, and so
finds what two readings have made unlike (an act taken for half of the object, a word brought to another).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from itertools import combinations

from itemcatalog.matching._forms import Form
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import NameComparison, Reason, Verdict

__all__ = ["Displaced", "displaced_forms"]

_MOST = 6
_PRACTICE = "执业"
_SILENT = frozenset("|第")

BySigns = Mapping[tuple[str, ...], Sequence[int]]
Displaced = dict[Form, tuple[Form, tuple[Reason, ...]]]
"""Core and signs → the form that stands for it, and why."""


def displaced_forms(
    of_core: Mapping[int, BySigns],
    cores: Sequence[str],
    bits: Sequence[int],
    lexicon: Lexicon,
    compare: Callable[[int, int], NameComparison],
) -> Displaced:
    """Return the forms of the same characters, wherever these stand, whose names are the same by themselves.

    ``compare`` judges the names at two positions. What one channel lists side by side stays two. Near-linear: a form
    meets only those of equal characters, of which there are very few.
    """
    found: Displaced = {}
    for forms in _of_equal_words(of_core, cores, lexicon):
        usual = sorted(forms, key=lambda one: (-len(of_core[one[0]][one[1]]), cores[one[0]], one[1]))
        for form, other in combinations(usual, 2):
            if form in found or other in found:
                continue
            members, others = of_core[form[0]][form[1]], of_core[other[0]][other[1]]
            if _channels(members, bits) & _channels(others, bits):
                continue
            comparison = compare(members[0], others[0])
            if comparison.verdict is Verdict.SAME:
                found[other] = form, comparison.reasons
    return found


def _of_equal_words(of_core: Mapping[int, BySigns], cores: Sequence[str], lexicon: Lexicon) -> Iterator[list[Form]]:
    """Yield the forms that have the same characters in core and signs together, general words apart."""
    words = sorted({*lexicon.weak_words, _PRACTICE}, key=lambda word: (-len(word), word))
    strip = re.compile("|".join(map(re.escape, words))).sub

    @cache
    def weigh(signs: tuple[str, ...]) -> int:
        return sum(map(_weight, strip("", "|".join(mark.partition(":")[2] for mark in signs))))

    alike: dict[int, list[Form]] = defaultdict(list)
    for number, by_signs in of_core.items():
        weight = sum(map(_weight, strip("", cores[number])))
        for signs in by_signs:
            alike[weight + weigh(signs)].append((number, signs))
    return (forms for forms in alike.values() if 1 < len(forms) <= _MOST)


@cache
def _weight(character: str) -> int:
    """Return a number of 64 bits: the sum over a text says which characters it has, in whatever order."""
    return 0 if character in _SILENT else int.from_bytes(blake2b(character.encode(), digest_size=8).digest())


def _channels(members: Sequence[int], bits: Sequence[int]) -> int:
    seen = 0
    for position in members:
        seen |= bits[position]
    return seen
