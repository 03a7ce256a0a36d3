"""How a name is cut: brackets, dashes, blanks, places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.matching import read


@pytest.mark.parametrize(
    ("name", "core", "signs", "sub"),
    [
        ("村（社区）法律顾问信息查询", "村社区法律顾问", ("act:查询",), ""),
        ("取水许可（（变更））", "取水", ("act:变更",), ""),
        ("取水许可（变更", "取水", ("act:变更",), ""),
        ("取水许可变更）", "取水", ("act:变更",), ""),
        ("取水许可（变更）（市级权限）", "取水", ("act:变更",), ""),
        ("小汽车指标-个人", "小型汽车指标", ("applicant:个人",), ""),
        ("取水许可 企业", "取水", ("applicant:企业",), ""),
        ("债权文书（借款合同）公证", "债权文书", ("act:公证",), "借款合同"),
        ("（取水许可）", "取水", (), ""),
        ("福建省福州市取水许可", "取水", (), ""),
        ("取水许可（福州市）", "取水", (), ""),
        ("首次、延期、换发居留证件", "居留证件", ("act:延续", "act:换发", "act:首次"), ""),
        ("个体工商户登记", "个体户", (), ""),
        ("", "", (), ""),
        ("（）", "", (), ""),
    ],
)
def test_slots(name: str, core: str, signs: tuple[str, ...], sub: str) -> None:
    """Object, marks and bracketed rest of one name."""
    slots = read(name)

    assert (core, tuple(sorted(signs)), sub) == (slots.core, slots.signs, slots.sub)


@given(st.text(max_size=40))
def test_any_text_is_read(name: str) -> None:
    """No text breaks the reader, and reading is deterministic."""
    assert read(name) == read(name)


@given(st.text(alphabet="（）()-— 取水许可变更", max_size=30))
def test_unbalanced_brackets_do_no_harm(name: str) -> None:
    """Brackets that never close, dashes and blanks in any order are read."""
    slots = read(name)

    assert not set("()") & set(slots.core + slots.sub)


@pytest.mark.parametrize(
    "bracket",
    [
        "设区的市级权限",
        "县（区）级权限",
        "乡镇（街道）权限",
        "受省厅委托",
        "省级委托市级实施",
        "下放区县",
        "区级审批",
        "市行政审批局",
        "两江新区",
        "川渝通办",
        "2022年版",
        "XX区",
    ],
)
def test_whose_permission_it_is_says_nothing_of_the_item(bracket: str) -> None:
    """A permission, a delegation, an office, a zone or an edition in brackets leaves the item what it is."""
    assert read("燃气经营许可证核发") == read(f"燃气经营许可证核发（{bracket}）")


@pytest.mark.parametrize("bracket", ["区级", "委托", "农村", "市区", "新办", "省内", "初审"])
def test_what_limits_an_item_stays(bracket: str) -> None:
    """A level alone, a way of acting, a place of use are told apart."""
    assert read("燃气经营许可证核发") != read(f"燃气经营许可证核发（{bracket}）")
