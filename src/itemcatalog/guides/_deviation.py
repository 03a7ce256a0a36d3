"""What verifying a published guide finds: deviations from the data, and notices that accuse nobody."""

from __future__ import annotations

import enum

from attrs import define

from itemcatalog.findings import Text

__all__ = ["Deviation", "Kind", "VerifiedGuide", "VerifyRun"]


class Kind(enum.StrEnum):
    """偏差种类: what is wrong with a published guide, or worth knowing about it."""

    VALUE = "value"
    SECTION_LOST = "section-lost"
    SECTION_ORDER = "section-order"
    SECTION_ADDED = "section-added"
    MANIFEST = "manifest"
    NO_ITEM = "no-item"
    NOT_STATED = "not-stated"
    WORDING = "wording"
    VAGUE = "vague"
    UNREAD = "unread"


WORDS = {
    Kind.VALUE: Text("与数据不一致", "deviates from the data"),
    Kind.SECTION_LOST: Text("缺少栏目", "section lost"),
    Kind.SECTION_ORDER: Text("栏目顺序不符", "section out of order"),
    Kind.SECTION_ADDED: Text("多出栏目", "section added"),
    Kind.MANIFEST: Text("与文件清单不符", "differs from the manifest"),
    Kind.NO_ITEM: Text("数据中找不到对应事项", "no such item in the data"),
    Kind.NOT_STATED: Text("数据本身未列明", "not stated by the data"),
    Kind.WORDING: Text("措辞不同", "worded differently"),
    Kind.VAGUE: Text("含糊表述", "vague wording"),
    Kind.UNREAD: Text("未能核对", "not checked"),
}
_NOTICES = frozenset({Kind.NOT_STATED, Kind.WORDING, Kind.VAGUE, Kind.UNREAD})


@define(frozen=True, slots=True, kw_only=True)
class Deviation:
    """偏差: one difference between a guide and the data; ``where`` is a section or field in words."""

    kind: Kind
    where: str
    expected: str | None = None
    found: str | None = None

    @property
    def notice(self) -> bool:
        """True for what is worth knowing but is no fault of the guide."""
        return self.kind in _NOTICES

    def in_words(self, language: str = "zh") -> str:
        """Return the difference as one line."""
        words = WORDS[self.kind].in_language(language)
        should, stands = ("应为", "现为") if language == "zh" else ("expected", "found")
        parts = [f"{self.where}：{words}" if self.where else words]
        if self.expected is not None:
            parts.append(f"{should}“{self.expected}”")
        if self.found is not None:
            parts.append(f"{stands}“{self.found}”")
        return "，".join(parts) if language == "zh" else ", ".join(parts)


@define(frozen=True, slots=True, kw_only=True)
class VerifiedGuide:
    """核对结果: one published file, the item it was compared with, and what was found; ``error`` if unreadable."""

    path: str
    item_id: str | None = None
    name: str | None = None
    findings: tuple[Deviation, ...] = ()
    error: str | None = None

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """The findings that are faults of the guide."""
        return tuple(one for one in self.findings if not one.notice)

    @property
    def notices(self) -> tuple[Deviation, ...]:
        """The findings that accuse nobody."""
        return tuple(one for one in self.findings if one.notice)


@define(frozen=True, slots=True, kw_only=True)
class VerifyRun:
    """核对汇总: all files that were verified."""

    guides: tuple[VerifiedGuide, ...]

    @property
    def passed(self) -> bool:
        """True when no guide deviates (exit code 1 otherwise)."""
        return not any(one.deviations for one in self.guides)

    @property
    def unread(self) -> tuple[VerifiedGuide, ...]:
        """The files that could not be read (exit code 3)."""
        return tuple(one for one in self.guides if one.error)
