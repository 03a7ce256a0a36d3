"""The 41 groups of one basic code at the province and at Guangzhou: what is reported, what is dropped and why."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from itemcatalog.comparison import ComparedGroup, Member, format_key
from itemcatalog.matching import Verdict, compare_names
from tables.guangdong_groups import OTHER, PAGE, REPORTED, answers, compared, groups_of, page


@pytest.fixture(scope="module")
def ours(repository: Path, shared: Path) -> tuple[ComparedGroup, ...]:
    """Our groups of all 2,262 items, made once."""
    assert shared.is_dir()
    return compared(repository)


def _business(member: Member) -> str:
    return member.item.handling_item or member.item.name


def test_the_page_is_what_the_data_says(ours: tuple[ComparedGroup, ...], shared: Path) -> None:
    """docs/guangdong-groups.md is generated and up to date: ``python -m tests.tables.guangdong_groups``."""
    assert PAGE.read_text(encoding="utf-8") == page(groups_of(shared), ours)


def test_no_two_business_items_are_compared(ours: tuple[ComparedGroup, ...]) -> None:
    """Whatever is compared names one business item: the same name, or one that differs by brackets or a class."""
    pairs = [pair for group in ours if group.fields for pair in combinations(group.members, 2)]
    apart = [
        (_business(one), _business(other))
        for one, other in pairs
        if format_key(_business(one)) != format_key(_business(other))
    ]

    assert len(pairs) >= 70
    assert [pair for pair in apart if compare_names(*pair).verdict is Verdict.DIFFERENT] == []
    assert len(apart) <= 1


def test_every_group_is_answered(ours: tuple[ComparedGroup, ...], shared: Path) -> None:
    """Each of the 90 differing fields of the 41 groups is reported or dropped, and those of other items are dropped."""
    given = groups_of(shared)
    found = list(answers(given, ours))

    assert len(given) == 41
    assert sum(len(group["differing_fields"]) for group in given) == len(found)
    assert {one.kind for one in found} >= {REPORTED, OTHER}
    assert {one.code for one in found if one.kind == OTHER} >= {"440102003001", "440105008001", "440109014004"}
