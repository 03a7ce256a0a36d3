"""Classes of single characters: what is invisible, what is blank, what must never be in a text."""

from __future__ import annotations

import unicodedata

__all__ = ["is_bidi", "is_blank", "is_broken", "is_control", "is_invisible", "is_private"]

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800")
_BLANKS = frozenset("\u200b\u2028\u2029\u0085")


def is_bidi(character: str) -> bool:
    """Say whether the character only steers the direction of writing."""
    return character in _BIDI


def is_control(character: str) -> bool:
    """Say whether the character is a control character other than white space."""
    return unicodedata.category(character) == "Cc" and not character.isspace()


def is_broken(character: str) -> bool:
    """Say whether the character is half of a surrogate pair or a noncharacter: it cannot be written out."""
    point = ord(character)
    return 0xD800 <= point <= 0xDFFF or 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE


def is_invisible(character: str) -> bool:
    """Say whether the character takes no room: zero width, soft hyphen, BOM, variation selector, filler."""
    point = ord(character)
    selector = 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point <= 0xE01EF or 0x180B <= point <= 0x180F
    return selector or character in _FILLERS or unicodedata.category(character) == "Cf"


def is_blank(character: str) -> bool:
    """Say whether the character is white space of any kind."""
    return character.isspace()


def is_private(character: str) -> bool:
    """Say whether the character stands in a private use area."""
    return unicodedata.category(character) == "Co"
