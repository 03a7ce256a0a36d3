"""appraisal.json as plain data: numerators and denominators whole and unreduced, the list behind every number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from itemcatalog._shipped import __version__
from itemcatalog.appraisal._evidence import EvidenceItem
from itemcatalog.appraisal._figures import Figure, State, UnitKey
from itemcatalog.appraisal._result import Result
from itemcatalog.appraisal._run import Appraisal
from itemcatalog.appraisal._scores import UnitScore
from itemcatalog.appraisal._whatif import Proposal

__all__ = ["LONGEST_LIST", "appraisal_dict", "unit_dict"]

#: A longer list is cut in the JSON; ``counts`` always say how many there are, and the workbook has them all.
LONGEST_LIST = 1_000


def appraisal_dict(appraisal: Appraisal) -> dict[str, Any]:
    """Return appraisal.json (DESIGN §9): one entry per indicator and unit, everything as a whole first."""
    scheme = appraisal.scheme
    return {
        "itemcatalog": __version__,
        "name": appraisal.name,
        "policy": appraisal.policy.id,
        "policy_name": appraisal.policy.name,
        "as_of": appraisal.as_of.isoformat(),
        "indicators": list(_indicators(appraisal, appraisal.results)),
        "evidence": [_evidence(one) for one in appraisal.evidence],
        "scores": [_score(appraisal, one) for one in appraisal.scores],
        "scoring": None
        if scheme is None
        else {"source": scheme.source, "foreign": scheme.foreign, "note": scheme.note, "method": scheme.method},
        "what_if": [_proposal(appraisal, one) for one in appraisal.proposals],
        "beside": [
            {
                "policy": one.policy.id,
                "policy_name": one.policy.name,
                "rules_as_of": one.as_of.isoformat(),
                "indicators": list(_indicators(appraisal, one.results)),
            }
            for one in appraisal.beside
        ],
        "notes": list(appraisal.notes),
        "unread": list(appraisal.unread),
    }


def unit_dict(appraisal: Appraisal, unit: UnitKey) -> dict[str, Any]:
    """Return how an entry names its unit: ``all``, the id of a channel, or the name of an authority."""
    kind, key = unit
    if kind == "authority":
        channel, name = key.split("/", 1)
        return {"unit": name, "unit_kind": kind, "unit_name": name, "channel": channel}
    return {"unit": key or "all", "unit_kind": kind, "unit_name": appraisal.names[unit], "channel": key or None}


def _indicators(appraisal: Appraisal, results: Sequence[Result]) -> Iterator[dict[str, Any]]:
    for result in results:
        for unit in appraisal.units:
            if unit[0] == "all" or result.totals(unit) or unit in result.measured.figures:
                yield _entry(appraisal, result, unit)


def _entry(appraisal: Appraisal, result: Result, unit: UnitKey) -> dict[str, Any]:
    indicator = result.indicator
    target = indicator.target
    figure = result.figure(unit) or Figure()
    return {
        "id": indicator.id,
        "name": indicator.name,
        "clause": indicator.clause.id,
        **unit_dict(appraisal, unit),
        "population": indicator.population,
        "numerator_is": indicator.numerator,
        "denominator_is": indicator.denominator,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": _value(figure),
        "target": None if target is None else float(target.value),
        "relation": None if target is None else target.relation,
        "target_text": None if target is None else target.text,
        "met": result.met(unit),
        "second_reading": _second(result, unit),
        "counts": {state.value: result.totals(unit).get(state, 0) for state in State},
        "lists": _lists(result, unit),
        "trend": [{"date": day.isoformat(), **_figure(one)} for day, one in result.trend(unit)],
        "lead": list(indicator.lead),
        "responsible": list(indicator.responsible),
        "missing": result.measured.missing if unit[0] == "all" else None,
        "notes": [*result.measured.notes, *([indicator.note] if indicator.note else [])],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {"numerator": figure.numerator, "denominator": figure.denominator, "value": _value(figure)}


def _value(figure: Figure) -> float | None:
    return None if figure.value is None else float(figure.value)


def _second(result: Result, unit: UnitKey) -> dict[str, Any] | None:
    figure = result.second(unit)
    return None if figure is None else {"name": result.indicator.second, **_figure(figure)}


def _lists(result: Result, unit: UnitKey) -> dict[str, list[Any]]:
    """Return the things counted by state: what is met by ``channel/id`` alone, the others with reason and place.

    An authority's are those of its channel with its name, so they are not written twice.
    """
    found: dict[str, list[Any]] = defaultdict(list)
    for row in result.rows(unit) if unit[0] != "authority" else ():
        own = found[row.state.value]
        if len(own) >= LONGEST_LIST:
            continue
        if row.state is State.MET and not row.why:
            own.append(f"{row.channel}/{row.id}" if row.channel else row.id)
        else:
            names = ("channel", "authority", "id", "name", "why", "place")
            own.append({name: value for name in names if (value := getattr(row, name))})
    return {state.value: found[state.value] for state in State if found[state.value]}


def _evidence(one: EvidenceItem) -> dict[str, Any]:
    clause = one.clause
    return {
        "clause": clause.id,
        "title": clause.title,
        "text": clause.text,
        "kind": list(clause.kind),
        "needed": one.needed,
        "state": one.state,
        "assessors": list(clause.assessors),
        "entries": [
            {
                "unit": entry.unit, "met": entry.met, "document": entry.document or None, "date": entry.day or None,
                "why": entry.why, "place": entry.place,
            }
            for entry in one.entries
        ],
    }  # fmt: skip


def _score(appraisal: Appraisal, one: UnitScore) -> dict[str, Any]:
    return {
        **unit_dict(appraisal, one.unit),
        "total": _rounded(one.total),
        "rank": one.rank,
        "rank_of": one.of or None,
        "enough_data": one.rank is not None or one.unit[0] == "all",
        "scored": one.scored,
        "possible": one.possible,
        "parts": {part: _rounded(mark) for part, mark in one.parts.items()},
    }


def _rounded(mark: Any) -> float | None:
    return None if mark is None else float(round(mark, 2))


def _proposal(appraisal: Appraisal, one: Proposal) -> dict[str, Any]:
    return {
        "indicator": one.indicator,
        **unit_dict(appraisal, one.unit),
        "needed": one.needed,
        "reached": one.reached,
        "changes": [
            {"channel": channel, "id": key, "name": name, "now": now, "becomes": becomes}
            for channel, key, name, now, becomes in one.changes[:LONGEST_LIST]
        ],
    }
