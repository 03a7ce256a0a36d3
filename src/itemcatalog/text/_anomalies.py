"""Characters that a person does not see or mistakes for others: material for findings (S25, S26)."""

from __future__ import annotations

import enum
import functools
import re

from attrs import define

from itemcatalog.text import _tables
from itemcatalog.text._characters import is_bidi, is_broken, is_control, is_invisible, is_private

__all__ = ["Anomaly", "AnomalyKind", "anomalies", "is_plain"]


class AnomalyKind(enum.StrEnum):
    """异常字符类别: why a character is reported."""

    ZERO_WIDTH = "zero-width"
    BIDI = "bidi"
    CONTROL = "control"
    BROKEN = "broken"
    PRIVATE_USE = "private-use"
    RADICAL = "radical"
    FULL_WIDTH_DIGIT = "full-width-digit"
    CONFUSABLE = "confusable"


@define(frozen=True, slots=True, kw_only=True)
class Anomaly:
    """异常字符: one character that should not stand where it stands.

    ``position`` counts characters from 0; ``suggestion`` is the character meant, ``""`` where none is known or
    the character should simply go.
    """

    kind: AnomalyKind
    character: str
    position: int
    suggestion: str = ""


_CODE = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u0370-\u03ff\u0400-\u04ff〇○◯一—–－−ー_.-]{4,}")
_FULL_WIDTH = re.compile("[０-９]")
# What nearly every name is made of; none of these is odd (a test asks every one of them).
_PLAIN: re.Pattern[str] = re.compile("[ -~\u4e00-\u9fff（）《》“”、，。；：—·〔〕]*")
_DIGIT = "0-9０-９"
_ZERO_FOR = {"〇": "0", "○": "0", "◯": "0", "O": "0", "o": "0", "Ｏ": "0", "I": "1", "l": "1", "Ｉ": "1"}
_DASH_FOR = dict.fromkeys("一—–－−ー", "-")
_BETWEEN_DIGITS = re.compile(rf"(?<=[{_DIGIT}])[〇○◯OoＯIlＩ一—–－−ー](?=[{_DIGIT}])")


def is_plain(raw: str) -> bool:
    """Return whether a text is of characters that are never odd, codes apart: letters, Chinese characters, marks."""
    return _PLAIN.fullmatch(raw) is not None


def anomalies(raw: str) -> tuple[Anomaly, ...]:
    """List the characters of a text that are invisible, broken, private, radicals or mistaken for others.

    Full-width digits and look-alikes are reported where the text around them is a code (ASCII letters and digits).
    """
    odd = set() if is_plain(raw) else {one for one in set(raw) if _kind(one) is not None}
    found = [_anomaly(position, character) for position, character in enumerate(raw) if character in odd] if odd else []
    listed = [one for one in found if one is not None] + _in_codes(raw)
    return tuple(sorted(listed, key=lambda one: (one.position, one.kind)))


def _anomaly(position: int, character: str) -> Anomaly | None:
    kind = _kind(character)
    if kind is None:
        return None
    suggestion = ""
    if kind is AnomalyKind.RADICAL:
        suggestion = _tables.mapping("radicals")[character]
    elif kind is AnomalyKind.PRIVATE_USE:
        suggestion = _tables.mapping("private_use").get(character, "")
    return Anomaly(kind=kind, character=character, position=position, suggestion=suggestion)


@functools.lru_cache(maxsize=65_536)
def _kind(character: str) -> AnomalyKind | None:
    if character.isascii() and character.isprintable():
        return None
    if character in _tables.mapping("radicals"):
        return AnomalyKind.RADICAL
    tests = (
        (is_bidi, AnomalyKind.BIDI),
        (is_control, AnomalyKind.CONTROL),
        (is_broken, AnomalyKind.BROKEN),
        (is_invisible, AnomalyKind.ZERO_WIDTH),
        (is_private, AnomalyKind.PRIVATE_USE),
    )
    return next((kind for holds, kind in tests if holds(character)), None)


def _in_codes(raw: str) -> list[Anomaly]:
    """Look for full-width digits anywhere, and for look-alikes where a code stands."""
    found = [
        Anomaly(
            kind=AnomalyKind.FULL_WIDTH_DIGIT,
            character=hit.group(),
            position=hit.start(),
            suggestion=chr(ord(hit.group()) - 0xFEE0),
        )
        for hit in _FULL_WIDTH.finditer(raw)
    ]
    for code in _CODE.finditer(raw):
        found += _confusables(raw, code.start(), code.end())
    return found


def _confusables(raw: str, start: int, end: int) -> list[Anomaly]:
    look_alike = _tables.mapping("confusables")
    meant = {
        position: look_alike[raw[position]]
        for position in range(start, end)
        if raw[position] in look_alike and any(one.isascii() and one.isalnum() for one in raw[start:end])
    }
    for hit in _BETWEEN_DIGITS.finditer(raw, start, end):
        character = hit.group()
        meant[hit.start()] = _ZERO_FOR.get(character) or _DASH_FOR[character]
    return [
        Anomaly(kind=AnomalyKind.CONFUSABLE, character=raw[position], position=position, suggestion=suggestion)
        for position, suggestion in meant.items()
    ]
