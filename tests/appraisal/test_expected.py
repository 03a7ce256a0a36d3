"""Every indicator of the fixtures against the numerators and denominators that were counted by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from itemcatalog.appraisal import ALL, Appraisal, State, UnitKey, run_appraisal
from itemcatalog.workspace import read_workspace


@pytest.fixture(scope="module")
def dirty(repository: Path) -> Appraisal:
    """The appraisal of the fixture with its planted faults."""
    return run_appraisal(read_workspace(repository / "fixtures" / "fuzhou"))


@pytest.fixture(scope="module")
def clean(repository: Path) -> Appraisal:
    """The appraisal of the clean twin."""
    return run_appraisal(read_workspace(repository / "fixtures" / "fuzhou-clean"))


def _expected(path: Path) -> dict[tuple[str, str], tuple[int, int]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {(row["indicator"], row["scope"]): (int(row["numerator"]), int(row["denominator"])) for row in rows}


def _measured(appraisal: Appraisal, indicator: str, scope: str) -> tuple[int, int] | None:
    unit: UnitKey = ALL if scope == "all" else ("channel", scope)
    result = next(one for one in appraisal.results if one.indicator.id == indicator)
    figure = result.figure(unit)
    return None if figure is None else (figure.numerator, figure.denominator)


def test_every_figure_is_the_one_counted_by_hand(dirty: Appraisal, repository: Path) -> None:
    """National Day week, shifted working days, exactly 24 and 2 hours, repetitions and other years included."""
    expected = _expected(repository / "fixtures" / "fuzhou" / "cases" / "expected.csv")

    assert expected == {key: _measured(dirty, *key) for key in expected}
    assert len(expected) > 50


def test_the_clean_twin_is_counted_exactly_as_by_hand(clean: Appraisal, repository: Path) -> None:
    """Without planted faults nothing is left out, and every figure is equal."""
    expected = _expected(repository / "fixtures" / "fuzhou-clean" / "cases" / "expected.csv")

    assert expected == {key: _measured(clean, *key) for key in expected}


def test_a_unit_without_the_column_stands_apart(dirty: Appraisal) -> None:
    """The high-tech zone's list carries no visits: it is neither met nor missed, and not in the sum."""
    trips = next(one for one in dirty.results if one.indicator.id == "trips-share")

    assert trips.figure(("channel", "gaoxin")) is None
    assert trips.met(("channel", "gaoxin")) is None
    assert trips.totals(("channel", "gaoxin")) == {State.UNCOVERED: 8}


def test_every_number_has_its_list(dirty: Appraisal) -> None:
    """For indicators of items and events, the rows count to the figure in every unit."""
    for result in dirty.results:
        if result.indicator.formula == "compression" or not result.measured.complete:
            continue
        for unit in dirty.units:
            figure = result.figure(unit)
            states = [row.state for row in result.rows(unit)]
            met = states.count(State.MET)
            counted = met + states.count(State.UNMET) + states.count(State.UNKNOWN)

            assert (met, counted) == ((figure.numerator, figure.denominator) if figure else (0, 0)), result.indicator.id


def test_every_bad_case_is_listed(dirty: Appraisal) -> None:
    """For indicators of cases, all that is missing to the denominator stands in the list."""
    for name in ("online-handling-share", "refusal-reason-share", "report-share"):
        result = next(one for one in dirty.results if one.indicator.id == name)
        figure = result.figure()
        assert figure is not None
        listed = [row.id for row in result.rows() if row.state in (State.UNMET, State.UNKNOWN)]

        assert figure.denominator - figure.numerator == len(listed) == len(set(listed))


def test_evidence_without_a_document_is_never_met(dirty: Appraisal) -> None:
    """闽侯县 says yes without paper: that is not met; what no data decides is listed as needed."""
    entries = {(one.clause.id, entry.unit): entry.met for one in dirty.evidence for entry in one.entries}

    assert entries["4a", "鼓楼区"] is True
    assert entries["4a", "闽侯县"] is None
    assert entries["10a", "福州市民政局"] is False
    assert {"1", "4b", "6a", "10c"} <= {one.clause.id for one in dirty.evidence}
    assert next(one.state for one in dirty.evidence if one.clause.id == "6a") == "needed"


def test_the_other_policy_stands_beside(dirty: Appraisal) -> None:
    """Today's law is measured on the same data in the same run, and gives no target where the law gives none."""
    (other,) = dirty.beside
    trips = next(one for one in other.results if one.indicator.id == "trips-share")

    assert other.policy.id == "national"
    assert trips.met() is None
    assert trips.figure() == next(one for one in dirty.results if one.indicator.id == "trips-share").figure()
