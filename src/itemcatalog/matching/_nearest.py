"""The nearest entries of a table of words: what rules ask when a text stands in no list."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define
from rapidfuzz import fuzz

from itemcatalog.text import NormalText, normalise

__all__ = ["Nearest", "nearest"]


@define(frozen=True, slots=True, kw_only=True)
class Nearest:
    """最接近项: an entry of a table and how near it is, 0 to 1 (1 = equal after normalisation)."""

    entry: str
    score: float


def nearest(text: str, table: Iterable[str], *, limit: int = 3, least: float = 0.6) -> tuple[Nearest, ...]:
    """Return the entries of a table that are nearest to a text, best first; equal scores in the table's order.

    Texts are compared in normal form by their common characters in order (Indel ratio); a text that contains or is
    contained in an entry counts at least 0.75.
    """
    asked = normalise(text)
    entries = list(dict.fromkeys(table))
    if not asked or not entries:
        return ()
    forms = [normalise(entry) for entry in entries]
    ratios = [fuzz.ratio(asked, form) for form in forms]
    scored = [
        (round(max(ratio / 100, _contained(asked, form)), 4), place)
        for place, (ratio, form) in enumerate(zip(ratios, forms, strict=True))
    ]
    best = sorted((one for one in scored if one[0] >= least), key=lambda one: (-one[0], one[1]))
    return tuple(Nearest(entry=entries[place], score=score) for score, place in best[:limit])


def _contained(one: NormalText, other: NormalText) -> float:
    short, long = sorted((one, other), key=len)
    return 0.75 if len(short) > 1 and short in long else 0.0
