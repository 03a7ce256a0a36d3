"""The fields of one group: who says what, and how far they agree."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

import attrs
from attrs import define

from itemcatalog.comparison._agreement import Agreement, EntryDifference, worst
from itemcatalog.comparison._fields import FIELDS, SPECS, FieldSpec, PeerDuty
from itemcatalog.comparison._members import Member
from itemcatalog.comparison._own_words import speaks_of_itself, spoken
from itemcatalog.comparison._relations import Answer, Cluster, by_relation, parts_of, peers_may, shared_parts
from itemcatalog.findings import MemberRef, Text
from itemcatalog.model import Condition, Limit, Material, empty
from itemcatalog.text import seems_cut

__all__ = [
    "ComparedField",
    "ComparedGroup",
    "FieldValue",
    "Relation",
    "between",
    "compare_members",
    "in_words_of",
    "names_another",
]

_NAMES = ("name", "sub_item")


class Relation(enum.StrEnum):
    """关系: replica (one implementing item on several channels) · peer (several authorities) · mixed (both)."""

    REPLICA = "replica"
    PEER = "peer"
    MIXED = "mixed"


@define(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """字段取值: one value of a field with the members that publish it.

    ``value`` is what a person reads (None = provided but empty), ``raw`` the value in the model.
    """

    value: str | None
    raw: Any = attrs.field(hash=False)
    members: tuple[Member, ...]

    @property
    def refs(self) -> tuple[MemberRef, ...]:
        """The members as findings and reports name them."""
        return tuple(member.ref for member in self.members)


@define(frozen=True, slots=True, kw_only=True)
class Proposal:
    """建议值: what should stand for some members of a group, on what ground, and who publishes something else.

    ``value`` None means that a person must decide (待研判), ``doubt`` why.
    """

    value: FieldValue | None
    ground: str
    members: tuple[Member, ...]
    deviating: tuple[Member, ...] = ()
    doubt: Text | None = None


@define(frozen=True, slots=True, kw_only=True)
class ComparedField:
    """字段比对结果: one field of a group whose members do not all say the same.

    ``replica`` is the agreement inside the units, ``peer`` that between them; ``allowed`` says that the plan lets
    the members differ here. The largest value stands first; ``differences`` tells the others from it, by the
    index of the value. ``proposals`` are filled by the room ``standard``.
    """

    field: str
    replica: Agreement
    peer: Agreement
    allowed: bool
    values: tuple[FieldValue, ...]
    differences: tuple[tuple[int, EntryDifference], ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def agreement(self) -> Agreement:
        """The weaker of the two agreements."""
        return worst((self.replica, self.peer))

    @property
    def proposed(self) -> str | None:
        """What should stand for all members, as a person reads it; None while a person must decide."""
        values = {proposal.value.value for proposal in self.proposals if proposal.value}
        return values.pop() if len(values) == 1 and all(p.value for p in self.proposals) else None

    @property
    def ground(self) -> str | None:
        """Why it should stand: the grounds of the proposals, joined where units have their own."""
        return "+".join(sorted({proposal.ground for proposal in self.proposals})) or None

    @property
    def deviating(self) -> tuple[Member, ...]:
        """The members that publish something else than what should stand; none where a person must decide."""
        return tuple(member for proposal in self.proposals for member in proposal.deviating)


@define(frozen=True, slots=True, kw_only=True)
class ComparedGroup:
    """比对组: one aligned set of published items with the fields on which they do not agree.

    ``lacking`` are items of the same base item by units that publish other parts of it (sub-items, business items,
    situations) but not this one: one for each unit.
    """

    id: str
    base: str
    name: str
    relation: Relation
    members: tuple[Member, ...]
    fields: tuple[ComparedField, ...]
    lacking: tuple[Member, ...] = ()


def compare_members(
    members: Sequence[Member], *, group: str, base: str, name: str, fields: Iterable[FieldSpec] = FIELDS
) -> ComparedGroup:
    """Compare the fields of one aligned set; a field that fewer than two sources carry is not compared."""
    compared = (_compare(spec, members) for spec in fields)
    return ComparedGroup(
        id=group,
        base=base,
        name=name,
        relation=_relation(members),
        members=tuple(members),
        fields=tuple(field for field in compared if field is not None),
    )


def between(field: str, left: FieldValue, right: FieldValue) -> tuple[Agreement, tuple[EntryDifference, ...]]:
    """Return how far two values of a field agree, and the entries that differ, by what both sources carry.

    The left value is told as the unit of the right one would say it. A value without members (of the
    纵向清单) is compared without parts of entries.
    """
    if left.value is None or right.value is None:
        return Agreement.MISSING, ()
    spec = SPECS[field]
    provides = [value.members[0].provides if value.members else frozenset[str]() for value in (left, right)]
    shared = parts_of(field, provides[0]) & parts_of(field, provides[1])
    said = in_words_of(field, left, right)
    answer = spec.compare(said, right.raw, shared)
    return answer if said is left.raw else min(answer, spec.compare(left.raw, right.raw, shared), key=_rank)


def _rank(answer: Answer) -> int:
    return answer[0].rank


def in_words_of(field: str, said: FieldValue, hearer: FieldValue) -> Any:
    """Return a value as the unit of another value would say it."""
    parties = _parties(said, hearer)
    return spoken(field, said.raw, *parties, hearer.raw) if parties else said.raw


def names_another(field: str, said: FieldValue, hearer: FieldValue) -> bool:
    """Return whether what a value says beyond that of another unit speaks of its own authority, place or level."""
    parties = _parties(said, hearer)
    return parties is not None and speaks_of_itself(field, said.raw, *parties, hearer.raw)


def _parties(said: FieldValue, hearer: FieldValue) -> tuple[Member, Member] | None:
    """Return who speaks and who hears: two of one unit where there are such, else of each the highest member."""
    if not said.members or not hearer.members:
        return None
    heard = {member.unit: member for member in reversed(hearer.members)}
    alike = next((one for one in said.members if one.unit in heard), None)
    if alike is not None:
        return alike, heard[alike.unit]
    speaker, listener = (min(value.members, key=lambda one: one.tier) for value in (said, hearer))
    return speaker, listener


def _relation(members: Sequence[Member]) -> Relation:
    units = {member.unit for member in members}
    if len(units) == 1:
        return Relation.REPLICA
    return Relation.PEER if len(units) == len(members) else Relation.MIXED


def _compare(spec: FieldSpec, members: Sequence[Member]) -> ComparedField | None:
    named = _named_alike(members) if spec.path in _NAMES else members
    stated = [(member, spec.value(member.item)) for member in named if member.carries(spec.path)]
    carrying = [(member, value) for member, value in stated if not _unclear(value)]
    if not carrying or all(value == carrying[0][1] for _, value in carrying):
        return None
    carrying = [(member, value) for member, value in carrying if not _cut(value)]
    if len(carrying) < 2:
        return None
    clusters = _clusters(spec, carrying)
    if len(clusters) < 2:
        return None
    answers = _answers(spec, clusters)
    replica, peer = by_relation(spec, clusters, answers)
    if worst((replica, peer)) is Agreement.EQUAL:
        return None
    return ComparedField(
        field=spec.path,
        replica=replica,
        peer=peer,
        allowed=replica.same and peers_may(spec, peer, clusters),
        values=tuple(
            FieldValue(
                value=None if empty(c[0][1]) else spec.show(c[0][1]), raw=c[0][1], members=tuple(m for m, _ in c)
            )
            for c in clusters
        ),
        differences=tuple((n, d) for n in range(1, len(clusters)) for d in answers[0, n][1]),
    )


def _named_alike(members: Sequence[Member]) -> list[Member]:
    """Return the members that are named in the way of most: by main item and sub-item, or by one name for both.

    护士执业注册 with the sub-item 护士执业首次注册 is no other name than the bare 护士执业首次注册.
    """
    split = [member for member in members if member.item.sub_item]
    whole = [member for member in members if not member.item.sub_item]
    return split if len(split) >= len(whole) else whole


def _unclear(value: object) -> bool:
    """Return True for a limit that was not understood: its reader's fault stands, there is nothing to compare."""
    return isinstance(value, Limit) and value.unclear


