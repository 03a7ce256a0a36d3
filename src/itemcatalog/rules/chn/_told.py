"""How a finding tells values and the differences of their entries."""

from __future__ import annotations

from collections.abc import Sequence

from itemcatalog.comparison import Agreement, Change, EntryDifference
from itemcatalog.findings import Text

__all__ = ["short", "told"]

_SHOWN = 80
_CHANGES = {
    Change.ADDED: Text("多出", "added"),
    Change.DROPPED: Text("缺少", "dropped"),
    Change.SPLIT: Text("应合为一项", "to be one entry"),
    Change.MERGED: Text("应分列", "to be entries of their own"),
}
_MOST = 5


def short(text: str | None) -> str:
    """Return a value cut to what a sentence can hold."""
    text = text or ""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def told(found: Sequence[EntryDifference], language: str) -> str:
    """Return what is more or lacking and what should stand for what: the first few, and how many more."""
    words = [_told(one).in_language(language) for one in found[:_MOST]]
    rest = Text(f"另有 {len(found) - _MOST} 处", f"{len(found) - _MOST} more")
    return ("; " if language == "en" else "；").join(
        [*words, *([rest.in_language(language)] if len(found) > _MOST else [])]
    )


def _told(difference: EntryDifference) -> Text:
    """Return one difference; what is published comes first, as in the sentence around it."""
    standing, published = short(difference.left), short(difference.right)
    word = _CHANGES.get(difference.change)
    if word is None:
        same = difference.agreement is Agreement.WORDING
        return Text(
            f"“{published}”{'可写作' if same else '应为'}“{standing}”",
            f"“{published}” {'may be written' if same else 'should be'} “{standing}”",
        )
    sides = " → ".join(side for side in (published, standing) if side)
    return Text(f"{word.zh} {sides}", f"{word.en} {sides}")
