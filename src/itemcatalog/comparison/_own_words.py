"""What a unit calls itself (authority, division, level of power), and a value of one unit in the words of another."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs
from attrs import define

from itemcatalog.comparison._members import Member
from itemcatalog.comparison._offices import ENDS, LEAST, LEVEL, leading_places, names_of
from itemcatalog.comparison._texts import format_key
from itemcatalog.matching._entries import plain_name
from itemcatalog.matching._permissions import says_whose
from itemcatalog.model import Limit

__all__ = ["OwnWords", "says_itself", "speaks_of_itself", "spoken", "words_of"]

# Fields whose texts a unit may word by its own name; a legal basis is cited by the name that the law has.
_WORDED = frozenset({"name", "sub_item", "conditions", "materials", "target_groups", "fees"})
_NAMES = frozenset({"name", "sub_item"})
# Marks that no office writes: an own body, an own place, an own level.
_BODY, _PLACE, _LEVEL = "\ue000", "\ue001", "\ue002"
_BODIES = re.compile(r"[、,，;；/\s]+")
_POWER = re.compile(r"[（(]([^（）()]*[权委授赋划][^（）()]*)[）)]")


@define(frozen=True, slots=True)
class OwnWords:
    """本级用语: what matches the bodies, the places and the level words of one unit, each with its mark."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]

    def within(self, text: str) -> bool:
        """Return whether a text names the unit, its place or its level."""
        return any(pattern.search(text) for pattern, _ in self.patterns)

    def marked(self, text: str) -> str:
        """Return a text with marks for the own words: two units that mean each its own write it alike."""
        for pattern, mark in self.patterns:
            text = pattern.sub(mark, text)
        return text

    def without(self, text: str) -> str:
        """Return a text without the own words."""
        for pattern, _ in self.patterns:
            text = pattern.sub("", text)
        return text


def words_of(member: Member) -> OwnWords:
    """Return the words in which a member speaks of itself."""
    return _words(member.item.authority.name or "", member.place)


def _kinds(division: str) -> str:
    """Return how a unit of a place calls its level: 省级, 本市."""
    if not division:
        return ""
    return "省" if division.endswith("0000") else "市州盟" if division.endswith("00") else "县区旗"


@functools.lru_cache(8_192)
def _words(authority: str, division: str) -> OwnWords:
    bodies = [one for one in _BODIES.split(authority) if one]
    above, own = _places(division, bodies)
    place = max((one for one in own if one[-1] in ENDS), key=len, default="")
    kinds = _kinds(division) + ("市" if place.endswith("市") else "")
    found = (
        (_body_pattern(bodies, [*above, *own], kinds), _BODY),
        (_place_pattern(above, own, kinds), _PLACE),
        (_level_pattern(kinds), _LEVEL),
    )
    return OwnWords(tuple((pattern, mark) for pattern, mark in found if pattern is not None))


