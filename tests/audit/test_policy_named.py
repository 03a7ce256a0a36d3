"""A report says by its name what it was measured by, and which rules that leaves out."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from itemcatalog.audit import Report, run_audit, write_outputs
from itemcatalog.workspace import read_workspace

ROW = "食品生产许可,11350100991000115Y3000117015000,市场监督管理局,20\n"
NATIONAL = "全国政务服务事项管理现行规定"


def _report(folder: Path, policy: str, language: str = "zh") -> Report:
    (folder / "list.csv").write_text(f"事项名称,实施编码,实施主体,法定办结时限（工作日）\n{ROW}", encoding="utf-8")
    return run_audit(read_workspace([str(folder / "list.csv")], policy=policy), language=language)


def _written(report: Report, folder: Path) -> tuple[str, str, str]:
    write_outputs(report, folder, formats=("md",))
    names = ("report.html", "report.md", "report.json")
    page, markdown, data = ((folder / name).read_text(encoding="utf-8") for name in names)
    return html.unescape(page), markdown, json.loads(data)["policy"]


def test_the_policy_is_named_and_its_code_stays_in_the_data(tmp_path: Path) -> None:
    """People read the full name, report.json keeps the id."""
    page, markdown, policy = _written(_report(tmp_path, "national"), tmp_path / "out")

    assert f"考核方案 {NATIONAL}<" in page
    assert f" · {NATIONAL} · " in markdown
    assert policy == "national"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", r"未启用的规则：{} 条（所依据的方案不适用：CAS001、"),
        ("en", r"Rules not in use: {} \(the plan they rest on does not apply here: CAS001, "),
    ],
)
def test_rules_of_another_plan_are_told_as_not_in_use(tmp_path: Path, language: str, words: str) -> None:
    """Under the national policy nobody checks the two working days of the plan of 2017: the first page says so."""
    report = _report(tmp_path, "national", language)
    page, _, _ = _written(report, tmp_path / "out")
    line = re.search(words.format(len(report.off)) + ".*?</details>", page, re.DOTALL)

    assert {"CAS001", "CAS003", "CAS007"} <= {rule.code for rule in report.off}
    assert line is not None
    assert [rule.code for rule in report.off if rule.code not in line[0]] == []
    assert {rule.code for rule in report.off}.isdisjoint(report.rules)


def test_under_its_plan_every_rule_is_in_use(tmp_path: Path) -> None:
    """The plan of 2017 holds the clauses of its own rules: no such line stands."""
    report = _report(tmp_path, "fuzhou-2017")

    assert [rule.code for rule in report.off if rule.code.startswith("CAS")] == []
    assert ("未启用的规则" in _written(report, tmp_path / "out")[0]) == bool(report.off)
