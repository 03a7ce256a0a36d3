"""The proposed standard: 纵向清单, the city unless in doubt, the majority; else a person decides."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from itemcatalog.comparison import ComparedField, ComparedGroup, compare_members, members_of
from itemcatalog.model import Authority, Channel, Contact, Item, Limit, Phone
from itemcatalog.standard import propose

DISTRICTS = {"gulou": "350102", "taijiang": "350103", "minhou": "350121"}
CHANNELS = {
    "city": Channel(id="city", kind="city", division="350100"),
    "portal": Channel(id="portal", kind="portal"),
    **{name: Channel(id=name, kind="district", division=code) for name, code in DISTRICTS.items()},
}
PROVIDES = frozenset({"name", "statutory_limit", "promised_limit", "consultation", "authority"})


def _item(channel: str, limit: int, promised: int = 5, phone: str = "1") -> Item:
    division = {"city": "350100", **DISTRICTS}.get(channel, "350100")
    return Item(
        name="公共场所卫生许可",
        authority=Authority(name=f"{division}卫生局"),
        division=division,
        statutory_limit=Limit.of(limit),
        promised_limit=Limit.of(promised),
        consultation=Contact(phones=(Phone(number=phone),)),
        channel=channel,
        id=channel,
    )


def _propose(
    *items: Item, suspects: tuple[str, ...] = (), listed: Any = None, may_differ: tuple[str, ...] = ()
) -> ComparedGroup:
    members = members_of(items, CHANNELS, lambda item: PROVIDES)
    group = compare_members(members, group="g", base="b", name="n")
    return propose(
        group,
        suspect=lambda member, field: member.item.channel in suspects,
        listed=lambda group, field: listed if field == "statutory_limit" else None,
        may_differ=may_differ,
    )


def _field(group: ComparedGroup, path: str = "statutory_limit") -> ComparedField:
    return next(field for field in group.fields if field.field == path)


def _deviating(field: ComparedField) -> list[str]:
    return [member.item.channel for member in field.deviating]


def test_the_city_stands_and_the_district_deviates() -> None:
    """Against one district the city's value stands."""
    field = _field(_propose(_item("city", 20), _item("gulou", 30)))

    assert (field.proposed, field.ground, _deviating(field)) == ("20个工作日", "city", ["gulou"])


def test_a_province_proves_no_statutory_limit() -> None:
    """The law sets a statutory limit: where province and city differ, a person looks at the law."""
    channels = {**CHANNELS, "province": Channel(id="province", kind="province", division="350000")}
    above = attrs.evolve(_item("city", 30), channel="province", id="province", division="350000")
    items = (attrs.evolve(above, authority=Authority(name="省卫生厅")), _item("city", 20))
    group = compare_members(members_of(items, channels, lambda item: PROVIDES), group="g", base="b", name="n")
    field = _field(propose(group, suspect=lambda member, field: False, listed=lambda group, field: None))

    assert (field.proposed, field.ground, _deviating(field)) == (None, "decide", [])


def test_the_vertical_list_stands_before_the_city() -> None:
    """What the 纵向清单 says binds the city too."""
    field = _field(_propose(_item("city", 20), _item("gulou", 30), listed=Limit.of(30)))

    assert (field.proposed, field.ground, _deviating(field)) == ("30个工作日", "list", ["city"])


def test_two_thirds_of_three_districts_put_the_city_in_doubt() -> None:
    """When two of three districts agree on another value, a person decides and nobody is charged."""
    items = (_item("city", 20), _item("gulou", 30), _item("taijiang", 30), _item("minhou", 20))
    field = _field(_propose(*items))

    assert (field.proposed, field.ground, _deviating(field)) == (None, "decide", [])


def test_two_districts_are_too_few_to_outvote_the_city() -> None:
    """Two districts, even of one mind, leave the city's value standing."""
    field = _field(_propose(_item("city", 20), _item("gulou", 30), _item("minhou", 30)))

    assert (field.ground, _deviating(field)) == ("city", ["gulou", "minhou"])


def test_a_city_value_with_a_finding_of_its_own_is_not_proposed() -> None:
    """A city value that breaks a rule is no standard."""
    field = _field(_propose(_item("city", 20), _item("gulou", 30), suspects=("city",)))

    assert (field.proposed, field.ground, _deviating(field)) == (None, "decide", [])


