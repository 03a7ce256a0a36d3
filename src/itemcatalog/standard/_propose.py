"""Which value should stand in a group, and why (DESIGN §7)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import attrs

from itemcatalog.comparison import (
    SPECS,
    Agreement,
    ComparedField,
    ComparedGroup,
    FieldSpec,
    FieldValue,
    Member,
    PeerDuty,
    Proposal,
    between,
)
from itemcatalog.model import Limit, empty
from itemcatalog.standard._grounds import Doubt, Ground

__all__ = ["propose"]

# At least two thirds of three or more districts on another value put the city's value in doubt.
_DISTRICTS, _SHARE = 3, (2, 3)
_CITY, _COUNTY = 3, 4
# What the law sets: a province that says otherwise than its cities proves nothing (the plan lets a city decide).
_BY_LAW = frozenset({"statutory_limit"})
# A 纵向清单 names the kind of organ (公安局), never the authority of one place.
_NOT_LISTED = frozenset({"authority.name"})


Suspect = Callable[[Member, str], bool]
Listed = Callable[[ComparedGroup, str], Any]


def propose(
    group: ComparedGroup, *, suspect: Suspect, listed: Listed, may_differ: Collection[str] = ()
) -> ComparedGroup:
    """Return the group with the value that should stand in each field.

    ``suspect(member, field)`` says whether a member's value has a finding of its own; ``listed(group, field)``
    gives the value of the 纵向清单 (None = the list is silent). The list stands first, then the city's value
    unless it is in doubt, then the majority. Where the plan lets authorities differ, each unit's own list stands
    for its copies. Of fields that ``may_differ`` the value of another unit stands in doubt: a person looks first.
    """
    fields = tuple(
        attrs.evolve(field, proposals=tuple(_proposals(group, field, suspect, listed, field.field in may_differ)))
        for field in group.fields
    )
    return attrs.evolve(group, fields=fields)


def _proposals(
    group: ComparedGroup, field: ComparedField, suspect: Suspect, listed: Listed, of_each: bool
) -> Iterable[Proposal]:
    spec = SPECS[field.field]
    members = _members(field)
    norm = None if field.field in _NOT_LISTED else listed(group, field.field)
    if not empty(norm):
        yield _listed(spec, field, norm)
    elif spec.peers is PeerDuty.EQUAL:
        settled = [_upper(spec, field, members, suspect)]
        yield from _for_units(field, settled, suspect, of_each)
    else:
        capped = list(_capped(spec, field, members, suspect)) if _too_long(spec, field) else []
        yield from _for_units(field, capped, suspect, of_each)
        bound = {member.unit for proposal in capped for member in proposal.members}
        for unit in sorted({member.unit for member in members} - bound, key=int):
            mine = [member for member in members if member.unit == unit]
            if len(mine) > 1:
                yield _within_unit(field, mine, suspect)


def _too_long(spec: FieldSpec, field: ComparedField) -> bool:
    return spec.peers is PeerDuty.SHORTER and not field.allowed and not field.peer.same


def _members(field: ComparedField) -> list[Member]:
    return [member for value in field.values for member in value.members]


def _value_of(field: ComparedField, member: Member) -> FieldValue:
    return next(value for value in field.values if member in value.members)


def _bind(field: ComparedField, value: FieldValue, ground: Ground, members: Iterable[Member]) -> Proposal:
    bound = tuple(members)
    return Proposal(
        value=value,
        ground=ground.value,
        members=bound,
        deviating=tuple(member for member in bound if not _agrees(field, member, value)),
    )


def _agrees(field: ComparedField, member: Member, standing: FieldValue) -> bool:
    """Return whether a member says what should stand, as far as both sources carry it and in its unit's own words."""
    published = _value_of(field, member)
    return published is standing or between(field.field, standing, _by(published, member))[0].same


def _by(value: FieldValue, member: Member) -> FieldValue:
    return attrs.evolve(value, members=(member,))


def _undecided(members: Iterable[Member], doubt: Doubt) -> Proposal:
    return Proposal(value=None, ground=Ground.DECIDE.value, members=tuple(members), doubt=doubt.value)


def _for_units(
    field: ComparedField, proposals: Iterable[Proposal], suspect: Suspect, of_each: bool
) -> Iterable[Proposal]:
    """Yield proposals for several units: in doubt where each may decide, and with copies that follow their own list."""
    doubted = (part for proposal in proposals for part in (_doubted(proposal) if of_each else (proposal,)))
    return (one for proposal in doubted for one in _settled(field, proposal, suspect))


def _doubted(proposal: Proposal) -> Iterable[Proposal]:
    """Yield a proposal, with a doubt for the units that do not publish the value themselves."""
    units = {member.unit for member in proposal.value.members} if proposal.value else set()
    others = tuple(member for member in proposal.members if member.unit not in units)
    if proposal.value is None or not others:
        yield proposal
        return
    for members, doubt in (
        (tuple(member for member in proposal.members if member.unit in units), None),
        (others, Doubt.OF_EACH.value),
    ):
        if members:
            deviating = tuple(member for member in members if member in proposal.deviating)
            yield attrs.evolve(proposal, members=members, deviating=deviating, doubt=doubt)


def _settled(field: ComparedField, proposal: Proposal, suspect: Suspect) -> Iterable[Proposal]:
    """Yield a proposal; while a person must decide, a copy that differs from its own unit's list still follows that.

    A list with a finding of its own binds nobody.
    """
    own = {
        member.unit: _value_of(field, member)
        for member in proposal.members
        if member.own and not suspect(member, field.field)
    }
    open_ = proposal.value is None or proposal.doubt is not None
    astray = {
        id(member)
        for member in proposal.members
        if open_ and member.unit in own and not _follows(field, member, own[member.unit])
    }
    if not astray:
        yield proposal
        return
    kept = [tuple(m for m in members if id(m) not in astray) for members in (proposal.members, proposal.deviating)]
    yield attrs.evolve(proposal, members=kept[0], deviating=kept[1])
    left = [member for member in proposal.members if id(member) in astray]
    for unit in sorted({member.unit for member in left}, key=int):
        yield _bind(field, own[unit], Ground.OWN, [member for member in left if member.unit == unit])


