"""Administrative divisions (行政区划, GB/T 2260) with the time in which each held, and local extensions.

Names are not keys: four districts are called 鼓楼区. Between 2019-04 and 2023-06 the exact day of a change is
not in the sources, so an old and a new code both count as valid there.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from datetime import date

from attrs import define

from itemcatalog.codes._clean import canonical
from itemcatalog.codes._place_names import forms
from itemcatalog.codes._tables import day, rows

__all__ = [
    "Division",
    "area_codes",
    "division",
    "division_called",
    "division_names",
    "divisions_named",
    "is_province_prefix",
    "place_names",
    "predecessors",
    "successors",
    "townships",
]

_PLACEHOLDERS = frozenset({"市", "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位"})
_LEVELS = {"province": "2", "city": "3", "county": "4", "town": "5", "village": "6"}
_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})


@define(frozen=True, slots=True, kw_only=True)
class Division:
    """行政区划: one code and its name in the time in which it held.

    ``level`` is province, city, county, town or village; ``status`` standard, observed or local (no GB/T 2260
    code). A township that no table lists has an empty name and the status ``unlisted``.
    """

    code: str
    name: str
    level: str
    valid_from: date | None
    valid_to: date | None
    source: str
    status: str

    @property
    def exercise_level(self) -> str:
        """The code of the level of exercise (行使层级) that this division has: 2 省 3 市 4 县 5 镇 6 村."""
        return _LEVELS[self.level]

    @property
    def parent(self) -> str | None:
        """The code of the next higher division; None for a province. Municipalities have no prefecture."""
        if self.level == "province":
            return None
        if self.level == "city":
            return self.code[:2] + "0000"
        if self.level == "county":
            direct = self.code[2:4] == "90" or self.code[:2] in _MUNICIPALITIES
            return self.code[:2] + "0000" if direct else self.code[:4] + "00"
        return self.code[:6] if self.level == "town" else self.code[:9]

    @property
    def is_placeholder(self) -> bool:
        """Whether the code only heads others (市辖区, 省直辖县级行政区划) and names no place."""
        return self.name in _PLACEHOLDERS or "直辖" in self.name

    def holds_on(self, on: date | None) -> bool:
        """Whether the code was valid on the day; None asks for any time."""
        if on is None:
            return True
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


def _division(row: Mapping[str, str]) -> Division:
    return Division(
        code=row["code"],
        name=row["name"],
        level=row["level"],
        valid_from=day(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        source=row["source"],
        status=row["status"],
    )


@functools.cache
def _by_code() -> dict[str, tuple[Division, ...]]:
    found: dict[str, tuple[Division, ...]] = {}
    for row in (*rows("divisions.csv"), *rows("divisions_local.csv")):
        found[row["code"]] = (*found.get(row["code"], ()), _division(row))
    return found


@functools.cache
def townships() -> Mapping[str, str]:
    """Return 9-digit code → name of the townships and streets that the tables list (Fuzhou)."""
    return {row["code"]: row["name"] for row in rows("townships_fuzhou.csv")}


def division_names(code: str) -> tuple[Division, ...]:
    """Return every interval of a 6-digit code, oldest first; empty when no table knows the code."""
    return _by_code().get(canonical(code), ())


def division(code: str, on: date | None = None) -> Division | None:
    """Return the division of a 6-, 9- or 12-digit code on a day, or None.

    Without a day the newest interval is given. ``350100000000`` is ``350100``.

    >>> division("350112", date(2017, 10, 1)).name, division("350182", date(2017, 10, 1))
    ('长乐区', None)
    """
    text = canonical(code)
    if len(text) in (9, 12) and text[6:].strip("0") == "":
        text = text[:6]
    elif len(text) == 12 and text.endswith("000"):
        text = text[:9]
    if len(text) == 6:
        return next((one for one in reversed(division_names(text)) if one.holds_on(on)), None)
    return _below_county(text, on) if len(text) in (9, 12) and text.isascii() and text.isdigit() else None


def _below_county(text: str, on: date | None) -> Division | None:
    county = division(text[:6], on)
    if county is None:
        return None
    name = townships().get(text, "")
    source = "国家统计局 2023-06-30" if name else county.source
    return Division(
        code=text,
        name=name,
        level="town" if len(text) == 9 else "village",
        valid_from=None,
        valid_to=None,
        source=source,
        status="observed" if name else "unlisted",
    )


def is_province_prefix(prefix: str) -> bool:
    """Tell whether two digits begin the code of a province."""
    return prefix + "0000" in _by_code()


@functools.cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for intervals in _by_code().values():
        for one in intervals:
            for form in () if one.is_placeholder else forms(one.name):
                found.setdefault(form, []).append(one)
    for row in rows("division_aliases.csv"):
        found.setdefault(row["name"], []).extend(_by_code()[row["code"]])
    return {name: tuple(divisions) for name, divisions in found.items()}


def divisions_named(name: str, on: date | None = None) -> tuple[Division, ...]:
    """Return all divisions of a full or short name on a day, by code.

    >>> [one.code for one in divisions_named("鼓楼区", date(2017, 12, 31))]
    ['320106', '320302', '350102', '410204']
    """
    found = {(one.code, one.name): one for one in _by_name().get(name.strip(), ()) if one.holds_on(on)}
    return tuple(found[key] for key in sorted(found))


_GOVERNMENT = re.compile(r"(?:人民)?政府$|本级$")
_PLACE_ENDS = re.compile(r"[省市州盟县]|自治区|地区")


@functools.lru_cache(maxsize=4096)
def division_called(text: str, within: str | None = None, on: date | None = None) -> str | None:
    """Return the code of the one place that a text names in words, or None when it names none, or several.

    What stands before a place (四川省成都市武侯区) tells where it lies, else ``within`` does: a place inside it or
    above it. The only place of that name in China is not meant when it lies elsewhere.

    >>> division_called("鼓楼区", "350100"), division_called("鼓楼区"), division_called("四川省成都市武侯区政府")
    ('350102', None, '510107')
    """
    name = _GOVERNMENT.sub("", text.strip())
    around = within
    found = divisions_named(name, on)
    for end in () if found else [hit.end() for hit in _PLACE_ENDS.finditer(name)]:
        found = divisions_named(name[end:], on)
        if found:
            before = name[:end]
            around = division_called(before, within, on) or division_called(before, None, on) or within
            break
    codes = sorted({one.code for one in found})
    named = codes if around is None else [code for code in codes if _one_line(code, around)]
    return named[0] if len(named) == 1 else None


def _one_line(left: str, right: str) -> bool:
    """Whether one of two places lies in the other, or both are one."""
    own, other = (re.sub("(?:00)+$", "", code) for code in (left, right))
    return own.startswith(other) or other.startswith(own)


@functools.cache
def place_names() -> Mapping[str, tuple[str, ...]]:
    """Return full and short name forms of every place, past ones too → codes (several for one name)."""
    return {name: tuple(sorted({one.code for one in found})) for name, found in _by_name().items()}


def successors(code: str) -> tuple[str, ...]:
    """Return the codes that followed an abolished one (350182 → 350112); empty when none is known."""
    return tuple(row["new"] for row in rows("division_changes.csv") if row["old"] == code)


def predecessors(code: str) -> tuple[str, ...]:
    """Return the codes that went before one (350404 → 350402, 350403)."""
    return tuple(row["old"] for row in rows("division_changes.csv") if row["new"] == code)


@functools.cache
def _area_codes() -> dict[str, tuple[str, ...]]:
    return {row["code"]: tuple(row["area_code"].split("|")) for row in rows("area_codes.csv")}


def area_codes(code: str) -> tuple[str, ...]:
    """Return the telephone area codes (区号) of a division, empty when they are not known.

    >>> area_codes("350102"), area_codes("429004"), area_codes("350000")
    (('0591',), ('0728',), ())
    """
    table = _area_codes()
    text = canonical(code)[:6]
    return next((table[text[:width]] for width in (6, 4, 2) if text[:width] in table), ())
