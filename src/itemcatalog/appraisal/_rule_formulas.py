"""Formulas by verdicts of rules: an item meets a clause when no rule of that clause has a finding on it."""

from __future__ import annotations

from collections import Counter, defaultdict
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

    ``params.severity`` (default error) is the least finding that counts; the second reading counts one level more.
    A rule that a whole list cannot be checked by is left out for that list and named; where none is left, the list is
    uncovered. A rule that does not look at an item says nothing; where none looks, the item is outside. What rules
    over several items say (names across channels, one code twice) is read from the report where there is one.
    """
    clauses = set(indicator.params.get("clauses", [indicator.clause.id]))
    wanted = [rule for rule in inputs.rules.active(inputs.context) if clauses & set(rule.clauses)]
    rules = [rule for rule in wanted if rule.scope is Scope.ITEM and not rule.kinds]
    if not rules:
        return Measured(missing="没有可用于这一条款的规则")
    least = RANKS[str(indicator.params.get("severity", "error"))]
    told = _all_told(inputs, rules)
    blind = _blind(inputs.population.items, told)
    wider = _wider(inputs, [rule for rule in wanted if rule not in rules])
    rows = [
        _row(item, one, blind[item.channel], wider.get((item.channel, item.id), []), least)
        for item, one in zip(inputs.population.items, told, strict=True)
    ]
    found = count_rows(rows)
    names = sorted({code for codes in blind.values() for code in codes})
    if names:
        found.notes.append(f"部分清单没有所需的列，未用规则 {'、'.join(names)} 检查")
    if inputs.report is None:
        found.notes.append("没有审核报告，跨事项、跨渠道的规则没有计入")
    return found


def _wider(inputs: Inputs, rules: Iterable[Rule]) -> Mapping[tuple[str, str], list[_Bad]]:
    """Return what rules over several items charge each item with."""
    names = {rule.code: f"{rule.code} {rule.name}" for rule in rules}
    charged = by_member(charges(inputs.report or {}, names))
    return {key: [_Bad(names[one.rule], one.rank) for one in own] for key, own in charged.items()}


def _all_told(inputs: Inputs, rules: Iterable[Rule]) -> list[_Told]:
    runner = ItemRunner(rules, inputs.context)
    return [_Told(one.outcomes, one.passed_rules) for one in map(runner, inputs.population.items)]


def _blind(items: Iterable[Item], told: Iterable[_Told]) -> Mapping[str, set[str]]:
    """Return for each channel the rules that check none of its items for want of data."""
    unchecked: Counter[tuple[str, str]] = Counter()
    looked: set[tuple[str, str]] = set()
    found: dict[str, set[str]] = defaultdict(set)
    for item, one in zip(items, told, strict=True):
        looked.update((item.channel, rule.code) for rule in one.passed)
        for rule, outcome in one.outcomes:
            if outcome.verdict is Verdict.NOT_CHECKED:
                unchecked[item.channel, rule.code] += 1
            elif outcome.verdict is Verdict.FINDING:
                looked.add((item.channel, rule.code))
    for channel, code in unchecked:
        if (channel, code) not in looked:
            found[channel].add(code)
    return found


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
