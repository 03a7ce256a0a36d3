"""Cutting a folded name into its main part and what stands in brackets, behind a dash or behind a blank."""

from __future__ import annotations

import re
from functools import cache

from itemcatalog import codes
from itemcatalog.matching._fold import fold
from itemcatalog.matching._hits import QUALIFIER
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._permissions import says_whose

__all__ = ["bracketed", "is_noise", "only_brackets", "place_at", "place_heads", "segments"]

_BRACKET = re.compile(r"([()])")
_DASH = re.compile(r"(?<![0-9A-Z])-+|-+(?![0-9A-Z])")
_INLINE = 2
_LONGEST_TAIL = 12
_NO_PLACES = frozenset(
    ("市辖区", "新建区", "新建县", "港口区", "城中区", "城关区", "和平区", "台湾省", "香港特别行政区", "澳门特别行政区")
)
_PLACE_END = frozenset("省市区县旗州盟")


def segments(raw: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    """Return the folded main part and the folded contents of its brackets.

    A bracket of at most two characters in the middle of a name belongs to the name (村（社区）法律顾问).
    """
    return bracketed(only_brackets(fold(raw), lexicon), lexicon)


def only_brackets(name: str, lexicon: Lexicon) -> str:
    """Return a folded name in which nothing is parted by blanks and dashes any more."""
    if " " in name:
        name = _without_blanks(name, lexicon)
    return _dashes_as_brackets(name, lexicon) if "-" in name else name


def bracketed(name: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    """Part a folded name without blanks and dashes at its brackets."""
    if "(" not in name:
        return (name if ")" not in name else name.replace(")", "")), []
    main, *others = name.split("(")
    if main and ")" not in main:
        inside = [other[:-1] for other in others if other.find(")") == len(other) - 1]
        if len(inside) == len(others):
            return main, inside
    return _brackets(name, lexicon)


def _brackets(name: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    """Part a name at its brackets; a bracket that is never closed or never opened does no harm.

    A short bracket within a bracket belongs to it (县（区）级权限).
    """
    inside: list[str] = []
    main, depth, glued = "", 0, False
    pieces = _BRACKET.split(name)
    for at, piece in enumerate(pieces):
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
            glued = glued and depth > 0
        elif not piece:
            continue
        elif not depth or (depth == 1 and not glued and _in_line(pieces, at, lexicon)):
            main += piece
        elif inside and (glued or (depth > 1 and len(piece) <= _INLINE)):
            inside[-1] += piece
            glued = True
        else:
            inside.append(piece)
    if not main:
        inside = [piece for piece in inside if not is_noise(piece, lexicon)]
        main = inside.pop(0) if inside else ""
    return main, inside


def is_noise(piece: str, lexicon: Lexicon) -> bool:
    """Say whether the content of a bracket tells nothing about which item is meant: a permission, a place."""
    return not piece or piece in lexicon.bracket_noise or says_whose(piece) or is_place(piece)


def _in_line(pieces: list[str], at: int, lexicon: Lexicon) -> bool:
    """Say whether a short bracket in the middle of a name belongs to the name (村（社区）法律顾问)."""
    if len(pieces[at]) > _INLINE or at < 2 or at + 2 >= len(pieces) or pieces[at + 1] != ")":
        return False
    return bool(pieces[at - 2]) and bool(pieces[at + 2]) and not _known(pieces[at], lexicon)


def _known(piece: str, lexicon: Lexicon) -> bool:
    return piece in lexicon.hits or piece in lexicon.applicants or piece in lexicon.bracket_noise or says_whose(piece)


def _without_blanks(name: str, lexicon: Lexicon) -> str:
    """Join what blanks part; a part that is nothing but a qualifier or tells no item counts as bracketed."""
    first, *others = name.split() or [""]
    return first + "".join(_qualifying(part, lexicon) for part in others)


def _dashes_as_brackets(name: str, lexicon: Lexicon) -> str:
    """Treat a short part behind a dash as bracketed; other dashes between words go."""
    first, *others = _DASH.split(name)
    if not others:
        return name
    if len(others) == 1 and first and 0 < len(others[0].partition("(")[0]) <= _LONGEST_TAIL:
        return first + _bracketed(others[0])
    last = len(others) - 1
    return first + "".join(
        _bracketed(part) if at == last and first and 0 < len(part.partition("(")[0]) <= _LONGEST_TAIL
        else _qualifying(part, lexicon)
        for at, part in enumerate(others)
    )  # fmt: skip


def _qualifying(part: str, lexicon: Lexicon) -> str:
    word = part.partition("(")[0]
    hit = lexicon.hits.get(word)
    known = word in lexicon.applicants or (hit is not None and hit.role & QUALIFIER)
    known = known or word in lexicon.bracket_noise or says_whose(word)
    return _bracketed(part) if known else part


def _bracketed(part: str) -> str:
    word, opened, rest = part.partition("(")
    return f"({word}){opened}{rest}"


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
