"""Groups, conflicts and a reviewer's decisions."""

from __future__ import annotations

import random
from typing import Any

import pytest

from itemcatalog.matching import (
    Decision,
    Entry,
    Grouping,
    GroupRelation,
    ListedName,
    Verdict,
    decision_of,
    group_entries,
)

_CITY, _DISTRICT = "11350100003591109P", "11350102003592208X"


def _entry(identity: str, channel: str, name: str, **fields: Any) -> Entry:
    return Entry(id=identity, channel=channel, name=name, **fields)


def _members(grouping: Grouping) -> set[frozenset[str]]:
    return {frozenset(one.item_id for one in group.members) for group in grouping.groups}


def _kinds(grouping: Grouping) -> list[str]:
    return sorted(one.kind for one in grouping.conflicts)


def test_replica_and_peer_make_a_mixed_group() -> None:
    """City list, city item on the portal and a district's item of one name stand in one group of both relations."""
    city = {"authority": "福州市市场监管局", "authority_credit_code": _CITY, "division": "350100"}
    district = {"authority": "鼓楼区市场监管局", "authority_credit_code": _DISTRICT, "division": "350102"}
    grouping = group_entries(
        [
            _entry("c1", "city", "食品经营许可核发", **city),
            _entry("p1", "portal", "食品经营许可证审批（市级权限）", **city),
            _entry("d1", "gulou", "食品经营许可", **district),
        ]
    )

    assert {frozenset(("c1", "p1", "d1"))} == _members(grouping)
    assert GroupRelation.MIXED is grouping.groups[0].relation
    assert _kinds(grouping) == []


def test_near_misses_stand_apart() -> None:
    """First issue, change and cancellation are three groups."""
    names = ["食品经营许可（首次）", "食品经营许可变更", "食品经营许可注销"]
    entries = [_entry(f"{channel}{n}", channel, name) for channel in "ab" for n, name in enumerate(names)]

    assert {frozenset((f"a{n}", f"b{n}")) for n in range(3)} == _members(group_entries(entries))


def test_one_item_per_channel_and_unit_and_ties_are_reported() -> None:
    """Two items of one channel that answer equally well are not taken; the tie is a conflict."""
    entries = [_entry("a1", "a", "取水许可审批"), _entry("a2", "a", "取水许可核发"), _entry("b1", "b", "取水许可")]
    grouping = group_entries(entries)

    assert {frozenset((one.id,)) for one in entries} == _members(grouping)
    assert "name-tie" in _kinds(grouping)


def test_an_identical_name_decides_a_crowded_form() -> None:
    """Where one of two candidates has the very name, it is taken and the other stands alone."""
    entries = [
        _entry("a1", "a", "取水许可审批"),
        _entry("a2", "a", "取水许可核发"),
        _entry("b1", "b", "取水许可审批"),
        _entry("b2", "b", "取水许可核发"),
    ]

    assert {frozenset(("a1", "b1")), frozenset(("a2", "b2"))} == _members(group_entries(entries))


def test_equal_implementation_code_with_another_name_is_a_conflict() -> None:
    """One full code joins the items, and the differing name is reported."""
    code = {"implementation": "11350100003591109P3000119002000"}
    grouping = group_entries([_entry("a1", "a", "取水许可", codes=code), _entry("b1", "b", "河道采砂许可", codes=code)])

    assert {frozenset(("a1", "b1"))} == _members(grouping)
    assert _kinds(grouping) == ["code-names-differ"]
    assert grouping.conflicts[0].item_id == "b1"


def test_one_name_of_one_body_with_two_codes_is_a_conflict() -> None:
    """Name, body and division agree, the codes do not."""
    body = {"authority": "福州市水利局", "division": "350100"}
    grouping = group_entries(
        [
            _entry("a1", "a", "取水许可", codes={"basic": "000119002000"}, **body),
            _entry("b1", "b", "取水许可", codes={"basic": "000119003000"}, **body),
        ]
    )

    assert {frozenset(("a1", "b1"))} == _members(grouping)
    assert _kinds(grouping) == ["name-codes-differ"]


