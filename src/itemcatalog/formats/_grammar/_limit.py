"""The one grammar of time limits (法定、承诺办结时限): text → ``Limit`` with exact numbers.

Read: ``20个工作日`` · ``30(工作日)`` · ``二十个工作日`` · ``10个工作日内`` · ``自受理之日起20个工作日内办结`` ·
``1个月`` · ``半年`` · ``1周`` (7 自然日) · ``25个工作日（不含公示时间）`` · ``20个工作日，可延长10日`` (a note) ·
``即办`` ``当场办结`` ``立等可取`` ``当日办结`` (instant) · ``无`` ``无法定时限`` ``不限`` ``-1`` (none) · a bare
number where header or unit column names the unit · ``法定20个工作日，承诺5个工作日`` (the half of the field asked for).

日 and 天 alone are 自然日 as written: a licence's limit in law is of working days (行政许可法第八十二条), but which day
the office meant is for a named conversion to say, not for the reader. Where the column's own unit is 工作日, 日
means that. Not understood, hence ``unclear``: ranges (1-3个工作日), several by situation, two units, 按规定, a number
without any unit.
"""

from __future__ import annotations

import functools
import math
import re
from datetime import date
from fractions import Fraction

import attrs

from itemcatalog.formats._grammar._limit_words import (
    EXCLUDES,
    EXTENDS,
    INSTANT,
    LIMIT,
    NONE,
    NUMBER,
    REVERSED,
    TWO_KINDS,
)
from itemcatalog.formats._grammar._plain import plain, sentence
from itemcatalog.formats._grammar._unit import DAY_WORDS, measure, unit_of_text
from itemcatalog.model import Limit, LimitState
from itemcatalog.text import chinese_number

__all__ = ["number_of", "parse_limit"]

_BRACKET = re.compile(r"\(([^()]*)\)")
_SPLIT = re.compile(r"[,;.、]|和|及|与|以及|或")
_BREAK = re.compile(r"[,;.]|/(?:件|次|项|批|户|个)")
_ANY_LIMIT = re.compile(rf"(?:{NUMBER})个?(?:工作日|自然日|日|天|月|年|小时|周)")
_NEGATIVE = re.compile(r"-(?P<number>[0-9]+)(?:\.0+)?\(?(?:个?(?:工作日|自然日|天|日))?\)?")
# A line end in a cell; between two digits it may part two numbers.
_DIGITS = "0-9〇零一二三四五六七八九十百两"
_LINE_END = re.compile(rf"(?<=[^{_DIGITS}\s])\s*\n\s*|\s*\n\s*(?![{_DIGITS}\s])")
_NEEDED = re.compile(r"(?:所需|所用|需要|占用)的?(?:时间|时限)?$")
_NEW_CLAUSE = re.compile(r"[;.]|,(?=不|其中|经|特殊|因|情况|但|如|遇|需|含|包)")
_LONGEST = 500
_HIGHEST = 1_000_000
_FIELDS = {"statutory": "法定", "promised": "承诺"}


def parse_limit(value: object, unit: str | None = None, kind: str | None = None) -> Limit:
    """Read one time limit; ``unit`` is what header or unit column name, ``kind`` ``statutory`` or ``promised``.

    Always a ``Limit``: what is not understood has the state ``unclear``. ``raw`` is the text as written.
    """
    if isinstance(value, bool | date) or value is None or not _sensible(value):
        return Limit(state=LimitState.UNCLEAR, raw=str(value))
    if isinstance(value, int | float):
        return _of_number(repr(value), unit)
    raw = str(value).strip()
    return _of_text(raw, unit, kind) if len(raw) <= _LONGEST else Limit(state=LimitState.UNCLEAR, raw=raw)


def _sensible(value: object) -> bool:
    """Say whether a number can be a limit at all: finite, and below a million of any unit."""
    return not isinstance(value, int | float) or (math.isfinite(value) and abs(value) < _HIGHEST)


@functools.lru_cache(maxsize=4096)
def _of_text(raw: str, unit: str | None, kind: str | None) -> Limit:
    limit = _read(sentence(raw), unit, kind)
    if limit is None and "\n" in raw:
        limit = _read(sentence(_LINE_END.sub("", raw)), unit, kind)
    return attrs.evolve(limit or Limit(state=LimitState.UNCLEAR), raw=raw)


def number_of(raw: str) -> Fraction | None:
    """Return the number that a text is, in digits or in words, with the counter 个 allowed."""
    return chinese_number(raw.removesuffix("个"))


