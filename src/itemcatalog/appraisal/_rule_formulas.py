"""Formulas by verdicts of rules: an item meets a clause when no rule of that clause has a finding on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from itemcatalog.appraisal._figures import Measured, Row, State, count_rows
from itemcatalog.appraisal._indicator import Indicator
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.appraisal._items import item_row
from itemcatalog.appraisal._report import RANKS, by_member, charges
from itemcatalog.model import Item
from itemcatalog.rules import ItemRunner, Outcome, Rule, Scope, Verdict

__all__ = ["clean_items"]


_TOO_LITTLE = "清单缺少的列太多，可用的规则不到五分之四"


class _Told(NamedTuple):
    """What the rules of some clauses say of one item: verdicts by rule that are no plain pass, and the passes."""

    outcomes: tuple[tuple[Rule, Outcome], ...]
    passed: tuple[Rule, ...]


class _Bad(NamedTuple):
    """A rule that speaks against an item, and how loudly (0 error, 1 warning, 2 notice)."""

    label: str
    rank: int


def clean_items(inputs: Inputs, indicator: Indicator) -> Measured:
    """按规则无问题: items without a finding of the rules that serve ``params.clauses`` (default: the own clause).

    ``params.rules`` names rules instead, where a clause has more than the indicator asks. ``params.severity`` (default
    error) is the least finding that counts; the second reading counts one level more. A rule that a whole list cannot
    be checked by is left out for that list and named; where more than a fifth are, the list is uncovered. A rule that
    does not look at an item says nothing; where none looks, the item is outside. What rules over several items say
    (names across channels, one code twice) is read from the report where there is one.
    """
    wanted = _wanted(inputs, indicator)
    rules = [rule for rule in wanted if rule.scope is Scope.ITEM and not rule.kinds]
    if not rules:
        return Measured(missing="没有可用于这一条款的规则")
    least = RANKS[str(indicator.params.get("severity", "error"))]
    told = _all_told(inputs, rules)
    coverage = _Coverage(inputs.population.items, told)
    wider = _wider(inputs, [rule for rule in wanted if rule not in rules])
    rows = [
        _row(item, one, coverage.blind(item.channel), wider.get((item.channel, item.id), []), least)
        if coverage.enough(item.channel)
        else item_row(item, State.UNCOVERED, _TOO_LITTLE, State.UNCOVERED)
        for item, one in zip(inputs.population.items, told, strict=True)
    ]
    found = count_rows(rows)
    names = coverage.all_blind
    if names:
        found.notes.append(f"部分清单没有所需的列，未用规则 {'、'.join(names)} 检查")
    if inputs.report is None:
        found.notes.append("没有审核报告，跨事项、跨渠道的规则没有计入")
    return found


def _wanted(inputs: Inputs, indicator: Indicator) -> list[Rule]:
    named = set(indicator.params.get("rules", ()))
    clauses = set(indicator.params.get("clauses", [indicator.clause.id]))
    active = inputs.rules.active(inputs.context)
    return [rule for rule in active if (rule.code in named if named else clauses & set(rule.clauses))]


def _wider(inputs: Inputs, rules: Iterable[Rule]) -> Mapping[tuple[str, str], list[_Bad]]:
    """Return what rules over several items charge each item with."""
    names = {rule.code: f"{rule.code} {rule.name}" for rule in rules}
    charged = by_member(charges(inputs.report or {}, names))
    return {key: [_Bad(names[one.rule], one.rank) for one in own] for key, own in charged.items()}


def _all_told(inputs: Inputs, rules: Iterable[Rule]) -> list[_Told]:
    runner = ItemRunner(rules, inputs.context)
    return [_Told(one.outcomes, one.passed_rules) for one in map(runner, inputs.population.items)]


class _Coverage:
    """What the rules can see of each list: those that looked at an item, and those that the list keeps blind."""

    def __init__(self, items: Iterable[Item], told: Iterable[_Told]) -> None:
        self._looked: dict[str, set[str]] = defaultdict(set)
        unchecked: dict[str, set[str]] = defaultdict(set)
        for item, one in zip(items, told, strict=True):
            self._looked[item.channel].update(rule.code for rule in one.passed)
            for rule, outcome in one.outcomes:
                if outcome.verdict is Verdict.NOT_CHECKED:
                    unchecked[item.channel].add(rule.code)
                elif outcome.verdict is Verdict.FINDING:
                    self._looked[item.channel].add(rule.code)
        self._blind = {channel: codes - self._looked[channel] for channel, codes in unchecked.items()}

    def blind(self, channel: str) -> set[str]:
        """Return the rules that check none of a list's items for want of data."""
        return self._blind.get(channel, set())

    @property
    def all_blind(self) -> list[str]:
        """Every rule that some list keeps blind."""
        return sorted({code for codes in self._blind.values() for code in codes})

    def enough(self, channel: str) -> bool:
        """Return whether four fifths of the rules can see a list, as DESIGN §6 asks of units that are compared."""
        looked, blind = len(self._looked[channel]), len(self.blind(channel))
        return looked * 5 >= (looked + blind) * 4


def _row(item: Item, told: _Told, blind: set[str], wider: list[_Bad], least: int) -> Row:
    outcomes = [(rule, outcome) for rule, outcome in told.outcomes if rule.code not in blind]
    found = [
        _Bad(f"{rule.code} {rule.name}", _loudest(rule, outcome))
        for rule, outcome in outcomes
        if outcome.verdict is Verdict.FINDING
    ]
    found = [*found, *wider]
    unchecked = [rule.code for rule, outcome in outcomes if outcome.verdict is Verdict.NOT_CHECKED]
    if not found and not told.passed and not unchecked:
        left_alone = any(outcome.verdict is Verdict.NOT_APPLICABLE for _, outcome in told.outcomes)
        left = State.OUTSIDE if left_alone else State.UNCOVERED
        return item_row(item, left, "清单没有所需的列" if left is State.UNCOVERED else "不适用", left)
    if any(one.rank <= least for one in found):
        return item_row(item, State.UNMET, _named(found, least))
    if unchecked and not told.passed and not found:
        return item_row(item, State.UNKNOWN, f"未能检查：{'、'.join(unchecked)}")
    doubts = _named(found, least + 1)
    return item_row(item, State.MET, f"另有：{doubts}" if doubts else "", State.UNMET if doubts else State.MET)


def _named(found: Iterable[_Bad], least: int) -> str:
    return "；".join(dict.fromkeys(one.label for one in found if one.rank <= least))


def _loudest(rule: Rule, outcome: Outcome) -> int:
    return min(max((problem.severity or rule.severity).rank, rule.severity.rank) for problem in outcome.problems)
