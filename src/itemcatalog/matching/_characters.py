"""Which characters are mistaken for each other (同音 形近), and which pairs of characters are words."""

from __future__ import annotations

import csv
from functools import cache

from itemcatalog import _shipped
from itemcatalog.matching._fold import fold_term

__all__ = ["confusable", "is_word", "sound"]

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ing", "in"), ("eng", "en"), ("ang", "an"))


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_shipped.text("codes", "lexicon", f"{name}.csv").splitlines()))


def _plain(syllable: str) -> str:
    """Fold the sounds that speakers of many regions do not part (zh/z, ing/in, n/l)."""
    for written, heard in _FUZZY:
        syllable = syllable.replace(written, heard)
    return "l" + syllable[1:] if syllable.startswith("n") and len(syllable) > 1 else syllable


@cache
def _sounds() -> dict[str, frozenset[str]]:
    return {row["character"]: frozenset(map(_plain, row["syllables"].split())) for row in _rows("syllables")}


@cache
def _shapes() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in _rows("shapes"):
        groups.setdefault(row["term"], set()).add(row["canonical"])
    return {character: frozenset(found) for character, found in groups.items()}


@cache
def _words() -> frozenset[str]:
    pairs = (row["head"] + tail for row in _rows("words") for tail in row["tails"])
    return frozenset(fold_term(word) for word in pairs)


def confusable(left: str, right: str) -> bool:
    """Say whether two characters sound or look alike."""
    sounds = _sounds()
    if sounds.get(left, frozenset()) & sounds.get(right, frozenset()):
        return True
    shapes = _shapes()
    return bool(shapes.get(left, frozenset()) & shapes.get(right, frozenset()))


def sound(text: str) -> str:
    """Return the sounds of a text, one reading a character: equal sounds are candidates for one slip."""
    sounds = _sounds()
    return " ".join(min(sounds[one]) if one in sounds else one for one in text)


def is_word(pair: str) -> bool:
    """Say whether two characters are a common Chinese word."""
    return pair in _words()
