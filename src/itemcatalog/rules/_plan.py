"""All rules over a stream of items or cases: what a source decides is decided once per source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from itemcatalog.model import Case, Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Problem, Rule, Scope, Verdict
from itemcatalog.rules._run import (
    NOT_APPLICABLE,
    PASSED,
    UNTOLD,
    Outcome,
    crashed,
    missing_field,
    missing_list,
    unclear_fields,
    unclear_need,
)

__all__ = ["Answers", "CaseRunner", "ItemRunner", "Kept"]


_Outcomes = tuple[tuple[Rule, Outcome], ...]


class _Step(NamedTuple):
    """One rule that can check what a source carries. A catalogue rule has no ``check``: it keeps a projection."""

    rule: Rule
    check: Callable[[Any, Any], Iterable[Problem]] | None


class _Group(NamedTuple):
    """The rules that share one ``applies``, as they stand for one source and place.

    ``refused`` is what they say where it does not apply, ``untold`` where that cannot be told, ``blocked`` what those
    say that lack a list or a field.
    """

    applies: Callable[[Any, Any], bool | None] | None
    rules: tuple[Rule, ...]
    refused: _Outcomes
    untold: _Outcomes
    blocked: _Outcomes
    steps: tuple[_Step, ...]


class _Plan(NamedTuple):
    """What is settled for everything of one source and place, and what has to be asked of each."""

    settled: _Outcomes
    groups: tuple[_Group, ...]


class Kept(NamedTuple):
    """目录级规则留存: what a catalogue rule keeps of one item."""

    rule: Rule
    projection: Any


class Answers(NamedTuple):
    """判定汇总: what all rules say of one item or case.

    ``outcomes`` holds every rule whose verdict is not a plain pass, ``passed_rules`` those that
    found nothing; ``kept`` is for the catalogue rules, which stand among the passes too.
    """

    outcomes: tuple[tuple[Rule, Outcome], ...]
    passed_rules: tuple[Rule, ...]
    kept: tuple[Kept, ...]


class _Runner:
    """Rules as they stand for each source, run over one subject after another."""

    def __init__(self, rules: Iterable[Rule], context: Context) -> None:
        self.rules = tuple(rules)
        self.context = context
        self._plans: dict[tuple[object, ...], _Plan] = {}

    def _planned(self, provides: frozenset[str], division: str | None) -> _Plan:
        settled: list[tuple[Rule, Outcome]] = []
        sharing: dict[Any, list[Rule]] = {}
        for rule in self.rules:
            if rule.in_force(self.context.as_of, division):
                sharing.setdefault(rule.applies, []).append(rule)
            else:
                settled.append((rule, NOT_APPLICABLE))
        return _Plan(tuple(settled), tuple(self._group(rules, provides) for rules in sharing.values()))

    def _group(self, rules: list[Rule], provides: frozenset[str]) -> _Group:
        missing = {rule: missing_list(rule, self.context) or missing_field(rule, provides) for rule in rules}
        return _Group(
            rules[0].applies,
            tuple(rules),
            tuple((rule, NOT_APPLICABLE) for rule in rules),
            tuple((rule, UNTOLD) for rule in rules),
            tuple((rule, outcome) for rule, outcome in missing.items() if outcome is not None),
            tuple(_Step(rule, None if rule.project else rule.check) for rule in rules if missing[rule] is None),
        )

    def _answers(self, plan: _Plan, subject: Any, unclear: frozenset[str]) -> Answers:
        context = self.context
        outcomes = list(plan.settled)
        passed: list[Rule] = []
        kept: list[Kept] = []
        # Calls are written out here: one for each rule and item would cost as much as a small rule.
        for applies, rules, refused, untold, blocked, steps in plan.groups:
            if applies is not None:
                try:
                    answer = applies(subject, context)
                except Exception as error:  # a rule of another tool may raise anything
                    outcomes += [(rule, crashed(rule, error)) for rule in rules]
                    continue
                if not answer:
                    outcomes += refused if answer is False else untold
                    continue
            outcomes += blocked
            for rule, check in steps:
                outcome = unclear_need(rule, unclear) if unclear else None
                if outcome is None and check is not None:
                    try:
                        problems = tuple(check(subject, context))
                    except Exception as error:  # a rule of another tool may raise anything
                        outcome = crashed(rule, error)
                    else:
                        outcome = Outcome(Verdict.FINDING, problems) if problems else PASSED
                elif outcome is None:
                    outcome = self._kept(rule, subject, kept)
                if outcome is PASSED:
                    passed.append(rule)
                else:
                    outcomes.append((rule, outcome))
        return Answers(tuple(outcomes), tuple(passed), tuple(kept))

    def _kept(self, rule: Rule, subject: Any, kept: list[Kept]) -> Outcome:
        try:
            projection = rule.project(subject, self.context) if rule.project else None
        except Exception as error:  # a rule of another tool may raise anything
            return crashed(rule, error)
        if projection is None:
            return NOT_APPLICABLE
        kept.append(Kept(rule, projection))
        return PASSED


class ItemRunner(_Runner):
    """事项规则执行器: runs the item rules, and the projections of catalogue rules, over items.

    ``rules`` are those that ``RuleSet.active`` gave; rules of other scopes are left alone. Called with an item it
    answers as ``evaluate_item`` and ``project_item`` would for each rule.
    """

    def __init__(self, rules: Iterable[Rule], context: Context) -> None:
        wanted = (Scope.ITEM, Scope.CATALOGUE)
        super().__init__((rule for rule in rules if rule.scope in wanted and not rule.kinds), context)

    def __call__(self, item: Item) -> Answers:
        """Return what every rule says of one item."""
        return self._answers(self._plan(item), item, unclear_fields(item, self.context))

    def _plan(self, item: Item) -> _Plan:
        division = self.context.division_of(item)
        key = (item.channel, item.place.file, item.place.sheet, division)
        if key not in self._plans:
            self._plans[key] = self._planned(self.context.provides(item), division)
        return self._plans[key]

    def run(self, items: Iterable[Item]) -> Iterator[tuple[Item, Answers]]:
        """Yield each item with what the rules say of it."""
        return ((item, self(item)) for item in items)


class CaseRunner(_Runner):
    """办件规则执行器: runs the case rules over cases; what their table does not carry is not checked."""

    def __init__(self, rules: Iterable[Rule], context: Context) -> None:
        super().__init__((rule for rule in rules if rule.scope is Scope.CASE), context)

    def __call__(self, case: Case) -> Answers:
        """Return what every rule says of one case, as ``evaluate_case`` would for each."""
        key = (case.source.provides,)
        if key not in self._plans:
            self._plans[key] = self._planned(case.source.provides, self.context.division)
        return self._answers(self._plans[key], case, case.unclear)
