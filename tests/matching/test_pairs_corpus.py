"""Pairs of names over the departments of the national catalogue, as data: ``fixtures/matching/pairs.csv``."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from itemcatalog.matching import compare_names

_PAIRS = Path(__file__).resolve().parents[2] / "fixtures" / "matching" / "pairs.csv"


def _rows() -> list[dict[str, str]]:
    return list(csv.DictReader(_PAIRS.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['left']}={row['right']}")
def test_pair(row: dict[str, str]) -> None:
    """The verdict is the expected one, or is not the forbidden one (``not-same``, ``not-different``)."""
    comparison = compare_names(row["left"], row["right"])
    expected, found = row["expected"], comparison.verdict.value

    if expected.startswith("not-"):
        assert expected.removeprefix("not-") != found, [str(one) for one in comparison.reasons]
    else:
        assert expected == found, [str(one) for one in comparison.reasons]


def test_the_corpus_is_broad() -> None:
    """At least 300 pairs, of every kind of expectation, and no pair twice."""
    rows = _rows()

    assert len(rows) >= 300
    assert {"same", "different", "review", "not-same", "not-different"} == {row["expected"] for row in rows}
    assert len(rows) == len({frozenset((row["left"], row["right"])) for row in rows})
