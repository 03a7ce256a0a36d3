"""Two years with a reform of the offices between them: items go to other authorities, are split, merged, renamed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from itemcatalog.changes import Changes, changelog, compare_states
from itemcatalog.changes._bodies import place_of
from itemcatalog.model import Authority, Catalogue, Codes, Item, Source

Row = tuple[str, str, str]
# Name (sub-item behind a bar), authority, main and sub-item number of the basic code (empty = the list has no codes).
OLD: list[Row] = [
    ("公共场所卫生许可", "成都市卫生和计划生育委员会", "110000"),
    ("食品经营许可", "成都市工商行政管理局", "205000"),
    ("个体工商户登记", "成都市工商行政管理局", "206000"),
    ("广告经营审批", "成都市工商行政管理局", "207000"),
    ("建设用地审批", "成都市国土资源局", "301000"),
    ("户外广告设置审批", "成都市城市管理局", "401000"),
    ("临时占用城市道路审批", "成都市城市管理局", "402000"),
    ("挖掘城市道路审批", "成都市城市管理局", "403000"),
    ("社会团体成立登记", "成都市民政局", "501000"),
    ("社会团体变更登记", "成都市民政局", "502000"),
    ("民办学校设立审批", "成都市教育局", "602000"),
    ("民办学校变更审批", "成都市教育局", "603000"),
]
NEW: list[Row] = [
    ("公共场所卫生许可", "成都市卫生健康委员会", "110000"),
    ("食品经营许可|食品经营许可新办", "成都市市场监督管理局", "205001"),
    ("食品经营许可|食品经营许可变更", "成都市市场监督管理局", "205002"),
    ("个体工商户设立登记", "成都市市场监督管理局", "206001"),
    ("个体工商户注销登记", "成都市市场监督管理局", "206003"),
    ("建设项目用地审批", "成都市规划和自然资源局", "301000"),
    ("大型户外广告设置审批", "成都市城市管理局", "401000"),
    ("占用、挖掘城市道路审批", "成都市城市管理局", "402000"),
    ("社会团体登记", "成都市民政局", "501000"),
    ("民办学校设立、变更审批", "成都市教育局", "602000"),
    ("居住证办理", "成都市民政局", "504000"),
]
EXPECTED = {
    ("changed", "公共场所卫生许可", "公共场所卫生许可"),
    ("split", "食品经营许可", "食品经营许可（食品经营许可变更）+食品经营许可（食品经营许可新办）"),
    ("split", "个体工商户登记", "个体工商户注销登记+个体工商户设立登记"),
    ("cancelled", "广告经营审批", ""),
    ("renamed", "建设用地审批", "建设项目用地审批"),
    ("renamed", "户外广告设置审批", "大型户外广告设置审批"),
    ("merged", "临时占用城市道路审批+挖掘城市道路审批", "占用、挖掘城市道路审批"),
    ("merged", "社会团体变更登记+社会团体成立登记", "社会团体登记"),
    ("merged", "民办学校变更审批+民办学校设立审批", "民办学校设立、变更审批"),
    ("added", "", "居住证办理"),
}


def _state(rows: Iterable[Row], place: str = "") -> Catalogue:
    items = []
    for number, (name, authority, code) in enumerate(rows):
        main, _, sub = name.partition("|")
        codes = Codes(implementation=f"1151010000{number:08}3000123{code}") if code else Codes()
        items.append(
            Item(
                name=main,
                sub_item=sub or None,
                authority=Authority(name=f"{place}{authority}"),
                codes=codes,
                channel="city",
                id=f"{place}{number}",
            )
        )
    provides = frozenset({"name", "sub_item", "authority.name", "codes.implementation"})
    return Catalogue(items=tuple(items), sources=(Source(path="a.csv", channel="city", provides=provides),))


def _told(changes: Changes) -> set[tuple[str, str, str]]:
    return {
        (one.kind.value, "+".join(sorted(r.name for r in one.old)), "+".join(sorted(r.name for r in one.new)))
        for one in changes.changes
    }


def test_a_reform_is_told_from_new_and_cancelled_items() -> None:
    """Items that went to a new authority are neither cancelled nor added; their parts and wholes are found."""
    changes = compare_states(_state(OLD), _state(NEW))

    assert _told(changes) == EXPECTED
    assert ("成都市卫生和计划生育委员会", "成都市卫生健康委员会", 1) in changes.successions
    assert "成都市国土资源局 → 成都市规划和自然资源局（1 项）" in changelog(changes)


def test_each_place_keeps_to_itself() -> None:
    """Without codes, the items of three districts in one list are linked within each district only."""
    places = ("锦江区", "青羊区", "金堂县")
    old = [("护士执业注册", "卫生和计划生育局", ""), ("个体工商户登记", "工商行政管理局", "")]
    new = [
        ("护士执业注册", "卫生健康局", ""),
        ("个体工商户登记", "市场监督管理局", ""),
        ("个体工商户备案", "市场监督管理局", ""),
    ]
    was, now = (
        Catalogue(items=tuple(i for place in places for i in _state(rows, place)), sources=_state(rows).sources)
        for rows in (old, new)
    )
    changes = compare_states(was, now)

    assert [one.kind.value for one in changes.changes].count("changed") == 2 * len(places)
    assert all(one.old[0].id[:3] == one.new[0].id[:3] for one in changes.changes if one.old and one.new)


@pytest.mark.parametrize(
    ("authority", "expected"),
    [("福州市鼓楼区民政局", "福州市鼓楼区"), ("金堂县民政局", "金堂县"), ("民政局", "")],
)
def test_a_place_is_read_out_of_the_name_of_an_authority(authority: str, expected: str) -> None:
    """City and district at the beginning of the name are the place."""
    assert expected == place_of(Item(name="取水许可", authority=Authority(name=authority)))
