"""Field paths in words: nothing of the model is shown to people by its English name."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from itemcatalog.audit._rows import place_words
from itemcatalog.audit._words import field_words
from itemcatalog.findings import Place
from itemcatalog.model import RUNTIME_FIELDS, Item


def _paths(cls: Any, prefix: str = "") -> Iterator[str]:
    """Yield every path of a class of the model, entries of lists with an index."""
    for name, hint in typing.get_type_hints(cls).items():
        if prefix or name not in RUNTIME_FIELDS:
            yield f"{prefix}{name}"
            for part, index in _parts(hint):
                yield from _paths(part, f"{prefix}{name}{index}.")


def _parts(hint: Any) -> Iterator[tuple[type, str]]:
    index = "[0]" if typing.get_origin(hint) is tuple else ""
    for option in typing.get_args(hint) or (hint,):
        if isinstance(option, type) and attrs.has(option):
            yield option, index
        elif typing.get_origin(option) in (tuple, types.UnionType):
            yield from _parts(option)


@pytest.mark.parametrize("path", sorted(set(_paths(Item))))
def test_every_field_of_an_item_has_a_word(path: str) -> None:
    """No part of a path is left in English on a Chinese page."""
    assert re.findall("[a-z_]{2,}", field_words(path, "zh")) == []


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(file="a.csv", row=12), "a.csv · 第 12 行", "a.csv · row 12"),
        (Place(file="a.xlsx", sheet="事项", row=12, cell="C12"), "a.xlsx · 事项!C12", "a.xlsx · 事项!C12"),
        (Place(), "", ""),
    ],
)
def test_a_place_is_told_in_both_languages(place: Place, zh: str, en: str) -> None:
    """A row is a row in English too."""
    assert (zh, en) == (place_words(place, "zh"), place_words(place, "en"))
