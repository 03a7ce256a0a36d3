"""What a name says of the decision, beside its acts: issued, changed later, cancelled, filed."""

from __future__ import annotations

import pytest

from itemcatalog.matching import Verdict, compare_names, read


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("烟草专卖零售许可证核发", "烟草专卖零售许可证注销", Verdict.DIFFERENT),
        ("导游证核发", "导游证变更", Verdict.DIFFERENT),
        ("机动车注册登记", "机动车转移登记", Verdict.DIFFERENT),
        ("食品经营许可", "食品经营许可（变更）", Verdict.REVIEW),
        ("食品经营许可证核发", "食品经营许可证核发（变更）", Verdict.REVIEW),
        ("户口登记", "户口注销", Verdict.DIFFERENT),
        ("企业登记", "企业注销登记", Verdict.REVIEW),
    ],
)
def test_what_is_issued_is_not_what_happens_later(left: str, right: str, expected: Verdict) -> None:
    """核发 is an item of its own beside 补发, 变更, 注销; a bare 许可 may be the main item of all of them."""
    assert expected is compare_names(left, right).verdict


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("内资企业设立登记", "内资企业设立备案", Verdict.DIFFERENT),
        ("技工学校设立审批", "技工学校设立初审", Verdict.DIFFERENT),
        ("归侨身份认定", "归侨身份确认", Verdict.REVIEW),
        ("水利工程规划审批", "水利工程规划考核", Verdict.REVIEW),
    ],
)
def test_the_decision_counts_beside_another_act(left: str, right: str, expected: Verdict) -> None:
    """设立登记 says 登记: it is not 设立备案; what offices confuse (确认, 认定) is a doubt."""
    assert expected is compare_names(left, right).verdict


def test_a_bracket_beside_a_decision_names_both() -> None:
    """核准（备案） is neither 核准 nor 备案 alone; 登记（备案） is one act."""
    assert Verdict.REVIEW is compare_names("企业投资项目核准（备案）", "企业投资项目备案").verdict
    assert Verdict.SAME is not compare_names("企业投资项目核准（备案）", "企业投资项目核准").verdict
    assert "act:首次" in read("企业投资项目核准（备案）").signs
    assert "act:首次" not in read("对外贸易经营者登记（备案）").signs


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("水域滩涂养殖证核发", "水域滩涂养殖许可", Verdict.SAME),
        ("医师执业注册", "医师执业证书核发", Verdict.SAME),
        ("船舶国籍登记", "船舶国籍证书核发", Verdict.REVIEW),
        ("测绘作业证办理", "测绘作业证注册", Verdict.REVIEW),
        ("护士执业注册（延续）", "护士延续注册", Verdict.SAME),
    ],
)
def test_a_certificate_is_what_the_decision_gives(left: str, right: str, expected: Verdict) -> None:
    """The certificate is the paper of the licence; its registration is something else."""
    assert expected is compare_names(left, right).verdict


def test_a_bracket_behind_a_change_names_what_changes() -> None:
    """变更（法定代表人） is 法定代表人变更, and not 变更（住所）."""
    assert Verdict.SAME is compare_names("公司变更登记（法定代表人）", "公司法定代表人变更登记").verdict
    assert Verdict.DIFFERENT is compare_names("公司变更登记（法定代表人）", "公司变更登记（住所）").verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("娱乐场所变更审批", "变更娱乐场所审批"),
        ("药品零售企业名称变更", "变更药品零售企业名称"),
        ("事业单位法人变更登记", "事业单位变更登记"),
    ],
)
def test_what_changes_is_no_part_of_the_object(left: str, right: str) -> None:
    """场所变更 is an act, but of 娱乐场所变更 only the change; 变更 in front and the noun behind are one act."""
    assert Verdict.SAME is compare_names(left, right).verdict
