"""Titles of guides: sub-items, business items and situations are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.model import Item, Situation
from itemcatalog.sections import build_sections, guide_name, load_profile


def _situation(name: str) -> tuple[Situation, ...]:
    return (Situation(id=name, name=name),)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Item(name="护士执业注册"), "护士执业注册"),
        (Item(name="护士执业注册", sub_item="首次注册"), "护士执业注册（首次注册）"),
        (Item(name="护士执业注册", sub_item="护士执业注册"), "护士执业注册"),
        (Item(name="食品经营许可", sub_item="食品经营许可新办"), "食品经营许可新办"),
        (Item(name="取水许可（变更）", sub_item="变更"), "取水许可（变更）"),
        (Item(name="车辆检验", sub_item="新车", handling_item="六年以内免检"), "车辆检验（新车·六年以内免检）"),
        (Item(name="车辆检验", handling_item="车辆检验（免检）"), "车辆检验（免检）"),
        (Item(name="新办", parent_name="食品经营许可"), "食品经营许可（新办）"),
        (Item(name="护士首次执业注册", parent_name="护士执业注册"), "护士首次执业注册"),
        (Item(name="老年人优待证", situations=_situation("补办")), "老年人优待证（补办）"),
        (Item(name="老年人优待证", situations=(*_situation("补办"), *_situation("新办"))), "老年人优待证"),
    ],
)
def test_a_guide_is_called_by_what_sets_it_apart(item: Item, expected: str) -> None:
    """The main item, then in brackets what its name does not say; several situations are no name."""
    assert expected == guide_name(item)


@given(st.text("护士执业注册首次变更（）·", min_size=1, max_size=8), st.text("护士执业注册首次变更", max_size=6))
def test_title_and_name_belong_together(name: str, sub: str) -> None:
    """The title is the name with the words of the profile, whatever the sub-item."""
    item = Item(name=name, sub_item=sub or None)
    guide = build_sections(item, load_profile("standard-2016"))

    assert f"{guide_name(item)}办事指南" == guide.title
    assert guide_name(item) == guide.name
