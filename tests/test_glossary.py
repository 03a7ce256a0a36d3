"""The glossary names every noun of the model with its Chinese term."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from itemcatalog import model
from itemcatalog.model import Item

GLOSSARY = (Path(__file__).resolve().parent.parent / "docs" / "glossary.md").read_text(encoding="utf-8")
NOUNS = sorted(
    (thing for thing in vars(model).values() if isinstance(thing, type) and attrs.has(thing)),
    key=lambda cls: cls.__name__,
)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda cls: cls.__name__)
def test_a_noun_stands_in_the_glossary_with_its_term(noun: type) -> None:
    """The glossary row of a class holds the term with which its docstring begins."""
    term = (noun.__doc__ or "").split(":", maxsplit=1)[0]

    assert f"| `{noun.__name__}` | {term} |" in GLOSSARY


@pytest.mark.parametrize("field", [a.name for a in attrs.fields(Item)])
def test_a_field_of_the_item_stands_in_the_glossary(field: str) -> None:
    """Every field of an item has a row with its Chinese term."""
    assert f"| `{field}` | " in GLOSSARY
