"""Words that catalogues confuse: a doubt wherever they stand, no veto, and never the same."""

from __future__ import annotations

import pytest

from itemcatalog.matching import Entry, Verdict, compare_names, default_lexicon, match_entries

_KINDS = {"object-near", "act-near", "qualifier-near"}
_AROUND = ("{}", "特种{}设计", "某{}", "城市{}许可", "{}经营许可", "旧{}服务", "茶叶{}", "柑橘{}基地名录")
_ROWS = [(one.term, one.canonical) for one in default_lexicon().terms if one.kind == "near"]


@pytest.mark.parametrize(("one", "other"), _ROWS, ids=str)
def test_no_near_row_is_idle(one: str, other: str) -> None:
    """Every row is the only reason why some two names are for review."""
    compared = [compare_names(around.format(one), around.format(other)) for around in _AROUND]
    by_near_alone = [one for one in compared if _KINDS.issuperset(reason.kind for reason in one.reasons)]

    assert {Verdict.REVIEW} == {one.verdict for one in by_near_alone}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("出版物经营许可变更", "出版物经营许可地址变更"),
        ("社会团体变更登记", "社会团体住所变更登记"),
        ("律师事务所变更许可", "律师事务所名称变更许可"),
    ],
)
def test_a_change_and_a_change_of_a_part_are_a_doubt(left: str, right: str) -> None:
    """变更 is the main item of 住所变更: a look, no accusation; two parts of different kinds exclude each other."""
    comparison = compare_names(left, right)

    assert (comparison.verdict, comparison.reasons[0].kind) == (Verdict.REVIEW, "act-near")
    assert Verdict.DIFFERENT is compare_names("社会团体名称变更", "社会团体住所变更").verdict


@pytest.mark.parametrize(
    ("left", "right"), [("导游证注册", "导游证"), ("特种设备作业证注册", "特种设备作业证"), ("取水许可", "取水登记")]
)
def test_a_catalogue_judges_granting_acts_as_two_names_do(left: str, right: str) -> None:
    """Where granting words leave a doubt or exclude each other, one form of two names is not yet the same."""
    pairs = match_entries([Entry(id="1", channel="a", name=left), Entry(id="2", channel="b", name=right)])
    alone = compare_names(left, right)

    assert Verdict.SAME is not alone.verdict
    assert [alone.verdict] * (alone.verdict is not Verdict.DIFFERENT) == [one.verdict for one in pairs]


def test_asking_for_the_state_of_an_application_is_not_the_application() -> None:
    """进度查询 is no step of the item that is asked for."""
    assert Verdict.DIFFERENT is compare_names("高龄津贴", "高龄津贴办理进度查询").verdict
