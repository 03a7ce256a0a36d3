"""Where an item is published (公布情况): what ``[publish]`` demands, and what a channel shows of a group."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Protocol

from itemcatalog.comparison import Member
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import in_use
from itemcatalog.rules._sources import BUSINESS, PLAN

__all__ = [
    "PUBLISHED",
    "Standing",
    "channel_name",
    "copies_on",
    "demands",
    "readable",
    "standing_on",
    "without_document",
]

PUBLISHED = (
    f"{PLAN}：所有办事指南在省网上办事大厅和县(区)政务服务网站以及部门网站明显公布，并提供电子文档下载服务；"
    f"{BUSINESS}第三十五条：编制并向社会公开政务服务事项标准化工作流程和办事指南"
)


class HasMembers(Protocol):
    """组: anything with members."""

    @property
    def members(self) -> tuple[Member, ...]:
        """The members in order."""


def channel_name(channel: str, context: Context) -> str:
    """Return the name of a channel as people know it, else its id."""
    known = context.channels.get(channel)
    return known.name if known and known.name else channel


class Standing(enum.StrEnum):
    """公布状态: 有 published · 无可下载的办事指南 without-document · 缺 absent · 未读取 unread · 无要求 none."""

    PUBLISHED = "published"
    WITHOUT_DOCUMENT = "without-document"
    ABSENT = "absent"
    UNREAD = "unread"
    NONE = "none"


def demands(group: HasMembers, context: Context) -> Iterator[tuple[Member, str]]:
    """Yield each member in use, bare heads of sub-items apart, with each channel on which it must appear."""
    for member in group.members:
        if not member.item.is_main and in_use(member.item, context.as_of):
            for channel in (context.publish or {}).get(member.item.channel, ()):
                yield member, channel


def copies_on(group: HasMembers, member: Member, channel: str) -> list[Member]:
    """Return what a channel shows of a member: copies of its unit, and those that name no authority and no code."""
    return [one for one in group.members if one.item.channel == channel and (one.unit == member.unit or _nameless(one))]


def _nameless(member: Member) -> bool:
    codes = member.item.codes
    return not (member.item.authority.name or codes.implementation or codes.local_implementation)


def readable(channel: str, context: Context) -> bool:
    """Return whether a channel was read: it has sources, and none of its files failed."""
    return channel not in context.unread and any(one.channel == channel for one in context.sources)


def without_document(member: Member) -> bool | None:
    """Return whether a published item offers no document to download; None where its channel shows none at all."""
    if not (member.carries("document") or member.carries("document.url")):
        return None
    return not member.item.document.url


def standing_on(group: HasMembers, channel: str, context: Context) -> Standing:
    """Return what a channel shows of a group."""
    wanted = [member for member, demanded in demands(group, context) if demanded == channel]
    if wanted and not readable(channel, context):
        return Standing.UNREAD
    if any(not copies_on(group, member, channel) for member in wanted):
        return Standing.ABSENT
    shown = [one for one in group.members if one.item.channel == channel]
    copies = [one for member in wanted for one in copies_on(group, member, channel)]
    if copies and all(without_document(one) for one in copies):
        return Standing.WITHOUT_DOCUMENT
    return Standing.PUBLISHED if shown else Standing.NONE
