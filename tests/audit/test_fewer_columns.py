"""A list with fewer columns never looks worse: what a column would have told is not checked, and nobody is accused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from itemcatalog.audit import Report, run_audit
from itemcatalog.findings import Severity
from itemcatalog.workspace import read_workspace

Row = dict[str, Any]
Key = tuple[str, str, str | None]


def _limit(value: Row | None) -> str:
    return f"{value['value']}个{value['unit']}" if value else ""


COLUMNS: dict[str, Callable[[Row], str]] = {
    "事项名称": lambda row: row["matter_name"],
    "主项名称": lambda row: row["parent_catalog_name"],
    "业务办理项": lambda row: row["sub_task_name"] or "",
    "实施编码": lambda row: row["task_code"],
    "基本编码": lambda row: row["catalog_code"],
    "实施主体": lambda row: row["dept"],
    "事项类型": lambda row: row["type"],
    "办理对象": lambda row: "；".join(row["targets"]),
    "法定办结时限": lambda row: _limit(row["legal_time"]),
    "承诺办结时限": lambda row: _limit(row["promised_time"]),
    "到现场次数": lambda row: row["visits"],
    "办理地点": lambda row: row["location"] or "",
    "受理条件": lambda row: row["conditions"] or "",
    "申请材料": lambda row: "\n".join(row["materials"]),
    "咨询电话": lambda row: row["phone"] or "",
    "监督电话": lambda row: row["complain"] or "",
}
WORKSPACE = """
[workspace]
name = "广东省"
policy = "national"
code_scheme = "guangdong"
as_of = 2021-12-31
[[channel]]
id = "province"
name = "广东省"
kind = "province"
division = "440000"
source = "items.csv"
"""
ACCUSING = ("ITM", "COD", "LAW", "LIM", "CRT", "GDE")
KEPT = {
    "名称": ("事项名称",),
    "名称和编码": ("事项名称", "实施编码", "基本编码"),
    "名称、材料、时限": ("事项名称", "申请材料", "法定办结时限", "承诺办结时限"),
    "名称、办事指南": ("事项名称", "办理地点", "受理条件", "咨询电话", "监督电话"),
}
DROPPED = ("业务办理项", "实施编码", "实施主体", "事项类型", "到现场次数", "申请材料", "承诺办结时限")


COUNTY = """
[workspace]
name = "闽侯县"
policy = "fuzhou-2017"
code_scheme = "national"
as_of = 2017-12-31
[[channel]]
id = "minhou"
name = "闽侯县"
kind = "district"
division = "350121"
source = "items.csv"
"""
COUNTY_COLUMNS = (
    "子项名称", "业务办理项", "业务办理项编码", "职权类别", "办件类型", "统一社会信用代码", "设定依据",
    "法定办结时限", "特殊环节时限", "特殊环节依据", "办理情形", "申请材料", "是否收费", "收费标准",
    "审批结果", "办理地点", "到办事现场次数", "网上办理",
)  # fmt: skip


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    """Every third item of the province, in the order of the file."""
    lines = (shared / "data" / "guangdong" / "items.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["area_code"] == "440000"][::3]


@pytest.fixture(scope="module")
def audit(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[str, ...]], Report]:
    """Return an audit of the items with some columns."""

    def run(columns: tuple[str, ...]) -> Report:
        folder = tmp_path_factory.mktemp("columns")
        with (folder / "items.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns)
            writer.writerows([COLUMNS[column](row) for column in columns] for row in rows)
        (folder / "itemcatalog.toml").write_text(WORKSPACE, encoding="utf-8")
        return run_audit(read_workspace(folder))

    return run


@pytest.fixture(scope="module")
def full(audit: Callable[[tuple[str, ...]], Report]) -> Report:
    """Return the audit with every column."""
    return audit(tuple(COLUMNS))


def _accused(report: Report) -> dict[Key, Severity]:
    """Return the gravest severity of each accusation."""
    found: dict[Key, Severity] = {}
    for one in report.findings:
        if one.rule.startswith(ACCUSING):
            key = (one.rule, one.item.name if one.item else "", one.found)
            found[key] = min(found.get(key, one.severity), one.severity, key=lambda severity: severity.rank)
    return found


def _worse(less: Report, full: Report) -> Iterator[tuple[Key, Severity]]:
    before = _accused(full)
    for key, severity in _accused(less).items():
        if key not in before or severity.rank < before[key].rank:
            yield key, severity


@pytest.mark.parametrize("name", KEPT)
def test_a_list_of_few_columns_accuses_nobody_anew(
    name: str, audit: Callable[[tuple[str, ...]], Report], full: Report
) -> None:
    """Of a few columns no finding comes that the whole list does not have, as grave or graver."""
    assert list(_worse(audit(KEPT[name]), full)) == []


@pytest.mark.parametrize("column", DROPPED)
def test_a_dropped_column_accuses_nobody_anew(
    column: str, audit: Callable[[tuple[str, ...]], Report], full: Report
) -> None:
    """Without one column no finding is new or graver."""
    less = audit(tuple(one for one in COLUMNS if one != column))

    assert list(_worse(less, full)) == []


@pytest.fixture(scope="module")
def county(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Report]:
    """Return an audit of the county's list without one column."""
    text = (repository / "fixtures" / "fuzhou" / "minhou" / "items.csv").read_text(encoding="gb18030")
    rows = list(csv.DictReader(text.splitlines(keepends=True)))

    def run(dropped: str) -> Report:
        folder = tmp_path_factory.mktemp("county")
        columns = [column for column in rows[0] if column != dropped]
        with (folder / "items.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.DictWriter(stream, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        (folder / "itemcatalog.toml").write_text(COUNTY, encoding="utf-8")
        return run_audit(read_workspace(folder))

    return run


@pytest.fixture(scope="module")
def whole_county(county: Callable[[str], Report]) -> Report:
    """Return the audit of the county with every column."""
    return county("")


@pytest.mark.parametrize("column", COUNTY_COLUMNS)
def test_a_county_without_a_column_is_accused_of_nothing_new(
    column: str, county: Callable[[str], Report], whole_county: Report
) -> None:
    """The whole set of columns that offices use: fees, special procedures, sub-items, guides."""
    assert list(_worse(county(column), whole_county)) == []


def test_limits_without_a_column_are_not_checked(audit: Callable[[tuple[str, ...]], Report], rows: list[Row]) -> None:
    """The measure says that nothing was checked; nobody left a limit out."""
    measure = next(one for one in audit(("事项名称", "事项类型")).measures if one["scope"] == "all")

    assert (measure["counted"], measure["ratio_of_totals"]["value"]) == (0, None)
    assert {key: number for key, number in measure["excluded"].items() if number} == {"not_provided": len(rows)}
