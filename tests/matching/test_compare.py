"""The verdict on two names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.matching import Finder, Verdict, compare_names, default_lexicon

_PIECES = [
    "食品经营",
    "药品零售",
    "许可证",
    "变更",
    "注销",
    "（市级权限）",
    "甲级",
    "乙级",
    "企业",
    "个人",
    "关于",
    "的",
    "审批",
    "备案",
    "一",
    "15",
    "（",
    "）",
    "-",
    "登记",
    "公租房",
    "等记",
    "补办",
    "报告书",
    "报告表",
    "进口",
    "福州市",
    " ",
]
_NAMES = st.lists(st.sampled_from(_PIECES), max_size=7).map("".join)


@given(_NAMES | st.text(max_size=20), _NAMES | st.text(max_size=20))
def test_symmetric(left: str, right: str) -> None:
    """Which name comes first changes neither verdict nor score, and only mirrors the reasons."""
    there, back = compare_names(left, right), compare_names(right, left)

    assert (there.verdict, there.score) == (back.verdict, back.score)
    assert there.reasons == back.mirrored().reasons


@given(_NAMES | st.text(max_size=20))
def test_reflexive(name: str) -> None:
    """Every name is the same as itself, with full score."""
    comparison = compare_names(name, name)

    assert (comparison.verdict, comparison.score) == (Verdict.SAME, 1.0)


@given(_NAMES, _NAMES)
def test_every_verdict_has_reasons_in_two_languages(left: str, right: str) -> None:
    """No verdict stands without a sentence in Chinese and in English."""
    comparison = compare_names(left, right)

    assert comparison.reasons
    assert all(one.text.zh and one.text.en for one in comparison.reasons)


def test_no_term_without_class_canonical_and_source() -> None:
    """The shipped lexicon has at least 1,500 terms over at least 25 departments, each with a source."""
    terms = default_lexicon().terms

    assert len(terms) >= 1500
    assert len({one.note for one in terms if one.kind == "object"}) >= 25
    assert all(one.source for one in terms)


@pytest.mark.shared
def test_no_hard_negative_of_guangdong_is_same(shared: Path) -> None:
    """Of 349 pairs that the Guangdong catalogue keeps under different codes none is judged the same."""
    lines = (shared / "data/guangdong/pairs_hard_negatives.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [(row["a"], row["b"]) for row in map(json.loads, lines)]

    assert [pair for pair in pairs if compare_names(*pair).verdict is Verdict.SAME] == []


@pytest.mark.shared
def test_everyday_names_of_guangdong_are_found(shared: Path) -> None:
    """The official name is first for at least 65 % of the aliases, and among the first five for 85 %."""
    items = map(json.loads, (shared / "data/guangdong/items.jsonl").read_text(encoding="utf-8").splitlines())
    codes: dict[str, str] = {}
    for item in items:
        codes.setdefault(item["sub_catalog_name"], item["catalog_code"])
    lines = (shared / "data/guangdong/pairs_alias.jsonl").read_text(encoding="utf-8").splitlines()
    finder = Finder(codes)
    ranks = [
        [codes[one.name] for one in finder.find(row["alias"], 5)].index(row["catalog_code"])
        if row["catalog_code"] in {codes[one.name] for one in finder.find(row["alias"], 5)}
        else 9
        for row in map(json.loads, lines[::3])
    ]

    assert sum(rank == 0 for rank in ranks) >= 0.65 * len(ranks)
    assert sum(rank < 5 for rank in ranks) >= 0.85 * len(ranks)
