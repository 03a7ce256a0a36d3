"""From proposals to what each channel must change, and what a person must decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs
from attrs import define

from itemcatalog.comparison import (
    SPECS,
    Agreement,
    ComparedField,
    ComparedGroup,
    EntryDifference,
    FieldValue,
    Member,
    Proposal,
    between,
    in_words_of,
    names_another,
)
from itemcatalog.findings import Place, Text
from itemcatalog.matching import Verdict, compare_names
from itemcatalog.model import Item, value_at
from itemcatalog.standard._adopt import adopt, with_value

__all__ = ["Correction", "Key", "Question", "corrected_items", "corrections_of", "questions_of", "standard_items"]

Key = tuple[str, str]
_ANOTHER = Text(
    "名称所指的事项不同，可能是编码用错，须人工核对",
    "the names mean different items, perhaps the code is wrong; check by hand",
)
_UNKNOWN = Text("依据不足", "no ground")
_OF_ANOTHER = Text(
    "内容含有另一单位的名称或者层级用语，须人工改写",
    "the text names another unit or its level and must be reworded by hand",
)


@define(frozen=True, slots=True, kw_only=True)
class Correction:
    """更正: one field of one published item that must change: what it says, what should stand, on what ground.

    ``agreement`` tells a difference of substance from one of wording. ``place`` is the cell where it stands when it
    is known; ``expected`` is what the member should say, with what only its own source carries. ``by_hand`` says why
    it is not written into the office's own file (None = written).
    """

    group: str
    group_name: str
    member: Member
    field: str
    label: Text
    found: str | None
    standing: FieldValue
    ground: str
    agreement: Agreement
    expected: str
    differences: tuple[EntryDifference, ...] = ()
    place: Place
    by_hand: Text | None = None

    @property
    def key(self) -> Key:
        """Channel and id of the item."""
        return self.member.item.channel, self.member.item.id


@define(frozen=True, slots=True, kw_only=True)
class Question:
    """待研判: one field of a group for which a person must decide and why, with every value and who publishes it."""

    group: str
    group_name: str
    field: str
    label: Text
    agreement: Agreement
    values: tuple[FieldValue, ...]
    members: tuple[Member, ...]
    doubt: Text


def corrections_of(groups: Iterable[ComparedGroup]) -> Iterator[Correction]:
    """Yield what the deviating members must change, group by group."""
    for group in groups:
        for field in group.fields:
            for proposal in field.proposals:
                if proposal.value is not None:
                    yield from _of_proposal(group, field, proposal, proposal.value)


def _of_proposal(
    group: ComparedGroup, field: ComparedField, proposal: Proposal, standing: FieldValue
) -> Iterator[Correction]:
    for member in proposal.deviating:
        published = next(value for value in field.values if member in value.members)
        mine = attrs.evolve(published, members=(member,))
        agreement, differences = between(field.field, standing, mine)
        said = attrs.evolve(standing, raw=in_words_of(field.field, standing, mine))
        yield Correction(
            group=group.id,
            group_name=group.name,
            member=member,
            field=field.field,
            label=SPECS[field.field].label,
            found=published.value,
            standing=said,
            ground=proposal.ground,
            agreement=agreement,
            expected=_expected(member, field.field, said),
            differences=differences,
            place=member.item.place,
            by_hand=proposal.doubt
            or _another_act(field.field, published.value, standing.value)
            or _another_unit(field.field, standing, mine),
        )


def _expected(member: Member, path: str, standing: FieldValue) -> str:
    return SPECS[path].show(value_at(adopt(member.item, path, standing, member.provides), path))


def _another_act(field: str, found: str | None, expected: str | None) -> Text | None:
    """Return why a name is not rewritten: it names another act (成立登记, 变更登记), so its code may be the fault."""
    if field not in ("name", "sub_item") or not found or not expected:
        return None
    different = compare_names(found, expected).verdict is Verdict.DIFFERENT
    return _ANOTHER if different else None


def _another_unit(field: str, standing: FieldValue, mine: FieldValue) -> Text | None:
    """Return why a value is not rewritten: what is new in it speaks of another unit, and may not hold in this one."""
    return _OF_ANOTHER if names_another(field, standing, mine) else None


def questions_of(groups: Iterable[ComparedGroup]) -> Iterator[Question]:
    """Yield the fields for which nothing is proposed, with the values of those concerned."""
    for group in groups:
        for field in group.fields:
            for proposal in field.proposals:
                if proposal.value is None:
                    bound = [(v, tuple(m for m in v.members if m in proposal.members)) for v in field.values]
                    yield Question(
                        group=group.id,
                        group_name=group.name,
                        field=field.field,
                        label=SPECS[field.field].label,
                        agreement=field.agreement,
                        values=tuple(FieldValue(value=v.value, raw=v.raw, members=ms) for v, ms in bound if ms),
                        members=proposal.members,
                        doubt=proposal.doubt or _UNKNOWN,
                    )


def corrected_items(corrections: Iterable[Correction]) -> Mapping[Key, Item]:
    """Return the items that change, with all their corrections."""
    items: dict[Key, Item] = {}
    for one in corrections:
        items[one.key] = adopt(items.get(one.key, one.member.item), one.field, one.standing, one.member.provides)
    return items


def standard_items(groups: Iterable[ComparedGroup]) -> tuple[Item, ...]:
    """Return one item per group: what should stand for all; fields that a person must decide are left absent.

    It is the item of the highest own list (else of the first member) with the proposed values. A field whose
    proposals differ by unit keeps the value of that item's own unit.
    """
    return tuple(_standard_item(group) for group in groups if group.members)


def _standard_item(group: ComparedGroup) -> Item:
    lead = min(group.members, key=lambda m: (not m.own, m.tier, m.item.channel, m.item.id))
    item = lead.item
    for field in group.fields:
        proposal = _binding(field.proposals, lead)
        if proposal is None:
            continue
        if proposal.value is not None:
            if lead in proposal.deviating:
                item = adopt(item, field.field, proposal.value)
        elif field.field not in ("name", "sub_item"):
            item = _without(item, field.field)
    return item


def _binding(proposals: Sequence[Proposal], lead: Member) -> Proposal | None:
    return next((one for one in proposals if lead in one.members), None)


def _without(item: Item, path: str) -> Item:
    head, _, rest = path.partition(".")
    default = getattr(Item(name=item.name), head)
    bare: Item = with_value(item, path, getattr(default, rest) if rest else default)
    return bare