def _cut(value: object) -> bool:
    """Return True for a text that seems cut off, or a list that ends in one: nobody knows what follows (DESIGN §8)."""
    last = value[-1] if isinstance(value, tuple) and value else value
    text = last.text if isinstance(last, Condition) else last.name if isinstance(last, Material) else last
    return isinstance(text, str) and seems_cut(text)


def _clusters(spec: FieldSpec, carrying: Iterable[tuple[Member, Any]]) -> list[Cluster]:
    """Join the members whose values are the same but for format; most members first, then by the value shown."""
    found: dict[object, Cluster] = {}
    for member, value in carrying:
        found.setdefault(None if empty(value) else spec.key(value), []).append((member, value))
    return sorted(found.values(), key=lambda c: (empty(c[0][1]), -len(c), spec.show(c[0][1]) if c[0][1] else ""))


Answers = dict[tuple[int, int], Answer]


def _answers(spec: FieldSpec, clusters: Sequence[Cluster]) -> Answers:
    found: Answers = {}
    for i, j in _needed(spec, clusters):
        left, right = clusters[i][0], clusters[j][0]
        if empty(left[1]) or empty(right[1]):
            found[i, j] = (Agreement.MISSING, ())
            continue
        found[i, j] = spec.compare(left[1], right[1], shared_parts(spec.path, left[0], right[0]))
    return found


def _needed(spec: FieldSpec, clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of values to compare; where peers may differ, each against the first says enough."""
    units = [{member.unit for member, _ in cluster} for cluster in clusters]
    for i, j in combinations(range(len(clusters)), 2):
        if i == 0 or spec.peers is not PeerDuty.ALLOWED or units[i] & units[j]:
            yield i, j
