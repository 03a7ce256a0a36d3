"""Looking a name up in a catalogue: ranked candidates for a name, an abbreviation or an everyday word."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import define

from itemcatalog.matching._compare import compare_slots
from itemcatalog.matching._fold import fold
from itemcatalog.matching._hits import FILLER, cut
from itemcatalog.matching._lexicon import Lexicon, default_lexicon
from itemcatalog.matching._reasons import Reason, Verdict
from itemcatalog.matching._slots import reader_of

__all__ = ["Candidate", "Finder", "find"]

_PAIR_WEIGHT = 2.0
_COVER_ASKED = 0.72
_ALIAS_WEIGHT = 0.97
_SIGN = 0.08
_POOL = 40
_BONUS: Mapping[Verdict, float] = {Verdict.SAME: 0.25, Verdict.REVIEW: 0.02, Verdict.DIFFERENT: 0.0}


@define(frozen=True, slots=True, kw_only=True)
class Candidate:
    """候选事项: a name of the catalogue that may be meant, with a score of 0 to 1 and the verdict on the two names."""

    name: str
    score: float
    verdict: Verdict
    reasons: tuple[Reason, ...]


class Finder:
    """名称检索: an index over the names of one catalogue; build it once, ask it often.

    ``aliases`` maps a name to its 简称 and 日常用语; an alias that answers speaks for its name.
    """

    __slots__ = ("_grams", "_index", "_lexicon", "_names", "_owners", "_totals", "_weights")

    def __init__(
        self,
        names: Iterable[str],
        lexicon: Lexicon | None = None,
        aliases: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self._lexicon = lexicon or default_lexicon()
        self._names = list(dict.fromkeys(names))
        texts = [(name, number, 1.0) for number, name in enumerate(self._names)]
        for number, name in enumerate(self._names):
            texts += [(alias, number, _ALIAS_WEIGHT) for alias in (aliases or {}).get(name, ())]
        self._owners = [(number, weight) for _, number, weight in texts]
        self._grams = [_grams(text, self._lexicon) for text, _, _ in texts]
        self._index: dict[str, list[int]] = defaultdict(list)
        for place, grams in enumerate(self._grams):
            for gram in grams:
                self._index[gram].append(place)
        self._weights = {gram: _weight(gram, len(found), len(texts)) for gram, found in self._index.items()}
        self._totals = [self._total(grams) for grams in self._grams]

    def _total(self, grams: Iterable[str]) -> float:
        unseen = _weight("", 1, max(2, len(self._grams)))
        return sum(self._weights.get(gram, unseen * (_PAIR_WEIGHT if len(gram) > 1 else 1.0)) for gram in grams)

    def find(self, name: str, limit: int = 5) -> tuple[Candidate, ...]:
        """Return the best candidates, best first; equal scores stand in the order of the catalogue."""
        asked = _grams(name, self._lexicon)
        total = self._total(asked)
        shared: defaultdict[int, float] = defaultdict(float)
        for gram in asked:
            weight = self._weights.get(gram, 0.0)
            for place in self._index.get(gram, ()):
                shared[place] += weight
        best: dict[int, float] = {}
        for place, common in shared.items():
            number, weight = self._owners[place]
            score = weight * _similarity(common, total, self._totals[place])
            best[number] = max(best.get(number, 0.0), score)
        ranked = sorted(best.items(), key=lambda one: (-one[1], one[0]))[: max(_POOL, limit)]
        return self._judged(name, ranked, limit)

    def _judged(self, name: str, ranked: Sequence[tuple[int, float]], limit: int) -> tuple[Candidate, ...]:
        """Let the verdict on the names speak among the best: acts and qualifiers that agree come first."""
        reader = reader_of(self._lexicon)
        asked = reader.slots(name)
        found = []
        for number, score in ranked:
            slots = reader.slots(self._names[number])
            comparison = compare_slots(asked, slots, self._lexicon)
            agreeing = len(set(asked.signs) & set(slots.signs)) - len(set(asked.signs) - set(slots.signs))
            total = score * (1 - _BONUS[Verdict.SAME]) + _BONUS[comparison.verdict] + _SIGN * agreeing
            candidate = Candidate(
                name=self._names[number],
                score=round(min(1.0, max(0.0, total)), 4),
                verdict=comparison.verdict,
                reasons=comparison.reasons,
            )
            found.append((-total, number, candidate))
        return tuple(one[2] for one in sorted(found, key=lambda one: one[:2])[:limit])


def find(
    name: str,
    catalogue_names: Iterable[str],
    *,
    limit: int = 5,
    lexicon: Lexicon | None = None,
    aliases: Mapping[str, Iterable[str]] | None = None,
) -> tuple[Candidate, ...]:
    """Return the names of a catalogue that a name, an abbreviation or an everyday word may mean, best first."""
    return Finder(catalogue_names, lexicon, aliases).find(name, limit)


def _grams(text: str, lexicon: Lexicon) -> list[str]:
    """Return the characters and pairs of characters of a name with its words in canonical form, sorted.

    Sorted, because sums of weights depend on their order in the last digit, and with them the order of equals.
    """
    plain = fold(text).replace(" ", "").replace("-", "").replace("(", "").replace(")", "")
    canonical = "".join(
        part if isinstance(part, str) else "" if part.role & FILLER else (part.canonical or part.surface)
        for part in cut(plain, lexicon.heads, lexicon.hits)
    )
    grams = set(plain) | {plain[at : at + 2] for at in range(len(plain) - 1)}
    grams |= set(canonical) | {canonical[at : at + 2] for at in range(len(canonical) - 1)}
    return sorted(grams)


def _weight(gram: str, found: int, count: int) -> float:
    """Return how much a gram tells: rare ones more, pairs more than single characters."""
    return math.log1p(count / found) * (_PAIR_WEIGHT if len(gram) > 1 else 1.0)


def _similarity(common: float, asked: float, total: float) -> float:
    """Weigh how much of the question is covered against how much of the candidate is."""
    if not asked or not total:
        return 0.0
    return _COVER_ASKED * common / asked + (1 - _COVER_ASKED) * common / total
