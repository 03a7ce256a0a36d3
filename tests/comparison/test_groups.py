"""Groups: replicas are compared strictly, peers by the plan, and a cause is told once."""

from __future__ import annotations

from typing import Any

import attrs

from itemcatalog.comparison import Agreement, ComparedField, ComparedGroup, Relation, compare_members, members_of
from itemcatalog.model import Authority, Channel, Codes, Contact, Fees, Item, Limit, Material, Phone

CHANNELS = {
    "city": Channel(id="city", kind="city", division="350100"),
    "portal": Channel(id="portal", kind="portal"),
    "gulou": Channel(id="gulou", kind="district", division="350102"),
    "minhou": Channel(id="minhou", kind="district", division="350121"),
}
PROVIDES = frozenset(
    {"name", "statutory_limit", "promised_limit", "materials", "fees", "consultation", "authority", "authority.name"}
)
ITEM = Item(
    name="公共场所卫生许可",
    authority=Authority(name="福州市卫生局"),
    division="350100",
    statutory_limit=Limit.of(20),
    promised_limit=Limit.of(5),
    materials=(Material(name="申请表"), Material(name="营业执照")),
    fees=Fees(charged=False),
    consultation=Contact(phones=(Phone(number="0591-80000001"),)),
    channel="city",
    id="a",
)


def _district(channel: str, division: str, **changes: Any) -> Item:
    authority = Authority(name=f"{channel}卫生局")
    return attrs.evolve(ITEM, channel=channel, division=division, authority=authority, **changes)


def _compare(*items: Item, provides: frozenset[str] = PROVIDES) -> ComparedGroup:
    members = members_of(items, CHANNELS, lambda item: provides)
    return compare_members(members, group="g", base="b", name=ITEM.name)


def _field(group: ComparedGroup, path: str) -> ComparedField | None:
    return next((field for field in group.fields if field.field == path), None)


def test_equal_copies_give_no_field() -> None:
    """A portal copy that says the same gives nothing to report."""
    group = _compare(ITEM, attrs.evolve(ITEM, channel="portal"))

    assert Relation.REPLICA is group.relation
    assert group.fields == ()


def test_a_copy_may_differ_in_nothing() -> None:
    """A replica with another phone is a difference that is not allowed."""
    other = Contact(phones=(Phone(number="0591-80000002"),))
    field = _field(_compare(ITEM, attrs.evolve(ITEM, channel="portal", consultation=other)), "consultation")

    assert field is not None
    assert (field.agreement, field.allowed) == (Agreement.SUBSTANCE, False)


def test_peers_may_differ_in_phone_and_authority() -> None:
    """A district has its own name and phone."""
    group = _compare(ITEM, _district("gulou", "350102", consultation=Contact(phones=(Phone(number="0591-1"),))))

    assert Relation.PEER is group.relation
    assert {f.field: f.allowed for f in group.fields} == {"authority.name": True, "consultation": True}


def test_a_district_may_promise_a_shorter_time_only() -> None:
    """Shorter than the city is allowed, longer is not."""
    shorter = _field(_compare(ITEM, _district("gulou", "350102", promised_limit=Limit.of(3))), "promised_limit")
    longer = _field(_compare(ITEM, _district("gulou", "350102", promised_limit=Limit.of(7))), "promised_limit")

    assert shorter is not None
    assert longer is not None
    assert (shorter.allowed, longer.allowed) == (True, False)


def test_a_field_that_one_channel_does_not_carry_is_not_compared() -> None:
    """A portal without fees accuses nobody."""
    items = (ITEM, attrs.evolve(ITEM, channel="portal", fees=Fees()))
    members = members_of(items, CHANNELS, lambda item: PROVIDES - ({"fees"} if item.channel == "portal" else set()))

    assert compare_members(members, group="g", base="b", name="n").fields == ()
    missing = _field(_compare(*items), "fees")
    assert missing is not None
    assert Agreement.MISSING is missing.agreement


def test_districts_that_agree_are_one_value() -> None:
    """Members that say the same stand together, the most common value first."""
    group = _compare(
        ITEM,
        _district("gulou", "350102", statutory_limit=Limit.of(30)),
        _district("minhou", "350121", statutory_limit=Limit.of(30)),
    )
    field = _field(group, "statutory_limit")

    assert field is not None
    assert [(v.value, len(v.members)) for v in field.values] == [("30个工作日", 2), ("20个工作日", 1)]


def test_a_wrong_portal_copy_is_not_charged_to_the_peers() -> None:
    """In a mixed group the own lists are compared between units, the copy with its own unit."""
    wrong = attrs.evolve(ITEM, channel="portal", statutory_limit=Limit.of(30))
    field = _field(_compare(ITEM, wrong, _district("gulou", "350102")), "statutory_limit")

    assert field is not None
    assert (field.replica, field.peer) == (Agreement.SUBSTANCE, Agreement.EQUAL)


def test_items_that_share_a_code_are_one_unit() -> None:
    """An implementation code makes replicas even where the portal names no authority."""
    codes = Codes(implementation="113501000036100000235010100000X")
    left = attrs.evolve(ITEM, codes=codes)
    right = attrs.evolve(ITEM, codes=codes, channel="portal", authority=Authority(), division=None)

    assert Relation.REPLICA is _compare(left, right).relation
    assert Relation.PEER is _compare(left, attrs.evolve(right, codes=Codes())).relation


def test_the_order_of_members_changes_nothing() -> None:
    """Members in another order give the same comparison."""
    items = (ITEM, _district("gulou", "350102", statutory_limit=Limit.of(30)), attrs.evolve(ITEM, channel="portal"))

    assert _compare(*items) == _compare(*reversed(items))


def test_a_text_that_was_cut_off_is_not_compared() -> None:
    """A list that ends in ：says nothing of what follows: it accuses nobody; a heading inside a list is no cut."""
    cut = attrs.evolve(ITEM, channel="portal", materials=(Material(name="申请表"), Material(name="以下材料之一：")))
    heading = attrs.evolve(ITEM, channel="portal", materials=(Material(name="以下材料之一："), Material(name="申请表")))

    assert [field.field for field in _compare(ITEM, cut).fields] == []
    assert [field.field for field in _compare(ITEM, heading).fields] == ["materials"]
