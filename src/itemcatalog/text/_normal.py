"""The one form in which texts are compared (S25): key(key(x)) == key(x)."""

from __future__ import annotations

import unicodedata
from typing import NewType

from itemcatalog.text import _tables
from itemcatalog.text._characters import is_blank, is_broken, is_control, is_invisible

__all__ = ["NormalText", "normalise"]

NormalText = NewType("NormalText", str)

_TABLES = ("private_use", "radicals", "punctuation", "simplified")
_ROUNDS = 8


def _mapped(character: str) -> str:
    """Map one character through all tables and NFKC once."""
    if is_blank(character) or is_invisible(character) or is_control(character) or is_broken(character):
        return ""
    for name in _TABLES:
        character = _tables.mapping(name).get(character, character)
    folded = unicodedata.normalize("NFKC", character)
    return folded.upper() if folded.isascii() else folded


def _settled(character: str) -> str:
    """Map one character until nothing changes any more."""
    text = character
    for _ in range(_ROUNDS):
        mapped = "".join(map(_mapped, text))
        if mapped == text:
            break
        text = mapped
    return text


class _Canonical(dict[int, str]):
    """Translation table that settles each character once."""

    def __missing__(self, point: int) -> str:
        settled = _settled(chr(point))
        self[point] = settled
        return settled


_CANONICAL = _Canonical()


def normalise(raw: str) -> NormalText:
    """Return the form in which two texts are compared; never shown instead of the original.

    Cleaned and without white space, NFKC, CJK radicals and equivalent ideographs, private use characters of the
    older GB 18030, one form of brackets ``()``, book title marks ``《》``, quotes ``"``, dashes ``-``, dots ``·``
    and Chinese punctuation (，、 → ``,``), traditional → simplified character by character, ASCII in upper case.
    """
    text = raw.translate(_CANONICAL)
    if text.isascii() or (unicodedata.is_normalized("NFC", raw) and unicodedata.is_normalized("NFC", text)):
        return NormalText(text)
    return NormalText(_composed(raw))


def _composed(raw: str) -> str:
    """Normalise a text in which characters combine, so that no character may be mapped on its own."""
    text = raw
    for _ in range(_ROUNDS * 4):
        mapped = unicodedata.normalize("NFKC", text).translate(_CANONICAL)
        if mapped == text:
            break
        text = mapped
    return text
