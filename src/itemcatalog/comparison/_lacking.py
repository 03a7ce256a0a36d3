"""Which units publish a base item but not this part of it (本级缺)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from itemcatalog.comparison._groups import ComparedGroup
from itemcatalog.comparison._members import Member
from itemcatalog.comparison._texts import format_key

__all__ = ["with_lacking"]


def with_lacking(groups: Iterable[ComparedGroup]) -> tuple[ComparedGroup, ...]:
    """Return the groups, each with the own-list members of other groups of its base whose channel it lacks.

    A channel that has an item of the very name of the group does not lack it: matching left two such items apart.
    """
    groups = tuple(groups)
    by_base: dict[str, list[ComparedGroup]] = {}
    for group in groups:
        by_base.setdefault(group.base, []).append(group)
    return tuple(
        attrs.evolve(group, lacking=tuple(_lacking(group, by_base[group.base])))
        if group.base and len(by_base[group.base]) > 1
        else group
        for group in groups
    )


def _lacking(group: ComparedGroup, siblings: Sequence[ComparedGroup]) -> Iterator[Member]:
    if not any(member.own for member in group.members):
        return
    here = {member.item.channel for member in group.members}
    named = {one.item.channel for sibling in siblings if _same_name(group, sibling) for one in sibling.members}
    others = [member for sibling in siblings for member in sibling.members if member.own]
    first: dict[str, Member] = {}
    for member in sorted(others, key=lambda one: (one.item.channel, one.item.id)):
        if member.item.channel not in here | named:
            first.setdefault(member.item.channel, member)
    yield from first.values()


def _same_name(one: ComparedGroup, other: ComparedGroup) -> bool:
    return format_key(one.name) == format_key(other.name)
