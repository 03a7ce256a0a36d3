"""Two texts: the same characters, the same words, or another meaning."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable

from itemcatalog.comparison import _wording
from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._numerals import plain_numbers
from itemcatalog.text import normalise

__all__ = ["compare_texts", "diff", "format_key", "meaning_key", "similarity"]

_CACHE = 65_536
# After normalising, a full stop is "." and an enumeration comma is ",".
_NUMBERING = re.compile(
    r"(?:(?<=^)|(?<=[.;,:]))(?:\([0-9一二三四五六七八九十]{1,3}\)(?![0-9])|[0-9一二三四五六七八九十]{1,3}[.,)](?![0-9])|[①-⑳])(?=[^\s.;,:])"
)
_SENTENCE = re.compile(r"[;\n]|\.(?![0-9])")
# A mark between two digits is part of a number (10.5, 5-7, 12/3), and so is < before one.
_LINE = r"\s,.。;:!?、·\"'()\[\]《》〈〉{}【】_~/|*\-—"
_MARKS = re.compile(rf"(?<![0-9])[{_LINE}]+|[{_LINE}]+(?![0-9])|[<>]+(?![0-9=])")
_HARD = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[不无未非免禁]")


@functools.lru_cache(_CACHE)
def format_key(raw: str) -> str:
    """Return the text without anything that is only format: width, brackets, punctuation, numbering, blanks."""
    return _MARKS.sub("", plain_numbers(_NUMBERING.sub("", normalise(raw))))


@functools.lru_cache(_CACHE)
def meaning_key(raw: str) -> str:
    """Return the text with harmless words taken out and harmless synonyms made one; sentences in any order."""
    bare = plain_numbers(_NUMBERING.sub("", normalise(raw)))
    sentences = (_MARKS.sub("", _wording.plain(s)) for s in _SENTENCE.split(bare))
    return "".join(sorted(s for s in sentences if s))


def _hard(key: str) -> Counter[str]:
    return Counter(_HARD.findall(key))


def compare_texts(left: str, right: str) -> Agreement:
    """Compare two texts of one field.

    Format: equal without width, punctuation and numbering. Wording: equal after harmless words are left out and
    harmless synonyms are made one. Everything else is substance, since one character may carry the meaning
    (本市户籍, 本省户籍). A text that was cut off says nothing of what follows: it is compared as far as it goes.
    """
    if left == right:
        return Agreement.EQUAL
    if format_key(left) == format_key(right):
        return Agreement.FORMAT
    if _cut_off(left, right) or _cut_off(right, left):
        return Agreement.FORMAT
    one, other = meaning_key(left), meaning_key(right)
    if one == other or (_hard(one) == _hard(other) and _wording.harmless_spans(spans(one, other))):
        return Agreement.WORDING
    return Agreement.SUBSTANCE


def _cut_off(part: str, whole: str) -> bool:
    return part.rstrip().endswith(("：", ":", "…", "...")) and format_key(whole).startswith(format_key(part))


def spans(left: str, right: str) -> Iterable[tuple[str, str]]:
    """Yield the pairs of spans in which two texts differ (either may be empty)."""
    from rapidfuzz.distance import Levenshtein

    for op in Levenshtein.opcodes(left, right):
        if op.tag != "equal":
            yield left[op.src_start : op.src_end], right[op.dest_start : op.dest_end]


def similarity(left: str, right: str) -> float:
    """Return how alike two texts are in their meaning keys, 0 to 1; symmetric."""
    from rapidfuzz import fuzz

    one, other = meaning_key(left), meaning_key(right)
    if not one or not other:
        return float(one == other)
    return fuzz.ratio(one, other) / 100


def diff(left: str, right: str, limit: int = 2_000) -> tuple[tuple[str, str, str], ...]:
    """Return the character differences of two texts for display: ``(tag, left, right)``, longest texts cut.

    ``tag`` is equal, replace, delete or insert. Only the first ``limit`` characters of each side are compared.
    """
    from rapidfuzz.distance import Levenshtein

    one, other = left[:limit], right[:limit]
    return tuple(
        (op.tag, one[op.src_start : op.src_end], other[op.dest_start : op.dest_end])
        for op in Levenshtein.opcodes(one, other)
    )
