"""Everything that the formulas read: items that count, records, sums of cases, verdicts of rules, a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import define, field

from itemcatalog.appraisal._cases import CaseSums
from itemcatalog.appraisal._records import Records
from itemcatalog.appraisal._units import Population, codes_of
from itemcatalog.model import Item
from itemcatalog.rules import Context, RuleSet

__all__ = ["Inputs"]


@define(slots=True, kw_only=True)
class Inputs:
    """测算输入: one reading of everything, shared by all indicators of all policies.

    ``report`` is report.json of an audit of the same workspace as plain data (None = not given): what only groups
    of items can say, the same item at other places, is read from it.
    """

    context: Context
    rules: RuleSet
    population: Population
    records: Records
    cases: CaseSums
    as_of: date
    report: Mapping[str, Any] | None = None
    memo: dict[Any, Any] = field(factory=dict)

    @property
    def milestones(self) -> tuple[date, ...]:
        """The dates of the milestones up to the clock, ascending, and the clock itself."""
        return self.cases.milestones

    def carries(self, item: Item, field_path: str) -> bool:
        """Return whether the list of an item carries a field."""
        return self.context.carries(item, field_path)

    def is_unclear(self, item: Item, field_path: str) -> bool:
        """Return whether a field of an item is written but was not understood."""
        unclear = self.context.unclear.get((item.channel, item.id), frozenset())
        return any(path.split(".")[0] == field_path for path in unclear)

    def publication_of(self, item: Item, dates: Mapping[str, date]) -> date | None:
        """Return when an item was published, by any of its codes."""
        found = [dates[code] for code in codes_of(item) if code in dates]
        return min(found, default=None)
