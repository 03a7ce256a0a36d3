"""match, convert, validate and template: files in, files out, losses told."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from itemcatalog.cli import main

NAMES = (
    "id,channel,name\n"
    "1,city,食品经营许可证核发\n2,district,食品经营许可\n3,city,护士执业注册\n4,district,护士执业注销\n"
)


def _pairs(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_match_writes_the_pairs(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain tables of three columns give the same pairs in both formats; different ones are left out."""
    rows = list(csv.DictReader(NAMES.splitlines()))
    text = NAMES if form == "csv" else "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    (tmp_path / f"names.{form}").write_text(text, encoding="utf-8")

    assert main(["match", str(tmp_path / f"names.{form}"), "-o", str(tmp_path / "pairs.csv"), "--names-only"]) == 0
    pairs = _pairs(tmp_path / "pairs.csv")
    assert [(pair["left"], pair["right"]) for pair in pairs if pair["verdict"] == "same"] == [("1", "2")]
    assert {pair["verdict"] for pair in pairs} <= {"same", "review"}
    assert "相同 1 对" in capsys.readouterr().out


def test_match_takes_files_of_items(tmp_path: Path) -> None:
    """Two lists of equal file names are two channels."""
    for folder, name in (("a", "食品经营许可"), ("b", "食品经营许可证核发")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "items.csv").write_text(f"事项名称,实施主体\n{name},市场监督管理局\n", encoding="utf-8")
    files = [str(tmp_path / folder / "items.csv") for folder in "ab"]

    assert main(["match", *files, "-o", str(tmp_path / "pairs.csv")]) == 0
    assert [(pair["left_channel"], pair["right_channel"]) for pair in _pairs(tmp_path / "pairs.csv")] == [
        ("items", "items-2")
    ]


@pytest.mark.parametrize("text", ["{", '{"id": 1, "channel": "a", "name": "b"}\n[1]\n'])
def test_match_of_damaged_lines_is_3(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that is no object is named."""
    (tmp_path / "x.jsonl").write_text(text, encoding="utf-8")

    assert main(["match", str(tmp_path / "x.jsonl"), "-o", str(tmp_path / "p.csv")]) == 3
    assert "x.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "xlsx", "xml"])
def test_convert_there_and_back(form: str, repository: Path, tmp_path: Path) -> None:
    """An item goes through every format of ours and comes back the same."""
    source = repository / "fixtures" / "channels" / "item.json"

    assert main(["convert", str(source), str(tmp_path / "first.json")]) == 0
    assert main(["convert", str(source), str(tmp_path / f"there.{form}")]) == 0
    assert main(["convert", str(tmp_path / f"there.{form}"), str(tmp_path / "back.json")]) == 0
    first, back = (json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) for name in ("first", "back"))
    assert [item["name"] for item in first] == [item["name"] for item in back]
    assert [item.get("materials") for item in first] == [item.get("materials") for item in back]


def test_convert_lists_what_the_target_cannot_hold(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Losses of an exchange format are lines, and exit code 1."""
    source = str(repository / "fixtures" / "channels" / "item.json")
    code = main(["convert", source, str(tmp_path / "out.xml"), "--to", "fujian-serviceinfo"])
    lines = capsys.readouterr().out.splitlines()

    assert code == (1 if len(lines) > 1 else 0)
    assert (tmp_path / "out.xml").is_file()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["convert", "none.json", "x.json"], 3),
        (["convert", "x.csv", "x.pdf"], 2),
        (["convert", "x.csv", "x.json", "--to", "nowhere"], 2),
        (["validate", "none.csv"], 3),
    ],
)
def test_wrong_files_have_their_codes(
    words: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format that there is not is 2, a file that is not there is 3."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").write_text("事项名称\n食品经营许可\n", encoding="utf-8")

    assert main(words) == code


def test_the_template_validates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What we hand out is read: the example is no item, and nothing is wrong but that no row is filled in."""
    target = str(tmp_path / "填报表.xlsx")

    assert main(["template", "-o", target]) == 0
    assert main(["validate", target]) == 0
    assert "没有数据行" in capsys.readouterr().out


def test_validate_lists_faults_with_their_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong shape is a line with severity and place; a report is checked against its own schema."""
    (tmp_path / "bad.json").write_text('{"name": "食品经营许可", "promised_limit": 3}', encoding="utf-8")
    (tmp_path / "report.json").write_text('{"itemcatalog": 1, "findings": [], "summary": {}}', encoding="utf-8")

    assert main(["validate", str(tmp_path / "bad.json")]) == 1
    assert "bad.json · /promised_limit" in capsys.readouterr().out
    assert main(["validate", str(tmp_path / "report.json")]) == 1
    page = capsys.readouterr().out
    assert "$.itemcatalog" in page
    assert page.splitlines()[-1].startswith("1 份审核报告，")


def test_every_exchange_format_is_offered() -> None:
    """The list of targets is written out, so that reading a workspace loads no exchange format; both lists agree."""
    from itemcatalog.formats.exchange import TARGETS
    from itemcatalog.workspace import FORMATS_OUT

    assert set(TARGETS) == set(FORMATS_OUT) - {"json", "jsonl", "csv", "xlsx", "xml"}
