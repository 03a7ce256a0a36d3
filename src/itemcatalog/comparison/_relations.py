"""How far the members of a field agree inside their units and between them, and what peers may do."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from itemcatalog.comparison._agreement import Agreement, EntryDifference, worst
from itemcatalog.comparison._fields import FieldSpec, PeerDuty
from itemcatalog.comparison._members import Member
from itemcatalog.comparison._own_words import says_itself, spoken
from itemcatalog.model import Limit

__all__ = ["Answer", "Cluster", "by_relation", "parts_of", "peers_may", "shared_parts"]

Answer = tuple[Agreement, tuple[EntryDifference, ...]]
Stated = tuple[Member, Any]
Cluster = list[Stated]


def by_relation(
    spec: FieldSpec, clusters: Sequence[Cluster], answers: Mapping[tuple[int, int], Answer]
) -> tuple[Agreement, Agreement]:
    """Return the worst agreement inside the units and between them.

    Between two units only their own lists are compared when they have one, so that a wrong copy on the portal is
    charged once, to the portal; what only names each of them in its own words is no difference.
    """
    replica, peer = [Agreement.EQUAL], [Agreement.EQUAL]
    own = {member.unit for cluster in clusters for member, _ in cluster if member.own}
    personal = [any(says_itself(member, spec.path, value) for member, value in cluster) for cluster in clusters]
    for (i, j), (agreement, _) in answers.items():
        for one, other in product(clusters[i], clusters[j]):
            alike = one[0].unit == other[0].unit
            if alike or all(member.own or member.unit not in own for member in (one[0], other[0])):
                named = not agreement.same and (personal[i] or personal[j])
                told = _in_own_words(spec, one, other, agreement) if named else agreement
                (replica if alike else peer).append(told)
    return worst(replica), worst(peer)


def _in_own_words(spec: FieldSpec, one: Stated, other: Stated, agreement: Agreement) -> Agreement:
    """Return how far two members agree once the one speaks as the other; what each calls itself is only format."""
    (left, value), (right, wanted) = one, other
    if not value or not wanted:
        return agreement
    said = spoken(spec.path, value, left, right, wanted)
    if said is value:
        return agreement
    told = spec.compare(said, wanted, shared_parts(spec.path, left, right))[0]
    return min(agreement, worst((told, Agreement.FORMAT)), key=lambda one: one.rank)


def shared_parts(path: str, one: Member, other: Member) -> frozenset[str]:
    """Return the parts of a list field that the sources of two members carry."""
    return parts_of(path, one.provides) & parts_of(path, other.provides)


@functools.lru_cache(4_096)
def parts_of(path: str, provides: frozenset[str]) -> frozenset[str]:
    """Return the parts of a list field that a source carries (``materials.issuer`` → ``issuer``)."""
    prefix = f"{path}."
    return frozenset(name.removeprefix(prefix) for name in provides if name.startswith(prefix))


def peers_may(spec: FieldSpec, peer: Agreement, clusters: Sequence[Cluster]) -> bool:
    """Return whether peers may differ as they do."""
    if peer.same or spec.peers is PeerDuty.ALLOWED:
        return True
    if spec.peers is PeerDuty.SHORTER:
        stated = [pair for cluster in clusters for pair in cluster]
        return all(_not_longer(lower, upper) for lower in stated for upper in stated)
    return False


def _not_longer(lower: Stated, upper: Stated) -> bool:
    """Return False only when a lower level demonstrably promises a longer time than a higher one."""
    (one, short), (other, long) = lower, upper
    if one.tier <= other.tier or one.unit == other.unit:
        return True
    if not isinstance(short, Limit) or not isinstance(long, Limit):
        return True
    if short.value is None or long.value is None or short.unit != long.unit:
        return not (short.value and long.instant)
    return short.value <= long.value
