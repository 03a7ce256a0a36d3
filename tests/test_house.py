"""The measures of the house: small files and functions, a page and cases per rule, a source per table."""

from __future__ import annotations

import ast
import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCE = REPOSITORY / "src" / "itemcatalog"
MODULES = sorted([*SOURCE.rglob("*.py"), *(REPOSITORY / "tests").rglob("*.py")])
RULES = sorted((SOURCE / "rules").glob("*/[a-z][a-z][a-z][0-9][0-9][0-9]_*.py"))


def _relative(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_files_are_small() -> None:
    """No file is over 300 lines, no rule over 120, no package front over 60."""
    limits = dict.fromkeys(MODULES, 300)
    limits |= {path: 60 for path in MODULES if path.name == "__init__.py"}
    limits |= dict.fromkeys(RULES, 120)
    long = {_relative(path): _lines(path) for path, limit in limits.items() if _lines(path) > limit}

    assert long == {}


def _length(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function; the signature of a command is its table of options and does not count."""
    command = path.parent == SOURCE / "cli" and node.name == "command"
    first = node.body[0].lineno if command else node.lineno
    return (node.end_lineno or 0) - first + 1


def test_functions_are_small() -> None:
    """No function is over 40 lines."""
    long = {
        f"{_relative(path)}:{node.name}": _length(path, node)
        for path in MODULES
        for node in _functions(path)
        if _length(path, node) > 40
    }

    assert long == {}


def test_every_test_says_what_it_shows() -> None:
    """Every test function has a sentence as docstring."""
    silent = [
        f"{_relative(path)}:{node.name}"
        for path in MODULES
        if path.name.startswith("test_")
        for node in _functions(path)
        if node.name.startswith("test_") and not ast.get_docstring(node)
    ]

    assert silent == []


def test_model_classes_begin_with_the_chinese_term() -> None:
    """The first line of each class docstring of the model holds the Chinese term of the field."""
    bare = [
        f"{_relative(path)}:{node.name}"
        for path in sorted((SOURCE / "model").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and not any("一" <= ch <= "鿿" for ch in (ast.get_docstring(node) or "").split("\n")[0])
    ]

    assert bare == []


@pytest.mark.parametrize("rule", RULES, ids=lambda path: path.stem[:6].upper())
def test_a_rule_has_a_page_and_cases(rule: Path) -> None:
    """Every rule module has a generated page and a file of pass and fail cases."""
    code = rule.stem[:6].upper()

    assert (REPOSITORY / "docs" / "rules" / f"{code}.md").is_file()
    assert list((REPOSITORY / "fixtures" / "rules").glob(f"{code}.*"))


def test_every_table_is_listed_with_its_source() -> None:
    """Every CSV table under codes/ stands in a datapackage with a source and a licence."""
    listed = {
        str((package.parent / resource["path"]).relative_to(REPOSITORY))
        for package in (REPOSITORY / "codes").rglob("datapackage.json")
        for resource in json.loads(package.read_text(encoding="utf-8"))["resources"]
        if resource.get("sources")
    }
    tables = {_relative(path) for path in (REPOSITORY / "codes").rglob("*.csv")}

    assert set() == tables - listed


def test_tables_are_utf8_with_a_header() -> None:
    """Every CSV table has a header, and every row has as many fields as its header."""
    ragged = []
    for path in sorted((REPOSITORY / "codes").rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        ragged += [f"{_relative(path)}:{n}" for n, row in enumerate(rows, 1) if len(row) != len(rows[0])]

    assert ragged == []


def test_no_pickle_and_no_eval() -> None:
    """Nothing is unpickled and no text is run as code (S32)."""
    forbidden = ("import pickle", "eval(", "exec(", "yaml.load")
    used = [
        f"{_relative(path)}: {word}"
        for path in MODULES
        if path.name != "test_house.py"
        for word in forbidden
        if word in path.read_text(encoding="utf-8")
    ]

    assert used == []