@functools.lru_cache(maxsize=4096)
def _of_number(written: str, unit: str | None) -> Limit:
    number, raw = Fraction(written), written.removesuffix(".0")
    if number < 0:
        return Limit(state=LimitState.NONE if number == -1 else LimitState.UNCLEAR, raw=raw)
    if unit is None:
        return Limit(state=LimitState.UNCLEAR, raw=raw)
    return Limit(value=number, unit=unit, raw=raw)


def _read(text: str, unit: str | None, kind: str | None) -> Limit | None:
    if NONE.fullmatch(text):
        return Limit(state=LimitState.NONE)
    if found := _NEGATIVE.fullmatch(text):
        return Limit(state=LimitState.NONE) if found["number"] == "1" else None
    if INSTANT.fullmatch(text):
        return Limit(state=LimitState.INSTANT)
    if found := REVERSED.fullmatch(text):
        return _counted_as(found["number"], found["unit"])
    if (both := TWO_KINDS.fullmatch(text)) and both["first"] != both["second"]:
        return _own_half(both, unit, kind)
    return _one(text, unit)


def _own_half(both: re.Match[str], unit: str | None, kind: str | None) -> Limit | None:
    """Take the half of a cell that names both limits which the field asks for."""
    wanted = _FIELDS.get(kind or "")
    half = both["one"] if both["first"] == wanted else both["two"] if both["second"] == wanted else None
    return None if half is None else _read(half, unit, None)


def _one(text: str, unit: str | None) -> Limit | None:
    """Read a text that holds one limit, brackets and trailing clauses around it."""
    notes = [inside for inside in _BRACKET.findall(text) if inside]
    bare = _BRACKET.sub("", text)
    if not bare.strip(",;."):
        return _one(notes[0], unit) if len(notes) == 1 and notes[0] != text else None
    if INSTANT.fullmatch(bare) or NONE.fullmatch(bare):
        state = LimitState.INSTANT if INSTANT.fullmatch(bare) else LimitState.NONE
        return None if any(map(_ANY_LIMIT.search, notes)) else _noted(Limit(state=state), notes)
    found = LIMIT.fullmatch(bare)
    if found is None or (found["rest"] and not _BREAK.match(found["rest"])):
        return None
    inner = next((word for word in notes if unit_of_text(word)), None)
    counted = _counted(found, unit if inner is None else inner)
    rest = [note for note in notes if note != inner and not (found["unit"] and number_of(note) == number_of(found[1]))]
    return None if counted is None else _noted(counted, rest + _NEW_CLAUSE.split(found["rest"]))


def _counted(found: re.Match[str], unit: str | None) -> Limit | None:
    number = number_of(found["number"])
    if found["again"] and number_of(found["again"].strip("()")) != number:
        return None
    word = found["unit"]
    if number is None or (word is None and unit is None):
        return None
    if found["half"]:
        number += Fraction(1, 2)
    if word is None or (word in DAY_WORDS and unit == "工作日"):
        own = measure(plain(unit or "")) or measure(unit or "")
    else:
        own = measure(word)
    return None if own is None or number >= _HIGHEST else Limit(value=number * own[1], unit=own[0])


def _counted_as(number: str, word: str) -> Limit | None:
    value, own = number_of(number), measure(word)
    if value is None or own is None or value >= _HIGHEST:
        return None
    return Limit(value=value * own[1], unit=own[0])


def _noted(limit: Limit, clauses: list[str]) -> Limit | None:
    """Add what brackets and trailing clauses say; None where one of them is another limit."""
    excludes: list[str] = []
    notes: list[str] = []
    for clause in (one.strip(",") for one in clauses):
        if found := EXCLUDES.fullmatch(clause):
            excludes += _parts(found["front"] or found["back"])
        elif (_ANY_LIMIT.search(clause) or INSTANT.fullmatch(clause)) and not EXTENDS.search(clause):
            if not _says_again(limit, clause):
                return None
            notes += [clause] if INSTANT.fullmatch(clause) else []
        elif clause:
            notes.append(clause)
    return attrs.evolve(limit, excludes=tuple(excludes), note=";".join(notes) or None)


def _says_again(limit: Limit, clause: str) -> bool:
    """Say whether a clause only repeats the limit, or calls one day or less 即办."""
    if INSTANT.fullmatch(clause):
        return limit.value is not None and limit.value <= 1
    again = LIMIT.fullmatch(clause)
    same = None if again is None else _counted(again, limit.unit)
    return same is not None and (same.value, same.unit) == (limit.value, limit.unit)


def _parts(text: str) -> list[str]:
    """Split what lies outside the limit: 听证、招标、公示时间."""
    parts = (_NEEDED.sub("", part) for part in _SPLIT.split(text))
    return [part for part in parts if part not in ("", "等", "其他")]
