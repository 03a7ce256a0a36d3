"""The form of a text in which the grammars look for words: never shown instead of the original."""

from __future__ import annotations

from functools import lru_cache

from itemcatalog.text import normalise

__all__ = ["BLANKS", "plain", "sentence"]

# What offices write into a cell that they leave open; never a statement.
BLANKS = frozenset({"-", "--", "---", "/", "//", "\\", "*", "**", "…", "......", "N/A", "NA", "NULL", "NONE", "?"})


@lru_cache(maxsize=4096)
def plain(raw: str) -> str:
    """Return the text normalised (half width, no white space, simplified) without punctuation at its ends."""
    return normalise(raw).strip(",;.。:")


@lru_cache(maxsize=4096)
def sentence(raw: str) -> str:
    """Return the text normalised line by line, lines joined by ``;`` (so that no two lines run together)."""
    lines = (plain(line) for line in raw.splitlines())
    return ";".join(line for line in lines if line)
