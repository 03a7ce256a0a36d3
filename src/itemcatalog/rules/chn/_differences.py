"""What all rules on fields across channels share: one problem per deviating value, with its members."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import attrs

from itemcatalog.comparison import (
    GROUNDS,
    OF_THE_PLAN,
    SPECS,
    Agreement,
    ComparedField,
    ComparedGroup,
    FieldValue,
    Member,
    Proposal,
    Relation,
    between,
    may_differ,
)
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Fees, Limit
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import BUSINESS, PLAN
from itemcatalog.rules._words import item_ref
from itemcatalog.rules.chn._told import short, told
from itemcatalog.rules.presence import channel_name

__all__ = ["CHANNELS", "LEVELS", "NAMES", "NATIONAL", "between_units", "inside_units", "peer_rule", "replica_rule"]

_SAME_STANDARD = f"{BUSINESS}第三十五条：推进同一事项实行无差别受理、同标准办理"
CHANNELS = f"{PLAN}：不同渠道所公布办事指南要素内容相一致；{_SAME_STANDARD}"
LEVELS = f"{PLAN}：统一市、县(市)区两级同一行政审批和服务事项的办理条件、材料、时限、收费等服务标准；{_SAME_STANDARD}"
# Clauses of the plan of 2017 and of today's law: either makes the rule hold.
NATIONAL = "yhyshj-35"
NAMES = ("name", "parent_name", "sub_item", "handling_item")

_MESSAGES = {
    "default": Message(
        "“{name}”的{label}不一致：{who}公布为“{found}”，应为“{expected}”（以{ground}为准）",
        "“{name}”: {label} disagrees: {who} says “{found}”, “{expected}” should stand ({ground})",
    ),
    "wording": Message(
        "“{name}”的{label}措辞不同而含义相同：{who}公布为“{found}”，建议统一为“{expected}”（以{ground}为准）",
        "“{name}”: {label} is worded differently with the same meaning: {who} says “{found}”, “{expected}” is "
        "proposed ({ground})",
    ),
    "units": Message(
        "“{name}”的{label}单位不同，请核对是否同一期限：{who}公布为“{found}”，建议统一为“{expected}”（以{ground}为准）",
        "“{name}”: {label} has another unit, check whether it is one span: {who} says “{found}”, “{expected}” is "
        "proposed ({ground})",
    ),
    "entries": Message(
        "“{name}”的{label}不一致：{who}与应当统一的内容（以{ground}为准）相比，{detail}",
        "“{name}”: {label} disagrees: {who} against what should stand ({ground}): {detail}",
    ),
    "entries-wording": Message(
        "“{name}”的{label}措辞不同而含义相同：{who}与建议统一的内容（以{ground}为准）相比，{detail}",
        "“{name}”: {label} is worded differently with the same meaning: {who} against what is proposed ({ground}): "
        "{detail}",
    ),
    "missing": Message(
        "“{name}”的{label}在{who}为空，其他渠道公布为“{expected}”（以{ground}为准）",
        "“{name}”: {label} is empty in {who}, elsewhere “{expected}” stands ({ground})",
    ),
    "decide": Message(
        "“{name}”的{label}不一致，应由审改办研判以哪一个为准（{why}）：{found}。",
        "“{name}”: {label} disagrees and a person must decide which value stands ({why}): {found}.",
    ),
}
_NO_GROUND = Text("依据不足", "no ground")
_RECOMMENDATION = Text(
    "按应当统一的内容更正所列渠道；待研判的先由审改办确定标准。",
    "Correct the channels named to the value that should stand; where a person must decide, the review office does.",
)


def _who(members: Collection[Member], context: Context) -> str:
    """Return the authorities of some members with the names of the channels that show them."""
    names = sorted({m.item.authority.name for m in members if m.item.authority.name})
    shown = "、".join(channel_name(one, context) for one in sorted({m.item.channel for m in members}))
    return f"{'、'.join(names)}（{shown}）" if names else shown


def _copies(group: ComparedGroup, field: ComparedField) -> frozenset[int]:
    """Return the members (by identity) that disagree with their own unit's list: copies gone astray."""
    stand = {id(member): value for value in field.values for member in value.members}
    own = {member.unit: stand[id(member)] for member in group.members if member.own and id(member) in stand}
    return frozenset(
        id(member)
        for value in field.values
        for member in value.members
        if own.get(member.unit, value) is not value or group.relation is Relation.REPLICA
    )


