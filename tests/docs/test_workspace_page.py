"""docs/workspace.md says everything that may stand in a workspace file, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from itemcatalog import read_workspace
from itemcatalog.workspace import _table

_FILES = {
    "city/items.xlsx": "", "portal.json": "[]", "lists/standard.xlsx": "", "lists/certificates.csv": "",
    "lists/bodies.csv": "", "lists/codes.csv": "", "cases/applications.csv": "", "decisions.csv": "", "waivers.csv": "",
    "terms.csv": "term,class,canonical,note,source\n", "labels.csv": "label,path\n承诺,promised_limit\n",
    "templates/guide.html": "",
}  # fmt: skip
# The office's own words: which columns, values, channels and rules they name is theirs.
_OPEN = ("where", "columns", "values", "power_type", "publish", "severity")


@pytest.fixture
def page(repository: Path) -> str:
    """The text of the page."""
    return (repository / "docs" / "workspace.md").read_text(encoding="utf-8")


def _asked(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Read the example of the page; return each key that the reader asks for with what the example gives."""
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    found = re.search(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert found is not None
    (folder / "itemcatalog.toml").write_text(found[1], encoding="utf-8")
    asked: dict[str, Any] = {}
    take = _table.Table.take

    def told(table: _table.Table, key: str) -> Any:
        value = take(table, key)
        names = [part for part in (*table.path, key) if isinstance(part, str)]
        if not set(_OPEN) & set(names[:-1]):
            asked[".".join(names)] = asked.get(".".join(names)) or value
        return value

    monkeypatch.setattr(_table.Table, "take", told)
    read_workspace(folder)
    return asked


def test_the_example_holds_every_key(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example is read without a word, and there is no key that it does not show."""
    asked = _asked(page, tmp_path, monkeypatch)

    assert [key for key, value in asked.items() if value is None] == []
    assert len(asked) > 30


def test_the_table_names_every_key(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each key is explained once."""
    asked = _asked(page, tmp_path, monkeypatch)
    tables = {key.partition(".")[0] for key in asked if "." in key}

    assert sorted(re.findall(r"^\| `([a-z_.]+)` \|", page, re.MULTILINE)) == sorted(set(asked) - tables)
