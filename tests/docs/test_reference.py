"""The reference pages name what there is: public names, files, columns."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest

import itemcatalog
from itemcatalog.appraisal import _workbook as appraisal_book
from itemcatalog.audit import _standard_words, _tables, _workbooks, run_standardise
from itemcatalog.audit._rows import titles
from itemcatalog.audit._standard_tables import standard_json
from itemcatalog.changes import _outputs as changes_outputs
from itemcatalog.cli import match
from itemcatalog.guides import Manifest
from itemcatalog.schemas import schema
from itemcatalog.workspace import read_workspace

Rows = list[str]
_MANIFEST = ("build", "catalogue", "index", "guides")


def _tables_of(page: Path) -> dict[str, Rows]:
    """Return the first cells of the tables of a page, without headers, by the heading above them."""
    found: dict[str, Rows] = {}
    heading, before = "", ""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").strip()
        if line.startswith("|") and before.startswith("|") and not line.startswith("|---"):
            found.setdefault(heading, []).append(line.split("|")[1].strip().strip("`"))
        before = line
    return found


def _chinese(columns: Sequence[tuple[str, str, int]]) -> Rows:
    return [title for title, _, _ in columns]


def _columns() -> dict[str, Rows]:
    return {
        "report.xlsx": list(titles(_workbooks._COLUMNS, "zh")),
        "units/单位.xlsx": list(titles(_workbooks._UNIT_COLUMNS, "zh")),
        "findings.csv": list(_tables._FINDINGS),
        "groups.csv": list(_tables._GROUPS),
        "report.json": list(schema("report")["properties"]),
        "manifest.json": sorted((one.name for one in attrs.fields(Manifest)), key=_MANIFEST.index),
        "standard.xlsx · 待研判": [text.zh for text in _standard_words.QUESTION_COLUMNS.values()],
        "standard.xlsx · 各单位": [text.zh for text in _standard_words.COLUMNS.values()],
        "appraisal.xlsx · 考核指标": _chinese(appraisal_book._BOARD),
        "appraisal.xlsx · 须提交佐证": _chinese(appraisal_book._EVIDENCE),
        "appraisal.xlsx · 达标测算": _chinese(appraisal_book._CHANGES),
        "appraisal.xlsx · 并列方案": _chinese(appraisal_book._BESIDE),
        "appraisal.xlsx · 各单位": _chinese(appraisal_book._LISTS),
        "diff.xlsx": [text.zh for text in changes_outputs._COLUMNS.values()],
        "pairs.csv": list(match._HEADER),
    }


@pytest.mark.parametrize("name", _columns())
def test_every_column_is_described(name: str, repository: Path) -> None:
    """docs/outputs.md lists the columns of a file in their order, and no other."""
    assert _columns()[name] == _tables_of(repository / "docs" / "outputs.md")[name]


def test_every_key_of_the_standard_is_described(repository: Path, tmp_path: Path) -> None:
    """docs/outputs.md lists what standard.json holds."""
    (tmp_path / "甲.csv").write_text("事项名称\n取水许可\n", encoding="utf-8")
    told = json.loads(standard_json(run_standardise(read_workspace([str(tmp_path / "甲.csv")])), "zh"))

    assert list(told) == _tables_of(repository / "docs" / "outputs.md")["standard.json"]


def test_every_public_name_is_described(repository: Path) -> None:
    """docs/api.md lists what ``itemcatalog.__all__`` holds, in its order, and nothing else."""
    rows = _tables_of(repository / "docs" / "api.md")["公开名称 Public names"]

    assert sorted(itemcatalog.__all__) == [row.partition("(")[0] for row in rows]


def test_every_name_of_a_room_is_there(repository: Path) -> None:
    """What docs/api.md names in a room can be imported from it."""
    rows = _tables_of(repository / "docs" / "api.md")["各室的名称 In the rooms"]
    missing = []
    for row in rows:
        room, _, name = row.rpartition(".")
        module = importlib.import_module(row if room == "itemcatalog" else room)
        if room != "itemcatalog" and name not in module.__all__:
            missing.append(row)

    assert missing == []
    assert len(rows) > 8


@pytest.mark.parametrize("page", ["api.md", "outputs.md", "tour.md", "workspace.md", "glossary.md"])
def test_links_lead_somewhere(page: str, repository: Path) -> None:
    """Links between the pages are not broken."""
    text = (repository / "docs" / page).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]

    assert [target for target in targets if not (repository / "docs" / target).exists()] == []