def test_of_two_codes_the_one_that_lost_its_zeros_departs() -> None:
    """Where each of two codes stands once, the shorter one is told, whichever channel it stands on."""
    body = {"authority": "福州市水利局", "division": "350100"}
    for short, long in ("ab", "ba"):
        (told,) = group_entries(
            [
                _entry("short", short, "取水许可", codes={"basic": "119002000"}, **body),
                _entry("long", long, "取水许可", codes={"basic": "000119002000"}, **body),
            ]
        ).conflicts

        assert (told.kind, told.item_id) == ("name-codes-differ", "short")


def test_business_items_with_numbers_of_their_own_may_have_several_codes() -> None:
    """What has a code of a business item is told by that one: one name with two implementation codes is no conflict."""
    body = {"authority": "福州市水利局", "division": "350100"}
    stem = "11350100003591109P30001190020"
    items = [
        _entry(
            channel, channel, "取水许可", codes={"implementation": f"{stem}0{n}", "handling": f"{stem}0{n}01"}, **body
        )
        for n, channel in enumerate("ab")
    ]

    assert "name-codes-differ" not in _kinds(group_entries(items))


def test_a_basic_code_is_shared_by_business_items() -> None:
    """On a basic code only main and sub-item names are compared; business items are no conflict."""
    code = {"basic": "440106043001"}
    items = [
        _entry(f"{channel}{n}", channel, "往来港澳通行证", handling_item=handling, codes=code)
        for channel in "ab"
        for n, handling in enumerate(["首次申请", "换发", "补发"])
    ]
    grouping = group_entries(items)

    assert {frozenset((f"a{n}", f"b{n}")) for n in range(3)} == _members(grouping)
    assert _kinds(grouping) == []


def test_near_name_is_for_review() -> None:
    """A parent on one channel and its sub-item on the other are no group but a doubt with its reason."""
    grouping = group_entries([_entry("a1", "a", "取水许可"), _entry("b1", "b", "取水许可（延续）")])

    assert len(grouping.groups) == 2
    assert _kinds(grouping) == ["name-near"]
    assert "延续" in grouping.conflicts[0].values["reasons"][0].zh


def test_sub_items_and_authorities_that_differ() -> None:
    """A sub-item that one level lacks, and a body named in two ways under one credit code."""
    shared = {"parent_name": "取水许可", "authority_credit_code": _CITY}
    grouping = group_entries(
        [
            _entry("a1", "a", "取水许可（首次）", sub_item="首次", authority="水利局", **shared),
            _entry("a2", "a", "取水许可（延续）", sub_item="延续", authority="水利局", **shared),
            _entry("b1", "b", "取水许可（首次）", sub_item="首次", authority="水务局", **shared),
        ]
    )  # fmt: skip

    assert _kinds(grouping) == ["authority-named-twice", "sub-items-differ"]


def test_departure_from_the_list() -> None:
    """A name that the list has otherwise is reported with the list's name; without a list nothing is said."""
    entries = [_entry("a1", "a", "取水许可证核发", codes={"basic": "000119002000"}), _entry("a2", "a", "养犬登记办理")]
    listed = [ListedName(name="取水许可", basic_code="000119002000"), ListedName(name="养犬登记")]
    with_list, without = group_entries(entries, standard=listed), group_entries(entries)

    found = [(one.kind, one.item_id, one.values["expected"], one.values["ground"]) for one in with_list.conflicts]
    assert found == [("list-name-differs", "a1", "取水许可", "code"), ("list-name-differs", "a2", "养犬登记", "name")]
    assert _kinds(without) == []


def test_decisions_are_replayed() -> None:
    """A reviewer joins what no word list can, and keeps apart what the names make one."""
    entries = [
        _entry("a1", "a", "定制客运班线查询"),
        _entry("b1", "b", "定制大巴线路查询"),
        _entry("a2", "a", "取水许可"),
        _entry("b2", "b", "取水许可审批"),
    ]
    decisions = [
        Decision(left="a1", right="b1", verdict=Verdict.SAME, who="审改办"),
        Decision(left="取水许可", right="取水许可审批", verdict=Verdict.DIFFERENT),
    ]
    grouping = group_entries(entries, decisions=decisions)

    assert {frozenset(("a1", "b1")), frozenset(("a2",)), frozenset(("b2",))} == _members(grouping)
    joined = next(group for group in grouping.groups if len(group.members) == 2)
    assert {"decision"} <= {reason.kind for member in joined.members for reason in member.reasons}


