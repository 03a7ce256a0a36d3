"""Taking acts, qualifiers and empty words off both ends of a name: the part of reading that every name pays for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import define

from itemcatalog.matching._hits import ACT, FILLER, OPENING, QUALIFIER, SUFFIX, Hit
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._marks import GRANT_RANK, Marks
from itemcatalog.matching._segments import place_at, place_heads

__all__ = ["Reading", "peeler_of"]

_CLOSING = ACT | FILLER | SUFFIX | QUALIFIER
_KEPT = ACT | QUALIFIER
_LEAST_CORE = 2
_COMPOUNDED = ("场所", "地点", "法人", "负责人")
"""Nouns of acts (场所变更) that are the end of many other nouns (娱乐场所)."""


@define(slots=True)
class Reading:
    """What is gathered while a name is read; ``rest`` is the object, or what a bracket adds to it.

    ``said`` keeps the family of the granting act when another act makes it idle (许可证注销).
    """

    marks: dict[str, str]
    grant: str = ""
    said: str = ""
    strong: bool = False
    bare_level: bool = False
    rest: str = ""

    def take(self, hit: Hit) -> None:
        """Take an act or a qualifier; a granting act is only the family of a decision."""
        if hit.kind == "grant":
            if GRANT_RANK[hit.canonical] > GRANT_RANK[self.grant]:
                self.grant = hit.canonical
        elif hit.role & _KEPT:
            self.marks[hit.mark] = hit.surface
            if hit.role & ACT:
                self.strong = True

    def join(self, other: Reading) -> None:
        """Take over what a bracket says besides the object."""
        self.marks.update(other.marks)
        self.strong |= other.strong
        self.bare_level |= other.bare_level
        if GRANT_RANK[other.grant] > GRANT_RANK[self.grant]:
            self.grant = other.grant

    @property
    def decided(self) -> bool:
        """Say whether an act has been taken that makes a noun of the word before it (检测 + 许可)."""
        return self.strong or GRANT_RANK[self.grant] > 1


@define(slots=True, eq=False)
class Word:
    """词: a word at one end of names, with the answers to what is asked of it.

    ``goes`` says whether it is taken off and ``says`` the bits of its marks, -1 until it is met. ``short`` is the act
    in which it ends; it alone is taken where the name ends in one of ``longer``: 名称变更 + 登记, not 名称 + 变更登记.
    """

    hit: Hit
    size: int
    goes: bool
    deed: bool
    decides: bool
    says: int = -1
    longer: tuple[str, ...] = ()
    short: Word | None = None


_Words = dict[str, tuple[tuple[str, Word], ...]]


class Peeler:
    """去头尾: the words that one lexicon knows at the ends of names, by their outermost characters."""

    __slots__ = ("_backs", "_closings", "_fronts", "_heads", "_openings", "_places", "_prefixes", "marks")

    def __init__(self, lexicon: Lexicon) -> None:
        self.marks = Marks()
        self._prefixes = lexicon.short_prefixes
        self._heads = lexicon.opening_heads.keys()
        self._places = place_heads()
        self._closings = {surface: _word(hit, _CLOSING) for surface, hit in lexicon.closings.items()}
        self._openings = {surface: _word(hit, OPENING) for surface, hit in lexicon.openings.items()}
        self._split(lexicon)
        self._backs = _grouped(self._closings, slice(-3, None), slice(-2, None))
        self._fronts = _grouped(self._openings, slice(3), slice(2))

    def _split(self, lexicon: Lexicon) -> None:
        """Tell each act that ends in a shorter one before what words it falls apart (娱乐场所 + 变更)."""
        ending: dict[str, list[str]] = {}
        for surface in self._closings:
            for at in range(1, len(surface)):
                ending.setdefault(surface[at:], []).append(surface)
        for surface in lexicon.hits:
            for end in _COMPOUNDED:
                if surface.endswith(end) and surface != end:
                    ending.setdefault(end, []).append(surface)
        for surface, short in lexicon.splits.items():
            if surface in self._closings:
                word = self._closings[surface]
                word.short = self._closings[short.surface]
                before = surface[: -len(short.surface)]
                word.longer = tuple(longer + short.surface for longer in ending.get(before, ()))

    def peel(self, text: str, hits: list[Hit] | None = None) -> tuple[str, int]:
        """Take words off both ends, longest first, and put them into ``hits``; return the rest and what they say."""
        backs, pairs = self._backs, self._closings
        says, decided = 0, False
        while True:
            words = backs.get(text[-3:])
            if words is None:
                word = pairs.get(text[-2:])
                if word is None:
                    break
            else:
                for surface, word in words:  # noqa: B007  (the word of the surface that fits is used below)
                    if text.endswith(surface):
                        break
                else:
                    break
            if word.longer and word.short is not None and text.endswith(word.longer):
                word = word.short
            if not word.goes or (decided and word.deed):
                break
            text = text[: -word.size]
            if hits is not None:
                hits.append(word.hit)
            decided = decided or word.decides
            says |= word.says if word.says >= 0 else self._meaning(word)
        if text[:2] in self._places:
            text = _without_place(text)
        if text[:2] in self._heads or text[:1] in self._prefixes:
            return self._front(text, says, hits)
        return text, says

    def _front(self, text: str, says: int, hits: list[Hit] | None) -> tuple[str, int]:
        """Take what may open a name off its front, as long as an object is left."""
        fronts, pairs = self._fronts, self._openings
        while True:
            if text[:2] in self._places:
                text = _without_place(text)
            if text[:2] not in self._heads:
                if text[:1] not in self._prefixes or len(text) <= _LEAST_CORE:
                    break
                text = text[1:]
                continue
            words = fronts.get(text[:3])
            if words is None:
                word = pairs.get(text[:2])
                if word is None:
                    break
            else:
                for surface, word in words:  # noqa: B007  (the word of the surface that fits is used below)
                    if text.startswith(surface):
                        break
                else:
                    break
            if not word.goes or (word.hit.kind == "applicant" and len(text) - word.size < _LEAST_CORE):
                break
            text = text[word.size :]
            if hits is not None:
                hits.append(word.hit)
            says |= word.says if word.says >= 0 else self._meaning(word)
        return text, says

    def _meaning(self, word: Word) -> int:
        """Give bits to what a word says: only what a catalogue says has any, so that they stay few."""
        reading = Reading({})
        reading.take(word.hit)
        word.says = self.marks.bits(reading.marks, reading.grant)
        return word.says


@lru_cache(maxsize=4)
def peeler_of(lexicon: Lexicon) -> Peeler:
    """Return the peeler of a lexicon; the few that are in use are kept."""
    return Peeler(lexicon)


def _without_place(text: str) -> str:
    """Take place names off the front; what is left is the object, or nothing at all."""
    while (length := place_at(text)) and length + 1 != len(text):
        text = text[length:]
    return text


def _word(hit: Hit, going: int) -> Word:
    reading = Reading({})
    reading.take(hit)
    return Word(hit, len(hit.surface), bool(hit.role & going), hit.kind == "deed", reading.decided)


def _grouped(words: Mapping[str, Word], three: slice, two: slice) -> _Words:
    """Return three outermost characters → the words that have them, and that of two characters, longest first."""
    found: dict[str, set[str]] = {}
    for surface in words:
        if len(surface) > 2:
            found.setdefault(surface[three], {surface[three][two]} & words.keys()).add(surface)
    return {
        outermost: tuple((surface, words[surface]) for surface in sorted(surfaces, key=lambda one: (-len(one), one)))
        for outermost, surfaces in found.items()
    }
