"""An act that one name writes in one piece and the other in two is one act."""

from __future__ import annotations

import pytest

from itemcatalog.matching import Verdict, compare_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("公共资源交易中心办件进度查询", "关于公共资源交易中心办件进度相关查询"),
        ("工程造价咨询企业资质办事进度查询", "查询工程造价咨询企业资质办事进度"),
        ("基金会名称预先核准", "基金会名称预先的审批"),
    ],
)
def test_halves_are_put_together(left: str, right: str) -> None:
    """A word between the halves, or one half in front, changes nothing; the reason names the half."""
    comparison = compare_names(left, right)

    assert Verdict.SAME is comparison.verdict
    assert any(reason.kind == "moved" for reason in comparison.reasons)
    assert comparison == compare_names(right, left).mirrored()


@pytest.mark.parametrize(
    ("left", "right"),
    [("公积金贷款进度查询", "公积金贷款查询"), ("办件进度查询", "办件查询"), ("进度查询", "进度公示")],
)
def test_without_the_other_half_nothing_is_put_together(left: str, right: str) -> None:
    """To ask how an application stands is not to ask for its object."""
    assert Verdict.SAME is not compare_names(left, right).verdict
