"""What the appraisal takes out of report.json of an audit of the same workspace (plain data, no import of audit)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

__all__ = ["RANKS", "Charge", "GroupMember", "by_member", "charges", "groups"]

RANKS = {"error": 0, "warning": 1, "notice": 2}
Key = tuple[str, str]


class Charge(NamedTuple):
    """归责: a finding with its rank; ``members`` are those it is charged to (none: a person has to decide)."""

    rule: str
    rank: int
    group: str
    members: frozenset[Key]


class GroupMember(NamedTuple):
    """组成员: where an item of a group is shown and by which code."""

    key: Key
    code: str

    @property
    def channel(self) -> str:
        """The channel."""
        return self.key[0]


def groups(report: Mapping[str, Any]) -> Iterator[tuple[str, tuple[GroupMember, ...]]]:
    """Yield the groups of the report that have two members or more, with their ids."""
    for group in report.get("groups", ()):
        members = tuple(map(_member, group.get("members", ())))
        if len(members) > 1:
            yield str(group["id"]), members


def _member(one: Mapping[str, Any]) -> GroupMember:
    codes = one.get("codes") or {}
    return GroupMember((one["channel"], one["item_id"]), codes.get("handling") or codes.get("implementation") or "")


def charges(report: Mapping[str, Any], rules: Collection[str]) -> Iterator[Charge]:
    """Yield the findings of some rules that are not waived, with the items that they are charged to."""
    for one in report.get("findings", ()):
        if one.get("rule") not in rules or one.get("status") == "waived":
            continue
        members = {(member["channel"], member["item_id"]) for member in one.get("members") or ()}
        item = one.get("item")
        if item and not one.get("group"):
            members.add((one["channel"], item["id"]))
        yield Charge(one["rule"], RANKS.get(one["severity"], 2), str(one.get("group") or ""), frozenset(members))


def by_member(found: Iterator[Charge]) -> dict[Key, list[Charge]]:
    """Return the charges of each item."""
    charged: dict[Key, list[Charge]] = defaultdict(list)
    for one in found:
        for key in sorted(one.members):
            charged[key].append(one)
    return charged
