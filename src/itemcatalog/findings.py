"""What an audit says: severities, places and findings. A finding is bad data; it is never raised."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any

import attrs
from attrs import define

__all__ = ["NOWHERE", "Fault", "Finding", "ItemRef", "MemberRef", "Message", "Place", "Severity", "Text"]


class Severity(enum.StrEnum):
    """问题等级: error (a "must" is broken beyond doubt) · warning (very likely wrong) · notice (a doubt)."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for notice."""
        return _RANKS[self.value]


_RANKS = {"error": 0, "warning": 1, "notice": 2}


@define(frozen=True, slots=True, kw_only=True)
class Place:
    """位置: where a value stands in its source, as a person finds it (all parts optional).

    ``file`` is relative to the workspace with ``/``; ``row`` is the row number that Excel shows (1-based);
    ``cell`` is an address such as ``C12``, a JSON pointer or an element path.
    """

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    cell: str | None = None

    def __str__(self) -> str:
        return self._with("第 {} 行")

    def in_words(self) -> Text:
        """Return the place for a message: ``str(place)``, with the row in English in the English half."""
        return Text(str(self), self._with("row {}"))

    def _with(self, row_words: str) -> str:
        row = row_words.format(self.row) if self.row is not None and self.cell is None else None
        return " · ".join(part for part in (self.file, self.sheet, row, self.cell) if part)


NOWHERE = Place()


@define(frozen=True, slots=True)
class Text:
    """双语文本: the same sentence in Chinese and English."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence in ``zh`` or ``en``."""
        return self.en if language == "en" else self.zh


@define(frozen=True, slots=True)
class Message(Text):
    """消息模板: ``str.format`` templates in Chinese and English with the same placeholders."""

    def render(self, values: Mapping[str, Any], language: str) -> str:
        """Fill the template of one language; values are shown as they are."""
        return self.in_language(language).format_map(values)


@define(frozen=True, slots=True, kw_only=True)
class Fault:
    """读取问题: something a reader met and could not take as it stood; an INP or COD rule words it.

    ``kind`` is one of the kinds that the rules of family INP list (``limit-unclear``, ``code-damaged`` …);
    ``values`` fills the rule's message; ``item_id`` is set when the fault belongs to one item.
    """

    kind: str
    channel: str = ""
    place: Place = NOWHERE
    field: str | None = None
    found: str | None = None
    values: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    item_id: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class ItemRef:
    """事项引用: the item that a finding speaks of."""

    id: str
    name: str
    codes: Mapping[str, str] = attrs.field(factory=dict, hash=False)


@define(frozen=True, slots=True, kw_only=True)
class MemberRef:
    """组成员引用: one published item of a group."""

    channel: str
    item_id: str
    authority: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Finding:
    """审核问题: one rule broken by one subject, with its place, its legal basis and what to do.

    ``fingerprint`` = rule + channel + item id + field + normalised value + ordinal among equals; it does not
    change when rows move or the language changes. ``status``: new · known · waived.
    """

    rule: str
    severity: Severity
    channel: str
    item: ItemRef | None
    field: str | None
    message: str
    expected: str | None
    found: str | None
    basis: str
    recommendation: str
    place: Place
    group: str | None
    members: tuple[MemberRef, ...]
    cause: str
    fingerprint: str
    status: str = "new"
