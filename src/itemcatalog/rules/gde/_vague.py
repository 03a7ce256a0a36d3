"""Vague wording (含糊用语) in guides: a lexicon of phrases, each with its rewrite and with what only looks like it."""

from __future__ import annotations

import csv
import functools
import io
import re
from typing import NamedTuple

from itemcatalog import _shipped
from itemcatalog.text import normalise

__all__ = ["Vague", "VagueHit", "lexicon", "vague_in"]


class Vague(NamedTuple):
    """含糊用语: a phrase with the pattern that finds it and the pattern around it that clears it.

    ``begins`` are the one or two characters that every hit begins with, so that the pattern is tried only where one
    of them stands. ``sure`` says that no reading of it is precise; ``rewrite`` is what to write instead (建议写法).
    """

    phrase: str
    pattern: re.Pattern[str]
    begins: tuple[str, ...]
    cleared: re.Pattern[str] | None
    kind: str
    sure: bool
    rewrite: str
    example: str
    false_alarm: str


class VagueHit(NamedTuple):
    """含糊之处: the words found, and the entry that they belong to."""

    words: str
    entry: Vague


@functools.cache
def lexicon() -> tuple[Vague, ...]:
    """Return the entries of ``codes/wording/vague.csv``; patterns are matched on normalised text."""
    rows = csv.DictReader(io.StringIO(_shipped.text("codes", "wording", "vague.csv")))
    return tuple(
        Vague(
            phrase=row["phrase"],
            pattern=re.compile(row["pattern"]),
            begins=tuple(row["begins"].split("|")),
            cleared=re.compile(row["except"]) if row["except"] else None,
            kind=row["kind"],
            sure=row["sure"] == "是",
            rewrite=row["rewrite"],
            example=row["example"],
            false_alarm=row["false_alarm"],
        )
        for row in rows
    )


@functools.cache
def _by_first() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the beginnings by their first characters, each with the number of its entry."""
    found: dict[str, list[tuple[str, int]]] = {}
    for number, entry in enumerate(lexicon()):
        for begin in entry.begins:
            found.setdefault(begin[0], []).append((begin, number))
    return {first: tuple(begins) for first, begins in found.items()}


@functools.cache
def _firsts() -> frozenset[str]:
    return frozenset(_by_first())


def _candidates(plain: str) -> list[Vague]:
    """Return the entries that begin somewhere in a text, so that it is not searched a hundred times."""
    table = _by_first()
    found = {number for first in _firsts().intersection(plain) for begin, number in table[first] if begin in plain}
    return [lexicon()[number] for number in sorted(found)]


# Titles, quotations and what an article of a law says (《…》第…条规定：…) are somebody else's words.
_QUOTED = re.compile(r"《[^《》]*》(?:[^.;《》]{0,20}第[^.;《》]{1,12}条[^.;:,]{0,12}规定[:,][^.;]*)?|\"[^\"]*\"")


@functools.lru_cache(maxsize=32_768)
def vague_in(text: str) -> tuple[VagueHit, ...]:
    """Return the vague words of a text, in the order of the text; of two that overlap the surer, else the longer."""
    plain = normalise(text)
    candidates = _candidates(plain)
    if not candidates:
        return ()
    quoted = [hit.span() for hit in _QUOTED.finditer(plain)]
    found = sorted(
        ((hit.start(), hit.end(), entry) for entry in candidates for hit in _hits(entry, plain, quoted)),
        key=lambda one: (not one[2].sure, one[0] - one[1], one[0]),
    )
    kept: list[tuple[int, int, Vague]] = []
    for start, end, entry in found:
        if all(end <= other_start or other_end <= start for other_start, other_end, _ in kept):
            kept.append((start, end, entry))
    return tuple(VagueHit(plain[start:end], entry) for start, end, entry in sorted(kept, key=lambda one: one[0]))


def _hits(entry: Vague, plain: str, quoted: list[tuple[int, int]]) -> list[re.Match[str]]:
    hits = list(entry.pattern.finditer(plain))
    if not hits:
        return []
    clear = quoted + ([one.span() for one in entry.cleared.finditer(plain)] if entry.cleared else [])
    return [hit for hit in hits if not any(start < hit.end() and hit.start() < end for start, end in clear)]
