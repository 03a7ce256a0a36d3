"""Words inside an object: kinds of a thing, near things, places and verbs that move, brackets in line."""

from __future__ import annotations

import pytest

from itemcatalog.matching import Term, Verdict, compare_names, default_lexicon, read


@pytest.mark.parametrize(
    ("left", "right", "kind", "expected"),
    [
        ("药品经营许可", "化妆品经营许可", "contrast", Verdict.DIFFERENT),
        ("律师执业许可", "公职律师执业许可", "part", Verdict.REVIEW),
        ("印刷企业设立审批", "印刷经营设立审批", "object-near", Verdict.REVIEW),
        ("临时占用林地审批", "临时使用林地审批", "object-near", Verdict.REVIEW),
        ("义诊活动备案", "义诊备案", "same-form", Verdict.SAME),
        ("直销企业及其分支机构设立审批", "直销企业分支机构设立审批", "inserted", Verdict.REVIEW),
    ],
)
def test_reasons_inside_objects(left: str, right: str, kind: str, expected: Verdict) -> None:
    """Two kinds exclude each other; a kind and the thing itself, and words that are near, are a doubt."""
    comparison = compare_names(left, right)

    assert (expected, kind) == (comparison.verdict, comparison.reasons[0].kind)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("枪支（弹药）运输许可", "运输枪支弹药许可"),
        ("药品经营（零售）许可", "药品零售许可"),
        ("挖掘城市道路审批", "城市道路挖掘审批"),
        ("律师事务所分所设立审批", "律师事务所设立分所审批"),
        ("购买自住住房提取住房公积金", "购买自住住房住房公积金提取"),
        ("职工基本医疗保险参保登记", "城镇职工医疗保险参保登记"),
    ],
)
def test_the_same_words_elsewhere(left: str, right: str) -> None:
    """A bracket, a verb, an act or an applicant may stand elsewhere in the name."""
    assert Verdict.SAME is compare_names(left, right).verdict


@pytest.mark.parametrize("front", ["关于杭州市", "办理浙江省杭州市西湖区", "杭州市关于对", "在"])
def test_empty_words_and_places_in_any_order(front: str) -> None:
    """What opens a name without saying anything goes, whichever comes first."""
    assert read("燃气经营许可") == read(f"{front}燃气经营许可")


def test_hongkong_and_macao_are_no_places_of_exercise() -> None:
    """A special administrative region says who applies, not where an office stands."""
    left, right = (f"{place}特别行政区投资者设立演出场所审批" for place in ("香港", "澳门"))

    assert Verdict.SAME is not compare_names(left, right).verdict


def test_an_applicant_that_is_all_a_name_has_is_a_doubt() -> None:
    """婚姻登记（结婚） and 结婚登记 of the same people are never called different for the word 居民."""
    assert Verdict.REVIEW is compare_names("内地居民婚姻登记（结婚）", "内地居民结婚登记").verdict


def test_a_word_that_excludes_does_not_hide_a_synonym() -> None:
    """A contrast that holds a word written in two ways (公益性岗位补贴, 补助) stays open to both."""
    assert Verdict.SAME is compare_names("公益性岗位补贴申领", "公益性岗位补助申领").verdict


def test_a_near_pair_softens_a_contrast() -> None:
    """What a user calls near is a doubt even where two words would exclude each other."""
    lexicon = default_lexicon().extended((Term("林地", "near", "草原"),))

    assert Verdict.DIFFERENT is compare_names("建设项目使用林地审批", "建设项目使用草原审批").verdict
    assert Verdict.REVIEW is compare_names("建设项目使用林地审批", "建设项目使用草原审批", lexicon).verdict
