"""What the agreement of two channels says of the few names in which they do not agree."""

from __future__ import annotations

import pytest

from itemcatalog.matching import Entry, GroupRelation, PairVerdict, Verdict, group_entries, match_entries
from itemcatalog.matching._forms import Forms
from itemcatalog.matching._lexicon import default_lexicon
from itemcatalog.matching._overlap import Overlap, bits_of

_GOODS = [
    "农药",
    "兽药",
    "饲料",
    "茶叶",
    "木材",
    "煤炭",
    "黄金",
    "民宿",
    "电梯",
    "锅炉",
    "游艇",
    "疫苗",
    "稀土",
    "快递",
    "地图",
]
_DEEDS = ["储存", "配送", "展览", "回收"]
_COMMON = [f"{goods}{deed}许可补发" for goods in _GOODS for deed in _DEEDS]


def _entries(channel: str, names: list[str]) -> list[Entry]:
    return [Entry(id=f"{channel}{at}", channel=channel, name=name) for at, name in enumerate(names)]


def _about(left: str, right: str, common: list[str]) -> PairVerdict:
    """Return what is said of two names beside what two channels have in common."""
    pairs = match_entries([*_entries("a", [*common, left]), *_entries("b", [*common, right])])
    return next(one for one in pairs if one.left_name == left)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("湿地公园漂流审批", "湿地公园漂流项目审批", "泛称“项目”"),
        ("施工企业信用等级公布", "施工单位信用等级公布", "施工企业"),
        ("民间文学馆藏资料借阅", "民间文学馆资料藏借阅", "语序"),
        ("典当机构名录查询", "典当机构名录询", "错别字：查询 / 询"),
        ("典当机构名录查询", "典当机构名录查询询", "错别字：查询 / 查询询"),
        ("进口竹编名录发布", "口竹编名录发布", "错别字：进口 / 口"),
    ],
)
def test_the_only_neighbours_of_channels_that_agree_are_one(left: str, right: str, words: str) -> None:
    """Where sixty items agree, a pair that is missing on either side is one item; alone it is for review at most."""
    found = _about(left, right, _COMMON)

    assert found.verdict is Verdict.SAME
    assert words in " ".join(map(str, found.reasons))
    alone = match_entries([*_entries("a", [left]), *_entries("b", [right])])
    assert Verdict.SAME not in {one.verdict for one in alone}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("注册安全工程师考试报名", "注册核安全工程师考试报名"),
        ("未婚声明公证指引", "未婚协议声明公证指引"),
        ("自然人住所地公证指引", "自然人居住地公证指引"),
    ],
)
def test_a_meaningful_character_is_for_review(left: str, right: str) -> None:
    """A character or word that leaves whole words behind is never taken for a slip."""
    assert _about(left, right, _COMMON).verdict is Verdict.REVIEW


def test_what_a_channel_lists_side_by_side_tells_items_apart() -> None:
    """A general noun by which one channel parts two items parts others too."""
    beside = [*_COMMON, "典当名录公布", "典当项目名录公布"]

    assert _about("湿地公园漂流审批", "湿地公园漂流项目审批", beside).verdict is Verdict.REVIEW


def test_a_word_of_one_channel_only_is_learnt_where_the_channels_agree() -> None:
    """A channel that has 补发 for most things and 改领 for the rest means 补发; groups say so too."""
    other = [name.replace("补发", "改领") if at % 4 == 0 else name for at, name in enumerate(_COMMON)]
    entries = [*_entries("a", _COMMON), *_entries("b", other)]
    plain = [f"{goods}{deed}许可" for goods in _GOODS for deed in _DEEDS]
    entries += [Entry(id=f"{channel}-{name}", channel=channel, name=name) for channel in "ab" for name in plain]

    assert {Verdict.SAME} == {one.verdict for one in match_entries(entries)}
    assert {GroupRelation.REPLICA, GroupRelation.PEER} >= {one.relation for one in group_entries(entries).groups}


def test_shares_of_channels() -> None:
    """Shares count the forms of a kind that another channel has too; fewer than ten say nothing."""
    names = [*_COMMON, *_COMMON[:40], *_COMMON[:9]]
    overlap = Overlap(Forms(names, default_lexicon()), [1] * 60 + [2] * 40 + [4] * 9)

    assert (overlap.share(1, 2), overlap.share(2, 1), overlap.share(1, 4)) == (40 / 61, 40 / 41, 0.0)
    assert overlap.share(1, 2, "act:补发") == overlap.share(1, 2)
    assert overlap.complete(1, 2)
    assert not overlap.complete(3, 2)
    assert bits_of(5) == [1, 4]


def test_what_two_names_alone_settle_is_settled_in_a_catalogue() -> None:
    """A name that only a comparison of the words as written explains is no doubt, in pairs and in groups."""
    entries = [*_entries("a", ["办理往来台湾通行证商务签注"]), *_entries("b", ["办理往来台湾通行征商务签注"])]

    assert [one.verdict for one in match_entries(entries)] == [Verdict.SAME]
    assert [len(one.members) for one in group_entries(entries).groups] == [2]
