"""Folding: the characters of a name as matching sees them, before any word is looked at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from itemcatalog.text import normalise

__all__ = ["bare", "fold", "fold_all", "fold_term"]

_DROPPED = frozenset('的、,;:"《》·.~!?/\\|_*#')
_JOINING = re.compile(r"以及|或者|和(?![解平谐睦牌静硕])|及(?<![普涉危波兼企]及)(?![格时])|与(?<!参与)(?!会)|或(?!许)")
_ORDINAL = re.compile(r"第(?=[一二三四五六七八九ⅠⅡⅢ1-9A-D]类)")
_BETWEEN = "\n"
_COMMON = "（）的－【】"
_BLOCK = 4_096
_PARTING = str.maketrans("", "", " ()")
_AND_BEFORE = frozenset("共调中饱缓温柔总")


class _Folded(dict[int, str]):
    """Translation table: the normal form of each character without punctuation, learnt once."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = "".join(one for one in normalise(character) if one not in _DROPPED)
        if character.isspace():
            folded = " "
        self[point] = folded
        return folded


_FOLDED = _Folded()


def fold(raw: str) -> str:
    """Return a name in normal form without punctuation, 的 and words that only join.

    Brackets become ``()``, dashes ``-`` and white space one blank each; they stay because they part a name.
    """
    if not raw.isascii() and not unicodedata.is_normalized("NFC", raw):
        raw = normalise(raw)
    return _without_joining(raw.translate(_FOLDED))


def bare(raw: str) -> str:
    """Return a folded name without the brackets and blanks that part it."""
    return fold(raw).translate(_PARTING)


def fold_all(names: Sequence[str]) -> Iterator[str]:
    """Yield the folded form of each name: of many names at once, since most characters of a catalogue stay."""
    if len(names) < _BLOCK:
        yield from map(fold, names)
        return
    kept = sorted(one for one in set("".join(names[:_BLOCK])) if _FOLDED[ord(one)] == one)
    changing = re.compile(f"[^{_BETWEEN}{re.escape(''.join(kept))}]")
    for start in range(0, len(names), _BLOCK):
        block = names[start : start + _BLOCK]
        text = _BETWEEN.join(block)
        if text.count(_BETWEEN) == len(block) - 1 and unicodedata.is_normalized("NFC", text):
            for common in _COMMON:
                text = text.replace(common, _FOLDED[ord(common)])
            text = changing.sub(lambda hit: _FOLDED[ord(hit[0])], text)
            yield from _without_joining(text).split(_BETWEEN)
        else:
            yield from map(fold, block)


def _without_joining(folded: str) -> str:
    """Drop words that only join, and what makes an ordinal of a class."""
    if "由于" in folded:
        folded = folded.replace("由于", "因")
    if "第" in folded:
        folded = _ORDINAL.sub("", folded)
    if "和" in folded or "及" in folded or "与" in folded or "或" in folded:
        return _JOINING.sub(_joined, folded)
    return folded


def _joined(hit: re.Match[str]) -> str:
    """Drop a joining word unless it is the second half of another word (共和, 调和)."""
    start = hit.start()
    if hit.group() == "和" and start and hit.string[start - 1] in _AND_BEFORE:
        return "和"
    return ""


def fold_term(term: str) -> str:
    """Fold a lexicon term the way names are folded; a term that is all joining stays as it is."""
    return fold(term).replace(" ", "") or term
