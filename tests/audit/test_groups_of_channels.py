"""The same item on several channels: groups in the report, findings charged to who deviates, lists that decide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from itemcatalog.audit import Report, run_audit
from itemcatalog.audit._page import report_page
from itemcatalog.audit._units import unit_parts
from itemcatalog.schemas import faults
from itemcatalog.workspace import read_workspace

HEADER = "事项名称,职权类别,实施主体,法定办结时限（工作日）,承诺办结时限（工作日）\n"
WORKSPACE = """
[workspace]
name = "两级"
policy = "fuzhou-2017"
as_of = 2017-12-31
[[channel]]
id = "city"
name = "市级"
kind = "city"
division = "350100"
source = "city.csv"
[[channel]]
id = "gulou"
name = "鼓楼区"
kind = "district"
division = "350102"
source = "gulou.csv"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A city and a district that publish one item with different statutory limits, and items of their own."""
    (tmp_path / "itemcatalog.toml").write_text(WORKSPACE, encoding="utf-8")
    (tmp_path / "city.csv").write_text(
        f"{HEADER}公司设立登记,行政许可,福州市市场监督管理局,15,3\n取水许可,行政许可,福州市水利局,20,5\n",
        encoding="utf-8",
    )
    (tmp_path / "gulou.csv").write_text(
        f"{HEADER}公司设立登记,行政许可,鼓楼区市场监督管理局,20,3\n护士执业注册,行政许可,鼓楼区卫生局,20,5\n",
        encoding="utf-8",
    )
    return tmp_path


def _groups(report: Report) -> list[dict[str, Any]]:
    return [dict(group) for group in report.groups]


def test_groups_name_members_reasons_and_differences(folder: Path) -> None:
    """One group of two; its field stands with values, proposal and ground; items of one channel are no group."""
    report = run_audit(read_workspace(folder))
    (group,) = _groups(report)
    field = next(one for one in group["fields"] if one["field"] == "statutory_limit")

    assert (group["name"], [one["channel"] for one in group["members"]]) == ("公司设立登记", ["city", "gulou"])
    assert {one["verdict"] for one in group["members"]} == {"same"}
    assert all(one["reasons"] for one in group["members"])
    assert (field["agreement"], field["allowed"], field["proposed"]) == ("substance", False, "15个工作日")
    assert faults("report", report.to_dict()) == ()


def test_a_finding_of_a_group_is_charged_to_who_deviates(folder: Path) -> None:
    """The district is charged, the city is not."""
    report = run_audit(read_workspace(folder))
    found = [
        (one, units)
        for one, units in zip(report.findings, report.units, strict=True)
        if one.rule.startswith("CHN") and one.field == "statutory_limit"
    ]

    assert [([member.channel for member in one.members], units) for one, units in found] == [
        (["gulou"], ("鼓楼区市场监督管理局",))
    ]


def test_the_standard_list_stands_above_the_city(folder: Path) -> None:
    """What the 纵向清单 says is proposed, and then the city deviates."""
    (folder / "list.csv").write_text("事项名称,法定办结时限\n公司设立登记,20个工作日\n", encoding="utf-8")
    with (folder / "itemcatalog.toml").open("a", encoding="utf-8") as file:
        file.write('[standard]\nsource = "list.csv"\n')
    (group,) = _groups(run_audit(read_workspace(folder)))
    field = next(one for one in group["fields"] if one["field"] == "statutory_limit")

    assert (field["proposed"], field["ground"]) == ("20个工作日", "list")


def test_a_reviewers_decision_parts_a_group(folder: Path) -> None:
    """Two items that a reviewer calls different are never compared."""
    (folder / "decisions.csv").write_text(
        "left,right,verdict,who,date,note\n公司设立登记,公司设立登记,different,审改办,2017-12-01,\n", encoding="utf-8"
    )
    with (folder / "itemcatalog.toml").open("a", encoding="utf-8") as file:
        file.write('[decisions]\nsource = "decisions.csv"\n')

    assert _groups(run_audit(read_workspace(folder))) == []


def test_the_page_shows_who_says_what(folder: Path) -> None:
    """Values, members and the proposal stand on the page, in words."""
    report = run_audit(read_workspace(folder))
    page = report_page(report, unit_parts(report)).decode()

    assert "法定办结时限 · 实质不同" in page
    assert '鼓楼区</span> <span class="pill error">须更正</span>' in page
    assert '市级</span> <span class="pill' not in page
    assert "建议 → 15个工作日（市级）" in page
    assert '20个工作日 <span class="meta">鼓楼区</span>' in page


def test_a_doubtful_value_of_the_city_is_no_standard(tmp_path: Path) -> None:
    """A slip in the title of a law is only a notice, yet nobody is told to copy it."""
    (tmp_path / "itemcatalog.toml").write_text(WORKSPACE, encoding="utf-8")
    header = "事项名称,职权类别,实施主体,设定依据\n"
    rows = {
        "city": "公司设立登记,行政许可,福州市市场监督管理局,《中华人民共和国食品安全发》第三十五条\n",
        "gulou": "公司设立登记,行政许可,鼓楼区市场监督管理局,《中华人民共和国食品安全法》第三十五条\n",
    }
    for channel, row in rows.items():
        (tmp_path / f"{channel}.csv").write_text(f"{header}{row}", encoding="utf-8")
    report = run_audit(read_workspace(tmp_path))
    (group,) = _groups(report)
    field = next(one for one in group["fields"] if one["field"] == "legal_bases")

    assert [(one.channel, one.severity.value) for one in report.findings if one.rule == "LAW001"] == [
        ("city", "notice")
    ]
    assert (field["ground"], field["proposed"]) == ("decide", None)


def test_what_was_not_understood_is_not_compared(tmp_path: Path) -> None:
    """A row that was cut says nothing of its last columns: no channel is told that they are empty."""
    head = "事项名称,实施主体,承诺办结时限,受理条件,咨询电话\n"
    rows = [f"第{number}类经营许可,某市商务局,5个工作日,符合规划,0591-8333{number:04d}\n" for number in range(12)]
    (tmp_path / "city.csv").write_text(head + "".join(rows), encoding="utf-8")
    rows[5] = "第5类经营许可,某市商务局,5个工作日,符\n"
    (tmp_path / "portal.csv").write_text(head + "".join(rows), encoding="utf-8")
    channels = "".join(
        f'[[channel]]\nid = "{name}"\nkind = "{name}"\nsource = "{name}.csv"\n' for name in ("city", "portal")
    )
    text = f'[workspace]\nname = "甲"\npolicy = "fuzhou-2017"\n{channels}'
    (tmp_path / "itemcatalog.toml").write_text(text, encoding="utf-8")
    found = run_audit(read_workspace(tmp_path)).findings

    assert [one.rule for one in found if one.rule[:3] in ("INP", "CHN")] == ["INP036"]
