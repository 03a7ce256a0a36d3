"""Words of a unit for itself: its authority, its place, its level are no difference between two units."""

from __future__ import annotations

import attrs
import pytest

from itemcatalog.comparison import Agreement, ComparedField, between, compare_members, members_of, names_another
from itemcatalog.comparison._offices import compare_offices, office_of
from itemcatalog.model import Authority, Channel, Condition, Item, Material

CHANNELS = {
    "city": Channel(id="city", kind="city", division="510700"),
    "fucheng": Channel(id="fucheng", kind="district", division="510703"),
    "portal": Channel(id="portal", kind="portal", division="510700"),
}
CITY = Item(name="取水许可", authority=Authority(name="绵阳市水利局"), channel="city", id="c")
DISTRICT = Item(name="取水许可", authority=Authority(name="涪城区水利局"), channel="fucheng", id="d")
PROVIDES = frozenset({"name", "conditions", "materials", "authority.name"})


def _field(left: Item, right: Item, path: str) -> ComparedField | None:
    items = [attrs.evolve(one, division=CHANNELS[one.channel].division) for one in (left, right)]
    group = compare_members(members_of(items, CHANNELS, lambda item: PROVIDES), group="g", base="b", name="n")
    return next((field for field in group.fields if field.field == path), None)


@pytest.mark.parametrize(
    ("city", "district"),
    [
        ("具有绵阳市户籍", "具有涪城区户籍"),
        ("具有本市户籍", "具有绵阳市涪城区户籍"),
        ("向绵阳市水利局提交", "向涪城区水利局提交"),
        ("向市水利局提交", "向区水利局提交"),
        ("属于市级权限的工程", "属于区级权限的工程"),
    ],
)
def test_own_words_are_no_difference(city: str, district: str) -> None:
    """Two units that each mean their own place, office or level ask for the same."""
    left = attrs.evolve(CITY, conditions=(Condition(text=city),), materials=(Material(name=city),))
    right = attrs.evolve(DISTRICT, conditions=(Condition(text=district),), materials=(Material(name=district),))

    for path in ("conditions", "materials"):
        field = _field(left, right, path)
        assert field is None or field.peer.same


@pytest.mark.parametrize(
    ("city", "district"),
    [
        ("具有绵阳市户籍", "具有绵阳市户籍满三年"),
        ("向市水利局提交", "向区自然资源局提交"),
        ("有取水工程", "有市级批准"),
        ("经市级以上人民政府批准", "经县级以上人民政府批准"),
    ],
)
def test_another_demand_is_a_difference(city: str, district: str) -> None:
    """A district that asks for more, or for another office, asks for something else."""
    left, right = (attrs.evolve(CITY, conditions=(Condition(text=city),)), attrs.evolve(DISTRICT))
    field = _field(left, attrs.evolve(right, conditions=(Condition(text=district),)), "conditions")

    assert field is not None
    assert not field.peer.same


def test_a_copy_may_name_its_unit_in_fewer_words() -> None:
    """The portal says 市水利局 and 本市 where the city's own list gives the full names."""
    left = attrs.evolve(CITY, conditions=(Condition(text="具有绵阳市户籍，向绵阳市水利局提交"),))
    right = attrs.evolve(CITY, channel="portal", id="p", conditions=(Condition(text="具有本市户籍，向市水利局提交"),))
    other = attrs.evolve(right, conditions=(Condition(text="具有本省户籍，向市水利局提交"),))
    field, differs = _field(left, right, "conditions"), _field(left, other, "conditions")

    assert field is None or field.replica.same
    assert differs is not None
    assert not differs.replica.same


@pytest.mark.parametrize("name", ["取水许可（县级权限）", "取水许可(区级权限)", "取水许可（区级）"])
def test_a_name_may_say_whose_permission_it_is(name: str) -> None:
    """取水许可（市级权限） of the city and 取水许可（县级权限） of a district are one name."""
    field = _field(attrs.evolve(CITY, name="取水许可（市级权限）"), attrs.evolve(DISTRICT, name=name), "name")

    assert field is None or field.peer.same


def test_a_value_that_names_its_own_unit_is_for_no_other() -> None:
    """What the city says of itself and the district does not say may not hold in the district."""
    left = attrs.evolve(CITY, conditions=(Condition(text="工程在绵阳市内"), Condition(text="有资金")))
    right = attrs.evolve(DISTRICT, conditions=(Condition(text="有资金"),))
    field = _field(left, right, "conditions")

    assert field is not None
    city, district = sorted(field.values, key=lambda one: one.members[0].item.channel)
    assert names_another("conditions", city, district)
    assert not names_another("conditions", district, city)
    assert not between("conditions", city, district)[0].same


@pytest.mark.parametrize(
    ("office", "division", "expected"),
    [
        ("市水利局", "510700", ("水利局", "510700")),
        ("绵阳市涪城区水利局", "510703", ("水利局", "510703")),
        ("涪城区水利局", "510700", ("水利局", "510703")),
        ("市场监督管理局", "510703", ("市场监督管理局", "510703")),
        ("市水利局", "510703", ("水利局", "510700")),
        ("县水利局", "510700", None),
        ("民政局", "", None),
    ],
)
def test_an_office_is_known_without_its_place(office: str, division: str, expected: tuple[str, str] | None) -> None:
    """The place of an office stands in its name, in its level, or is where it is published."""
    assert expected == office_of(office, division)


def test_a_copy_under_a_shorter_office_is_of_the_unit() -> None:
    """市水利局 on the portal of 绵阳市 is 绵阳市水利局; 水利局 alone may be that of a district."""
    copy = attrs.evolve(CITY, channel="portal", id="p", authority=Authority(name="市水利局"))
    bare = attrs.evolve(copy, id="q", authority=Authority(name="水利局"))
    units = {one.item.id: one.unit for one in members_of((CITY, DISTRICT, copy, bare), CHANNELS, lambda item: PROVIDES)}

    assert units["c"] == units["p"]
    assert len({units["c"], units["d"], units["q"]}) == 3


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("市水利局", "绵阳市水利局", Agreement.WORDING),
        ("涪城区水利局", "绵阳市涪城区水利局", Agreement.WORDING),
        ("水利局", "绵阳市水利局", Agreement.WORDING),
        ("区水利局", "绵阳市水利局", Agreement.SUBSTANCE),
        ("游仙区水利局", "绵阳市涪城区水利局", Agreement.SUBSTANCE),
        ("市自然资源局", "绵阳市水利局", Agreement.SUBSTANCE),
    ],
)
def test_a_shorter_name_is_worded_differently(left: str, right: str, expected: Agreement) -> None:
    """An office that leaves out its place, or says its level for it, is the same office."""
    assert (expected, expected) == (compare_offices(left, right), compare_offices(right, left))


def test_on_a_provinces_portal_a_level_means_the_one_office_of_its_group() -> None:
    """市水利局 on the province's portal is the group's only one; beside a second city's it is nobody's."""
    channels = {**CHANNELS, "portal": Channel(id="portal", kind="portal", division="510000")}
    copy = attrs.evolve(CITY, channel="portal", id="p", authority=Authority(name="市水利局"))
    other = attrs.evolve(copy, id="o", authority=Authority(name="德阳市水利局"))
    one = {m.item.id: m.unit for m in members_of((CITY, DISTRICT, copy), channels, lambda item: PROVIDES)}
    two = {m.item.id: m.unit for m in members_of((CITY, copy, other), channels, lambda item: PROVIDES)}

    assert one["c"] == one["p"] != one["d"]
    assert len(set(two.values())) == 3