def _places(division: str, bodies: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the names of the places above a unit and of its own: of its division, else as its authority begins."""
    if not division:
        leading = next((found for body in bodies if (found := leading_places(body))), ())
        return list(leading[:-1]), list(leading[-1:])
    codes = dict.fromkeys((division[:2] + "0000", division[:4] + "00", division))
    *above, own = [names_of(code) for code in codes]
    return [name for names in above for name in names], list(own)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


def _body_pattern(bodies: list[str], places: list[str], kinds: str) -> re.Pattern[str] | None:
    """Match a body by its full name, with or without place, and with the level for a place (市水利局)."""
    if not bodies:
        return None
    before = rf"(?:{_any(places)})*" if places else ""
    bare = [LEVEL.sub("", re.sub(f"^{before}", "", body)) for body in bodies]
    short = _any(one for one in bare if len(one) >= LEAST)
    level = f"[{kinds}]?" if kinds else ""
    shorter = [rf"(?:{_any(places)})+{level}(?:{short})"] if places and short else []
    alone = [rf"(?<![{ENDS}]){level}(?:{short})"] if short else []
    return re.compile("|".join([_any(bodies), *shorter, *alone]))


def _place_pattern(above: list[str], own: list[str], kinds: str) -> re.Pattern[str] | None:
    """Match a place by a name that ends as places do (高新 in 高新技术企业 names none), or as 本市 and 全市."""
    full = _any(name for name in own if name[-1] in ENDS and len(name) > 2)
    before = rf"(?:{_any(above)})*" if above else ""
    named = [rf"{before}(?:{full})"] if full else []
    said = [rf"[本我全][{kinds}](?!场)"] if kinds else []
    return re.compile("|".join([*named, *said])) if named or said else None


def _level_pattern(kinds: str) -> re.Pattern[str] | None:
    """Match 市级 and 县（区）级; 县级以上 is a term of law."""
    said = rf"(?:[{kinds}]|[（(][{kinds}][）)])+"
    return re.compile(rf"(?<![{ENDS}、及和或]){said}本?级(?!及?以[上下])") if kinds else None


@functools.cache
def _parts(kind: Any) -> tuple[str, ...]:
    """Return the attributes of a noun that may hold texts; a limit holds none of a unit's own."""
    return () if kind is Limit or not attrs.has(kind) else tuple(one.name for one in attrs.fields(kind))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    else:
        kind: Any = type(value)
        for name in _parts(kind):
            if (part := getattr(value, name)) is not None and part != ():
                yield from _strings(part)


def _mapped(value: Any, turn: Callable[[str], str]) -> Any:
    """Return a value with each of its texts turned; the value itself where none changes."""
    if isinstance(value, str):
        return turn(value)
    if isinstance(value, tuple):
        new = tuple(_mapped(one, turn) for one in value)
        return value if all(one is other for one, other in zip(value, new, strict=True)) else new
    kind: Any = type(value)
    old = {name: getattr(value, name) for name in _parts(kind)}
    changes = {name: turned for name, one in old.items() if (turned := _mapped(one, turn)) is not one}
    return attrs.evolve(value, **changes) if changes else value


def _key(text: str, words: OwnWords, name: bool) -> str:
    """Return a text without what only tells whose it is; names lose such words, other texts keep a mark for them."""
    if not name:
        return format_key(words.marked(text))
    return format_key(words.without(_POWER.sub(lambda hit: "" if says_whose(hit[1]) else hit[0], plain_name(text))))


def says_itself(member: Member, path: str, value: Any) -> bool:
    """Return whether a value of a field may name its own unit; a name may do so by its brackets alone."""
    if path not in _WORDED:
        return False
    words = words_of(member)
    return path in _NAMES or any(map(words.within, _strings(value)))


def spoken(path: str, value: Any, speaker: Member, hearer: Member, own: Any) -> Any:
    """Return the value of a speaker as the hearer, whose own value is given, would say it.

    A text that the hearer has too, but for the names of authority and division and for words of level, becomes the
    hearer's; another one stays as it is: nobody knows whether it holds there. Names of one unit stay as they are.
    """
    if path not in (_WORDED - _NAMES if speaker.unit == hearer.unit else _WORDED):
        return value
    known = _known(path, words_of(speaker), words_of(hearer), own)
    return _mapped(value, lambda text: known(text) or text)


def speaks_of_itself(path: str, value: Any, speaker: Member, hearer: Member, own: Any) -> bool:
    """Return whether a text of the speaker that the hearer has not names the speaker, its place or its level."""
    if path not in _WORDED or speaker.unit == hearer.unit:
        return False
    there = words_of(speaker)
    known = _known(path, there, words_of(hearer), own)
    return any(there.within(text) and known(text) is None for text in _strings(value))


def _known(path: str, there: OwnWords, here: OwnWords, own: Any) -> Callable[[str], str | None]:
    """Return what finds the hearer's text for one of the speaker's: the same text, or one with its own words."""
    has = dict.fromkeys(_strings(own))
    keys = {key: text for text in has if (key := _key(text, here, path in _NAMES))}
    return lambda text: text if text in has else keys.get(_key(text, there, path in _NAMES))
