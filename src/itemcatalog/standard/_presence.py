"""Which item stands on which channel (公布情况): the matrix items × channels, and what publishing demands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import define

from itemcatalog.comparison import ComparedGroup, Member
from itemcatalog.findings import Text
from itemcatalog.rules import Context
from itemcatalog.rules.presence import (
    Standing,
    channel_name,
    copies_on,
    demands,
    readable,
    standing_on,
    without_document,
)

__all__ = ["WORDS", "Coverage", "Presence", "PresenceRow", "presence_of"]

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
class Coverage:
    """公布覆盖: of the items that must stand on other channels, how many do, for one channel or one authority.

    ``demanded`` counts pairs of item and channel, ``documents`` those with a guide to download among the
    ``with_place`` ones whose channel carries that element; ``unread`` pairs could not be checked and are left out.
    """

    channel: str | None = None
    authority: str | None = None
    demanded: int = 0
    published: int = 0
    with_place: int = 0
    documents: int = 0
    unread: int = 0


@define(frozen=True, slots=True, kw_only=True)
class Presence:
    """公布矩阵: the channels in order, a row for each group, the coverage by channel and by authority."""

    channels: tuple[str, ...]
    rows: tuple[PresenceRow, ...]
    coverage: tuple[Coverage, ...] = ()


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
    return Presence(channels=channels, rows=rows, coverage=_coverage(rows, context))


_Key = tuple[str | None, str | None]


def _coverage(rows: Iterable[PresenceRow], context: Context) -> tuple[Coverage, ...]:
    sums: dict[_Key, Counter[str]] = {}
    for row in rows:
        for member, channel in demands(row, context):
            counted = _counted(row, member, channel, context)
            authority = member.item.authority.name or channel_name(member.item.channel, context)
            for key in ((channel, None), (None, authority)):
                sums.setdefault(key, Counter()).update(counted)
    ordered = sorted(sums.items(), key=lambda pair: (pair[0][0] is None, pair[0][0] or pair[0][1] or ""))
    return tuple(Coverage(channel=channel, authority=authority, **one) for (channel, authority), one in ordered)


def _counted(row: PresenceRow, member: Member, channel: str, context: Context) -> dict[str, int]:
    if not readable(channel, context):
        return {"unread": 1}
    copies = copies_on(row, member, channel)
    told = [missing for one in copies if (missing := without_document(one)) is not None]
    return {
        "demanded": 1,
        "published": int(bool(copies)),
        "with_place": int(bool(told)),
        "documents": int(bool(told) and not all(told)),
    }
