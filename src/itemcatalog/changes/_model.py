"""What happened to an item between two states of a catalogue (动态管理)."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field

from itemcatalog.findings import ItemRef, Text

__all__ = ["CatalogueChange", "ChangeKind", "Changes", "FieldChange"]


class ChangeKind(enum.StrEnum):
    """变动类型: 新增 · 取消 · 改名 · 拆分 · 合并 · 要素变更."""

    ADDED = "added"
    CANCELLED = "cancelled"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    CHANGED = "changed"

    @property
    def words(self) -> Text:
        """The kind in Chinese and English."""
        return _WORDS[self.value]


_WORDS = {
    "added": Text("新增", "added"),
    "cancelled": Text("取消", "cancelled"),
    "renamed": Text("改名", "renamed"),
    "split": Text("拆分", "split"),
    "merged": Text("合并", "merged"),
    "changed": Text("变更", "changed"),
}


@define(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """要素变更: one element that reads otherwise now; None = not stated in that state."""

    field: str
    label: Text
    old: str | None
    new: str | None
    agreement: str

    def to_dict(self, language: str = "zh") -> dict[str, Any]:
        """Return the change as plain data."""
        return {
            "field": self.field,
            "label": self.label.in_language(language),
            "old": self.old,
            "new": self.new,
            "agreement": self.agreement,
        }


@define(frozen=True, slots=True, kw_only=True)
class CatalogueChange:
    """目录变动: one change with the items before and after, its evidence, and whether a person should confirm it.

    A split has one old and several new items, a merger several old and one new. ``authority`` is that of the item now,
    of a cancelled one that it had.
    """

    kind: ChangeKind
    channel: str
    authority: str | None = None
    old: tuple[ItemRef, ...] = ()
    new: tuple[ItemRef, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    evidence: tuple[Text, ...] = ()
    certain: bool = True

    def to_dict(self, language: str = "zh") -> dict[str, Any]:
        """Return the change as plain data."""
        return {
            "kind": self.kind.value,
            "channel": self.channel,
            "authority": self.authority,
            "old": [_ref(ref) for ref in self.old],
            "new": [_ref(ref) for ref in self.new],
            "fields": [field.to_dict(language) for field in self.fields],
            "evidence": [text.in_language(language) for text in self.evidence],
            "certain": self.certain,
        }


def _ref(ref: ItemRef) -> dict[str, Any]:
    return {"id": ref.id, "name": ref.name, "codes": dict(ref.codes)}


@define(frozen=True, slots=True, kw_only=True)
class Changes:
    """变动清单: everything that differs between two states, in a fixed order, with the number left unchanged.

    A change names its channel by id; ``channel_names`` say what people call it.
    """

    changes: tuple[CatalogueChange, ...] = ()
    old_items: int = 0
    new_items: int = 0
    unchanged: int = 0
    channel_names: Mapping[str, str] = field(factory=dict, hash=False)

    def of(self, *kinds: ChangeKind) -> Iterable[CatalogueChange]:
        """Yield the changes of some kinds."""
        return (change for change in self.changes if change.kind in kinds)

    def channel_name(self, channel: str) -> str:
        """Return the name of a channel, or its id where it has none."""
        return self.channel_names.get(channel) or channel

    @property
    def successions(self) -> tuple[tuple[str, str, int], ...]:
        """The authorities whose items went to another one (机构改革): old, new, number of items; most items first."""
        moves = Counter(
            (field.old, field.new)
            for change in self.changes
            for field in change.fields
            if field.field == "authority.name" and field.old and field.new
        )
        return tuple(
            (old, new, count) for (old, new), count in sorted(moves.items(), key=lambda one: (-one[1], one[0]))
        )

    def to_dict(self, language: str = "zh") -> dict[str, Any]:
        """Return ``diff.json``: counts by kind and every change."""
        counts = {kind.value: sum(1 for _ in self.of(kind)) for kind in ChangeKind}
        return {
            "old_items": self.old_items,
            "new_items": self.new_items,
            "unchanged": self.unchanged,
            "counts": counts,
            "authorities": [{"old": old, "new": new, "items": count} for old, new, count in self.successions],
            "changes": [change.to_dict(language) for change in self.changes],
        }