def test_without_a_city_the_majority_stands() -> None:
    """Three districts without a city: two against one."""
    field = _field(_propose(_item("gulou", 30), _item("taijiang", 30), _item("minhou", 20)))

    assert (field.proposed, field.ground, _deviating(field)) == ("30个工作日", "majority", ["minhou"])


def test_two_districts_that_differ_are_left_to_a_person() -> None:
    """A tie is never broken silently."""
    field = _field(_propose(_item("gulou", 30), _item("minhou", 20)))

    assert (field.proposed, field.ground, _deviating(field)) == (None, "decide", [])


def test_a_longer_promise_of_a_district_comes_down_to_the_citys() -> None:
    """A shorter promise stays, a longer one is charged."""
    items = (_item("city", 20), _item("gulou", 20, promised=9), _item("minhou", 20, promised=2))
    field = _field(_propose(*items), "promised_limit")

    assert (field.proposed, field.ground, _deviating(field)) == ("5个工作日", "city", ["gulou"])


@pytest.mark.parametrize("path", ["consultation", "promised_limit"])
def test_where_peers_may_differ_the_own_list_binds_its_copies(path: str) -> None:
    """A portal copy with another phone or promise deviates from its own unit's list, and peers do not matter."""
    city, district = _item("city", 20), _item("gulou", 20, promised=3, phone="2")
    copy = attrs.evolve(city, channel="portal", promised_limit=Limit.of(4), consultation=Contact(text="见窗口"))
    field = _field(_propose(city, district, copy), path)

    assert (field.ground, _deviating(field)) == ("own", ["portal"])


def test_a_copy_follows_its_own_list_while_a_person_decides() -> None:
    """What stands for all is open, but the portal's copy of a district must say what the district's list says."""
    copy = attrs.evolve(_item("gulou", 25), channel="portal", id="portal")
    same = attrs.evolve(_item("taijiang", 30), channel="portal", id="portal-2")
    items = (_item("city", 20), _item("gulou", 30), _item("taijiang", 30), _item("minhou", 20), copy, same)
    field = _field(_propose(*items))
    told = [(one.ground, sorted(member.item.id for member in one.members)) for one in field.proposals]

    assert told == [("decide", ["city", "gulou", "minhou", "portal-2", "taijiang"]), ("own", ["portal"])]
    assert (_deviating(field), field.proposed) == (["portal"], None)


def test_a_doubted_promise_is_shown_beside_the_longer_ones() -> None:
    """The city's promise is in doubt: a person sees it with the longer promise of a district, not the shorter one."""
    items = (_item("city", 20, promised=25), _item("gulou", 20, promised=30), _item("minhou", 20, promised=10))
    field = _field(_propose(*items, suspects=("city",)), "promised_limit")
    (proposal,) = field.proposals

    assert sorted(member.item.channel for member in proposal.members) == ["city", "gulou"]
    assert proposal.doubt is not None
    assert proposal.doubt.en.startswith("the upper level")


@pytest.mark.parametrize("path", ["statutory_limit", "promised_limit", "consultation"])
def test_a_sound_copy_does_not_follow_a_suspect_list(path: str) -> None:
    """A unit's own value has a finding, its copy says something else without one: a person decides."""
    city = _item("city", 20)
    copy = attrs.evolve(_item("city", 25, promised=4, phone="2"), channel="portal", id="portal")
    field = _field(_propose(city, copy, suspects=("city",)), path)
    (proposal,) = field.proposals

    assert (field.ground, _deviating(field)) == ("decide", [])
    assert proposal.doubt is not None
    assert proposal.doubt.zh.startswith("本单位清单")


def test_a_copy_no_sounder_follows_its_own_list() -> None:
    """Both have a finding: nothing speaks for the copy."""
    copy = attrs.evolve(_item("city", 25), channel="portal", id="portal")
    field = _field(_propose(_item("city", 20), copy, suspects=("city", "portal")))

    assert _deviating(field) == ["portal"]


def test_what_each_may_decide_is_not_written_unasked() -> None:
    """A district's longer promise stands in doubt where the law lets it decide; the city's own copy does not."""
    city, district = _item("city", 20, promised=5), _item("gulou", 20, promised=9)
    copy = attrs.evolve(_item("city", 20, promised=6), channel="portal", id="portal")
    field = _field(_propose(city, district, copy, may_differ=("promised_limit",)), "promised_limit")
    told = {(one.ground, *(m.item.channel for m in one.deviating)): one.doubt is not None for one in field.proposals}

    assert told == {("city", "gulou"): True, ("own", "portal"): False}
