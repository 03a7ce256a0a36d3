"""Scores by a scheme that is data (计分): points of indicators, means of parts, their mean; and the ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from attrs import define

from itemcatalog.appraisal._figures import ALL, UnitKey
from itemcatalog.appraisal._result import Result
from itemcatalog.errors import ConfigurationError

__all__ = ["Part", "Scheme", "UnitScore", "points", "read_scheme", "unit_scores"]

_KEYS = ("source", "foreign", "note", "full", "method", "coverage", "part")
_PART_KEYS = ("id", "name", "clauses")


@define(frozen=True, slots=True, kw_only=True)
class Part:
    """考核部分: a part of the plan with its clauses."""

    id: str
    name: str
    clauses: tuple[str, ...]


@define(frozen=True, slots=True, kw_only=True)
class Scheme:
    """计分办法: as a policy writes it; ``foreign`` = it is another place's and only tried out here."""

    source: str
    foreign: bool
    note: str
    method: str
    full: int
    coverage: Fraction
    parts: tuple[Part, ...]


@define(frozen=True, slots=True, kw_only=True)
class UnitScore:
    """单位得分: total and parts (None where nothing could be scored); ``rank`` among ``of`` units, None = 数据不足."""

    unit: UnitKey
    total: Fraction | None
    parts: Mapping[str, Fraction | None]
    scored: int
    possible: int
    rank: int | None = None
    of: int = 0


def read_scheme(table: Mapping[str, Any], path: str) -> Scheme | None:
    """Return the scheme of a policy's ``[scoring]``; None where there is none. Unknown keys are refused."""
    if not table:
        return None
    for key in table:
        if key not in _KEYS:
            raise ConfigurationError("没有这个设置项", path=path, key=f"scoring.{key}")
    parts = tuple(_part(one, path) for one in table.get("part", []))
    return Scheme(
        source=str(table.get("source", "")),
        foreign=bool(table.get("foreign", False)),
        note=str(table.get("note", "")),
        method=str(table.get("method", "")),
        full=int(table.get("full", 100)),
        coverage=Fraction(Decimal(str(table.get("coverage", "0.5")))),
        parts=parts,
    )


def _part(table: Mapping[str, Any], path: str) -> Part:
    if set(table) != set(_PART_KEYS):
        raise ConfigurationError(f"须写 {'、'.join(_PART_KEYS)}", path=path, key="scoring.part")
    return Part(id=table["id"], name=table["name"], clauses=tuple(table["clauses"]))


def points(result: Result, unit: UnitKey, full: int) -> Fraction | None:
    """Return the points of a unit: full when the target is met, the share of it that is reached when it is missed."""
    target, met, figure = result.indicator.target, result.met(unit), result.figure(unit)
    if target is None or met is None or figure is None or figure.value is None:
        return None
    if met:
        return Fraction(full)
    if result.indicator.direction == "down":
        return full * min(Fraction(1), target.value / figure.value)
    return full * min(Fraction(1), figure.value / target.value)


def unit_scores(scheme: Scheme, results: Sequence[Result], leagues: Mapping[UnitKey, str]) -> tuple[UnitScore, ...]:
    """Return the score of every unit, ranked among those of its league (a city is not ranked among districts).

    Equal totals share a rank. A unit with fewer scored indicators than the scheme's coverage of those that any unit
    of its league has is not ranked.
    """
    scores = [_score(scheme, results, unit) for unit in leagues]
    by_league: dict[str, list[UnitScore]] = defaultdict(list)
    for one in scores:
        by_league[leagues[one.unit]].append(one)
    enough = {name: _enough(own, scheme.coverage) for name, own in by_league.items()}
    return tuple(one if one.unit == ALL else _ranked(one, enough[leagues[one.unit]]) for one in scores)


def _enough(scores: Sequence[UnitScore], coverage: Fraction) -> list[UnitScore]:
    most = max(one.scored for one in scores)
    return [one for one in scores if one.total is not None and one.scored >= coverage * most]


def _ranked(one: UnitScore, league: Sequence[UnitScore]) -> UnitScore:
    if one not in league or one.total is None:
        return one
    better = sum(1 for other in league if other.total is not None and other.total > one.total)
    return attrs.evolve(one, rank=better + 1, of=len(league))


def _score(scheme: Scheme, results: Sequence[Result], unit: UnitKey) -> UnitScore:
    parts: dict[str, Fraction | None] = {}
    scored = possible = 0
    for part in scheme.parts:
        own = [one for one in results if one.indicator.clause.id in part.clauses and one.indicator.target is not None]
        pairs = [(points(one, unit, scheme.full), one.indicator.weight) for one in own]
        told = [(mark, weight) for mark, weight in pairs if mark is not None and weight]
        scored, possible = scored + len(told), possible + len(own)
        total = sum((weight for _, weight in told), Fraction(0))
        parts[part.id] = sum((mark * weight for mark, weight in told), Fraction(0)) / total if total else None
    known = [mark for mark in parts.values() if mark is not None]
    mean = sum(known, Fraction(0)) / len(known) if known else None
    return UnitScore(unit=unit, total=mean, parts=parts, scored=scored, possible=possible)