def inside_units(group: ComparedGroup, field: ComparedField, member: Member) -> bool:
    """Return whether a deviating member is a copy that disagrees inside its unit."""
    return id(member) in _copies(group, field)


def between_units(group: ComparedGroup, field: ComparedField, member: Member) -> bool:
    """Return whether a deviating member disagrees with other authorities."""
    return not inside_units(group, field, member)


def _told_here(field: ComparedField) -> ComparedField:
    """Return a name without what nobody need be told: what NAM008 says of the 纵向清单, and another wording."""
    if field.field not in NAMES:
        return field
    known = () if field.agreement is Agreement.WORDING else field.proposals
    return attrs.evolve(field, proposals=tuple(one for one in known if one.ground != "list"))


def _problems(
    group: ComparedGroup,
    field: ComparedField,
    mine: Callable[[ComparedGroup, ComparedField, Member], bool],
    label: Text,
    context: Context,
) -> Iterator[Problem]:
    for proposal in field.proposals:
        if proposal.value is None:
            one_unit = len({member.unit for member in proposal.members}) == 1
            if one_unit == (mine is inside_units):
                yield _undecided(group, field, proposal, label, context)
            continue
        for value in field.values:
            astray = [m for m in proposal.deviating if m in value.members and mine(group, field, m)]
            if astray:
                yield _astray(group, field, value, proposal.value, astray, (label, GROUNDS[proposal.ground]), context)


def _astray(
    group: ComparedGroup,
    field: ComparedField,
    value: FieldValue,
    standing: FieldValue,
    members: list[Member],
    words: tuple[Text, Text],
    context: Context,
) -> Problem:
    agreement, entries = between(field.field, standing, attrs.evolve(value, members=tuple(members)))
    found = [one for one in entries if not one.agreement.same]
    wording = agreement in (Agreement.WORDING, Agreement.FORMAT, Agreement.EQUAL)
    message = "missing" if value.value is None else _worded(value, standing) if wording else "default"
    if found:
        message = "entries-wording" if wording else "entries"
    single = members[0] if len(members) == 1 else None
    return Problem(
        field=field.field,
        message=message,
        values={
            "name": group.name,
            "label": words[0],
            "who": _who(members, context),
            "found": short(value.value),
            "expected": short(standing.value),
            "ground": words[1],
            "detail": Text(told(found, "zh"), told(found, "en")),
        },
        found=value.value,
        expected=standing.value,
        cause=value.value or "",
        severity=Severity.NOTICE if wording else _severity(field, value, standing, context),
        channel=single.item.channel if single else _channel(members),
        item=item_ref(single.item) if single else None,
        place=single.item.place if single else None,
        members=tuple(member.ref for member in members),
    )


def _worded(value: FieldValue, standing: FieldValue) -> str:
    """Return the message for another wording: limits in other units may be one span, which is less than one meaning."""
    one, other = value.raw, standing.raw
    return "units" if isinstance(one, Limit) and isinstance(other, Limit) and one.unit != other.unit else "wording"


