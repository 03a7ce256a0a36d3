"""How a finding tells values and the differences of their entries."""

from __future__ import annotations

from collections.abc import Sequence

from itemcatalog.comparison import Change, EntryDifference
from itemcatalog.findings import Text

__all__ = ["short", "told"]

_SHOWN = 80
_CHANGES = {
    Change.RENAMED: Text("改名", "renamed"),
    Change.CHANGED: Text("内容不同", "changed"),
    Change.ADDED: Text("多出", "added"),
    Change.DROPPED: Text("缺少", "dropped"),
    Change.SPLIT: Text("拆开", "split"),
    Change.MERGED: Text("合并", "merged"),
}
_MOST = 5


def short(text: str | None) -> str:
    """Return a value cut to what a sentence can hold."""
    text = text or ""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def told(found: Sequence[EntryDifference], field: str, language: str) -> str:
    """Return what was renamed, changed, added, dropped, split or merged: the first few, and how many more."""
    words = [f"{_change(d, field).in_language(language)} {_arrow(d)}" for d in found[:_MOST]]
    rest = Text(f"另有 {len(found) - _MOST} 处", f"{len(found) - _MOST} more")
    return "；".join([*words, *([rest.in_language(language)] if len(found) > _MOST else [])])


def _change(difference: EntryDifference, field: str) -> Text:
    """Return the word for a change; a condition has no name that could be changed."""
    reworded = difference.change is Change.RENAMED and field == "conditions"
    return Text("改写", "reworded") if reworded else _CHANGES[difference.change]


def _arrow(difference: EntryDifference) -> str:
    sides = [short(side) for side in (difference.left, difference.right) if side]
    return " → ".join(sides)
