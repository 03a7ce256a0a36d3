"""A list with fewer columns never looks worse: what a column would have told is not checked, and nobody is accused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from itemcatalog.audit import Report, run_audit
from itemcatalog.findings import Severity
from itemcatalog.workspace import read_workspace

Row = dict[str, Any]
Key = tuple[str, str, str | None]
Audit = Callable[[Sequence[str]], Report]


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
KEPT = {
    "名称": ("事项名称",),
    "名称和编码": ("事项名称", "实施编码", "基本编码"),
    "名称、材料、时限": ("事项名称", "申请材料", "法定办结时限", "承诺办结时限"),
    "名称、办事指南": ("事项名称", "办理地点", "受理条件", "咨询电话", "监督电话"),
}
WORKSPACE = """
[workspace]
name = "{name}"
policy = "{policy}"
code_scheme = "{scheme}"
as_of = {as_of}
[[channel]]
id = "list"
name = "{name}"
kind = "{kind}"
division = "{division}"
source = "items.*"
"""
PROVINCE = WORKSPACE.format(
    name="广东省", policy="national", scheme="guangdong", as_of="2021-12-31", kind="province", division="440000"
)
COUNTY = WORKSPACE.format(
    name="闽侯县", policy="fuzhou-2017", scheme="national", as_of="2017-12-31", kind="district", division="350121"
)
_LIST = Path(__file__).resolve().parents[2] / "fixtures" / "fuzhou" / "minhou" / "items.csv"
COUNTY_ROWS = list(csv.DictReader(_LIST.read_text(encoding="gb18030").splitlines(keepends=True)))
COUNTY_COLUMNS = tuple(COUNTY_ROWS[0])


def _audit(folder: Path, workspace: str, cells: list[list[str]]) -> Report:
    """Audit one list as a CSV text."""
    with (folder / "items.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(cells)
    (folder / "itemcatalog.toml").write_text(workspace, encoding="utf-8")
    return run_audit(read_workspace(folder))


def _county_cells(columns: Sequence[str]) -> list[list[str]]:
    return [list(columns), *([row[column] for column in columns] for row in COUNTY_ROWS)]


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[Row]:
    """Every fifth item of the province, in the order of the file."""
    lines = (shared / "data" / "guangdong" / "items.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["area_code"] == "440000"][::5]


@pytest.fixture(scope="module")
def province(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """Return an audit of the province's items with some columns."""

    def run(columns: Sequence[str]) -> Report:
        cells = [list(columns), *([COLUMNS[column](row) for column in columns] for row in rows)]
        return _audit(tmp_path_factory.mktemp("province"), PROVINCE, cells)

    return run


@pytest.fixture(scope="module")
def whole_province(province: Audit) -> Report:
    """Return the audit of the province with every column."""
    return province(tuple(COLUMNS))


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """Return an audit of the county's list with some columns."""
    return lambda columns: _audit(tmp_path_factory.mktemp("county"), COUNTY, _county_cells(columns))


@pytest.fixture(scope="module")
def whole_county(county: Audit) -> Report:
    """Return the audit of the county with every column."""
    return county(COUNTY_COLUMNS)


def _accused(report: Report) -> dict[Key, Severity]:
    """Return the gravest severity of each accusation; which of its codes tells an item twice depends on the columns."""
    found: dict[Key, Severity] = {}
    for one in report.findings:
        key = (one.rule, one.item.name if one.item else "", None if one.rule == "COD013" else one.found)
        found[key] = min(found.get(key, one.severity), one.severity, key=lambda severity: severity.rank)
    return found


def _worse(less: Report, full: Report) -> Iterator[tuple[Key, Severity]]:
    before = _accused(full)
    for key, severity in _accused(less).items():
        if key not in before or severity.rank < before[key].rank:
            yield key, severity


@pytest.mark.parametrize("name", KEPT)
def test_a_list_of_few_columns_accuses_nobody_anew(name: str, province: Audit, whole_province: Report) -> None:
    """Of a few columns no finding comes that the whole list does not have, as grave or graver."""
    assert list(_worse(province(KEPT[name]), whole_province)) == []


@pytest.mark.parametrize("column", [one for one in COLUMNS if one != "事项名称"])
def test_a_dropped_column_accuses_nobody_anew(column: str, province: Audit, whole_province: Report) -> None:
    """Without one column no finding is new or graver."""
    less = province([one for one in COLUMNS if one != column])

    assert list(_worse(less, whole_province)) == []


@pytest.mark.parametrize("column", [one for one in COUNTY_COLUMNS if one != "事项名称"])
def test_a_county_without_a_column_is_accused_of_nothing_new(column: str, county: Audit, whole_county: Report) -> None:
    """The whole set of columns that offices use: fees, special procedures, sub-items, guides."""
    less = county([one for one in COUNTY_COLUMNS if one != column])

    assert list(_worse(less, whole_county)) == []


@pytest.mark.parametrize("first", [0, 1])
def test_a_workbook_of_half_the_columns_accuses_nobody_anew(first: int, tmp_path: Path, whole_county: Report) -> None:
    """The same holds for a workbook with the name and every other column, the even ones or the odd ones."""
    columns = ["事项名称", *(one for one in COUNTY_COLUMNS[first::2] if one != "事项名称")]
    book = openpyxl.Workbook()
    for row in _county_cells(columns):
        book.worksheets[0].append(row)
    book.save(tmp_path / "items.xlsx")
    (tmp_path / "itemcatalog.toml").write_text(COUNTY, encoding="utf-8")
    less = run_audit(read_workspace(tmp_path))

    assert less.items == whole_county.items
    assert list(_worse(less, whole_county)) == []


def test_limits_without_a_column_are_not_checked(province: Audit, rows: list[Row]) -> None:
    """The measure says that nothing was checked; nobody left a limit out."""
    measure = next(one for one in province(("事项名称", "事项类型")).measures if one["scope"] == "all")

    assert (measure["counted"], measure["ratio_of_totals"]["value"]) == (0, None)
    assert {key: number for key, number in measure["excluded"].items() if number} == {"not_provided": len(rows)}
