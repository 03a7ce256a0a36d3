"""One indicator with what was measured, and the whole appraisal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from attrs import define, field

from itemcatalog.appraisal._figures import ALL, Figure, Measured, Row, State, UnitKey
from itemcatalog.appraisal._indicator import Indicator

__all__ = ["Result"]


@define(frozen=True, slots=True, kw_only=True)
class Result:
    """指标结果: an indicator and its figures by unit."""

    indicator: Indicator
    measured: Measured = field(hash=False)

    def figure(self, unit: UnitKey = ALL) -> Figure | None:
        """Return the figure of a unit; None where nothing was counted: 数据不足."""
        return self.measured.figures.get(unit)

    def second(self, unit: UnitKey = ALL) -> Figure | None:
        """Return the figure under the second reading."""
        return self.measured.second.get(unit) if self.indicator.second else None

    def met(self, unit: UnitKey = ALL) -> bool | None:
        """Return whether the target is met; None without a target, without data, or where the unclear ones decide."""
        target, figure = self.indicator.target, self.figure(unit)
        if target is None or figure is None or figure.value is None:
            return None
        if target.met_by(figure.value):
            return True
        unknown = self.totals(unit).get(State.UNKNOWN, 0)
        at_best = Fraction(figure.numerator + unknown, figure.denominator)
        return None if unknown and target.met_by(at_best) else False

    def totals(self, unit: UnitKey = ALL) -> Mapping[State, int]:
        """Return how many things stand in each state."""
        return self.measured.totals.get(unit, Counter())

    def rows(self, unit: UnitKey = ALL) -> Iterator[Row]:
        """Yield the rows of a unit in their order."""
        return iter(self.measured.of_unit(unit))

    def trend(self, unit: UnitKey = ALL) -> list[tuple[date, Figure]]:
        """Return the figures at the milestones; empty where the data has no dates."""
        return self.measured.trend.get(unit, [])
