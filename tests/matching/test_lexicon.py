"""Every class of the lexicon does what it is for."""

from __future__ import annotations

import pytest

from itemcatalog.errors import UsageError
from itemcatalog.matching import Term, Verdict, compare_names, default_lexicon, read, read_terms
from itemcatalog.matching._terms import CLASSES, CONTRASTS, QUALIFIERS

_OBJECT = "燃煤锅炉改造项目"
_FIRING = {
    "grant": (f"{_OBJECT}核准", f"{_OBJECT}审批", Verdict.SAME),
    "nature": (f"{_OBJECT}备案", f"{_OBJECT}初审", Verdict.DIFFERENT),
    "deed": (f"{_OBJECT}鉴定", f"{_OBJECT}验收", Verdict.DIFFERENT),
    "change": (f"{_OBJECT}变更", f"{_OBJECT}注销", Verdict.DIFFERENT),
    "near": (f"{_OBJECT}停业", f"{_OBJECT}歇业", Verdict.REVIEW),
    "synonym": ("公租房审批", "公共租赁住房审批", Verdict.SAME),
    "object": ("扶养协议审查", "抚养协议审查", Verdict.DIFFERENT),
    "typo": ("账户管理", "帐户管理", Verdict.SAME),
    "filler": (f"关于{_OBJECT}的审批", f"{_OBJECT}审批", Verdict.SAME),
    "prefix": (f"对{_OBJECT}的审批", f"{_OBJECT}审批", Verdict.SAME),
    "suffix": (f"{_OBJECT}审批事项", f"{_OBJECT}审批", Verdict.SAME),
    "bracket": (f"{_OBJECT}审批（市级权限）", f"{_OBJECT}审批", Verdict.SAME),
    "verb": ("购买雷管索类审批", "雷管索类购买审批", Verdict.SAME),
    "generic": ("锅炉改造项目审批", "锅炉改造审批", Verdict.REVIEW),
}
_BY_CLASS = {
    kind: sorted({one.canonical for one in default_lexicon().terms if one.kind == kind})
    for kind in (*QUALIFIERS, *CONTRASTS)
    if kind != "learnt"
}


def test_every_class_is_tried() -> None:
    """A class without a firing test below fails here."""
    assert set(CLASSES) == {*_FIRING, *_BY_CLASS, "learnt"}
    assert all(len(words) > 1 for words in _BY_CLASS.values())


@pytest.mark.parametrize("kind", _FIRING)
def test_class_fires(kind: str) -> None:
    """An act, a synonym, a slip, an empty word does to a pair of names what its class says."""
    left, right, expected = _FIRING[kind]

    assert expected is compare_names(left, right).verdict


@pytest.mark.parametrize("kind", [one for one in _BY_CLASS if one != "level"])
def test_two_words_of_one_class_exclude_each_other(kind: str) -> None:
    """Names that differ in two words of one class only are different, and the reason names both words."""
    for word, other in zip(_BY_CLASS[kind], _BY_CLASS[kind][1:], strict=False):
        comparison = compare_names(f"{_OBJECT}审批（{word}）", f"{_OBJECT}审批（{other}）")

        assert Verdict.SAME is not comparison.verdict, (word, other)
        assert comparison.reasons[0].left or comparison.reasons[0].right


def test_a_level_in_front_is_a_veto_and_in_brackets_a_doubt() -> None:
    """省级文物 and 市级文物 are two things; （县级） behind a name says who exercises it."""
    assert Verdict.DIFFERENT is compare_names("省级文物认定", "市级文物认定").verdict
    assert Verdict.REVIEW is compare_names("文物认定（省级）", "文物认定（市级）").verdict


def test_a_user_extends_the_lexicon() -> None:
    """A synonym of ``[lexicon]`` makes one of what was in doubt; the shipped lexicon does not change."""
    more = read_terms("term,class,canonical,note,source\n大巴,synonym,班线,交通,本市用语\n", "terms.csv")
    lexicon = default_lexicon().extended(more)

    assert Verdict.SAME is compare_names("定制大巴查询", "定制班线查询", lexicon).verdict
    assert Verdict.SAME is not compare_names("定制大巴查询", "定制班线查询").verdict


@pytest.mark.parametrize(
    "text",
    [
        "word,kind\n大巴,synonym\n",
        "term,class,canonical,note,source\n,synonym,x,,\n",
        "term,class\n大巴,nonsense\n",
        "",
    ],
)
def test_a_wrong_table_is_refused(text: str) -> None:
    """A wrong header, an empty term or an unknown class is a wrong call with the line in its message."""
    with pytest.raises(UsageError):
        read_terms(text, "terms.csv")


def test_hidden_terms_are_gone() -> None:
    """A bench can hide words; the rest still works."""
    hidden = [one for one in default_lexicon().terms if one.kind == "change"]
    lexicon = default_lexicon().without(hidden)

    assert read("取水许可变更").signs == ("act:变更",)
    assert read("取水许可变更", lexicon).signs == ()
    assert Term("变更", "change", "变更") not in lexicon.terms


def test_slots_name_the_characters_they_rest_on() -> None:
    """Slots keep the surface of each mark: act, grade, applicant, number, bracket."""
    slots = read("福州市甲级测绘资质核发（单位）（5人以上）")

    assert (slots.core, slots.grant) == ("测绘资质", "审批")
    assert slots.signs == ("applicant:单位", "grade:甲级", "number:5")
    assert slots.surface("grade:甲级") == "甲级"
    assert slots.sub
