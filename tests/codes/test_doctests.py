"""The examples in the docstrings of the room are true, and nothing heavy is read at import."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import subprocess
import sys

import pytest

import itemcatalog.codes
import itemcatalog.codes.schemes
from itemcatalog.codes import SCHEMES

MODULES = sorted(
    found.name
    for package in (itemcatalog.codes, itemcatalog.codes.schemes)
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name: str) -> None:
    """Every example of a module gives what it says."""
    failed, _ = doctest.testmod(importlib.import_module(name))

    assert failed == 0


def test_every_scheme_module_is_in_the_set() -> None:
    """A scheme that has a module is registered, and no name stands twice."""
    modules = {name.rpartition(".")[2].replace("_", "-") for name in MODULES if ".schemes." in name}
    public = {name for name in modules if not name.startswith("-")} - {"identifiers"}

    assert public == set(SCHEMES.ids) - {"gb32100", "gb11714", "licence"}
    assert len(set(SCHEMES.ids)) == len(SCHEMES.ids)


def test_no_table_is_read_at_import() -> None:
    """Importing the room opens no table."""
    program = (
        "import itemcatalog.codes, itemcatalog.codes._tables as t;"
        "print(t.rows.cache_info().currsize, t.entries.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["0", "0"]


def test_public_names_are_there() -> None:
    """Every name of the public face exists, sorted and once."""
    names = itemcatalog.codes.__all__

    assert all(hasattr(itemcatalog.codes, name) for name in names)
    assert len(set(names)) == len(names)
