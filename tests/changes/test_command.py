"""``itemcatalog diff`` as a person calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from itemcatalog.cli._app import run

OLD = "事项名称,实施编码,承诺办结时限（工作日）\n取水许可,11350100003607123A2350101001000,20\n暂住证核发,,5\n"
NEW = "事项名称,实施编码,承诺办结时限（工作日）\n取水许可,11350100003607123A2350101001000,10\n结婚登记,,5\n"


def test_two_files_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two csv files give the three outputs, a table by kind, and exit code 0."""
    (tmp_path / "旧.csv").write_text(OLD, encoding="utf-8")
    (tmp_path / "新.csv").write_text(NEW, encoding="gb18030")
    code = run(["diff", str(tmp_path / "旧.csv"), str(tmp_path / "新.csv"), "-o", str(tmp_path / "out")])
    told = json.loads((tmp_path / "out" / "diff.json").read_text(encoding="utf-8"))

    assert code == 0
    assert {k: n for k, n in told["counts"].items() if n} == {"added": 1, "cancelled": 1, "changed": 1}
    assert "变动" in capsys.readouterr().out


def test_a_damaged_state_is_said_and_the_rest_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no workbook gives exit code 3 and one line that names it."""
    (tmp_path / "old.csv").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.xlsx").write_bytes(b"PK\x03\x04 damaged")
    code = run(["diff", str(tmp_path / "old.csv"), str(tmp_path / "new.xlsx")])

    assert code == 3
    assert "new.xlsx" in capsys.readouterr().err
