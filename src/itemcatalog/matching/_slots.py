"""Reading a name into slots: object core, acts, qualifiers, numbers, bracketed sub-item."""

from __future__ import annotations

from functools import lru_cache
from typing import NewType

from attrs import define

from itemcatalog.matching._lexicon import ACT, FILLER, OPENING, QUALIFIER, SUFFIX, WORD, Hit, Lexicon, default_lexicon
from itemcatalog.matching._middle import Middle, middle, parts
from itemcatalog.matching._segments import place_at, place_heads, segments

__all__ = ["NormalName", "Reader", "Slots", "normal_name", "read", "reader_of"]

NormalName = NewType("NormalName", str)

_GRANT_RANK = {"": 0, "申领": 1, "审批": 2, "登记": 3}
_CLOSING = ACT | FILLER | SUFFIX | QUALIFIER
_KEPT = ACT | QUALIFIER
_MEMORY = 200_000
_LEAST_CORE = 2


@define(frozen=True, slots=True)
class Slots:
    """名称槽位: what a name says, slot by slot.

    ``core`` is the object; ``signs`` the acts, qualifiers and numbers that tell items apart, as sorted marks
    ``class:canonical``; ``grant`` the family of a granting act (审批, 登记, 申领) that stands alone, else ``""``;
    ``sub`` what brackets add that no word list explains; ``words`` the surface of each mark. ``bare_level`` says that
    a bracket holds a level and nothing else (（县级）).
    ``plain`` is the object as written, before synonyms are brought to one form.
    """

    core: str
    signs: tuple[str, ...]
    grant: str
    sub: str
    words: tuple[tuple[str, str], ...]
    bare_level: bool = False
    plain: str = ""

    @property
    def key(self) -> tuple[str, tuple[str, ...], str]:
        """What two names must share to be joined without a doubt."""
        return (self.core, self.signs, self.sub)

    def surface(self, mark: str) -> str:
        """Return the characters of the name that a mark rests on."""
        return next((word for known, word in self.words if known == mark), mark.partition(":")[2])


@define(slots=True)
class _Reading:
    """What is gathered while a name is read; ``rest`` is the object, or what a bracket adds to it."""

    marks: dict[str, str]
    grant: str = ""
    strong: bool = False
    bare_level: bool = False
    rest: str = ""

    def take(self, hit: Hit) -> None:
        """Take an act or a qualifier; a granting act is only the family of a decision."""
        if hit.kind == "grant":
            if _GRANT_RANK[hit.canonical] > _GRANT_RANK[self.grant]:
                self.grant = hit.canonical
        elif hit.role & _KEPT:
            self.marks[hit.mark] = hit.surface
            if hit.role & ACT:
                self.strong = True

    def join(self, other: _Reading) -> None:
        """Take over what a bracket says besides the object."""
        self.marks.update(other.marks)
        self.strong |= other.strong
        self.bare_level |= other.bare_level
        if _GRANT_RANK[other.grant] > _GRANT_RANK[self.grant]:
            self.grant = other.grant


class Reader:
    """名称解析器: reads names with one lexicon; remembers objects and brackets, which recur in every catalogue."""

    __slots__ = ("_brackets", "_middles", "lexicon")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._brackets: dict[str, _Reading] = {}
        self._middles: dict[str, Middle] = {}

    def key(self, raw: str) -> tuple[str, tuple[str, ...], str, str]:
        """Return ``(core, signs, sub, grant)`` of a name: all that a join needs, without the surfaces."""
        core, sub, reading = self._read(raw)
        marks = reading.marks
        return core, tuple(sorted(marks)) if len(marks) > 1 else tuple(marks), sub, reading.grant

    def slots(self, raw: str) -> Slots:
        """Return all slots of a name."""
        core, sub, reading = self._read(raw)
        marks, plain = reading.marks, reading.rest
        return Slots(core, tuple(sorted(marks)), reading.grant, sub, tuple(marks.items()), reading.bare_level, plain)

    def _read(self, raw: str) -> tuple[str, str, _Reading]:
        main, inside = segments(raw, self.lexicon)
        reading = _Reading({})
        text = reading.rest = _peeled(main, self.lexicon, reading)
        known = self._middles.get(text)
        if known is None:
            known = middle(text, self.lexicon)
            if len(self._middles) < _MEMORY:
                self._middles[text] = known
        core, numbers = known
        if numbers:
            reading.marks.update(numbers)
        sub = self._inside(inside, reading) if inside else ""
        if not core:
            core, sub = _without_object(main, sub, reading)
        if reading.strong:
            reading.grant = ""
        return core, sub, reading

    def _inside(self, pieces: list[str], reading: _Reading) -> str:
        """Read the contents of brackets; return what they add to the object."""
        rests = []
        for piece in pieces:
            known = self._brackets.get(piece)
            if known is None:
                known = _bracket(piece, self.lexicon)
                if len(self._brackets) < _MEMORY:
                    self._brackets[piece] = known
            reading.join(known)
            if known.rest:
                rests.append(known.rest)
        return "|".join(sorted(rests))


