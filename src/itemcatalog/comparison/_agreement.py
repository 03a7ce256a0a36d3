"""How far two values of one field agree (DESIGN §7)."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from attrs import define

__all__ = ["Agreement", "Change", "EntryDifference", "worst"]


class Agreement(enum.StrEnum):
    """一致性: equal 一致 · format 仅格式不同 · wording 措辞不同 · substance 实质不同 · missing 一方缺失."""

    EQUAL = "equal"
    FORMAT = "format"
    WORDING = "wording"
    SUBSTANCE = "substance"
    MISSING = "missing"

    @property
    def rank(self) -> int:
        """0 for equal … 4 for missing."""
        return _ORDER.index(self.value)

    @property
    def same(self) -> bool:
        """True when the two values say the same in the same words."""
        return self in (Agreement.EQUAL, Agreement.FORMAT)


_ORDER = [member.value for member in Agreement]


def worst(agreements: Iterable[Agreement]) -> Agreement:
    """Return the weakest of several agreements; equal when there are none."""
    return max(agreements, key=lambda a: a.rank, default=Agreement.EQUAL)


class Change(enum.StrEnum):
    """条目变化: what happened to one entry of a list between two members."""

    RENAMED = "renamed"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"
    SPLIT = "split"
    MERGED = "merged"


@define(frozen=True, slots=True, kw_only=True)
class EntryDifference:
    """条目差异: one entry of a list that differs, with the part of it (``copies``, ``issuer`` …) where known."""

    change: Change
    left: str | None = None
    right: str | None = None
    part: str | None = None
    agreement: Agreement = Agreement.SUBSTANCE
