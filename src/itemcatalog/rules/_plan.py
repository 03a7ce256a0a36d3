"""All item rules over a stream of items: what a source decides is decided once per source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Problem, Rule, Scope, Verdict
from itemcatalog.rules._run import (
    NOT_APPLICABLE,
    PASSED,
    Outcome,
    applied,
    crashed,
    missing_field,
    missing_list,
    unclear_fields,
    unclear_need,
)

__all__ = ["ItemResult", "ItemRunner", "Kept"]


class _Step(NamedTuple):
    """One rule as it stands for one source and place: ``missing`` is what keeps it from checking anything.

    A catalogue rule has no ``check`` of an item: it keeps a projection.
    """

    rule: Rule
    applies: Callable[[Any, Any], bool | None] | None
    check: Callable[[Any, Any], Iterable[Problem]] | None
    missing: Outcome | None


class Kept(NamedTuple):
    """目录级规则留存: what a catalogue rule keeps of one item."""

    rule: Rule
    projection: Any


class ItemResult(NamedTuple):
    """事项判定: what all rules say of one item.

    ``outcomes`` holds every rule whose verdict is not a plain pass, ``passed`` the number of passes and
    ``passed_rules`` their codes' rules; ``kept`` is for the catalogue rules, which stand among the passes too.
    """

    outcomes: tuple[tuple[Rule, Outcome], ...]
    passed_rules: tuple[Rule, ...]
    kept: tuple[Kept, ...]


class ItemRunner:
    """事项规则执行器: runs the item rules, and the projections of catalogue rules, over items.

    ``rules`` are those that ``RuleSet.active`` gave; rules of other scopes are left alone. Called with an item it
    answers as ``evaluate_item`` and ``project_item`` would for each rule.
    """

    def __init__(self, rules: Iterable[Rule], context: Context) -> None:
        wanted = (Scope.ITEM, Scope.CATALOGUE)
        self.rules = tuple(rule for rule in rules if rule.scope in wanted and not rule.kinds)
        self.context = context
        self._plans: dict[tuple[object, ...], tuple[tuple[Rule, ...], tuple[_Step, ...]]] = {}

    def _plan(self, item: Item) -> tuple[tuple[Rule, ...], tuple[_Step, ...]]:
        division = self.context.division_of(item)
        key = (item.channel, item.place.file, item.place.sheet, division)
        if key not in self._plans:
            self._plans[key] = self._planned(item, division)
        return self._plans[key]

    def _planned(self, item: Item, division: str | None) -> tuple[tuple[Rule, ...], tuple[_Step, ...]]:
        context, provides = self.context, self.context.provides(item)
        held = [rule for rule in self.rules if rule.in_force(context.as_of, division)]
        steps = (self._step(rule, provides) for rule in held)
        return tuple(rule for rule in self.rules if rule not in held), tuple(steps)

    def _step(self, rule: Rule, provides: frozenset[str]) -> _Step:
        missing = missing_list(rule, self.context) or missing_field(rule, provides)
        return _Step(rule, rule.applies, None if rule.project else rule.check, missing)

    def __call__(self, item: Item) -> ItemResult:
        """Return what every rule says of one item."""
        outside, steps = self._plan(item)
        context = self.context
        unclear = unclear_fields(item, context)
        # Most rules share one ``applies``, so it is asked once per item.
        answers: dict[Any, Outcome | None] = {None: None}
        outcomes = [(rule, NOT_APPLICABLE) for rule in outside]
        passed: list[Rule] = []
        kept: list[Kept] = []
        for rule, applies, check, missing in steps:
            if applies not in answers:
                answers[applies] = applied(rule, item, context)
            outcome = answers[applies] or missing
            if outcome is None and unclear:
                outcome = unclear_need(rule, unclear)
            if outcome is None:
                if check is None:
                    outcome = self._kept(rule, item, kept)
                else:
                    # Written out here: a call for each rule and item would cost as much as a small rule.
                    try:
                        problems = tuple(check(item, context))
                    except Exception as error:  # a rule of another tool may raise anything
                        outcome = crashed(rule, error)
                    else:
                        outcome = Outcome(Verdict.FINDING, problems) if problems else PASSED
            if outcome is PASSED:
                passed.append(rule)
            else:
                outcomes.append((rule, outcome))
        return ItemResult(tuple(outcomes), tuple(passed), tuple(kept))

    def _kept(self, rule: Rule, item: Item, kept: list[Kept]) -> Outcome:
        try:
            projection = rule.project(item, self.context) if rule.project else None
        except Exception as error:  # a rule of another tool may raise anything
            return crashed(rule, error)
        if projection is None:
            return NOT_APPLICABLE
        kept.append(Kept(rule, projection))
        return PASSED

    def run(self, items: Iterable[Item]) -> Iterator[tuple[Item, ItemResult]]:
        """Yield each item with what the rules say of it."""
        return ((item, self(item)) for item in items)
