"""Words that no list knows, explained by how the channels of one catalogue write the same items."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from itemcatalog.matching import (
    Entry,
    PairVerdict,
    Term,
    Verdict,
    default_lexicon,
    group_entries,
    match_entries,
    read,
)
from itemcatalog.matching._alternation import Writing, alternations
from itemcatalog.matching._terms import OWN

_THINGS = [
    "取水", "河道采砂", "养犬", "渡口设置", "焰火燃放", "古树移植", "食品经营", "药品零售", "烟草专卖零售", "典当经营",
    "拍卖经营", "旅馆业特种行业", "公章刻制", "劳务派遣经营", "测绘作业", "气象探测",
]  # fmt: skip
Name = Callable[[str], str]


def _catalogue(usual: Name, other: Name, both_in: str = "", turn: int = 2) -> list[Entry]:
    """Publish each thing plainly and once more on two channels, which take turns in writing the other name."""
    entries = []
    for number, thing in enumerate(_THINGS):
        names = [usual(thing), other(thing)] if number % turn else [other(thing), usual(thing)]
        for channel, name in zip("ab", names, strict=True):
            entries += [_entry(channel, f"{thing}许可证核发"), _entry(channel, name)]
        if both_in:
            entries.append(_entry(both_in, names["ab".index(both_in) - 1]))
    return entries


def _entry(channel: str, name: str) -> Entry:
    return Entry(id=f"{channel}-{name}", channel=channel, name=name)


def _about(pairs: list[PairVerdict], word: str) -> list[PairVerdict]:
    return [one for one in pairs if (word in one.left_name) != (word in one.right_name)]


@pytest.mark.parametrize(
    ("usual", "other", "word", "meaning"),
    [
        ("{}许可证补发", "{}许可证改领", "改领", "即“补发”"),
        ("{}许可证地址变更", "{}门牌变更", "门牌变更", "即“地址变更”"),
        ("{}许可证核发（个人）", "{}许可证承接（个人）", "承接", "可省略"),
        ("{}许可证变更", "{}许可证变更（云窗办）", "云窗办", "可省略"),
        ("{}许可证变更", "经由{}许可证变更", "经由", "可省略"),
    ],
)
def test_a_word_that_takes_turns_with_a_known_one_means_the_same(
    usual: str, other: str, word: str, meaning: str
) -> None:
    """An act, an ending, a note in brackets or a beginning is explained by the catalogue, with the evidence."""
    pairs = _about(match_entries(_catalogue(usual.format, other.format)), word)

    assert {Verdict.SAME} == {one.verdict for one in pairs}
    assert len(_THINGS) == len(pairs)
    assert f"{word}（{meaning}，16 处互换）" in str(pairs[0].reasons[0])


@pytest.mark.parametrize("other", ["{}许可证改领", "{}许可证变更（涉侨）", "{}许可证承接"])
def test_what_one_channel_lists_side_by_side_is_not_one(other: str) -> None:
    """A channel that has both writings for its things shows that they differ."""
    word = other[-3:].strip("（）")
    pairs = _about(match_entries(_catalogue("{}许可证变更".format, other.format, both_in="a")), word)

    assert Verdict.SAME not in {one.verdict for one in pairs}


def test_channels_that_each_use_one_word_only_teach_nothing() -> None:
    """One channel may publish only the change, the other only what another word names."""
    pairs = _about(match_entries(_catalogue("{}许可证变更".format, "{}许可证改领".format, turn=1)), "改领")

    assert Verdict.SAME not in {one.verdict for one in pairs}


def test_groups_know_the_words_of_the_catalogue() -> None:
    """What pairs are called the same stands in one group, whatever the order of input."""
    entries = _catalogue("{}许可证补发".format, "{}许可证改领".format)
    grouping = group_entries(entries)

    assert {2} == {len(one.members) for one in grouping.groups}
    assert grouping == group_entries(entries[::-1])


_ONE, _OTHER = Writing("end", "改领"), Writing("mark", "", "act:补发")


@pytest.mark.parametrize(
    ("contexts", "times"),
    [
        ([{_ONE: 1, _OTHER: 2}] * 4 + [{_ONE: 2, _OTHER: 1}] * 4, 8),
        ([{_ONE: 1, _OTHER: 2}] * 4 + [{_ONE: 2, _OTHER: 1}] * 3, 0),
        ([{_ONE: 1, _OTHER: 2}] * 9, 0),
        ([{_ONE: 1, _OTHER: 6}] * 8 + [{_ONE: 2, _OTHER: 5}] * 17 + [{_ONE: 1, _OTHER: 3}], 25),
        ([{_ONE: 1, _OTHER: 6}] * 8 + [{_ONE: 2, _OTHER: 5}] * 16 + [{_ONE: 1, _OTHER: 3}], 0),
    ],
)
def test_alternation_needs_turns_and_no_contrast(contexts: list[dict[Writing, int]], times: int) -> None:
    """Eight contexts, a channel that uses both, and at most one contrast in twenty-five."""
    found = alternations(contexts, {_ONE: len(contexts)}, 8)

    assert found == ({_ONE: [(times, _OTHER)]} if times else {})


def _objects(both_in: str = "") -> list[Entry]:
    """Publish one object with nine acts, two channels taking turns in writing it with one character more."""
    acts = ["变更", "注销", "延续", "补发", "换发", "备案", "年检", "查询", "转让"]
    entries = []
    for number, act in enumerate(acts):
        names = [f"泊位岸线{act}", f"泊位岸线带{act}"][:: 1 if number % 2 else -1]
        entries += [_entry(channel, name) for channel, name in zip("ab", names, strict=True)]
        entries += [_entry(both_in, names["ab".index(both_in) - 1])] if both_in else []
    return entries


def test_objects_that_take_turns_are_one() -> None:
    """岸线 and 岸线带 with nine acts, never side by side, are one object; a channel that has both parts them."""
    pairs = match_entries(_objects())

    assert [one.verdict for one in pairs] == [Verdict.SAME] * 9
    assert "9 处互换" in str(pairs[0].reasons[0])
    assert {"identical"} == {one.reasons[0].kind for one in match_entries(_objects("a")) if one.verdict is Verdict.SAME}


@pytest.mark.parametrize("beside", [False, True])
def test_a_rare_writing_is_no_slip_where_its_channel_has_both(beside: bool) -> None:
    """A character left out joins the usual writing, unless the channel lists both with one act."""
    acts = ["变更", "注销", "延续", "补发", "换发"]
    entries = [_entry(channel, f"危险化学品运输许可{act}") for channel in "ab" for act in acts]
    entries += [_entry("a", "危险化学品运许可备案"), _entry("b", "危险化学品运输许可备案")]
    entries += [_entry("a", "危险化学品运输许可备案")] if beside else []
    found = {one.verdict for one in match_entries(entries) if "品运许" in one.left_name}

    assert found == (set() if beside else {Verdict.SAME})


def test_an_own_word_wins_over_the_lists() -> None:
    """What a catalogue explains as empty is empty, though a list has it as the usual form of a synonym."""
    listed = default_lexicon().extended([Term("样品卷宗", "synonym", "样卷")])
    own = listed.extended([Term("样卷", "suffix", "", "9 处互换", OWN)])

    assert "图书样卷" == read("图书样品卷宗变更", listed).core == read("图书样卷变更", listed).core
    assert read("图书样卷变更", own).core == "图书"
