"""The form of a text in which the grammars look for words: never shown instead of the original."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

from itemcatalog.text import normalise

__all__ = ["BLANKS", "plain", "remembered", "sentence"]

T = TypeVar("T")
_REMEMBERED = 4096
_LONGEST = 200


def remembered(read: Callable[[str], T]) -> Callable[[str], T]:
    """Make a grammar remember its answers on short texts: the cells of a column repeat each other."""
    known = functools.lru_cache(maxsize=_REMEMBERED)(read)

    @functools.wraps(read)
    def reading(text: str) -> T:
        return known(text) if len(text) <= _LONGEST else read(text)

    return reading


# What offices write into a cell that they leave open; never a statement.
BLANKS = frozenset({"-", "--", "---", "/", "//", "\\", "*", "**", "…", "......", "N/A", "NA", "NULL", "NONE", "?"})


@remembered
def plain(raw: str) -> str:
    """Return the text normalised (half width, no white space, simplified) without punctuation at its ends."""
    return normalise(raw).strip(",;.。:")


@remembered
def sentence(raw: str) -> str:
    """Return the text normalised line by line, lines joined by ``;`` (so that no two lines run together)."""
    lines = (plain(line) for line in raw.splitlines())
    return ";".join(line for line in lines if line)
