"""The committed tables equal what their scripts make of the reference data, and each names its source."""

from __future__ import annotations

import csv
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SCRIPTS = ("calendar", "divisions", "laws", "townships")


def _script(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(f"rebuild_{name}", HERE / f"rebuild_{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_table_equals_its_rebuilt_self(name: str, repository: Path, shared: Path) -> None:
    """Rebuilding from the reference data gives the committed bytes."""
    build: Callable[[Path], dict[str, str]] = _script(name).build
    committed = {path: (repository / "codes" / path).read_text(encoding="utf-8") for path in build(shared)}

    assert build(shared) == committed


def test_the_description_of_the_tables_is_up_to_date(repository: Path) -> None:
    """codes/datapackage.json is what its script writes: every table, every column."""
    (text,) = _script("datapackage").build().values()

    assert (repository / "codes" / "datapackage.json").read_text(encoding="utf-8") == text


def test_every_table_has_source_status_and_licence(repository: Path) -> None:
    """No resource of the description lacks a source, a status, a period, a licence or the meaning of a column."""
    package = json.loads((repository / "codes" / "datapackage.json").read_text(encoding="utf-8"))
    bare = [
        resource["path"]
        for resource in package["resources"]
        if not all(resource.get(key) for key in ("sources", "status", "period", "licenses"))
        or not all(field["description"] for field in resource["schema"]["fields"])
    ]

    assert bare == []


def test_every_row_has_a_source(repository: Path) -> None:
    """Every row of the room's tables names where it comes from."""
    package = json.loads((repository / "codes" / "datapackage.json").read_text(encoding="utf-8"))
    without = []
    for resource in package["resources"]:
        with (repository / "codes" / resource["path"]).open(encoding="utf-8", newline="") as stream:
            without += [(resource["path"], row) for row in csv.DictReader(stream) if not row["source"]]

    assert without == []
