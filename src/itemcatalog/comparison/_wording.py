"""Words of guides that change no meaning: table ``codes/wording/synonyms.csv``."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterable

from itemcatalog import _shipped
from itemcatalog.text import normalise

__all__ = ["harmless_spans", "plain"]


@functools.cache
def _table() -> dict[str, str]:
    rows = csv.DictReader(_shipped.text("codes", "wording", "synonyms.csv").splitlines())
    table: dict[str, str] = {normalise(row["term"]): normalise(row["canonical"]) for row in rows}
    # A canonical word stands for itself, so that no shorter term is found inside it (有 in 具有).
    own = {word: word for word in table.values() if word}
    return own | table


@functools.cache
def _pattern() -> re.Pattern[str]:
    terms = sorted(_table(), key=lambda term: (-len(term), term))
    return re.compile("|".join(map(re.escape, terms)))


def plain(text: str) -> str:
    """Replace each word of the table by its canonical form (empty for words that say nothing), longest first."""
    return _pattern().sub(lambda match: _table()[match[0]], text)


def harmless_spans(pairs: Iterable[tuple[str, str]]) -> bool:
    """Return True when every differing span is made of words that say nothing."""
    return all(not plain(left) and not plain(right) for left, right in pairs)
