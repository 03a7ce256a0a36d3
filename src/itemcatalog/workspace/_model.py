"""What a workspace says: channels with their files, lists, rules and switches."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from attrs import define, field

from itemcatalog.findings import Severity
from itemcatalog.formats import ReadOptions
from itemcatalog.model import Channel
from itemcatalog.policy import Policy
from itemcatalog.workspace import _paths

__all__ = ["ChannelSource", "GuideOptions", "RuleOptions", "Workspace"]

_NONE: Mapping[str, str] = MappingProxyType({})


@define(frozen=True, slots=True, kw_only=True)
class ChannelSource:
    """渠道来源: one channel, the files that carry it, and how they are to be read."""

    channel: Channel
    files: tuple[Path, ...]
    options: ReadOptions


@define(frozen=True, slots=True, kw_only=True)
class RuleOptions:
    """规则设置: severities changed, rules off and on, fields every channel must carry.

    ``file`` and ``lines`` say where each rule code stands, for an error that names a rule nobody knows.
    """

    severity: Mapping[str, Severity] = field(default=MappingProxyType({}), hash=False)
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    file: str | None = None
    lines: Mapping[str, int] = field(default=MappingProxyType({}), hash=False, repr=False)


@define(frozen=True, slots=True, kw_only=True)
class GuideOptions:
    """指南设置: the profile of the guides and the folder of an office's own templates."""

    profile: str = "standard-2016"
    templates: Path | None = None


@define(frozen=True, slots=True, kw_only=True)
class Workspace:
    """工作区: everything an audit needs to know; ``as_of`` is the only clock.

    ``root`` is the folder that paths in outputs are relative to. ``standard``, ``certificates``, ``cases``,
    ``decisions``, ``waivers``, ``organisations`` and ``crosswalk`` are the files of these lists (empty = not given).
    """

    root: Path
    name: str
    policy: Policy
    as_of: date
    channels: tuple[ChannelSource, ...]
    code_scheme: str | None = None
    standard: tuple[Path, ...] = ()
    certificates: tuple[Path, ...] = ()
    cases: tuple[Path, ...] = ()
    decisions: tuple[Path, ...] = ()
    waivers: tuple[Path, ...] = ()
    organisations: tuple[Path, ...] = ()
    crosswalk: tuple[Path, ...] = ()
    publish: Mapping[str, tuple[str, ...]] = field(default=MappingProxyType({}), hash=False)
    rules: RuleOptions = RuleOptions()
    lexicon: tuple[Path, ...] = ()
    labels: Mapping[str, str] = field(default=_NONE, hash=False)
    guides: GuideOptions = GuideOptions()

    def shown(self, path: Path) -> str:
        """Return a path as outputs show it: relative to the workspace, with ``/``."""
        return _paths.shown(self.root, path)

    def division_of(self, channel_id: str) -> str | None:
        """Return the division (GB/T 2260) of a channel; None when it is not stated."""
        return next((one.channel.division for one in self.channels if one.channel.id == channel_id), None)
