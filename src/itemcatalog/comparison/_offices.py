"""The place in the name of an office, and the office without it: 市水利局 of 绵阳市 is 绵阳市水利局."""

from __future__ import annotations

import functools
import re

from itemcatalog.codes import place_names
from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._texts import compare_texts
from itemcatalog.text import normalise

__all__ = ["ENDS", "LEAST", "LEVEL", "Office", "compare_offices", "leading_places", "means", "names_of", "office_of"]

ENDS = "省市区县州盟旗"
# An office of fewer characters (民政) is a word of every text.
LEAST = 3
# A level that stands for the place: 市水利局; 市场监督管理局 names none.
LEVEL = re.compile(r"^[省市县区州旗盟](?!场|政|容|域|划)")
_LONGEST = 12
# An office without its place, and the code of the place.
Office = tuple[str, str]


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, held in place_names().items():
        for code in held:
            found.setdefault(code, []).append(name)
    return {code: tuple(sorted(names, key=lambda name: (-len(name), name))) for code, names in found.items()}


def names_of(division: str) -> tuple[str, ...]:
    """Return the full and short names of a place, the longest first."""
    return _names().get(division, ())


def leading_places(office: str) -> tuple[str, ...]:
    """Return the places with which the name of an office begins: 福州市仓山区民政局 gives two."""
    found: list[str] = []
    at = 0
    while length := _leading(office[at:]):
        found.append(office[at : at + length])
        at += length
    return tuple(found)


def _leading(text: str) -> int:
    names = place_names()
    lengths = range(min(_LONGEST, len(text) - 1), 2, -1)
    return next((n for n in lengths if text[n - 1] in ENDS and text[:n] in names), 0)


@functools.lru_cache(8_192)
def office_of(authority: str, division: str) -> Office | None:
    """Return an office without its place, and the code of the place; None where either is not sure.

    ``division`` is where the office is looked for: the item's own place, else its channel's. A place in the name
    must lie in it or above it, or be one of its districts.
    """
    name = normalise(authority)
    places = leading_places(name)
    bare = name.removeprefix("".join(places))
    level = None if places else LEVEL.match(bare)
    place = _place_named(places[-1], division) if places else _at_level(level[0], division) if level else division
    bare = LEVEL.sub("", bare)
    return (bare, place) if place and len(bare) >= LEAST else None


def _place_named(name: str, division: str) -> str:
    """Return the one place of a name around a division; a city stands before the county that it once was."""
    around = division[:2] if division.endswith("0000") else division[:4]
    near = [code for code in place_names()[name] if code.startswith(around) or code == f"{division[:2]}0000"]
    found = [code for code in near if code.endswith("00")] if len(near) > 1 else near
    return found[0] if len(found) == 1 else ""


def _at_level(level: str, division: str) -> str:
    """Return the place of a level (市) around a division, itself included."""
    chain = (division, f"{division[:4]}00", f"{division[:2]}0000")
    return next((code for code in chain if any(name.endswith(level) for name in names_of(code))), "")


@functools.lru_cache(8_192)
def means(authority: str, bare: str, place: str) -> bool:
    """Return whether a name without a place (市水利局, 水利局) may mean an office of a place."""
    name = normalise(authority)
    level = LEVEL.match(name)
    fits = level is None or any(one.endswith(level[0]) for one in names_of(place))
    return fits and LEVEL.sub("", name) == bare


def compare_offices(left: str, right: str) -> Agreement:
    """Compare two names of an office: one that names its place in fewer words (市水利局) is worded differently."""
    agreement = compare_texts(left, right)
    if agreement is not Agreement.SUBSTANCE:
        return agreement
    short, long = sorted(map(normalise, (left, right)), key=len)
    places = leading_places(long)
    level = None if leading_places(short) else LEVEL.match(short)
    if level is not None and not (places and places[-1].endswith(level[0])):
        return Agreement.SUBSTANCE
    bare = LEVEL.sub("", short) if level else short
    heads = ("".join(places[:end]) for end in range(1, len(places) + 1))
    return Agreement.WORDING if any(bare == long.removeprefix(head) for head in heads) else Agreement.SUBSTANCE