def _severity(field: ComparedField, value: FieldValue, standing: FieldValue, context: Context) -> Severity | None:
    """Return None (the rule's own severity) only for a plain contradiction where the plan itself is the policy.

    Today's law asks for one standard in general words: under it a difference is at most a warning, and between
    authorities a notice where what each of them decides or promises may rightly differ.
    """
    if context.policy.binds(OF_THE_PLAN, context.as_of):
        return None if _hard(value, standing) else Severity.WARNING
    other_units = {m.unit for m in standing.members}.isdisjoint(m.unit for m in value.members)
    of_each = other_units and field.field in may_differ(context.policy, context.as_of)
    return Severity.NOTICE if of_each else Severity.WARNING


def _hard(value: FieldValue, standing: FieldValue) -> bool:
    """Return whether two values contradict each other beyond doubt: numbers and yes/no, never texts."""
    if value.value is None:
        return False
    if isinstance(value.raw, Fees) and isinstance(standing.raw, Fees):
        return value.raw.charged is not None and value.raw.charged != standing.raw.charged
    return isinstance(value.raw, Limit)


def _channel(members: Collection[Member]) -> str:
    channels = {member.item.channel for member in members}
    return channels.pop() if len(channels) == 1 else ""


def _undecided(
    group: ComparedGroup, field: ComparedField, proposal: Proposal, label: Text, context: Context
) -> Problem:
    bound = [(v, [m for m in v.members if m in proposal.members]) for v in field.values if v.value is not None]
    shown = "；".join(f"{_who(members, context)}“{short(value.value)}”" for value, members in bound if members)
    units = {member.unit for member in proposal.members}
    of_each = len(units) > 1 and field.field in may_differ(context.policy, context.as_of)
    soft = Severity.NOTICE if of_each or field.agreement is Agreement.WORDING else Severity.WARNING
    return Problem(
        field=field.field,
        message="decide",
        values={"name": group.name, "label": label, "found": shown, "why": proposal.doubt or _NO_GROUND},
        found=shown,
        cause=field.field,
        severity=soft,
        channel="",
    )


def replica_rule(
    code: str, name: str, severity: Severity, fields: tuple[str, ...], summary: Text, page: str | None
) -> Rule:
    """Make the rule that copies of one implementing item say the same in these fields."""

    def check(group: ComparedGroup, context: Context) -> Iterator[Problem]:
        for field in map(_told_here, group.fields):
            if field.field in fields and not field.replica.same:
                yield from _problems(group, field, inside_units, SPECS[field.field].label, context)

    def applies(group: ComparedGroup, context: Context) -> bool:
        units = [member.unit for member in group.members]
        return len(set(units)) < len(units)

    return _rule(code, name, severity, summary, page, CHANNELS, ("9d", NATIONAL), check, applies)


def peer_rule(
    code: str, name: str, severity: Severity, fields: tuple[str, ...], summary: Text, page: str | None
) -> Rule:
    """Make the rule that authorities which exercise one base item say the same in these fields."""

    def check(group: ComparedGroup, context: Context) -> Iterator[Problem]:
        for field in map(_told_here, group.fields):
            if field.field in fields and not field.peer.same and not field.allowed:
                yield from _problems(group, field, between_units, SPECS[field.field].label, context)

    def applies(group: ComparedGroup, context: Context) -> bool:
        return len({member.unit for member in group.members}) > 1

    clause = "8b" if code in ("CHN011", "CHN019") else "9b"
    return _rule(code, name, severity, summary, page, LEVELS, (clause, NATIONAL), check, applies)


def _rule(
    code: str,
    name: str,
    severity: Severity,
    summary: Text,
    page: str | None,
    basis: str,
    clauses: tuple[str, ...],
    check: Callable[[ComparedGroup, Context], Iterator[Problem]],
    applies: Callable[[ComparedGroup, Context], bool],
) -> Rule:
    return Rule(
        code=code,
        name=name,
        scope=Scope.GROUP,
        severity=severity,
        force=Force.PLAN,
        clauses=clauses,
        summary=summary,
        basis=basis,
        recommendation=_RECOMMENDATION,
        messages=_MESSAGES,
        check=check,
        applies=applies,
        page=page,
    )
