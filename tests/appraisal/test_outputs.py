"""What the appraisal writes: JSON by the design, a page without outside resources, a workbook, a draft notice."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from itemcatalog.appraisal import Appraisal, appraisal_dict, run_appraisal, write_outputs
from itemcatalog.cli import main
from itemcatalog.workspace import read_workspace

NAMES = ("appraisal.xlsx", "appraisal.html", "appraisal.docx", "appraisal.json")


@pytest.fixture(scope="module")
def appraisal(repository: Path) -> Appraisal:
    """The appraisal of the fixture."""
    return run_appraisal(read_workspace(repository / "fixtures" / "fuzhou"))


@pytest.fixture(scope="module")
def written(appraisal: Appraisal, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that is written."""
    folder = tmp_path_factory.mktemp("out")
    write_outputs(appraisal, folder)
    return folder


def test_the_json_has_the_fields_of_the_design(written: Path) -> None:
    """One entry per indicator and unit, everything first; whole numbers, unreduced; evidence beside."""
    data = json.loads((written / "appraisal.json").read_text(encoding="utf-8"))
    first = data["indicators"][0]
    fields = {
        "id",
        "name",
        "clause",
        "unit",
        "population",
        "numerator",
        "denominator",
        "value",
        "target",
        "met",
        "second_reading",
    }

    assert (data["policy"], data["as_of"]) == ("fuzhou-2017", "2017-12-31")
    assert fields <= set(first)
    assert (first["id"], first["unit"], first["target"], first["relation"]) == ("trips-share", "all", 0.9, ">")
    assert all(type(one[key]) is int for one in data["indicators"] for key in ("numerator", "denominator"))
    assert data["beside"][0]["policy"] == "national"
    assert data["evidence"]
    assert data["scoring"]["foreign"] is True
    assert {"changes", "needed", "reached"} <= set(data["what_if"][0])


def test_nothing_is_met_without_a_figure(appraisal: Appraisal) -> None:
    """Where nothing was counted there is neither a value nor a verdict."""
    for one in appraisal_dict(appraisal)["indicators"]:
        if not one["denominator"]:
            assert (one["value"], one["met"]) == (None, None)


def test_the_same_appraisal_is_the_same_bytes(appraisal: Appraisal, written: Path, tmp_path: Path) -> None:
    """Nothing in the outputs comes from a clock."""
    write_outputs(appraisal, tmp_path)

    assert [(written / name).read_bytes() == (tmp_path / name).read_bytes() for name in NAMES] == [True] * 4


def test_the_page_needs_nothing_from_outside(written: Path) -> None:
    """No script, no address that is fetched, a policy that forbids both; links go to places of the page."""
    page = (written / "appraisal.html").read_text(encoding="utf-8")
    targets = set(re.findall(r'href="#([^"]+)"', page))

    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
    assert "default-src 'none'" in html.unescape(page)
    assert targets <= set(re.findall(r'id="([^"]+)"', page))
    assert "外地办法" in page


def test_the_workbook_has_a_sheet_for_each_unit(written: Path, appraisal: Appraisal) -> None:
    """The lists behind the numbers stand unit by unit; the first sheet is the scoreboard."""
    book = openpyxl.load_workbook(written / "appraisal.xlsx", read_only=True)
    names = book.sheetnames
    rows = list(book["福州市公安局"].iter_rows(values_only=True))

    assert names[0] == "考核指标"
    assert {"须提交佐证", "达标测算", "并列方案"} <= set(names)
    assert len([unit for unit in appraisal.units if unit[0] == "authority"]) <= len(names)
    assert {"2a", "3b", "8c"} <= {row[0] for row in rows}


def test_the_notice_reads_as_a_draft(written: Path) -> None:
    """Title, what is missed, what must be handed in; the parts of the archive carry one date."""
    data = (written / "appraisal.docx").read_bytes()
    document = docx.Document(io.BytesIO(data))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)

    assert "通报（草稿）" in text
    assert "一、未达标的指标" in text
    assert len(document.tables) == 2
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {one.date_time for one in archive.infolist()}


def test_the_command_writes_and_leaves_with_one(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missed target is exit code 1; the terminal shows the board; English is a matter of words only."""
    workspace = str(repository / "fixtures" / "fuzhou")

    assert main(["appraise", workspace, "-o", str(tmp_path)]) == 1
    assert "未达标" in capsys.readouterr().out
    chinese = json.loads((tmp_path / "appraisal.json").read_text(encoding="utf-8"))
    assert main(["--lang", "en", "appraise", workspace, "-o", str(tmp_path)]) == 1
    assert "missed" in capsys.readouterr().out
    assert chinese == json.loads((tmp_path / "appraisal.json").read_text(encoding="utf-8"))
    assert sorted(NAMES) == sorted(one.name for one in tmp_path.iterdir())


def test_a_table_that_cannot_be_read_is_exit_three(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are counted all the same, and the line names the file."""
    (tmp_path / "items.json").write_text('[{"name": "护照签发", "courier": "yes"}]', encoding="utf-8")
    (tmp_path / "broken.csv").write_bytes(b"PK\x03\x04")
    text = '[workspace]\npolicy = "fuzhou-2017"\n[[channel]]\nid = "city"\nkind = "city"\nsource = "items.json"\n'
    (tmp_path / "itemcatalog.toml").write_text(text + '[cases]\nsource = "broken.csv"\n', encoding="utf-8")

    assert main(["appraise", str(tmp_path), "-o", str(tmp_path / "out")]) == 3
    assert "broken.csv" in capsys.readouterr().err
    assert (tmp_path / "out" / "appraisal.json").is_file()


def test_the_articles_of_laws_stand_in_words(tmp_path: Path) -> None:
    """Page, workbook and notice call a clause of a law by its article; the data keeps the id."""
    (tmp_path / "items.json").write_text('[{"name": "护照签发", "power_type": "行政许可"}]', encoding="utf-8")
    text = '[workspace]\npolicy = "national"\n[[channel]]\nid = "city"\nkind = "city"\nsource = "items.json"\n'
    (tmp_path / "itemcatalog.toml").write_text(text, encoding="utf-8")
    write_outputs(run_appraisal(read_workspace(tmp_path)), tmp_path / "out")
    page, data = (
        (tmp_path / "out" / name).read_text(encoding="utf-8") for name in ("appraisal.html", "appraisal.json")
    )
    board = openpyxl.load_workbook(tmp_path / "out" / "appraisal.xlsx", read_only=True)["考核指标"]
    clauses = {str(row[0]) for row in board.iter_rows(values_only=True)}

    assert "行政许可法第四十二条" in page
    assert not re.search(r">(?:xkf|yhyshj|zxzwfw)-\d+<", page)
    assert "优化营商环境条例第三十五条" in clauses
    assert "xkf-42" not in clauses
    assert {"xkf-42", "yhyshj-35"} <= {one["clause"] for one in json.loads(data)["indicators"]}
