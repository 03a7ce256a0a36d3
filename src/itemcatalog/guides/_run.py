"""What a batch of guides is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import define, field

from itemcatalog.guides._manifest import Entry, Manifest
from itemcatalog.sections import Profile

__all__ = ["FORMATS", "Failure", "GuideOptions", "GuideRun", "Held"]

FORMATS = ("html", "docx", "pdf", "json", "xml", "md")


def _silent(done: int, total: int) -> None:
    """Say nothing."""


@define(frozen=True, slots=True, kw_only=True)
class GuideOptions:
    """生成选项: profile, formats and how a batch is to run.

    ``final`` holds back every guide with a missing mandatory section. ``templates`` is a folder of the user's own
    templates. ``channels`` names channels by id. ``catalogue`` is the hash of the whole catalogue, written into the
    manifest only. ``progress`` is called with the number done and the number of all.
    """

    profile: Profile
    formats: tuple[str, ...] = ("html", "docx")
    final: bool = False
    templates: Path | None = None
    title: str = "办事指南"
    channels: Mapping[str, str] = field(factory=dict)
    catalogue: str | None = None
    progress: Callable[[int, int], None] = _silent


@define(frozen=True, slots=True, kw_only=True)
class Failure:
    """生成失败: a guide that could not be written, and why."""

    channel: str
    item_id: str
    name: str
    reason: str


@define(frozen=True, slots=True, kw_only=True)
class Held:
    """暂缓发布: a final guide that was not written, and the mandatory sections that the data does not state."""

    channel: str
    item_id: str
    name: str
    missing: tuple[str, ...]


@define(frozen=True, slots=True, kw_only=True)
class GuideRun:
    """生成结果: the manifest of all guides, what was written anew, kept, held back, and what failed.

    ``incomplete`` are draft guides in which a mandatory section is missing. ``passed`` is False when one is missing
    or a guide failed (exit code 1).
    """

    manifest: Manifest
    written: int
    kept: int
    held: tuple[Held, ...]
    failures: tuple[Failure, ...]

    @property
    def incomplete(self) -> tuple[Entry, ...]:
        """The guides that were written with a mandatory section missing."""
        return tuple(entry for entry in self.manifest.guides if entry.missing)

    @property
    def passed(self) -> bool:
        """True when every guide was written and none lacks a mandatory section."""
        return not (self.held or self.failures or self.incomplete)
