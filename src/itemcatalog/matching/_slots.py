"""Reading a name into slots: object core, acts, qualifiers, numbers, bracketed sub-item."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NewType

from attrs import define

from itemcatalog.matching._ends import Reading, peeler_of
from itemcatalog.matching._hits import ACT, FILLER, QUALIFIER, SUFFIX, WORD, Hit, cut
from itemcatalog.matching._lexicon import Lexicon, default_lexicon
from itemcatalog.matching._listed import FIRST, beside_filing, family_of, issues, listed_grant
from itemcatalog.matching._middle import Middle, middle
from itemcatalog.matching._segments import is_noise, segments

__all__ = ["NormalName", "Reader", "Slots", "normal_name", "read", "reader_of", "telling"]

NormalName = NewType("NormalName", str)

_KEPT = ACT | QUALIFIER
_MEMORY = 200_000


@define(frozen=True, slots=True)
class Slots:
    """名称槽位: what a name says, slot by slot.

    ``core`` is the object; ``signs`` the acts, qualifiers and numbers that tell items apart, as sorted marks
    ``class:canonical``; ``grant`` the family of a granting act (审批, 登记, 申领) that stands alone, else ``""``;
    ``sub`` what brackets add that no word list explains; ``words`` the surface of each mark. ``bare_level`` says that
    a bracket holds a level and nothing else (（县级）).
    ``plain`` is the object as written, before synonyms are brought to one form. ``decision`` is the family of the
    decision that the name states beside other acts too (许可证注销, 设立登记); ``issues`` says that it hands something
    out for the first time (核发, 注册登记).
    """

    core: str
    signs: tuple[str, ...]
    grant: str
    sub: str
    words: tuple[tuple[str, str], ...]
    bare_level: bool = False
    plain: str = ""
    decision: str = ""
    issues: bool = False

    @property
    def key(self) -> tuple[str, tuple[str, ...], str]:
        """What two names must share to be joined without a doubt."""
        return (self.core, self.signs, self.sub)

    def surface(self, mark: str) -> str:
        """Return the characters of the name that a mark rests on."""
        return next((word for known, word in self.words if known == mark), mark.partition(":")[2])


class Reader:
    """名称解析器: reads names with one lexicon; remembers objects and brackets, which recur in every catalogue."""

    __slots__ = ("_brackets", "_middles", "lexicon", "peeler")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.peeler = peeler_of(lexicon)
        self._brackets: dict[str, Reading] = {}
        self._middles: dict[str, Middle] = {}

    def slots(self, raw: str) -> Slots:
        """Return all slots of a name."""
        core, sub, reading = self._read(raw)
        marks, plain, words = reading.marks, reading.rest, tuple(reading.marks.items())
        decision = reading.grant or reading.said or family_of(words)
        bare, first = reading.bare_level, issues(raw)
        return Slots(core, tuple(sorted(marks)), reading.grant, sub, words, bare, plain, decision, first)

    def _read(self, raw: str) -> tuple[str, str, Reading]:
        main, pieces = segments(raw, self.lexicon)
        reading = Reading({})
        hits: list[Hit] = []
        reading.rest, _ = self.peeler.peel(main, hits)
        for hit in hits:
            reading.take(hit)
        core, numbers = self._middle(reading.rest)
        reading.marks.update(numbers)
        filed = beside_filing(reading.grant, pieces)
        sub, inside = self.inside(pieces)
        sub = telling(core, sub)
        reading.join(inside)
        if filed:
            reading.marks[FIRST] = reading.grant
        if not core:
            core, sub = _without_object(main, sub, reading)
        if reading.strong and reading.grant:
            if FIRST not in reading.marks and (listed := listed_grant(raw, self.lexicon)):
                reading.marks[FIRST] = listed
            reading.said, reading.grant = reading.grant, ""
        return core, sub, reading

    def _middle(self, text: str) -> Middle:
        known = self._middles.get(text)
        if known is None:
            known = middle(text, self.lexicon)
            if len(self._middles) < _MEMORY:
                self._middles[text] = known
        return known

    def inside(self, pieces: Sequence[str]) -> tuple[str, Reading]:
        """Read the contents of brackets: what they add to the object, and what they say besides."""
        rests, reading = [], Reading({})
        for piece in pieces:
            known = self._brackets.get(piece)
            if known is None:
                known = _bracket(piece, self.lexicon)
                if len(self._brackets) < _MEMORY:
                    self._brackets[piece] = known
            reading.join(known)
            if known.rest:
                rests.append(known.rest)
        return "|".join(sorted(rests)), reading


@lru_cache(maxsize=4)
def reader_of(lexicon: Lexicon) -> Reader:
    """Return the reader of a lexicon; the few that are in use are kept."""
    return Reader(lexicon)


def read(raw: str, lexicon: Lexicon | None = None) -> Slots:
    """Read one published name; any text is read, an empty one gives empty slots."""
    return reader_of(lexicon or default_lexicon()).slots(raw)


def _bracket(text: str, lexicon: Lexicon) -> Reading:
    """Read the content of a bracket: every act and qualifier counts, the rest is the sub-item."""
    reading = Reading({})
    if is_noise(text, lexicon):
        return reading
    whole = lexicon.applicants.get(text)
    if whole is not None:
        reading.take(whole)
        return reading
    rest = ""
    found = cut(text, lexicon.heads, lexicon.hits)
    while found and not isinstance(last := found[-1], str) and last.role & SUFFIX:
        found.pop()
    for part in found:
        if isinstance(part, str):
            rest += part
        elif part.role & _KEPT:
            reading.take(part)
        elif part.role & WORD:
            rest += part.canonical
        elif not part.role & FILLER:
            rest += part.surface
    reading.bare_level = not rest and bool(reading.marks) and all(one.startswith("level:") for one in reading.marks)
    if rest and rest in lexicon.applicants:
        reading.take(lexicon.applicants[rest])
    elif rest:
        reading.rest, numbers = middle(rest, lexicon)
        reading.marks.update(numbers)
    return reading


def telling(core: str, sub: str) -> str:
    """Return what a bracket adds to an object: nothing where it repeats how this begins (律师执业（专职律师）)."""
    return "" if len(sub) > 1 and core.startswith(sub) else sub


def _without_object(main: str, sub: str, reading: Reading) -> tuple[str, str]:
    """Give an object to a name of nothing but acts and qualifiers: its bracket, or the applicant it begins with."""
    if sub:
        return sub, ""
    for mark, word in reading.marks.items():
        if mark.startswith("applicant:") and main.startswith(word):
            del reading.marks[mark]
            return word, ""
    return ("" if reading.marks else main), ""


def normal_name(raw: str, lexicon: Lexicon | None = None) -> NormalName:
    """Return the canonical form of a name: its core, then its marks; equal forms are the same item."""
    slots = read(raw, lexicon)
    return NormalName("·".join(part for part in (slots.core, slots.sub, *slots.signs) if part))
