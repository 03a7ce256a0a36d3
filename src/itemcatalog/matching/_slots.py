"""Reading a name into slots: object core, acts, qualifiers, numbers, bracketed sub-item."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NewType

from attrs import define

from itemcatalog.matching._lexicon import (
    ACT,
    FILLER,
    OBJECT,
    OPENING,
    QUALIFIER,
    SUFFIX,
    TYPO,
    WORD,
    Hit,
    Lexicon,
    default_lexicon,
)
from itemcatalog.matching._segments import place_at, place_heads, segments
from itemcatalog.text import chinese_number

__all__ = ["NormalName", "Reader", "Slots", "normal_name", "read"]

NormalName = NewType("NormalName", str)

_GRANT_RANK = {"登记": 3, "审批": 2, "申领": 1}
_NUMERAL = re.compile(
    r"(?<![0-9A-Z])[0-9]+(?:\.[0-9]+)?(?![0-9A-Z])|[一二三四五六七八九十百千万两]{2,}|(?<!第)[一二三四五六七八九两](?=[个年月日岁])"
)
_NOT_NUMBERS = frozenset(("一一", "三三", "千万", "万千", "十百", "百千"))


@define(frozen=True, slots=True)
class Slots:
    """名称槽位: what a name says, slot by slot.

    ``core`` is the object; ``signs`` the acts, qualifiers and numbers that tell items apart, as sorted marks
    ``class:canonical``; ``grant`` the family of a granting act (审批, 登记, 申领) that stands alone, else ``""``;
    ``sub`` what brackets add that no word list explains; ``words`` the surface of each mark.
    """

    core: str
    signs: tuple[str, ...]
    grant: str
    sub: str
    words: tuple[tuple[str, str], ...]
    bare_level: bool = False

    @property
    def key(self) -> tuple[str, tuple[str, ...], str]:
        """What two names must share to be joined without a doubt."""
        return (self.core, self.signs, self.sub)

    def surface(self, mark: str) -> str:
        """Return the characters of the name that a mark rests on."""
        return next((word for known, word in self.words if known == mark), mark.partition(":")[2])


class _Reading:
    """What is gathered while a part of a name is read."""

    __slots__ = ("bare_level", "grant", "marks", "rest", "strong")

    def __init__(self) -> None:
        self.rest = ""
        self.marks: dict[str, str] = {}
        self.grant = ""
        self.bare_level = False
        self.strong = False

    def take(self, hit: Hit) -> None:
        """Take an act or a qualifier; a granting act is only the family of a decision."""
        if hit.kind == "grant":
            if _GRANT_RANK[hit.canonical] > _GRANT_RANK.get(self.grant, 0):
                self.grant = hit.canonical
        elif hit.role & _KEPT:
            self.marks[hit.mark] = hit.surface
            self.strong = self.strong or hit.role & ACT > 0

    def join(self, other: _Reading) -> None:
        """Take over what a bracket says besides the object."""
        self.marks.update(other.marks)
        self.strong |= other.strong
        self.bare_level |= other.bare_level
        if _GRANT_RANK.get(other.grant, 0) > _GRANT_RANK.get(self.grant, 0):
            self.grant = other.grant


class Reader:
    """名称解析器: reads names with one lexicon and remembers the contents of brackets, which recur."""

    __slots__ = ("_brackets", "lexicon")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._brackets: dict[str, _Reading] = {}

    def key(self, raw: str) -> tuple[str, tuple[str, ...], str, str]:
        """Return ``(core, signs, sub, grant)`` of a name: all that a join needs, without the surfaces."""
        core, sub, reading = self._read(raw)
        marks = reading.marks
        return core, tuple(sorted(marks)) if len(marks) > 1 else tuple(marks), sub, reading.grant

    def slots(self, raw: str) -> Slots:
        """Return all slots of a name."""
        core, sub, reading = self._read(raw)
        marks = reading.marks
        return Slots(core, tuple(sorted(marks)), reading.grant, sub, tuple(marks.items()), reading.bare_level)

    def _read(self, raw: str) -> tuple[str, str, _Reading]:
        lexicon = self.lexicon
        reading = _Reading()
        main, inside = segments(raw, lexicon)
        core = _main(main, lexicon, reading)
        subs = [rest for piece in inside if (rest := self._bracket(piece, reading))] if inside else inside
        if not core:
            core = subs.pop(0) if subs else _without_object(main, reading)
        if _NUMERAL.search(core):
            core = _numbers(core, reading)
        if reading.strong:
            reading.grant = ""
        return core, "|".join(sorted(subs)) if subs else "", reading

    def _bracket(self, piece: str, reading: _Reading) -> str:
        known = self._brackets.get(piece)
        if known is None:
            known = _bracket(piece, self.lexicon)
            if len(self._brackets) < _MEMORY:
                self._brackets[piece] = known
        reading.join(known)
        return known.rest


_MEMORY = 100_000
_DECIDED = frozenset(("审批", "登记"))


@cache
def _default_reader() -> Reader:
    return Reader(default_lexicon())


def read(raw: str, lexicon: Lexicon | None = None) -> Slots:
    """Read one published name; any text is read, an empty one gives empty slots."""
    return (_default_reader() if lexicon is None else Reader(lexicon)).slots(raw)


def _parts(text: str, lexicon: Lexicon) -> list[str | Hit]:
    """Cut a text at the words of the lexicon, longest first from the left; objects stay part of the text."""
    heads, hits = lexicon.heads, lexicon.hits
    parts: list[str | Hit] = []
    at = start = 0
    end = len(text) - 1
    while at < end:
        lengths = heads.get(text[at : at + 2])
        if lengths is None:
            at += 1
            continue
        for length in lengths:
            hit = hits.get(text[at : at + length])
            if hit is not None:
                break
        else:
            at += 1
            continue
        if hit.role & OBJECT:
            at += length
            continue
        if hit.role & TYPO:
            text = text[:at] + hit.canonical + text[at + length :]
            end = len(text) - 1
            at += 0 if _is_other_word(hit.canonical, hits) else len(hit.canonical)
            continue
        if start < at:
            parts.append(text[start:at])
        parts.append(hit)
        at += length
        start = at
    if start <= end:
        parts.append(text[start:])
    return parts


def _is_other_word(word: str, hits: dict[str, Hit]) -> bool:
    found = hits.get(word)
    return found is not None and not found.role & TYPO


def _main(text: str, lexicon: Lexicon, reading: _Reading) -> str:
    """Read the main part: acts and qualifiers count at its ends only, applicants in front."""
    if text[:2] in place_heads():
        text = _without_place(text)
    parts = _parts(text, lexicon)
    first, last = 0, len(parts)
    while last and not isinstance(hit := parts[last - 1], str) and hit.role & _CLOSING:
        if hit.kind == "deed" and (reading.strong or reading.grant in _DECIDED):
            break
        last -= 1
        reading.take(hit)
    while first < last:
        hit = parts[first]
        if isinstance(hit, str):
            opens = hit[:2] in lexicon.openings or hit[:1] in lexicon.openings
            rest = _front(hit, lexicon, reading, alone=last - first == 1) if opens else hit
            if rest:
                parts[first] = rest
                break
        elif hit.role & OPENING:
            reading.take(hit)
        elif hit.surface in lexicon.applicants and last - first > 1:
            reading.take(lexicon.applicants[hit.surface])
        else:
            break
        first += 1
    if last - first == 1 and isinstance(only := parts[first], str):
        return only
    return _core(parts[first:last])


def _core(parts: list[str | Hit]) -> str:
    """Write the object; a qualifier in its middle belongs to it."""
    core = ""
    for part in parts:
        if isinstance(part, str):
            core += part
        elif part.role & (WORD | QUALIFIER):
            core += part.canonical
        elif not part.role & FILLER:
            core += part.surface
    return core


_CLOSING = ACT | FILLER | SUFFIX | QUALIFIER
_KEPT = ACT | QUALIFIER


def _without_place(text: str) -> str:
    """Take place names off the front, as long as an object is left."""
    while (length := place_at(text)) and length + 1 < len(text):
        text = text[length:]
    return text


def _front(text: str, lexicon: Lexicon, reading: _Reading, *, alone: bool) -> str:
    """Take a prefix and an applicant off the front; ``alone`` = nothing else would be the object."""
    least = 1 if alone else -1
    for prefix in lexicon.prefixes:
        if text.startswith(prefix) and len(text) > len(prefix) + least and not _longer(text, len(prefix), lexicon):
            text = text[len(prefix) :]
            break
    for length in lexicon.applicant_heads.get(text[:2], ()):
        hit = lexicon.applicants.get(text[:length])
        if hit is not None and len(text) > length + least and not _longer(text, length, lexicon):
            reading.take(hit)
            return text[length:]
    return text


def _longer(text: str, length: int, lexicon: Lexicon) -> bool:
    """Say whether a longer known word begins where a shorter one would be taken off."""
    return any(
        found > length or (found == length and lexicon.hits[text[:found]].kind == "synonym")
        for found in lexicon.heads.get(text[:2], ())
        if text[:found] in lexicon.hits
    )


def _bracket(text: str, lexicon: Lexicon) -> _Reading:
    """Read the content of a bracket: every act and qualifier counts, the rest is the sub-item."""
    reading = _Reading()
    whole = lexicon.applicants.get(text)
    if whole is not None:
        reading.take(whole)
        return reading
    rest = ""
    parts = _parts(text, lexicon)
    while parts and not isinstance(last := parts[-1], str) and last.role & SUFFIX:
        parts.pop()
    for part in parts:
        if isinstance(part, str):
            rest += part
        elif part.role & _KEPT:
            reading.bare_level |= part.kind == "level" and part.surface == text
            reading.take(part)
        elif part.role & WORD:
            rest += part.canonical
        elif not part.role & FILLER:
            rest += part.surface
    if rest and rest in lexicon.applicants:
        reading.take(lexicon.applicants[rest])
    elif rest:
        reading.rest = _numbers(rest, reading) if _NUMERAL.search(rest) else rest
    return reading


def _without_object(main: str, reading: _Reading) -> str:
    """Give an object to a name of nothing but acts and qualifiers: the applicant that it begins with."""
    for mark, word in reading.marks.items():
        if mark.startswith("applicant:") and main.startswith(word):
            del reading.marks[mark]
            return word
    return "" if reading.marks else main


def _numbers(text: str, reading: _Reading) -> str:
    """Take the numbers out of a core; numbers written in words and in digits are the same."""

    def taken(hit: re.Match[str]) -> str:
        value = None if hit.group() in _NOT_NUMBERS else chinese_number(hit.group())
        if value is None:
            return hit.group()
        reading.marks[f"number:{_shown(value)}"] = hit.group()
        return "#"

    return _NUMERAL.sub(taken, text)


def _shown(value: Fraction) -> str:
    return str(value) if value.denominator != 1 else str(value.numerator)


def normal_name(raw: str, lexicon: Lexicon | None = None) -> NormalName:
    """Return the canonical form of a name: its core, then its marks; equal forms are the same item."""
    slots = read(raw, lexicon)
    return NormalName("·".join(part for part in (slots.core, slots.sub, *slots.signs) if part))
