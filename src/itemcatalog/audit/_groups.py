"""The same item on several channels: where groups and the conflicts of matching are handed to the audit."""

from __future__ import annotations

from typing import Any

from attrs import define

from itemcatalog.audit._prepare import Job
from itemcatalog.comparison import ComparedGroup
from itemcatalog.findings import Fault

__all__ = ["Grouped", "build_groups"]


@define(frozen=True, slots=True, kw_only=True)
class Grouped:
    """分组结果: the groups that the group rules read, and the conflicts that rules of family NAM word."""

    groups: tuple[ComparedGroup, ...] = ()
    faults: tuple[Fault, ...] = ()

    def to_dicts(self) -> tuple[dict[str, Any], ...]:
        """Return the groups as report.json writes them."""
        return ()


def build_groups(job: Job) -> Grouped:
    """Match the items of all channels and compare the fields of each group."""
    return Grouped()
