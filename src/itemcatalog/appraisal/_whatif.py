"""What would have to change (达标测算): the fewest items that bring an indicator of items to its target."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import define

from itemcatalog.appraisal._figures import Row, State, UnitKey
from itemcatalog.appraisal._indicator import Target
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.appraisal._result import Result
from itemcatalog.model import Item
from itemcatalog.rules.lim import lim001_average
from itemcatalog.rules.lim._changes import fewest_changes
from itemcatalog.rules.measures import compression_pair

__all__ = ["Proposal", "needed", "proposals"]

_OF_ITEMS = (
    "visits-at-most-one",
    "courier",
    "electronic-licence",
    "clean-items",
    "published-items",
    "consistent-items",
)


@define(frozen=True, slots=True, kw_only=True)
class Proposal:
    """整改建议: the fewest items to change, the easiest first; ``reached`` = with them the target is reached.

    ``changes`` are (channel, item id, name, what is, what it has to become).
    """

    indicator: str
    unit: UnitKey
    needed: int
    reached: bool
    changes: tuple[tuple[str, str, str, str, str], ...]


def needed(numerator: int, denominator: int, target: Target) -> int:
    """Return how many more of ``denominator`` must be met so that the share reaches the target.

    >>> needed(90, 100, Target(value=Fraction(9, 10), relation=">", text=""))
    1
    """
    wanted = target.value * denominator
    least = math.floor(wanted) + 1 if target.relation == ">" else math.ceil(wanted)
    return max(0, least - numerator)


def proposals(inputs: Inputs, results: Sequence[Result], units: Iterable[UnitKey]) -> tuple[Proposal, ...]:
    """Return a proposal for every missed indicator of items, for everything, each channel and each authority."""
    found = []
    for unit in units:
        for result in results:
            if result.met(unit) is False:
                proposal = _proposal(inputs, result, unit)
                if proposal is not None:
                    found.append(proposal)
    return tuple(found)


def _proposal(inputs: Inputs, result: Result, unit: UnitKey) -> Proposal | None:
    if result.indicator.formula == "compression":
        return _shorter(inputs, result, unit)
    figure, target = result.figure(unit), result.indicator.target
    if result.indicator.formula not in _OF_ITEMS or figure is None or target is None or target.relation in ("<", "<="):
        return None
    count = needed(figure.numerator, figure.denominator, target)
    open_rows = [row for row in result.rows(unit) if row.state in (State.UNMET, State.UNKNOWN)]
    ordered = sorted(open_rows, key=_ease(result.indicator.formula))
    become = result.indicator.numerator
    changes = tuple((row.channel, row.id, row.name, row.why, become) for row in ordered[:count])
    return Proposal(
        indicator=result.indicator.id, unit=unit, needed=count, reached=len(changes) == count, changes=changes
    )


def _ease(formula: str) -> Callable[[Row], tuple[Any, ...]]:
    """Return the order in which items are changed: what is nearest first, then by place."""
    if formula == "visits-at-most-one":
        return lambda row: (_visits(row), row.channel, row.id)
    return lambda row: (row.second is State.OUTSIDE, row.state is State.UNMET, row.channel, row.id)


def _visits(row: Row) -> int:
    digits = "".join(sign for sign in row.why if sign.isdigit())
    return int(digits) if digits else 99


def _shorter(inputs: Inputs, result: Result, unit: UnitKey) -> Proposal | None:
    """Return the fewest items whose shorter promise reaches the average, as rule LIM001 finds them."""
    target = result.indicator.target
    project = lim001_average.RULE.project
    if target is None or project is None:
        return None
    items = _by_key(inputs)
    counted = {(row.channel, row.id): row for row in result.rows(unit) if row.state in (State.MET, State.UNMET)}
    kept = [project(items[key], inputs.context) for key in counted if key in items]
    changes, reached = fewest_changes([one for one in kept if one is not None], target.value, of_totals=True)
    lines = []
    for one in changes:
        key = (one.candidate.item.member.channel, one.candidate.item.ref.id)
        pair = compression_pair(items[key])
        measure = "" if isinstance(pair, str) else pair.unit
        becomes = "即办" if one.instant else f"承诺 {one.promised} {measure}"
        lines.append((*key, one.candidate.item.ref.name, counted[key].why, becomes))
    return Proposal(indicator=result.indicator.id, unit=unit, needed=len(lines), reached=reached, changes=tuple(lines))


def _by_key(inputs: Inputs) -> Mapping[tuple[str, str], Item]:
    if "by-key" not in inputs.memo:
        inputs.memo["by-key"] = {(item.channel, item.id): item for item in inputs.population.items}
    found: Mapping[tuple[str, str], Item] = inputs.memo["by-key"]
    return found
