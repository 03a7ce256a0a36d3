"""Pairs over whole catalogues, the projection of items, looking names up."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itemcatalog.matching import (
    Entry,
    Finder,
    Verdict,
    compare_names,
    entry_of,
    find,
    full_name,
    main_name,
    match_entries,
    nearest,
    normal_name,
    unit_of,
)
from itemcatalog.model import Authority, Codes, Item

_NAMES = [
    "食品经营许可",
    "食品经营许可证核发",
    "食品经营许可变更",
    "食品经营许可注销",
    "食品经赢许可",
    "药品经营许可",
    "取水许可",
    "取水许可（延续）",
    "甲级测绘资质",
    "乙级测绘资质",
    "测绘资质（甲级）",
    "公租房申请",
    "公共租赁住房申领",
    "企业投资项目核准",
    "企业投资项目备案",
    "环境影响报告书审批",
    "环境影响报告表审批",
]
_ENTRIES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(_NAMES)), max_size=12).map(
    lambda rows: [Entry(id=f"{n}", channel=channel, name=name) for n, (channel, name) in enumerate(rows)]
)


@given(_ENTRIES, st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_order_of_entries_changes_nothing(entries: list[Entry], seed: int) -> None:
    """Pairs, verdicts, scores and reasons are the same for every order of input."""
    mixed = entries[:]
    random.Random(seed).shuffle(mixed)

    assert match_entries(entries) == match_entries(mixed)


@given(_ENTRIES)
@settings(max_examples=60, deadline=None)
def test_pairs_of_a_catalogue_agree_with_the_verdict_on_two_names(entries: list[Entry]) -> None:
    """No pair is called the same that two names alone would be called different; channels always differ."""
    for pair in match_entries(entries):
        assert pair.left_channel < pair.right_channel
        assert pair.reasons
        if pair.verdict is Verdict.SAME:
            assert Verdict.DIFFERENT is not compare_names(pair.left_name, pair.right_name).verdict


def test_an_item_has_one_partner_in_a_channel() -> None:
    """Two equally good partners are both returned, for review and with the tie as reason."""
    entries = [
        Entry(id="a1", channel="a", name="取水许可"),
        Entry(id="b1", channel="b", name="取水许可审批"),
        Entry(id="b2", channel="b", name="取水许可核发"),
    ]
    pairs = match_entries(entries)

    assert [(one.right, one.verdict, one.reasons[0].kind) for one in pairs] == [
        ("b1", Verdict.REVIEW, "tie"),
        ("b2", Verdict.REVIEW, "tie"),
    ]
    assert match_entries(entries[1:]) == []


def test_a_rare_slip_joins_the_usual_writing() -> None:
    """What one name in many writes with a character left out joins the others by frequency, with the counts."""
    entries = [
        Entry(id=f"{channel}{n}", channel=channel, name=f"危险化学品运输许可{act}")
        for channel in "ab"
        for n, act in enumerate(["变更", "注销", "延续", "补发"])
    ]
    entries += [
        Entry(id="a9", channel="a", name="危险化学品运输许可（首次）"),
        Entry(id="b9", channel="b", name="危险化学品运许可（首次）"),
    ]
    found = {(one.left, one.right): one for one in match_entries(entries)}

    assert Verdict.SAME is found["a9", "b9"].verdict
    assert "1 次对 9 次" in str(found["a9", "b9"].reasons[0])


def test_confused_acts_are_one_where_the_catalogue_never_lists_both() -> None:
    """Five objects with 撤销 here and 撤回 there show one act; a channel that lists both leaves the doubt."""
    things = ["取水", "采砂", "养犬", "渡口设置", "焰火燃放", "古树移植"]
    entries = [Entry(id=f"a{n}", channel="a", name=f"{thing}许可撤销") for n, thing in enumerate(things)]
    entries += [Entry(id=f"b{n}", channel="b", name=f"{thing}许可撤回") for n, thing in enumerate(things)]
    both = [Entry(id="a9", channel="a", name="取水许可撤回")]

    assert {Verdict.SAME} == {one.verdict for one in match_entries(entries)}
    assert Verdict.REVIEW in {one.verdict for one in match_entries([*entries, *both])}


def test_projection_of_an_item() -> None:
    """An item of the model gives its names, codes, body, division and level; several levels count as none."""
    item = Item(
        id="1",
        channel="city",
        name="取水许可",
        sub_item="延续",
        codes=Codes(basic="000119002000"),
        authority=Authority(name="福州市水利局", credit_code="11350100003591109P"),
        division="350100",
        levels=("市级",),
    )
    entry = entry_of(item)

    assert (full_name(entry), main_name(entry)) == ("取水许可（延续）", "取水许可（延续）")
    assert dict(entry.codes) == {"basic": "000119002000"}
    assert unit_of(entry) == "11350100003591109P@350100"
    assert entry.level == "市级"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Entry(id="", channel="", name="取水许可（延续）", sub_item="延续"), "取水许可（延续）"),
        (Entry(id="", channel="", name="取水许可", sub_item="取水许可延续"), "取水许可延续"),
        (Entry(id="", channel="", name="取水许可", sub_item="延续", handling_item="个人"), "取水许可（延续）（个人）"),
        (Entry(id="", channel="", name="", sub_item="延续"), "（延续）"),
    ],
)
def test_full_names(entry: Entry, expected: str) -> None:
    """Sub-item and business item are added only where the name does not say them already."""
    assert expected == full_name(entry)


def test_normal_names_of_one_item_are_equal() -> None:
    """The canonical form does not know channels, brackets, widths or suffixes."""
    forms = {
        normal_name(name) for name in ("甲级测绘资质审批", "测绘资质核准（甲级）（市级权限）", "测绘資質（甲級）办理")
    }

    assert len(forms) == 1


def test_find_ranks_by_everyday_words() -> None:
    """An abbreviation finds its name; an alias of the catalogue speaks for its name."""
    names = ["食品经营许可", "机动车驾驶证核发", "公共租赁住房申请", "户口迁入登记"]

    assert find("驾驶证", names)[0].name == "机动车驾驶证核发"
    assert find("公租房", names)[0].name == "公共租赁住房申请"
    assert Finder(names, aliases={"户口迁入登记": ["落户口"]}).find("落户口")[0].name == "户口迁入登记"
    assert find("", names) == ()
    assert find("食品", []) == ()


def test_nearest_entry_of_a_table() -> None:
    """The nearest entries come first, with their nearness; what is far is left out."""
    table = ["无犯罪记录证明", "婚姻状况证明", "居民身份证", "户口簿"]

    assert nearest("身份证", table)[0].entry == "居民身份证"
    assert nearest("户口　簿", table)[0].score == 1.0
    assert nearest("营业执照", table) == ()
    assert nearest("", table) == ()


@given(st.text(max_size=12), st.lists(st.text(max_size=8), max_size=6))
def test_nearest_and_find_take_any_text(text: str, table: list[str]) -> None:
    """No text breaks the search, and every score lies between 0 and 1."""
    scores = [one.score for one in nearest(text, table, least=0)] + [one.score for one in find(text, table)]

    assert all(0 <= score <= 1 for score in scores)


def test_a_word_that_no_list_knows_is_for_review() -> None:
    """A word inserted, or replaced by another, is found without a code and offered with its characters."""
    entries = [
        Entry(id="a1", channel="a", name="定制大巴夜间线路开设审批"),
        Entry(id="b1", channel="b", name="定制班线夜间线路开设审批"),
        Entry(id="a2", channel="a", name="湿地公园漂流经营审批"),
        Entry(id="b2", channel="b", name="湿地公园竹筏漂流经营审批"),
    ]
    found = {(one.left, one.right): one for one in match_entries(entries)}

    assert {("a1", "b1"), ("a2", "b2")} == set(found)
    assert {Verdict.REVIEW} == {one.verdict for one in found.values()}
    assert "竹筏" in str(found["a2", "b2"].reasons[0])


def test_an_act_that_stands_apart_in_one_name_hides_nothing() -> None:
    """Two names that are the same alone are found though they share neither object nor act; a compound is not."""
    entries = [
        Entry(id="a1", channel="a", name="舱单通关状态查询"),
        Entry(id="b1", channel="b", name="相关查询舱单通关状态"),
        Entry(id="a2", channel="a", name="矿区建设用地查看"),
        Entry(id="b2", channel="b", name="矿区用地建设查看"),
    ]
    found = {(one.left, one.right): one.verdict for one in match_entries(entries)}

    assert Verdict.SAME is found["a1", "b1"]
    assert Verdict.SAME is not found.get(("a2", "b2"))
