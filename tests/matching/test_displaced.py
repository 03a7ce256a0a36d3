"""Names that say the same words in other places, in a catalogue that holds nothing else to learn from."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from itemcatalog.matching import Entry, PairVerdict, Verdict, compare_names, match_entries

_PAIRS = Path(__file__).resolve().parents[2] / "fixtures" / "matching" / "pairs.csv"
_EVERY = 6


def _entries(channel: str, *names: str) -> list[Entry]:
    return [Entry(id=f"{channel}{at}", channel=channel, name=name) for at, name in enumerate(names)]


def _met(left: str, right: str) -> list[PairVerdict]:
    return match_entries([*_entries("a", left), *_entries("b", right)])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("建筑业企业三级资质核准", "建筑业企业资质核准（三级）"),
        ("临时占用林地审批", "林地临时占用审批"),
        ("就业创业证办理进度查询", "查询就业创业证办理进度"),
        ("第一类易制毒化学品购买许可", "购买第一类易制毒化学品许可"),
        ("公司变更法定代表人", "公司变更登记（法定代表人）"),
        ("护士执业注册（延续）", "护士延续注册"),
        ("住房公积金单位账户设立", "单位住房公积金账户设立"),
        ("建造师考试报名", "建造师考试网上报名"),
        ("林业有害生物防治政策咨询", "咨询林业有害生物防治政策"),
        ("取水许可", "取水许可 省级权限"),
        ("取水许可", "取水许可 试行"),
    ],
)
def test_one_item_with_its_words_elsewhere(left: str, right: str) -> None:
    """A qualifier, an act or a class that two channels put in different places parts no item."""
    assert [pair.verdict for pair in _met(left, right)] == [Verdict.SAME]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("建筑业企业二级资质核准", "建筑业企业资质核准（三级）"),
        ("临时占用林地审批", "林地占用审批"),
        ("民办学校变更举办者审批", "民办学校举办者变更备案"),
        ("护士执业注册（延续）", "护士变更注册"),
    ],
)
def test_other_words_stay_apart(left: str, right: str) -> None:
    """What is not the same by itself does not become so by standing elsewhere."""
    assert [pair for pair in _met(left, right) if pair.verdict is Verdict.SAME] == []


def test_what_one_channel_lists_side_by_side_stays_two() -> None:
    """A channel that has both writings knows them to differ."""
    both = _entries("a", "临时占用林地审批", "林地临时占用审批")
    found = match_entries([*both, *_entries("b", "临时占用林地审批")])

    assert [(pair.left_name, pair.right_name, pair.verdict) for pair in found] == [
        ("临时占用林地审批", "临时占用林地审批", Verdict.SAME)
    ]


def test_all_channels_meet() -> None:
    """Two writings over four channels are one item in each, and the reason says what stands elsewhere."""
    written = ["临时占用林地审批", "林地临时占用审批", "临时占用林地审批", "林地临时占用审批"]
    found = match_entries(one for channel, name in zip("abcd", written, strict=True) for one in _entries(channel, name))

    assert len(found) == 6
    assert {Verdict.SAME} == {pair.verdict for pair in found}
    assert {"moved"} == {reason.kind for pair in found if pair.left_name != pair.right_name for reason in pair.reasons}


def test_a_catalogue_of_two_says_what_the_names_say() -> None:
    """What is the same by name alone is so as the only two items of two channels; slips may want more to rest on."""
    rows = csv.DictReader(_PAIRS.read_text(encoding="utf-8").splitlines())
    same = [
        (row["left"], row["right"])
        for row in list(rows)[::_EVERY]
        if (said := compare_names(row["left"], row["right"])).verdict is Verdict.SAME
        and all(reason.kind != "typo" for reason in said.reasons)
    ]
    lost = [pair for pair in same if [found.verdict for found in _met(*pair)] != [Verdict.SAME]]

    assert lost == []
    assert len(same) > 200
