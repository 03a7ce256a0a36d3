"""The first screen of report.html prints as one A4 page, whatever stands on it."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from itemcatalog.audit._page import report_page
from itemcatalog.audit._report import NotChecked, Report, Tally
from itemcatalog.audit._units import unit_parts
from itemcatalog.findings import Finding, ItemRef, Place, Severity
from itemcatalog.model import Channel
from itemcatalog.rules import RuleSet
from itemcatalog.rules.measures import CompressionSum, Pair

LONG = "福州市高新技术产业开发区市场监督管理和知识产权保护局政务服务事项办理窗口"


def _finding(number: int) -> Finding:
    return Finding(
        rule=f"ITM{number:03}",
        severity=Severity.WARNING,
        channel="c0",
        item=ItemRef(id=f"i{number}", name=LONG),
        field="materials[0].name",
        message=LONG * 2,
        expected=None,
        found=LONG * 3,
        basis="《条例》",
        recommendation="改正",
        place=Place(file="a.xlsx"),
        group=None,
        members=(),
        cause=LONG * 3,
        fingerprint=f"f{number}",
    )


def _full_report(channels: int, unread: int, language: str) -> Report:
    """Make a report on which every part of the first page is as long as it can be."""
    measure = CompressionSum()
    for number in range(1, 300):
        measure.add(Pair(Fraction(number, 7), Fraction(number + 3), "工作日"))
    for reason in ("neither_stated", "statutory_not_stated", "promised_not_stated", "unclear", "unit_mismatch"):
        measure.add(reason, 1234)
    findings = tuple(_finding(number) for number in range(20))
    names = [f"c{number}" for number in range(channels)]
    return Report(
        itemcatalog="0.1.0",
        policy="fuzhou-2017",
        policy_name=LONG,
        off=RuleSet.default().rules[:60],
        rule_set="0123456789abcdef",
        as_of=date(2017, 12, 31),
        items=123_456,
        by_channel={name: Tally(items=9999, checks_possible=99, checks_made=90, causes=999) for name in names},
        measures=(measure.entry("all", Fraction(3, 10)),),
        findings=findings,
        units=((LONG,),) * len(findings),
        not_checked=tuple(
            NotChecked(rule=f"LAW{number:03}", channel=name, reason=LONG + str(number), count=99_999)
            for number in range(9)
            for name in names
        ),
        name=LONG * 3,
        language=language,
        channels=tuple(Channel(id=name, name=f"{LONG}{name}") for name in names),
        unread=tuple(f"{LONG}{number}.xlsx：文件已损坏" for number in range(unread)),
    )


@pytest.mark.browser
@pytest.mark.parametrize(("channels", "unread", "language"), [(1, 0, "zh"), (30, 9, "zh"), (8, 1, "en")])
def test_the_first_screen_is_one_page(channels: int, unread: int, language: str, chromium: str, tmp_path: Path) -> None:
    """Everything behind the first sheet taken away, the browser prints exactly one page."""
    report = _full_report(channels, unread, language)
    page = report_page(report, unit_parts(report)).decode()
    (tmp_path / "page.html").write_text(re.sub(r"<section.*</section>|<footer>.*</footer>", "", page, flags=re.DOTALL))
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'page.pdf'}", (tmp_path / "page.html").as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=60)

    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())) == 1
