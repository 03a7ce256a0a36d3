"""Objects that share rare pairs of characters: candidates for a word inserted, left out or replaced by another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from itemcatalog.matching._cores import CoreJudgement, judge_cores
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import Weight

__all__ = ["related_cores"]

_RAREST = 3
_COMMON = 60
_LEAST = 0.62
_MOST = 3


def related_cores(
    cores: Sequence[str], orphans: Sequence[int], lexicon: Lexicon
) -> Iterator[tuple[int, int, CoreJudgement]]:
    """Yield doubts on cores none of whose entries has a partner.

    Near-linear: an orphan looks at its three rarest pairs of characters, none of which more than sixty cores have.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, core in enumerate(cores):
        for pair in _character_pairs(core):
            holders[pair].append(number)
    for number in orphans:
        for other in _likely(number, cores, holders):
            judgement = judge_cores(cores[number], cores[other], lexicon)
            if judgement.weight is not Weight.VETO:
                yield number, other, judgement


def _character_pairs(core: str) -> set[str]:
    return {core[at : at + 2] for at in range(len(core) - 1)}


def _likely(number: int, cores: Sequence[str], holders: dict[str, list[int]]) -> list[int]:
    pairs = [pair for pair in _character_pairs(cores[number]) if 1 < len(holders[pair]) <= _COMMON]
    shared: Counter[int] = Counter()
    for pair in sorted(pairs, key=lambda pair: (len(holders[pair]), pair))[:_RAREST]:
        shared.update(holders[pair])
    scored = [(fuzz.ratio(cores[number], cores[other]) / 100, other) for other in sorted(shared) if other != number]
    best = sorted((one for one in scored if one[0] >= _LEAST), key=lambda one: (-one[0], cores[one[1]]))
    return [other for _, other in best[:_MOST]]
