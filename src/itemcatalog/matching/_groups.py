"""Groups: one aligned set of published items, from the evidence of codes, names, bodies and divisions together."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

from attrs import define

from itemcatalog.findings import Fault
from itemcatalog.matching._buckets import Buckets
from itemcatalog.matching._clusters import Clusters
from itemcatalog.matching._conflicts import conflicts
from itemcatalog.matching._decisions import Decision, Replayed, replay
from itemcatalog.matching._doubts import doubtful_pairs
from itemcatalog.matching._entries import Entry, by_channel_and_id, main_name, matching_name, unit_of
from itemcatalog.matching._forms import without_collector
from itemcatalog.matching._learn import LearntSynonym, learn_synonyms
from itemcatalog.matching._lexicon import Lexicon, default_lexicon
from itemcatalog.matching._reasons import Reason, Verdict, Weight
from itemcatalog.matching._slots import Reader
from itemcatalog.matching._standard import ListedName, list_departures

__all__ = ["Group", "GroupMember", "GroupRelation", "Grouping", "group_entries"]


class GroupRelation(enum.StrEnum):
    """关系: replica (one implementing unit) · peer (several units, one channel each) · mixed · single."""

    SINGLE = "single"
    REPLICA = "replica"
    PEER = "peer"
    MIXED = "mixed"


@define(frozen=True, slots=True, kw_only=True)
class GroupMember:
    """组成员: one published item of a group, and why it belongs to it."""

    channel: str
    item_id: str
    name: str
    unit: str
    verdict: Verdict
    reasons: tuple[Reason, ...]


@define(frozen=True, slots=True, kw_only=True)
class Group:
    """事项组: base item × sub-item × business item × situation; at most one item per channel and unit.

    ``base`` names what the groups of one base item share; ``name`` is the name that most members publish.
    """

    id: str
    base: str
    name: str
    relation: GroupRelation
    members: tuple[GroupMember, ...]


@define(frozen=True, slots=True, kw_only=True)
class Grouping:
    """分组结果: every entry in exactly one group, and what the names, codes and decisions contradict.

    ``synonyms`` are words learnt from equal codes; they raise doubts only.
    """

    groups: tuple[Group, ...]
    conflicts: tuple[Fault, ...]
    synonyms: tuple[LearntSynonym, ...] = ()


def group_entries(
    entries: Iterable[Entry],
    lexicon: Lexicon | None = None,
    *,
    decisions: Iterable[Decision] = (),
    standard: Iterable[ListedName] | None = None,
) -> Grouping:
    """Group the items of all channels; the order of input changes nothing.

    Strongest first: a reviewer's decisions, equal handling or implementation codes, equal names (with equal basic code
    where both have one). Where several items of one channel and unit fit equally well, none is taken and the tie is a
    conflict. ``standard`` is the list of names that should stand (纵向清单), None where it was not given.
    """
    ordered = by_channel_and_id(entries)
    lexicon = lexicon or default_lexicon()
    with without_collector():
        synonyms = learn_synonyms(ordered, lexicon)
        buckets = Buckets(ordered, [matching_name(one) for one in ordered], lexicon, synonyms)
        replayed = replay(decisions, ordered)
        clusters = Clusters(buckets, [unit_of(one) for one in ordered], replayed)
        taken = clusters.taken()
        doubts = clusters.settled(doubtful_pairs(buckets, taken))
        groups = _groups(ordered, buckets, clusters, Reader(lexicon))
        faults = [
            *replayed.faults,
            *conflicts(ordered, clusters, doubts, lexicon),
            *list_departures(ordered, standard, lexicon),
        ]
    return Grouping(groups=groups, conflicts=tuple(faults), synonyms=synonyms)


def _groups(entries: Sequence[Entry], buckets: Buckets, clusters: Clusters, reader: Reader) -> tuple[Group, ...]:
    made = []
    used: dict[str, int] = {}
    for positions in clusters.groups():
        name = _name(entries, positions)
        identity = _identity(reader, name)
        used[identity] = used.get(identity, 0) + 1
        number = used[identity]
        made.append(
            Group(
                id=identity if number == 1 else f"{identity}#{number}",
                base=_base(reader, entries, positions),
                name=name,
                relation=_relation(clusters, positions),
                members=tuple(_member(entries, buckets, clusters, positions, one, name) for one in positions),
            )
        )
    return tuple(sorted(made, key=lambda group: group.id))


def _identity(reader: Reader, name: str) -> str:
    slots = reader.slots(name)
    return "·".join(part for part in (slots.core, slots.sub, slots.grant, *slots.signs) if part) or name


def _name(entries: Sequence[Entry], positions: Sequence[int]) -> str:
    """Return the name that most members publish; among equals that of the first channel."""
    names = [matching_name(entries[one]) for one in positions]
    return max(names, key=lambda name: (names.count(name), -names.index(name)))


def _base(reader: Reader, entries: Sequence[Entry], positions: Sequence[int]) -> str:
    """Return the basic code that all members with a basic code share, else the form of the main name."""
    codes = {code for one in positions if (code := entries[one].codes.get("basic"))}
    if len(codes) == 1:
        return codes.pop()
    name = entries[positions[0]].parent_name or main_name(entries[positions[0]])
    return _identity(reader, name)


def _relation(clusters: Clusters, positions: Sequence[int]) -> GroupRelation:
    if len(positions) == 1:
        return GroupRelation.SINGLE
    units = [clusters.units[one] or f"?{one}" for one in positions]
    roots = {clusters.same_unit(one) for one in positions}
    if len(roots) == 1 or len(set(units)) == 1:
        return GroupRelation.REPLICA
    return GroupRelation.MIXED if len(set(units)) < len(positions) else GroupRelation.PEER


def _member(
    entries: Sequence[Entry], buckets: Buckets, clusters: Clusters, positions: Sequence[int], one: int, name: str
) -> GroupMember:
    entry = entries[one]
    verdict, reasons = _why(buckets, clusters.decided, positions, one, name)
    return GroupMember(
        channel=entry.channel,
        item_id=entry.id,
        name=entry.name,
        unit=clusters.units[one],
        verdict=verdict,
        reasons=reasons,
    )


def _why(
    buckets: Buckets, decided: Replayed, positions: Sequence[int], one: int, name: str
) -> tuple[Verdict, tuple[Reason, ...]]:
    """Compare a member's name with the name of its group, unless a person has decided."""
    decision = next(
        (made for other in positions if (made := decided.same.get((min(one, other), max(one, other))))), None
    )
    if decision is not None:
        return Verdict.SAME, (Reason(kind="decision", weight=Weight.FOR, what=decision.ground),)
    comparison = buckets.compare(name, matching_name(buckets.entries[one]))
    if comparison.verdict is Verdict.SAME or len(positions) == 1:
        return comparison.verdict, comparison.reasons
    return _by_evidence(buckets, one, comparison.reasons)


def _by_evidence(buckets: Buckets, one: int, reasons: tuple[Reason, ...]) -> tuple[Verdict, tuple[Reason, ...]]:
    number = buckets.forms.of_name[one][0]
    restored = buckets.restored.get(one)
    why = buckets.merged.why.get(number) or ((restored,) if restored else ())
    if why:
        return Verdict.SAME, why
    codes = buckets.entries[one].codes
    code = codes.get("handling") or codes.get("implementation") or codes.get("basic")
    if code:
        return Verdict.REVIEW, (Reason(kind="same-code", weight=Weight.DOUBT, left=code, right=code), *reasons)
    return Verdict.REVIEW, reasons
