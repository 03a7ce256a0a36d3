"""An English report: what the program says is English, what the data says stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

from itemcatalog.audit import run_audit
from itemcatalog.workspace import read_workspace

ROW = "食品生产许可,11350100991000115Y3000117015000,市场监督管理局,20\n"


def test_places_and_reasons_are_english(tmp_path: Path) -> None:
    """The row of an earlier entry and the reasons of what was not checked hold no Chinese word of the program."""
    path = tmp_path / "list.csv"
    path.write_text(f"事项名称,实施编码,实施主体,法定办结时限（工作日）\n{ROW}{ROW}", encoding="utf-8")
    report = run_audit(read_workspace([str(path)]), language="en")

    assert [one.message for one in report.findings if one.rule == "ITM013"] == [
        "“食品生产许可” is listed 2 times in this channel (see list.csv · row 2)"
    ]
    assert [one.reason for one in report.not_checked if re.search("[一-鿿]", one.reason)] == []
