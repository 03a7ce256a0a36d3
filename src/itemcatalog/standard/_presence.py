"""Which item stands on which channel (公布情况): the matrix items × channels, and what publishing demands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import define

from itemcatalog.comparison import ComparedGroup, Member
from itemcatalog.findings import Text
from itemcatalog.rules import Context
from itemcatalog.rules.presence import Standing, standing_on

__all__ = ["WORDS", "Presence", "PresenceRow", "presence_of"]

WORDS: Mapping[Standing, Text] = {
    Standing.PUBLISHED: Text("有", "yes"),
    Standing.WITHOUT_DOCUMENT: Text("无下载文件", "no document"),
    Standing.ABSENT: Text("缺", "absent"),
    Standing.UNREAD: Text("未读取", "not read"),
    Standing.NONE: Text("", ""),
}


@define(frozen=True, slots=True, kw_only=True)
class PresenceRow:
    """公布情况: one group of members with what each channel shows of it."""

    group: str
    base: str
    name: str
    members: tuple[Member, ...]
    channels: Mapping[str, Standing]


@define(frozen=True, slots=True, kw_only=True)
class Presence:
    """公布矩阵: the channels in order, and a row for each group."""

    channels: tuple[str, ...]
    rows: tuple[PresenceRow, ...]


def presence_of(groups: Iterable[ComparedGroup], context: Context) -> Presence:
    """Return the matrix of groups and channels."""
    channels = tuple(context.channels)
    rows = tuple(
        PresenceRow(
            group=group.id,
            base=group.base,
            name=group.name,
            members=group.members,
            channels={channel: standing_on(group, channel, context) for channel in channels},
        )
        for group in groups
    )
    return Presence(channels=channels, rows=rows)
