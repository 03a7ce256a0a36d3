"""Cutting a folded name into its main part and what stands in brackets, behind a dash or behind a blank."""

from __future__ import annotations

import re
from functools import cache

from itemcatalog import codes
from itemcatalog.matching._fold import fold
from itemcatalog.matching._lexicon import Lexicon

__all__ = ["is_place", "place_at", "place_heads", "segments"]

_BRACKET = re.compile(r"[()]+")
_DASH = re.compile(r"(?<![0-9A-Z])-+|-+(?![0-9A-Z])")
_INLINE = 2
_LONGEST_TAIL = 12
_NO_PLACES = frozenset(("市辖区", "新建区", "新建县", "港口区", "城中区", "城关区", "和平区"))
_PLACE_END = frozenset("省市区县旗州盟")


def segments(raw: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    """Return the folded main part and the folded contents of brackets that are not mere noise.

    A bracket of at most two characters in the middle of a name belongs to the name (村（社区）法律顾问).
    """
    if len(raw.split()) > 1:
        raw = _without_blanks(raw, lexicon)
    name = fold(raw)
    if "-" in name:
        name = _dashes_as_brackets(name)
    if "(" not in name and ")" not in name:
        return name, []
    return _brackets(name, lexicon)


def _brackets(name: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    pieces = _BRACKET.split(name)
    main, inside = pieces[0], []
    last = len(pieces) - 1
    for at in range(1, last + 1):
        piece = pieces[at]
        if not piece:
            continue
        if at % 2 == 0 or (at < last and pieces[at + 1] and len(piece) <= _INLINE and not _known(piece, lexicon)):
            main += piece
        elif piece not in lexicon.bracket_noise and not is_place(piece):
            inside.append(piece)
    if not main and inside:
        main = inside.pop(0)
    return main, inside


def _known(piece: str, lexicon: Lexicon) -> bool:
    return piece in lexicon.hits or piece in lexicon.applicants or piece in lexicon.bracket_noise


def _without_blanks(raw: str, lexicon: Lexicon) -> str:
    """Join what blanks part, unless the last part is a known word that qualifies the name."""
    *front, tail = raw.split()
    folded = fold(tail)
    known = folded in lexicon.applicants or (
        folded in lexicon.hits and lexicon.hits[folded].kind not in ("object", "synonym", "filler", "suffix")
    )
    return "".join(front) + (f"({tail})" if known else tail)


def _dashes_as_brackets(name: str) -> str:
    """Treat a short part behind the last dash as bracketed; other dashes between words go."""
    *front, tail = _DASH.split(name)
    if not front:
        return name
    if tail and len(tail) <= _LONGEST_TAIL and any(front):
        return "".join(front) + f"({tail})"
    return "".join(front) + tail


@cache
def _places() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """Return place names that may stand before a name, and the lengths by first two characters."""
    names = {
        fold(name)
        for name in codes.place_names()
        if len(name) > 2 and name[-1] in _PLACE_END and name not in _NO_PLACES
    }
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return frozenset(names), {head: tuple(sorted(all_, reverse=True)) for head, all_ in lengths.items()}


@cache
def place_heads() -> frozenset[str]:
    """Return the first two characters of every place name."""
    return frozenset(_places()[1])


def is_place(text: str) -> bool:
    """Say whether a folded text is nothing but the name of a place."""
    return len(text) > 2 and not drop_place(text)


def place_at(text: str) -> int:
    """Return the length of the place name that a folded text begins with, 0 where there is none."""
    names, lengths = _places()
    for length in lengths.get(text[:2], ()):
        if text[:length] in names:
            return length
    return 0


def drop_place(text: str) -> str:
    """Take place names off the front of a folded text."""
    while length := place_at(text):
        text = text[length:]
    return text
