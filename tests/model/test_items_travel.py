"""Items, and what an audit knows of them, travel to other processes and come back the same."""

from __future__ import annotations

import copy
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from itemcatalog.audit._partial import audit_items
from itemcatalog.audit._prepare import prepare
from itemcatalog.model import Codes, Item
from itemcatalog.model._base import EMPTY
from itemcatalog.rules import ItemRunner, Scope
from itemcatalog.workspace import read_workspace
from strategies import items


def travelled(value: Any) -> Any:
    """Return what another process would get."""
    return ForkingPickler.loads(ForkingPickler.dumps(value))


@given(items())
@settings(max_examples=60)
def test_an_item_comes_back_the_same(item: Item) -> None:
    """Whatever fields it states."""
    assert travelled(item) == item
    assert copy.deepcopy(item) == item


def test_nothing_is_still_nothing_elsewhere() -> None:
    """The empty mapping of items is one object, in copies and in other processes."""
    assert travelled(EMPTY) is EMPTY
    assert copy.deepcopy(EMPTY) is EMPTY
    assert travelled(Item(name="屋顶花园建设备案")).extra is EMPTY
    assert EMPTY == {}


@pytest.mark.parametrize(
    "change",
    [
        lambda mapping: mapping.update(a=1),
        lambda mapping: mapping.setdefault("a", 1),
        lambda mapping: mapping.__setitem__("a", 1),
        lambda mapping: mapping.__ior__({"a": 1}),
    ],
)
def test_nothing_stays_nothing(change: Any) -> None:
    """No one can write into the default that all items share."""
    with pytest.raises(TypeError):
        change(EMPTY)
    assert len(EMPTY) == 0
    assert {**EMPTY, "a": 1} == {"a": 1}


def test_an_audit_of_a_part_can_be_done_elsewhere(repository: Path) -> None:
    """Context, item rules, items and the partial result travel; what comes back is what is found here."""
    job = prepare(read_workspace(repository / "fixtures" / "fuzhou"), None, None)
    part = list(job.catalogue)[:60]
    rules = [rule for rule in job.rules.active(job.context) if rule.scope is Scope.ITEM]
    here = audit_items(part, ItemRunner(rules, job.context), "zh")
    there = audit_items(travelled(part), travelled(ItemRunner(rules, job.context)), "zh")

    assert here.findings
    assert there == here == travelled(here)


@pytest.mark.parametrize(
    ("codes", "base"),
    [
        (Codes(), None),
        (Codes(basic="000123005000"), "000123005000"),
        (Codes(basic="0001", implementation="11350100991000035b3000123005000"), "000123005000"),
        (Codes(local_basic="000123005000", implementation="A" * 31), "000123005000"),
        (Codes(implementation="A" * 30), None),
    ],
)
def test_the_basic_code_is_one_of_its_own_or_within_a_longer_one(codes: Codes, base: str | None) -> None:
    """A damaged code gives none."""
    assert base == codes.base
