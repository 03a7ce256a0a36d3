"""report.html in a browser: the filter hides what does not fit, and nothing is said on the console."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from itemcatalog.audit._page import report_page
from itemcatalog.audit._report import Report
from itemcatalog.audit._units import unit_parts
from itemcatalog.findings import Finding, ItemRef, Place, Severity

DRIVE = """
<script>
window.addEventListener("load", function () {
  var visible = function () {
    return Array.prototype.filter.call(document.querySelectorAll("tbody tr[data-level]"), function (row) {
      return !row.hidden && !row.closest("details.unit").hidden;
    }).length;
  };
  var seen = [visible()];
  var search = document.getElementById("search");
  search.value = "护士"; search.dispatchEvent(new Event("input"));
  setTimeout(function () {
    seen.push(visible());
    search.value = ""; search.dispatchEvent(new Event("input"));
    document.querySelector("input[value=notice]").click();
    setTimeout(function () {
      seen.push(visible());
      document.title = "seen " + seen.join(",") + " form " + document.getElementById("filter").hidden;
    }, 300);
  }, 300);
});
</script>
"""


def _finding(number: int, name: str, severity: Severity) -> Finding:
    return Finding(
        rule="ITM001",
        severity=severity,
        channel="a",
        item=ItemRef(id=f"i{number}", name=name),
        field="name",
        message="名称不对",
        expected=None,
        found=None,
        basis="",
        recommendation="改正",
        place=Place(file="a.xlsx"),
        group=None,
        members=(),
        cause="",
        fingerprint=f"f{number}",
    )


def _page() -> str:
    findings = (
        _finding(1, "护士执业注册", Severity.ERROR),
        _finding(2, "医师执业注册", Severity.WARNING),
        _finding(3, "取水许可", Severity.NOTICE),
    )
    report = Report(
        itemcatalog="0",
        policy="p",
        rule_set="r",
        as_of=date(2017, 12, 31),
        findings=findings,
        units=(("甲",), ("甲",), ("乙",)),
    )
    return report_page(report, unit_parts(report)).decode()


def _dumped(chromium: str, folder: Path, page: str) -> str:
    (folder / "page.html").write_text(page, encoding="utf-8")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command += ["--virtual-time-budget=5000", "--dump-dom", (folder / "page.html").as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


@pytest.mark.browser
def test_search_and_levels_filter_the_findings(chromium: str, tmp_path: Path) -> None:
    """All three lines, then the one that holds the word, then the two that are no notices."""
    # The driver of this test is not among the scripts that the page's own policy allows.
    page = _page().replace('http-equiv="Content-Security-Policy"', 'name="policy"')
    shown = _dumped(chromium, tmp_path, page.replace("</body>", f"{DRIVE}</body>"))

    assert "<title>seen 3,1,2 form false</title>" in shown


@pytest.mark.browser
def test_the_policy_of_the_page_allows_its_own_script_and_no_other(chromium: str, tmp_path: Path) -> None:
    """Our script shows the filter; a script that somebody put in does not run."""
    shown = _dumped(chromium, tmp_path, _page().replace("</body>", '<script>document.title = "ran"</script></body>'))

    assert '<form class="filter" id="filter">' in shown
    assert "<title>ran</title>" not in shown
