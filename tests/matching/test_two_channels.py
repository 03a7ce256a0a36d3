"""Two whole catalogues of a city and a district: what is one item under two names, and what only looks like one."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

from itemcatalog.matching import Entry, Verdict, compare_names, group_entries, match_entries, read

_PATH = Path(__file__).resolve().parents[2] / "fixtures" / "matching" / "two_channels.csv"
_LEAST = {"one": 121, "two": 92}
"""Pairs that are joined today of 131 and 121; the others are shown to a person or have other words altogether."""


def _rows(catalogue: str) -> list[dict[str, str]]:
    lines = _PATH.read_text(encoding="utf-8").splitlines()
    return [row for row in csv.DictReader(lines) if row["catalogue"] == catalogue]


def _entries(catalogue: str, *, portal: bool = False) -> list[Entry]:
    """Return the entries of both channels; what is one item has one id. A portal has every second name of each."""
    made = []
    for at, row in enumerate(_rows(catalogue)):
        written = {channel: row[channel] for channel in ("city", "district") if row[channel]}
        if portal and len(written) > 1:
            written["portal"] = row["city"] if at % 2 else row["district"]
        made += [Entry(id=str(at), channel=channel, name=name) for channel, name in written.items()]
    return made


@pytest.mark.parametrize("portal", [False, True])
@pytest.mark.parametrize("catalogue", ["one", "two"])
def test_no_two_items_are_joined(catalogue: str, portal: bool) -> None:
    """Change and end, grade and kind, report and form stay apart in whole catalogues, with two channels and three."""
    found = match_entries(_entries(catalogue, portal=portal))

    assert [pair for pair in found if pair.verdict is Verdict.SAME and pair.left != pair.right] == []
    assert [pair for pair in found if any(reason.kind == "tie" for reason in pair.reasons)] == []


@pytest.mark.parametrize("catalogue", ["one", "two"])
def test_most_of_what_is_one_is_joined(catalogue: str) -> None:
    """Names as offices write them meet without a code."""
    found = {pair.left for pair in match_entries(_entries(catalogue)) if pair.verdict is Verdict.SAME}

    assert _LEAST[catalogue] <= len(found)


@pytest.mark.parametrize("catalogue", ["one", "two"])
def test_groups_say_the_same(catalogue: str) -> None:
    """A group holds no two items, and the same pairs as the join."""
    groups = group_entries(_entries(catalogue)).groups
    pairs = [pair for group in groups for pair in combinations([one.item_id for one in group.members], 2)]

    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert _LEAST[catalogue] <= len(pairs)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("住房公积金提取（购房提取）", "购房提取住房公积金", Verdict.SAME),
        ("租房提取住房公积金", "住房公积金租房提取", Verdict.SAME),
        ("住房公积金提取（购房提取）", "租房提取住房公积金", Verdict.REVIEW),
        ("税务注销即时办理", "税务注销（即时办理）", Verdict.SAME),
        ("占道施工、搭建临时性建筑物、堆放物料审批", "临时性建筑物搭建、堆放物料、占道施工审批", Verdict.SAME),
        ("科研实验用房转技术培训用房审批", "技术培训用房转科研实验用房审批", Verdict.REVIEW),
        ("社会保险个人权益记录查询打印", "个人社会保险权益记录查询打印（养老保险）", Verdict.REVIEW),
    ],
)
def test_parts_that_stand_elsewhere(left: str, right: str, expected: Verdict) -> None:
    """Brackets, an act between its parts and a list in another order part nothing; a direction and a kind do."""
    assert expected is compare_names(left, right).verdict
    assert expected is compare_names(right, left).verdict


def test_a_bracket_that_repeats_the_object() -> None:
    """What a bracket says again tells no sub-item."""
    assert read("律师执业许可（专职律师）").key == read("专职律师执业许可").key