@lru_cache(maxsize=4)
def reader_of(lexicon: Lexicon) -> Reader:
    """Return the reader of a lexicon; the few that are in use are kept."""
    return Reader(lexicon)


def read(raw: str, lexicon: Lexicon | None = None) -> Slots:
    """Read one published name; any text is read, an empty one gives empty slots."""
    return reader_of(lexicon or default_lexicon()).slots(raw)


def _peeled(text: str, lexicon: Lexicon, reading: _Reading) -> str:
    """Take acts, qualifiers and empty words off both ends of a name, longest word first, and return the rest."""
    hits, tails = lexicon.hits, lexicon.tails
    end = len(text)
    while end > 1:
        for length in tails.get(text[end - 2 : end], ()):
            if length <= end and (hit := hits.get(text[end - length : end])) is not None:
                break
        else:
            break
        if hit.surface in lexicon.splits:
            hit = _parted(text, end, hit, lexicon)
        if not hit.role & _CLOSING or (hit.kind == "deed" and (reading.strong or _GRANT_RANK[reading.grant] > 1)):
            break
        reading.take(hit)
        end -= len(hit.surface)
    if text[:2] in place_heads():
        text, end = _without_place(text, end)
    return _front(text[:end], lexicon, reading)


def _parted(text: str, end: int, hit: Hit, lexicon: Lexicon) -> Hit:
    """Prefer the short last word when the characters before it make a longer one (名称变更 + 登记, not 变更登记)."""
    short = lexicon.splits[hit.surface]
    cut, before = end - len(short.surface), len(hit.surface) - len(short.surface)
    for length in lexicon.tails.get(text[max(0, cut - 2) : cut], ()):
        if before < length <= cut and text[cut - length : cut] in lexicon.hits:
            return short
    return hit


def _front(text: str, lexicon: Lexicon, reading: _Reading) -> str:
    """Take what may open a name off its front, as long as an object is left."""
    hits, heads = lexicon.openings, lexicon.opening_heads
    if text[:1] in lexicon.short_prefixes and text[:2] not in heads and len(text) > _LEAST_CORE:
        text = text[1:]
    start, end = 0, len(text)
    while True:
        for length in heads.get(text[start : start + 2], ()):
            if start + length <= end and (hit := hits.get(text[start : start + length])) is not None:
                break
        else:
            break
        if not hit.role & OPENING or (hit.kind == "applicant" and end - start - length < _LEAST_CORE):
            break
        reading.take(hit)
        start += length
    return text[start:]


def _without_place(text: str, end: int) -> tuple[str, int]:
    """Take place names off the front, as long as an object is left."""
    while (length := place_at(text)) and length + 1 < end:
        text, end = text[length:], end - length
    return text, end


def _bracket(text: str, lexicon: Lexicon) -> _Reading:
    """Read the content of a bracket: every act and qualifier counts, the rest is the sub-item."""
    reading = _Reading({})
    whole = lexicon.applicants.get(text)
    if whole is not None:
        reading.take(whole)
        return reading
    rest = ""
    found = parts(text, lexicon)
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


def _without_object(main: str, sub: str, reading: _Reading) -> tuple[str, str]:
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
