"""``import itemcatalog``: few names, loaded when used, typed."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import itemcatalog


def test_every_public_name_is_there() -> None:
    """``__all__`` holds what can be imported, sorted into ``dir``."""
    assert [name for name in itemcatalog.__all__ if not hasattr(itemcatalog, name)] == []
    assert dir(itemcatalog) == sorted(itemcatalog.__all__)


def test_no_public_name_is_a_room() -> None:
    """``run_audit``, not ``audit``."""
    rooms = {path.stem for path in Path(itemcatalog.__file__).parent.iterdir()}

    assert rooms & set(itemcatalog.__all__) == set()


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="nowhere"):
        _ = itemcatalog.nowhere


def test_importing_loads_no_library() -> None:
    """The import is cheap: no outside library comes with it."""
    code = (
        "import sys; before = set(sys.modules); import itemcatalog;"
        "heavy = {'attrs', 'attr', 'typer', 'rich', 'jinja2', 'lxml', 'cattrs', 'rapidfuzz', 'xlsxwriter', 'numpy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.strip() == "[]"


def test_the_version_is_that_of_the_project(repository: Path) -> None:
    """``__version__`` and pyproject.toml say the same."""
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert itemcatalog.__version__ == project["version"]
