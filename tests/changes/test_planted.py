"""Planted splits, mergers and renames among unchanged items: precision and recall of each kind."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from itemcatalog.changes import Changes, compare_states
from itemcatalog.model import Catalogue, Item

PLANTED = Path(__file__).resolve().parents[2] / "fixtures" / "changes" / "planted.toml"
CASES: list[dict[str, Any]] = tomllib.loads(PLANTED.read_text(encoding="utf-8"))["case"]
Told = tuple[str, frozenset[str], frozenset[str]]


def _state(side: str) -> Catalogue:
    parts = "new" if side == "new" else "old"
    items = []
    for case in CASES:
        for name in case[side]:
            divided = case["kind"] == ("split" if parts == "new" else "merged")
            parent = case.get("parent") if divided else None
            items.append(Item(name=name, parent_name=parent, channel=side, id=name))
    return Catalogue(items=tuple(items))


def _expected() -> set[Told]:
    return {(c["kind"], frozenset(c["old"]), frozenset(c["new"])) for c in CASES if c["kind"] != "same"}


def _found(changes: Changes) -> set[Told]:
    return {
        (c.kind.value, frozenset(ref.name for ref in c.old), frozenset(ref.name for ref in c.new))
        for c in changes.changes
    }


@pytest.fixture(scope="module")
def changes() -> Changes:
    """What is told of the two planted states."""
    return compare_states(_state("old"), _state("new"))


def test_splits_and_mergers_are_found_and_nothing_else(changes: Changes) -> None:
    """Precision and recall of splits and mergers over at least twenty planted ones are 1."""
    kinds = ("split", "merged")
    expected = {told for told in _expected() if told[0] in kinds}
    found = {told for told in _found(changes) if told[0] in kinds}

    assert len(expected) >= 20
    assert expected - found == set()
    assert found - expected == set()


def test_renames_additions_and_cancellations_are_found(changes: Changes) -> None:
    """What was neither split nor merged is told as renamed, added or cancelled; the rest is unchanged."""
    kinds = ("renamed", "added", "cancelled")

    assert {told for told in _found(changes) if told[0] in kinds} == {t for t in _expected() if t[0] in kinds}
    assert changes.unchanged == sum(case["kind"] == "same" for case in CASES)


def test_the_order_of_items_changes_nothing() -> None:
    """Both states turned round give the same changes."""
    old, new = (Catalogue(items=tuple(reversed(state.items))) for state in (_state("old"), _state("new")))

    assert compare_states(old, new) == compare_states(_state("old"), _state("new"))


def test_a_catalogue_against_itself_is_unchanged() -> None:
    """Two equal states differ in nothing."""
    state = _state("old")

    assert compare_states(state, state).changes == ()