def test_decisions_that_contradict_or_have_no_item() -> None:
    """Two answers to one pair, a chain that ends in its contrary, and an item that is gone are findings."""
    entries = [_entry("a1", "a", "甲事"), _entry("b1", "b", "乙事"), _entry("c1", "c", "丙事")]
    decisions = [
        Decision(left="a1", right="b1", verdict=Verdict.SAME),
        Decision(left="b1", right="c1", verdict=Verdict.SAME),
        Decision(left="a1", right="c1", verdict=Verdict.DIFFERENT),
        Decision(left="a1", right="z9", verdict=Verdict.SAME),
    ]

    assert _kinds(group_entries(entries, decisions=decisions)) == ["decision-contradicts", "decision-unused"]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"left": "a", "right": "b", "verdict": "same"}, Verdict.SAME),
        ({"left": "a", "right": "b", "verdict": " 不同 "}, Verdict.DIFFERENT),
        ({"left": "", "right": "b", "verdict": "same"}, None),
        ({"left": "a", "right": "b", "verdict": "perhaps"}, None),
        ({"left": "a"}, None),
    ],
)
def test_decision_records(record: dict[str, str | None], expected: Verdict | None) -> None:
    """A row of decisions.csv is read, or refused when a side or the verdict is missing."""
    decision = decision_of(record)

    assert expected == (decision.verdict if decision else None)


def test_order_of_input_changes_nothing() -> None:
    """Groups and conflicts are the same for every order of entries."""
    names = [
        "取水许可",
        "取水许可审批",
        "取水许可（延续）",
        "食品经赢许可",
        "食品经营许可",
        "养犬登记",
        "公租房申请",
        "公共租赁住房申领",
    ]
    entries = [
        _entry(f"{channel}{n}", channel, name, authority=f"{channel}局", division="350100")
        for channel in ("a", "b", "c")
        for n, name in enumerate(names)
    ]
    expected = group_entries(entries)
    for seed in range(5):
        mixed = entries[:]
        random.Random(seed).shuffle(mixed)

        assert expected == group_entries(mixed)


def test_business_items_under_one_basic_code_are_no_conflict_of_names() -> None:
    """An item without a business item bears the sub-item's name, as its siblings with one do."""
    code = {"basic": "440105008001"}
    parent = {"parent_name": "民族、宗教团体成立、变更、注销前审批", "codes": code}
    items = [
        _entry("a1", "a", "宗教团体成立前审批", handling_item="佛教团体成立前审批", **parent),
        _entry("a2", "a", "宗教团体成立前审批", handling_item="宗教团体成立前审批", **parent),
        _entry("b1", "b", "宗教团体成立前审批", **parent),
    ]

    assert "code-names-differ" not in _kinds(group_entries(items))


def test_business_items_of_one_implementation_code_have_their_own_numbers() -> None:
    """Where a list has no column of business items, codes that differ in their last two digits are no conflict."""
    body = {"authority": "福州市水利局", "division": "350100"}
    stem = "11350100003591109P3000119002000"
    items = [_entry(f"a{n}", "a", "取水许可", codes={"implementation": f"{stem}0{n}"}, **body) for n in (1, 2)]

    assert "name-codes-differ" not in _kinds(group_entries(items))


def test_asking_how_an_application_stands_is_another_service() -> None:
    """进度查询 is never the item that it asks about."""
    names = ("办理往来港澳通行证商务签注进度查询", "办理往来港澳通行证商务签注")
    items = [_entry(channel, channel, name) for channel, name in zip("ab", names, strict=True)]

    assert _kinds(group_entries(items)) == []


def test_one_sub_item_each_is_no_partition() -> None:
    """Province and city exercise different sub-items of one main item: nothing is said of how it is parted."""
    names = ("高等学校教师资格认定", "高级中学教师资格认定", "初级中学教师资格认定")
    one = [_entry(f"{n}", "ab"[n > 0], name, parent_name="教师资格认定") for n, name in enumerate(names[:2])]
    shared = [*one, _entry("2", "a", names[1], parent_name="教师资格认定")]

    assert "sub-items-differ" not in _kinds(group_entries(one))
    assert "sub-items-differ" in _kinds(group_entries(shared))