def _follows(field: ComparedField, member: Member, own: FieldValue) -> bool:
    return member.own or _agrees(field, member, own)


def _listed(spec: FieldSpec, field: ComparedField, norm: Any) -> Proposal:
    """Return what the 纵向清单 says; members that agree but for format keep their own way of writing."""
    agreeing = [
        member
        for value in field.values
        if value.value is not None and spec.compare(norm, value.raw, frozenset())[0].same
        for member in value.members
    ]
    value = FieldValue(value=spec.show(norm), raw=norm, members=tuple(agreeing))
    return _bind(field, value, Ground.LIST, _members(field))


def _upper(spec: FieldSpec, field: ComparedField, members: Sequence[Member], suspect: Suspect) -> Proposal:
    """Return the value of the highest own list unless it is in doubt, else the majority."""
    highest = _highest(field, members)
    if highest is None:
        return _majority(field, members)
    value = _value_of(field, highest)
    several = len({member.unit for member in members}) > 1
    if several and suspect(highest, spec.path):
        return _undecided(members, Doubt.SUSPECT)
    if not several and _sounder_copy(field, (highest,), members, suspect):
        return _undecided(members, Doubt.OWN_SUSPECT)
    if _outvoted(field, value, highest):
        return _undecided(members, Doubt.OUTVOTED)
    if spec.path in _BY_LAW and highest.tier < _CITY and any(_substance(field, v, value) for v in field.values):
        return _undecided(members, Doubt.LAW)
    ground = {_CITY: Ground.CITY, _COUNTY: Ground.OWN}.get(highest.tier, Ground.PROVINCE)
    if several and highest.tier >= _COUNTY:
        return _majority(field, members)
    return _bind(field, value, ground, members)


def _highest(field: ComparedField, members: Iterable[Member]) -> Member | None:
    stated = [member for member in members if _value_of(field, member).value is not None and member.tier < 9]
    own = [member for member in stated if member.own] or [m for m in stated if m.tier <= _CITY]
    return min(own, key=lambda m: (m.tier, not m.own, m.item.channel, m.item.id), default=None)


def _outvoted(field: ComparedField, value: FieldValue, highest: Member) -> bool:
    """Return whether two thirds of three or more lower units agree on one other value (wording does not count)."""
    below = [v for v in field.values if v.value is not None]
    votes = {id(v): len({m.unit for m in v.members if m.own and m.tier > highest.tier}) for v in below}
    total = sum(votes.values())
    return total >= _DISTRICTS and any(
        v is not value and votes[id(v)] * _SHARE[1] >= total * _SHARE[0] and _substance(field, v, _by(value, highest))
        for v in below
    )


def _substance(field: ComparedField, left: FieldValue, right: FieldValue) -> bool:
    return between(field.field, left, right)[0].rank >= Agreement.SUBSTANCE.rank


def _majority(field: ComparedField, members: Sequence[Member]) -> Proposal:
    """Return the value that more than half of the members that state one publish; else a person decides."""
    stated = [value for value in field.values if value.value is not None]
    voting = [member for member in members if any(member in value.members for value in stated)]
    for value in stated:
        if 2 * sum(_agrees(field, member, value) for member in voting) > len(voting):
            return _bind(field, value, Ground.MAJORITY, members)
    return _undecided(members, Doubt.SPLIT)


def _within_unit(field: ComparedField, mine: Sequence[Member], suspect: Suspect) -> Proposal:
    own = [member for member in mine if member.own and _value_of(field, member).value is not None]
    if _sounder_copy(field, own, mine, suspect):
        return _undecided(mine, Doubt.OWN_SUSPECT)
    if len({id(_value_of(field, member)) for member in own}) == 1:
        return _bind(field, _value_of(field, own[0]), Ground.OWN, mine)
    return _majority(field, mine)


def _sounder_copy(field: ComparedField, own: Iterable[Member], mine: Iterable[Member], suspect: Suspect) -> bool:
    """Return whether a unit's own list has a finding where a copy that says something else has none."""
    doubted = [_value_of(field, member) for member in own if suspect(member, field.field)]
    sound = [member for member in mine if not suspect(member, field.field)]
    return any(not _agrees(field, member, value) for value in doubted for member in sound)


def _capped(spec: FieldSpec, field: ComparedField, members: Sequence[Member], suspect: Suspect) -> Iterable[Proposal]:
    """Yield the city's limit for the units that promise a longer one; shorter ones keep theirs.

    Where it is in doubt, a person sees the city's own beside them.
    """
    highest = _highest(field, members)
    if highest is None:
        return
    value = _value_of(field, highest)
    units = {m.unit for m in members if m.own and m.tier > highest.tier and _longer(_value_of(field, m).raw, value.raw)}
    longer = [member for member in members if member.unit in units]
    if longer:
        yield (
            _undecided([m for m in members if m.unit in {*units, highest.unit}], Doubt.SUSPECT)
            if suspect(highest, spec.path)
            else _bind(field, value, Ground.CITY if highest.tier == _CITY else Ground.PROVINCE, longer)
        )


def _longer(one: object, other: object) -> bool:
    if not isinstance(one, Limit) or not isinstance(other, Limit):
        return False
    if other.instant:
        return bool(one.value)
    return one.value is not None and other.value is not None and one.unit == other.unit and one.value > other.value
