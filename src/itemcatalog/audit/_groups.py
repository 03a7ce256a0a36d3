"""The same item on several channels: matching groups it, comparison compares it, standard says what should stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
from attrs import define, field

from itemcatalog.audit._prepare import Job
from itemcatalog.comparison import (
    FIELDS,
    SPECS,
    ComparedField,
    ComparedGroup,
    Member,
    compare_members,
    may_differ,
    members_of,
    with_lacking,
)
from itemcatalog.findings import Fault, Finding, Severity
from itemcatalog.matching import (
    Decision,
    GroupMember,
    Lexicon,
    ListedName,
    Verdict,
    default_lexicon,
    entry_of,
    full_name,
    group_entries,
)
from itemcatalog.model import Decision as WrittenDecision
from itemcatalog.model import Item
from itemcatalog.rules import Context, item_ref
from itemcatalog.standard import propose
from itemcatalog.text import normalise
from itemcatalog.workspace import read_terms

__all__ = ["Grouped", "build_groups"]

_Key = tuple[str, str]

# A notice of these says that the text itself may be wrong (a slip in a title, a catch-all clause), so that nobody
# should be asked to write the same; other notices speak of form, or of what cannot be told.
_DOUBTING = frozenset({"LAW001", "LAW005", "LAW010", "LAW011", "CRT008", "CRT009"})


@define(frozen=True, slots=True, kw_only=True)
class Grouped:
    """分组结果: the groups that the group rules read, the conflicts that rules of family NAM word, and why each
    member stands in its group.
    """

    groups: tuple[ComparedGroup, ...] = ()
    faults: tuple[Fault, ...] = ()
    why: Mapping[_Key, GroupMember] = field(factory=dict)

    def proposed(self, findings: Iterable[Finding], standard: Sequence[Item] | None, context: Context) -> Grouped:
        """Return the groups with the value that should stand; a value with a finding of its own stands in doubt."""
        of_each = may_differ(context.policy, context.as_of)
        doubted = {
            (one.channel, one.item.id, (one.field or "").partition(".")[0].partition("[")[0])
            for one in findings
            if one.item is not None and (one.severity is not Severity.NOTICE or one.rule in _DOUBTING)
        }
        listed = _Listed(standard or ())

        def suspect(member: Member, path: str) -> bool:
            return (member.item.channel, member.item.id, path.partition(".")[0]) in doubted

        groups = (
            propose(one, suspect=suspect, listed=listed, may_differ=of_each) if one.fields else one
            for one in self.groups
        )
        return attrs.evolve(self, groups=tuple(groups))

    def to_dicts(self, language: str) -> tuple[dict[str, Any], ...]:
        """Return the groups of two members and more as report.json writes them."""
        return tuple(self._group(one, language) for one in self.groups if len(one.members) > 1)

    def _group(self, group: ComparedGroup, language: str) -> dict[str, Any]:
        return {
            "id": group.id,
            "base": group.base,
            "name": group.name,
            "relation": group.relation.value,
            "members": [self._member(one, language) for one in group.members],
            "fields": [_field(one) for one in group.fields],
        }

    def _member(self, member: Member, language: str) -> dict[str, Any]:
        item = member.item
        why = self.why[item.channel, item.id]
        return {
            "channel": item.channel,
            "item_id": item.id,
            "name": item.name,
            "codes": dict(item_ref(item).codes),
            "verdict": why.verdict.value,
            "reasons": [reason.text.in_language(language) for reason in why.reasons],
        }


def _field(compared: ComparedField) -> dict[str, Any]:
    return {
        "field": compared.field,
        "agreement": compared.agreement.value,
        "allowed": compared.allowed,
        "values": [
            {
                "value": value.value,
                "members": [{"channel": ref.channel, "item_id": ref.item_id} for ref in value.refs],
            }
            for value in compared.values
        ],
        "proposed": compared.proposed,
        "ground": compared.ground,
    }


class _Listed:
    """What the 纵向清单 says of a field of a group: found by the basic code, or by the name."""

    def __init__(self, standard: Iterable[Item]) -> None:
        self._by_code: dict[str, list[Item]] = {}
        self._by_name: dict[str, list[Item]] = {}
        for item in standard:
            if item.codes.basic:
                self._by_code.setdefault(item.codes.basic, []).append(item)
            for name in dict.fromkeys((normalise(item.name), normalise(full_name(entry_of(item))))):
                self._by_name.setdefault(name, []).append(item)

    def __call__(self, group: ComparedGroup, path: str) -> Any:
        """Return the listed value; None where the list is silent or holds several such items."""
        by_name = self._by_name.get(normalise(group.name), ())
        found = by_name or self._by_code.get(group.base, ())
        return SPECS[path].value(found[0]) if len(found) == 1 else None


def build_groups(job: Job) -> Grouped:
    """Match the items of all channels and compare the fields of each group; one channel alone has nothing to match."""
    items = {(item.channel, item.id): item for item in job.catalogue}
    if len(job.catalogue.channels) < 2 and job.lists.standard is None:
        return Grouped()
    grouping = group_entries(
        (entry_of(item) for item in items.values()),
        _lexicon(job),
        decisions=[_decision(one) for one in job.lists.decisions],
        standard=_names(job.lists.standard),
    )
    groups = []
    for group in grouping.groups:
        members = [items[one.channel, one.item_id] for one in group.members]
        compared = compare_members(
            members_of(members, job.context.channels, job.context.understood),
            group=group.id,
            base=group.base,
            name=group.name,
            fields=FIELDS if len(members) > 1 else (),
        )
        groups.append(compared)
    why = {(one.channel, one.item_id): one for group in grouping.groups for one in group.members}
    return Grouped(groups=with_lacking(groups), faults=grouping.conflicts, why=why)


def _lexicon(job: Job) -> Lexicon:
    terms = read_terms(job.workspace) if job.workspace else ()
    return default_lexicon().extended(terms) if terms else default_lexicon()


def _decision(written: WrittenDecision) -> Decision:
    return Decision(
        left=written.left,
        right=written.right,
        verdict=Verdict(written.verdict),
        who=written.who or "",
        date=written.date.isoformat() if written.date else "",
        note=written.note or "",
    )


def _names(standard: Sequence[Item] | None) -> list[ListedName] | None:
    if standard is None:
        return None
    return [ListedName(name=one.name, sub_item=one.sub_item, basic_code=one.codes.basic) for one in standard]
