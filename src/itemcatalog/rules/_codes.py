"""How rules read the codes of an item: parsed once, compared once, whatever the number of rules that ask."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from itemcatalog.codes import CrossCheck, ItemCode, check_against, parse_code
from itemcatalog.codes import Verdict as CodeVerdict
from itemcatalog.findings import Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context, per_item

__all__ = [
    "CODE_FIELDS",
    "LAYOUT_2018",
    "Reading",
    "bad_segments",
    "cross_check",
    "has_code",
    "main_of",
    "notes",
    "primary",
    "read_code",
    "readable",
    "readings",
]

#: The codes that have a grammar, the most telling first; directory, portal and internal numbers have none.
CODE_FIELDS = ("handling", "implementation", "local_implementation", "basic", "local_basic")

#: Schemes that share the layout of 2018 (12 / 31 / 33).
LAYOUT_2018 = ("national", "guangdong")


_OK, _BAD = CodeVerdict.OK, CodeVerdict.BAD

# A bare credit code, organisation code or licence identifier is no code of an item.
_NO_ITEM_CODES = ("gb32100", "gb11714", "licence")


class Reading(NamedTuple):
    """编码读法: one code of an item with its field and what it says.

    ``parts`` are its segments by name. ``bad`` and ``unknown`` are the names of the segments with these verdicts;
    a text that fits no grammar is bad as a ``whole``.
    """

    field: str
    text: str
    code: ItemCode
    bad: frozenset[str]
    unknown: frozenset[str]
    parts: Mapping[str, str]


@functools.lru_cache(maxsize=8192)
def read_code(text: str, scheme: str | None) -> ItemCode:
    """Return the reading of a code in the named scheme, else in any scheme that knows it."""
    named = parse_code(text, scheme)
    if scheme is not None and named.recognised:
        return named
    other = parse_code(text) if scheme is not None else named
    if other.scheme in _NO_ITEM_CODES:
        return parse_code(text, scheme or "national")
    return other if other.recognised else named


@per_item
def readings(item: Item, context: Context) -> tuple[Reading, ...]:
    """Return every code of an item that has a grammar, read by the workspace's scheme where that is named."""
    found = []
    for name in CODE_FIELDS:
        if text := getattr(item.codes, name):
            found.append(Reading(f"codes.{name}", text, *_judged(text, context.scheme)))
    return tuple(found)


@functools.lru_cache(maxsize=8192)
def _judged(text: str, scheme: str | None) -> tuple[ItemCode, frozenset[str], frozenset[str], Mapping[str, str]]:
    code = read_code(text, scheme)
    parts, bad, unknown = {}, [], []
    for segment in code.segments:
        parts[segment.name] = segment.value
        if segment.verdict is _BAD:
            bad.append(segment.name)
        elif segment.verdict is not _OK:
            unknown.append(segment.name)
    if not code.recognised:
        bad.append("whole")
    return code, frozenset(bad), frozenset(unknown), parts


def has_code(item: Item, context: Context) -> bool:
    """Return whether an item has a code with a grammar; usable as ``applies``."""
    return bool(readings(item, context))


@per_item
def readable(item: Item, context: Context) -> bool | None:
    """Return whether an item has a code that can be taken apart; None where no grammar fits its codes.

    Usable as ``applies``: what a code of unknown shape says cannot be told.
    """
    found = readings(item, context)
    return True if any("whole" not in one.bad for one in found) else None if found else False


@per_item
def primary(item: Item, context: Context) -> Reading | None:
    """Return the code that an item is known by: handling, implementation, local, else basic."""
    found = readings(item, context)
    return found[0] if found else None


def main_of(reading: Reading, item: Item, context: Context) -> tuple[str, str]:
    """Return basic and implementation code for comparing; without the sub-item's number where no column names it."""
    basic, implementation = reading.code.basic or "", reading.code.implementation or ""
    unnamed = len(reading.code.sub or "") if not context.carries(item, "sub_item") else 0
    return (basic[:-unnamed], implementation[:-unnamed]) if unnamed else (basic, implementation)


def bad_segments(code: ItemCode, *, but: tuple[str, ...] = ()) -> list[Text]:
    """Return what is wrong with a code, one note per bad segment."""
    bad = (one for one in code.segments if one.verdict is CodeVerdict.BAD and one.name not in but)
    return [one.note or Text(f"{one.meaning} {one.value}", f"{one.name} {one.value}") for one in bad]


def notes(found: list[Text]) -> Text:
    """Return several notes as one text."""
    return Text("；".join(one.zh for one in found), "; ".join(one.en for one in found))


#: What a comparison rests on; items of one body, level and type share it, so it is compared once for all of them.
_Basis = tuple[str | None, ...]


def _basis(reading: Reading) -> _Basis:
    code, part = reading.code, reading.parts.get
    return (
        code.scheme,
        code.form,
        part("credit_code"),
        part("organisation_code"),
        part("level"),
        part("province"),
        (part("division")),
        part("type"),
    )


@per_item
def _cross_checks(item: Item, context: Context) -> tuple[CrossCheck, ...]:
    reading = primary(item, context)
    if reading is None or "whole" in reading.bad:
        return ()
    given = (item.authority.credit_code, item.levels, context.division_of(item), item.power_type)
    key = ("cross-checks", _basis(reading), given)
    return context.memo(key, lambda: _compared(reading.code, given, context))


def _compared(
    code: ItemCode, given: tuple[str | None, tuple[str, ...], str | None, str | None], context: Context
) -> tuple[CrossCheck, ...]:
    credit_code, levels, division, power_type = given
    found = check_against(
        code,
        authority_credit_code=credit_code,
        level=levels,
        division=division,
        on=context.as_of,
        type_name=power_type,
    )
    return tuple(check for check in found if check.verdict is not CodeVerdict.OK)


def cross_check(item: Item, context: Context, aspect: str) -> Iterator[tuple[Reading, CrossCheck]]:
    """Yield how the code that an item is known by disagrees with the item in one aspect.

    Aspects: authority_credit_code, level, division, division_level, type (see ``codes.check_against``).
    """
    checks = _cross_checks(item, context)
    reading = primary(item, context) if checks else None
    if reading is not None:
        yield from ((reading, check) for check in checks if check.aspect == aspect)
