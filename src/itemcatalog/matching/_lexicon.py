"""The words of service item names: what each does to a name, read from ``codes/lexicon`` (term, class, canonical)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial

from attrs import define

from itemcatalog import _shipped
from itemcatalog.errors import CodeTableError
from itemcatalog.matching._derived import derived_terms
from itemcatalog.matching._fold import fold_term
from itemcatalog.matching._hits import ACT, FILLER, OPENING, QUALIFIER, SUFFIX, TYPO, WORD, Hit, core_of, hit_of
from itemcatalog.matching._terms import ACTS, CONTRASTS, CORE_WORDS, OWN, QUALIFIERS, Term, read_terms

__all__ = ["Lexicon", "default_lexicon"]

_FILES = (
    "acts", "near", "qualifiers", "contrasts", "synonyms", "fillers", "suffixes", "prefixes", "bracket_noise",
    "generic", "typos", "objects", "verbs",
)  # fmt: skip
_PRIORITY = {
    name: rank
    for rank, name in enumerate(
        (*ACTS, "typo", *(one for one in QUALIFIERS if one != "applicant"), "synonym", "filler", "suffix",
         *CONTRASTS, "object")
    )
}  # fmt: skip
_WORD_LENGTH = 2
_NEVER_PROTECTED = ("grant", "nature", "change")


@define(frozen=True, eq=False)
class Lexicon:
    """词表: an immutable set of terms with the indexes that reading a name needs.

    ``extended`` and ``without`` return a new lexicon; a later term of the same word and class replaces an earlier.
    """

    terms: tuple[Term, ...]

    def extended(self, more: Iterable[Term]) -> Lexicon:
        """Return a lexicon with more terms (those of ``[lexicon]``, or learnt ones)."""
        return Lexicon((*self.terms, *more))

    def without(self, hidden: Iterable[Term]) -> Lexicon:
        """Return a lexicon that lacks the given terms; benches use it to hide words."""
        gone = frozenset(hidden)
        return Lexicon(tuple(one for one in self.terms if one not in gone))

    def of_class(self, kind: str) -> dict[str, str]:
        """Return folded term → canonical form of one class."""
        return {fold_term(one.term): one.canonical for one in self.terms if one.kind == kind}

    @cached_property
    def hits(self) -> dict[str, Hit]:
        """Return folded word → what it does anywhere in a name; an own word of a catalogue wins, then the class."""
        found: dict[str, Hit] = {}
        settled = (Term(one.canonical, one.kind, one.canonical) for one in self.terms if one.kind == "synonym")
        known = [*derived_terms(self.terms), *(one for one in self.terms if one.kind in _PRIORITY), *settled]
        for one in sorted(known, key=lambda term: (term.source == OWN, -_PRIORITY.get(term.kind, 0))):
            if one.kind not in _PRIORITY:
                continue
            word = fold_term(one.term)
            idle = one.kind == "typo" and word == fold_term(one.canonical)
            idle |= one.kind == "synonym" and self._ends_in_act(word)
            idle |= one.kind == "object" and self._unprotected(word, self._varying)
            if one.kind in CONTRASTS and word == fold_term(one.canonical):
                idle |= self._unprotected(word, self._variants)
            if len(word) > 1 and not idle:
                found[word] = hit_of(one, word)
        return {word: self._meant(hit, found) for word, hit in found.items()}

    def _meant(self, hit: Hit, found: Mapping[str, Hit]) -> Hit:
        """Let a slip of an act do what the act does (等记 → 登记)."""
        meant = found.get(hit.canonical) if hit.role & TYPO else None
        if meant is None or not meant.role & (ACT | QUALIFIER | WORD):
            return hit
        return Hit(meant.kind, meant.canonical, hit.surface, meant.mark, meant.role)

    def _unprotected(self, word: str, varying: frozenset[str]) -> bool:
        """Say whether a word holds one that must stay visible: a final act, an applicant, what is written two ways."""
        ends = (word[start:] for start in range(1, len(word) - 1))
        if self._ends_in_act(word) or any(word[:stop] in self.applicants for stop in range(2, len(word) - 1)):
            return True
        inner = (word[start:stop] for start in range(len(word) - 1) for stop in range(start + 2, len(word) + 1))
        return any(end in self._beginnings for end in ends) or any(part in varying for part in inner)

    def _ends_in_act(self, word: str) -> bool:
        return any(word[start:] in self._loud_acts for start in range(1, len(word) - 1))

    @cached_property
    def _variants(self) -> frozenset[str]:
        """Return words that are written in several ways."""
        return frozenset(word for word, usual in self.of_class("synonym").items() if word != fold_term(usual))

    @cached_property
    def _varying(self) -> frozenset[str]:
        """Return words that are written in several ways, or are taken out of the core."""
        kinds = set(QUALIFIERS) - {"applicant"}
        return self._variants | frozenset(fold_term(one.term) for one in self.terms if one.kind in kinds)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """Return the beginnings of synonyms: an object must not swallow them (食品经营 before 经营活动)."""
        return frozenset(word[:stop] for word in self.of_class("synonym") for stop in range(2, len(word)))

    @cached_property
    def _loud_acts(self) -> frozenset[str]:
        known = (*derived_terms(self.terms), *self.terms)
        return frozenset(fold_term(one.term) for one in known if one.kind in _NEVER_PROTECTED)

    @cached_property
    def heads(self) -> dict[str, tuple[int, ...]]:
        """Return first two characters → lengths of the words that begin so, longest first."""
        return _heads(self.hits)

    @cached_property
    def applicants(self) -> dict[str, Hit]:
        """Return who a name may begin with, or name in brackets."""
        return {
            word: hit_of(one, word)
            for one in (*derived_terms(self.terms), *self.terms)
            if one.kind == "applicant" and len(word := fold_term(one.term)) > 1
        }

    @cached_property
    def closings(self) -> dict[str, Hit]:
        """Return what may stand at the end of a name, with the words that must not be cut there (养老服务)."""
        hits, closing = self.hits, ACT | FILLER | SUFFIX | QUALIFIER
        ends = {word for word, hit in hits.items() if hit.role & closing}
        return {
            word: hit
            for word, hit in hits.items()
            if word in ends or any(word[start:] in ends for start in range(1, len(word) - 1))
        }

    @cached_property
    def tails(self) -> dict[str, tuple[int, ...]]:
        """Return last two characters → lengths of the closings that end so, longest first."""
        lengths: dict[str, set[int]] = {}
        for word in self.closings:
            lengths.setdefault(word[-2:], set()).add(len(word))
        return {tail: tuple(sorted(found, reverse=True)) for tail, found in lengths.items()}

    @cached_property
    def splits(self) -> dict[str, Hit]:
        """Return act → the shorter act that it ends in (变更登记 → 登记)."""
        hits = self.hits
        return {
            word: hits[word[start:]]
            for word, hit in hits.items()
            if hit.role & ACT
            for start in range(1, len(word) - 1)
            if word[start:] in hits and hits[word[start:]].role & (ACT | FILLER | SUFFIX)
        }

    @cached_property
    def openings(self) -> dict[str, Hit]:
        """Return what may stand at the front of a name, with the objects that must not be cut there."""
        prefixes = {
            word: Hit("filler", "", word, "", FILLER | OPENING) for word in self.of_class("prefix") if len(word) > 1
        }
        known = {**prefixes, **self.hits, **self.applicants}
        fronts = {word for word, hit in known.items() if hit.role & OPENING}
        return {
            word: hit
            for word, hit in known.items()
            if word in fronts or any(word[:stop] in fronts for stop in range(2, len(word)))
        }

    @cached_property
    def opening_heads(self) -> dict[str, tuple[int, ...]]:
        """Return first two characters → lengths of the openings that begin so, longest first."""
        return _heads(self.openings)

    @cached_property
    def short_prefixes(self) -> frozenset[str]:
        """Return prefixes of one character (对)."""
        return frozenset(word for word in self.of_class("prefix") if len(word) == 1)

    @cached_property
    def bracket_noise(self) -> frozenset[str]:
        """Return whole contents of brackets that say nothing about which item is meant."""
        return frozenset(self.of_class("bracket"))

    @cached_property
    def near(self) -> Mapping[str, frozenset[str]]:
        """Return word → the words that catalogues confuse it with; each as written, folded and as it stands in a core.

        Acts, qualifiers and words inside objects: a doubt, no veto.
        """
        found: dict[str, set[str]] = {}
        for one in self.terms:
            if one.kind == "near":
                for pair in zip(self._writings(one.term), self._writings(one.canonical), strict=True):
                    for word, other in (pair, pair[::-1]):
                        if word != other:
                            found.setdefault(word, set()).add(other)
        return {word: frozenset(others) for word, others in found.items()}

    def is_near(self, one: str, other: str) -> bool:
        """Say whether catalogues confuse two words."""
        return other in self.near.get(one, ())

    def _writings(self, word: str) -> tuple[str, str, str]:
        return word, fold_term(word), self.settled(word)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Return verbs that may stand before or behind what they act on."""
        return frozenset(self.of_class("verb"))

    @cached_property
    def natures(self) -> frozenset[str]:
        """Return acts that are a kind of decision or service of their own (备案, 查询), not a change of one."""
        return frozenset(one.canonical for one in self.terms if one.kind in ("nature", "deed"))

    @cached_property
    def contrasts(self) -> dict[str, tuple[str, str]]:
        """Return word, as written and as it stands in a core → (class, canonical) of words that exclude each other."""
        classes = {**CONTRASTS, **QUALIFIERS}
        words = {fold_term(one.term): (one.kind, one.canonical) for one in self.terms if one.kind in classes}
        return {**{self.settled(word): meant for word, meant in words.items()}, **words}

    def settled(self, word: str) -> str:
        """Return a word as it stands in a core, synonyms brought to one form; a word of which nothing is left stays."""
        return core_of(fold_term(word), self.heads, self.hits) or fold_term(word)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return every folded word that is known to mean something inside a core."""
        kinds = {*CORE_WORDS, *CONTRASTS, *QUALIFIERS, *ACTS, "generic"}
        words = {fold_term(one.term) for one in self.terms if one.kind in kinds}
        words |= {fold_term(one.canonical) for one in self.terms if one.kind in ("synonym", "typo")}
        return frozenset(word for word in words if len(word) > 1)

    @cached_property
    def generic(self) -> frozenset[str]:
        """Return general nouns whose presence alone rarely makes another item (单位, 项目)."""
        return frozenset(self.of_class("generic"))

    @cached_property
    def weak_words(self) -> frozenset[str]:
        """Return general nouns, and words of two characters that say nothing at the ends of a name (网上, 业务)."""
        kinds = ("prefix", "suffix", "filler")
        return self.generic | {word for kind in kinds for word in self.of_class(kind) if len(word) == _WORD_LENGTH}

    @cached_property
    def without_weak_words(self) -> Callable[[str], str]:
        """Return what takes the weak words out of a text, longest first."""
        words = sorted(self.weak_words, key=lambda word: (-len(word), word))
        return partial(re.compile("|".join(map(re.escape, words)) or "(?!)").sub, "")


def _heads(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[:2], set()).add(len(word))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


@cache
def default_lexicon() -> Lexicon:
    """Return the lexicon that the library carries."""
    terms: list[Term] = []
    for name in _FILES:
        terms += read_terms(_shipped.text("codes", "lexicon", f"{name}.csv"), f"codes/lexicon/{name}.csv")
    if not all(one.source for one in terms):
        raise CodeTableError("codes/lexicon 中有词条没有来源")
    return Lexicon(tuple(terms))
