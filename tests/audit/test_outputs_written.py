"""The files of an audit: safe in Excel and in a browser, the same bytes every time, nothing lost."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree
from lxml import html as lxml_html
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from itemcatalog.audit import Report, baseline_fingerprints, check_formats, github_commands, write_outputs
from itemcatalog.audit._report import InputFile, NotChecked, Tally
from itemcatalog.errors import OutputError, SourceError, UsageError
from itemcatalog.findings import Finding, ItemRef, MemberRef, Place, Severity
from itemcatalog.model import Channel
from itemcatalog.rules.measures import CompressionSum, Pair

HOSTILE = "=cmd|'x'!A1<script>alert(1)</script>\"'&\x0b𠮷"


def make_finding(number: int, **more: Any) -> Finding:
    """Make a finding of an invented item."""
    values: dict[str, Any] = {
        "rule": "ITM001",
        "severity": Severity.ERROR,
        "channel": "a",
        "item": ItemRef(id=f"i{number}", name=f"事项{number}", codes={"implementation": "0012345"}),
        "field": "materials[0].name",
        "message": "名称不对",
        "expected": "好",
        "found": "坏",
        "basis": "《条例》第一条",
        "recommendation": "改正",
        "place": Place(file="a.xlsx", sheet="事项", row=number, cell=f"B{number}"),
        "group": None,
        "members": (),
        "cause": "坏",
        "fingerprint": f"f{number}",
    }
    return Finding(**(values | more))


def make_report(*findings: Finding, units: tuple[tuple[str, ...], ...] | None = None, **more: Any) -> Report:
    """Make a report of one channel and two units."""
    measure = CompressionSum()
    measure.add(Pair(Fraction(3), Fraction(10), "工作日"), 2)
    measure.add("neither_stated")
    values: dict[str, Any] = {
        "itemcatalog": "0.1.0",
        "policy": "fuzhou-2017",
        "rule_set": "abc",
        "as_of": date(2017, 12, 31),
        "inputs": (InputFile(path="a.xlsx", sha256="0" * 64, channel="a", items=3, codec=None, provides=("name",)),),
        "items": 3,
        "by_channel": {"a": Tally(items=3, checks_possible=10, checks_made=9, errors=len(findings), causes=1)},
        "by_authority": {"市民政局": Tally(items=3, checks_possible=10, checks_made=9, causes=1)},
        "measures": (measure.entry("all", Fraction(3, 10)),),
        "findings": findings,
        "not_checked": (NotChecked(rule="ITM009", channel="a", reason="来源没有“办件类型”这一项", count=3),),
        "name": "试验",
        "channels": (Channel(id="a", name="甲渠道"),),
        "units": units if units is not None else (("市民政局",),) * len(findings),
    }
    return Report(**(values | more))


def _written(report: Report, folder: Path, formats: tuple[str, ...] = ()) -> dict[str, bytes]:
    write_outputs(report, folder, formats=formats)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_files_are_written_twice_the_same(tmp_path: Path) -> None:
    """Same report, same bytes in every output."""
    report = make_report(make_finding(2), make_finding(3))
    formats = ("sarif", "junit", "md", "jsonl")
    one, two = _written(report, tmp_path / "1", formats), _written(report, tmp_path / "2", formats)

    assert one == two
    assert sorted(one) == [
        "findings.csv", "groups.csv", "report.html", "report.json", "report.jsonl", "report.junit.xml", "report.md",
        "report.sarif", "report.xlsx", "units/市民政局.xlsx",
    ]  # fmt: skip


def test_the_workbook_shows_every_finding_and_one_sheet_per_unit(tmp_path: Path) -> None:
    """全部问题 first; text cells; the header is frozen and filtered; codes keep their zeros."""
    report = make_report(make_finding(2, found=HOSTILE), make_finding(3), units=(("市民政局",), ("市/公安局",)))
    book = load_workbook(io.BytesIO(_written(report, tmp_path)["report.xlsx"]))
    first = book.worksheets[0]
    header = [cell.value for cell in first[1]]
    row = dict(zip(header, first[2], strict=True))

    assert book.sheetnames == ["全部问题", "市-公安局", "市民政局"]
    assert (first.max_row, first.freeze_panes) == (3, "A2")
    assert first.auto_filter.ref == f"A1:{get_column_letter(len(header))}3"
    assert (row["事项编码"].value, row["事项编码"].data_type) == ("0012345", "s")
    assert row["现值"].data_type == "s"
    assert str(row["现值"].value).startswith("=cmd")
    assert row["位置"].value == "a.xlsx · 事项!B2"
    assert row["等级"].fill.fgColor.rgb == "FFF8CBAD"


def test_the_workbook_of_a_unit_has_room_for_an_answer(tmp_path: Path) -> None:
    """期限 and 回复 are there and empty."""
    files = _written(make_report(make_finding(2)), tmp_path)
    sheet = load_workbook(io.BytesIO(files["units/市民政局.xlsx"])).worksheets[0]
    row = dict(zip([cell.value for cell in sheet[1]], [cell.value for cell in sheet[2]], strict=True))

    assert (row["期限"], row["回复"], row["事项名称"]) == (None, None, "事项2")


def test_unit_files_never_leave_their_folder_and_never_collide(tmp_path: Path) -> None:
    """Names that are paths, reserved or equal but for case get names of their own."""
    units = (("../../etc",), ("CON",), ("Abc",), ("aBC",), ("其他",))
    report = make_report(*(make_finding(number) for number in range(5)), units=units)
    files = sorted(name for name in _written(report, tmp_path) if name.startswith("units/"))

    assert len({name.casefold() for name in files}) == 5
    assert all(name.count("/") == 1 for name in files)


def test_workbooks_of_units_without_findings_go(tmp_path: Path) -> None:
    """A second run takes away what it does not write; other files stay."""
    _written(make_report(make_finding(2)), tmp_path)
    (tmp_path / "units" / "notes.txt").write_text("x", encoding="utf-8")
    files = _written(make_report(), tmp_path)

    assert sorted(name for name in files if name.startswith("units/")) == ["units/notes.txt"]


def test_csv_is_safe_to_open(tmp_path: Path) -> None:
    """BOM, one line a finding, and no cell that a spreadsheet would run."""
    data = _written(make_report(make_finding(2, found=HOSTILE)), tmp_path)["findings.csv"]
    row = next(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))

    assert data.startswith(b"\xef\xbb\xbf")
    assert row["found"] == f"'{HOSTILE}"
    assert (row["fingerprint"], row["cell"], row["code"]) == ("f2", "B2", "0012345")


def test_the_page_takes_hostile_text_as_text(tmp_path: Path) -> None:
    """No script of the data runs: one script element, ours, allowed by its hash; no outside address."""
    report = make_report(
        make_finding(2, found=HOSTILE, message=HOSTILE, item=ItemRef(id="i", name=HOSTILE)), name=HOSTILE
    )
    page: Any = lxml_html.fromstring(_written(report, tmp_path)["report.html"].decode())
    policy = page.xpath("//meta[@http-equiv]/@content")[0]

    assert len(page.xpath("//script")) == 1
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.xpath("//*[@src]") == []
    assert page.xpath("//@style") == []
    assert [link for link in page.xpath("//a/@href") if not re.match(r"#|units/", link)] == []
    assert "<script>alert(1)</script>" in page.text_content()


def test_the_page_caps_its_lines_and_says_so(tmp_path: Path) -> None:
    """Fifty thousand findings make no page of fifty megabytes; the exact count stands there."""
    findings = tuple(make_finding(number, rule=f"ITM{number % 40:03}") for number in range(50_000))
    from itemcatalog.audit._page import report_page
    from itemcatalog.audit._units import unit_parts

    report = make_report(*findings, units=tuple((f"单位{number % 500}",) for number in range(50_000)))
    page = report_page(report, unit_parts(report)).decode()

    assert len(page) < 4_000_000
    assert "50000" in page
    assert "另有 200 个单位" in page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_report_is_a_page_too(tmp_path: Path, language: str) -> None:
    """Nothing found, nothing counted, nothing read: every template part holds."""
    report = make_report(
        measures=(), not_checked=(), by_channel={}, by_authority={}, language=language, unread=("b.xlsx：文件已损坏",)
    )
    text = _written(report, tmp_path)["report.html"].decode()

    assert "b.xlsx：文件已损坏" in text


def test_units_without_findings_stand_above_the_ranking(tmp_path: Path) -> None:
    """The table begins with the rank behind theirs, so they are told first."""
    tallies = {
        name: Tally(items=9, checks_possible=9, checks_made=9, causes=causes)
        for name, causes in (("甲局", 0), ("乙局", 2))
    }
    page = _written(make_report(by_authority=tallies), tmp_path)["report.html"].decode()

    assert 0 < page.index("没有发现问题的单位") < page.index("乙局")
    assert '<p class="note">甲局</p>' in page


def test_sarif_and_jsonl_hold_the_same_findings(tmp_path: Path) -> None:
    """Levels, fingerprints and suppressions arrive."""
    report = make_report(
        make_finding(2),
        make_finding(3, severity=Severity.NOTICE, status="waived"),
        make_finding(4, status="known", item=None, place=Place()),
    )
    files = _written(report, tmp_path, ("sarif", "jsonl"))
    results = json.loads(files["report.sarif"])["runs"][0]["results"]
    lines = [json.loads(line) for line in files["report.jsonl"].decode().splitlines()]

    assert [one["level"] for one in results] == ["error", "note", "error"]
    assert [one["partialFingerprints"]["itemcatalog/v1"] for one in results] == [one["fingerprint"] for one in lines]
    assert [("suppressions" in one, one["baselineState"]) for one in results] == [
        (False, "new"),
        (True, "new"),
        (False, "unchanged"),
    ]


def test_junit_fails_where_new_errors_stand(tmp_path: Path) -> None:
    """Well-formed whatever the text; one failing case."""
    report = make_report(make_finding(2, message=HOSTILE), make_finding(3, rule="ITM002", severity=Severity.NOTICE))
    suite = etree.fromstring(_written(report, tmp_path, ("junit",))["report.junit.xml"])

    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")


def test_markdown_escapes(tmp_path: Path) -> None:
    """Text of the data forms no markup."""
    text = _written(make_report(make_finding(2, message="a|b<c>*d*")), tmp_path, ("md",))["report.md"].decode()

    assert r"a\|b\<c\>\*d\*" in text


def test_github_commands_are_one_line_each() -> None:
    """Line breaks and colons in the data do not start a command of their own."""
    report = make_report(make_finding(2, message="a\n::error::b", place=Place(file="a:b,c.csv", row=3)))

    assert github_commands(report) == "::error file=a%3Ab%2Cc.csv,line=3,title=ITM001::a%0A::error::b\n"


def test_members_of_a_group_are_named(tmp_path: Path) -> None:
    """A group finding shows its members in the CSV."""
    members = (MemberRef(channel="a", item_id="i1", authority="市民政局"),)
    files = _written(make_report(make_finding(2, item=None, group="g", members=members)), tmp_path)
    row = next(csv.DictReader(io.StringIO(files["findings.csv"].decode("utf-8-sig"))))

    assert (row["group"], row["members"]) == ("g", "a:i1")


def test_formats_are_checked() -> None:
    """An unknown format is a usage error; names may repeat."""
    assert check_formats(["sarif", " md", "sarif", ""]) == ("sarif", "md")
    with pytest.raises(UsageError, match="没有输出格式 pdf"):
        check_formats(["pdf"])


def test_a_baseline_is_a_report(tmp_path: Path) -> None:
    """Fingerprints come from report.json; anything else is said to be none."""
    _written(make_report(make_finding(2)), tmp_path)
    (tmp_path / "bad.json").write_text("[1]", encoding="utf-8")

    assert baseline_fingerprints(tmp_path / "report.json") == frozenset({"f2"})
    with pytest.raises(SourceError):
        baseline_fingerprints(tmp_path / "bad.json")


def test_a_folder_that_is_a_file_is_an_output_error(tmp_path: Path) -> None:
    """What cannot be written is one error of ours."""
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        write_outputs(attrs.evolve(make_report(), name="x"), tmp_path / "out")
