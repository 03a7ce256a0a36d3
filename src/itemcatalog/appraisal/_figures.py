"""Figures and the rows behind them: what is counted, for whom, and why."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from attrs import define, field

__all__ = ["ALL", "Figure", "Measured", "Row", "State", "UnitKey", "count_rows", "keys_of"]

#: ("all", ""), ("channel", id) or ("authority", "channel/name").
UnitKey = tuple[str, str]
ALL: UnitKey = ("all", "")


class State(enum.StrEnum):
    """计数状态: met and unmet count; unknown (written but not understood, not to be checked) counts and is not met.

    A cell left empty is unmet; where the unknown ones would decide, no verdict is given.
    ``outside``: the indicator does not speak of it; ``uncovered``: its list does not carry what is needed. Neither
    is counted.
    """

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"
    UNCOVERED = "uncovered"


class Row(NamedTuple):
    """计数行: one thing that was looked at: an item, a case, a fault, a service.

    ``second`` is its state under the second reading (None = the same). ``shown`` are further columns for people.
    """

    channel: str
    authority: str
    id: str
    name: str
    state: State
    why: str = ""
    second: State | None = None
    place: str = ""
    day: date | None = None


@define(frozen=True, slots=True)
class Figure:
    """数值: numerator and denominator, whole and unreduced; without a denominator there is no value."""

    numerator: int = 0
    denominator: int = 0

    @property
    def value(self) -> Fraction | None:
        """The share, exactly; None where nothing was counted."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None


@define(slots=True, kw_only=True)
class Measured:
    """测算结果: the figures of one indicator by unit, with their rows.

    ``totals`` counts rows by unit and state also where ``rows`` holds only the first ones; ``complete`` says which.
    ``trend`` holds the figures at each milestone by unit. ``missing`` says why nothing could be counted at all.
    """

    figures: dict[UnitKey, Figure] = field(factory=dict)
    second: dict[UnitKey, Figure] = field(factory=dict)
    rows: Sequence[Row] = ()
    totals: dict[UnitKey, Counter[State]] = field(factory=lambda: defaultdict(Counter))
    complete: bool = True
    trend: dict[UnitKey, list[tuple[date, Figure]]] = field(factory=dict)
    notes: list[str] = field(factory=list)
    missing: str | None = None
    _index: dict[UnitKey, list[Row]] | None = field(default=None, init=False, repr=False, eq=False)

    def of_unit(self, unit: UnitKey) -> Sequence[Row]:
        """Return the rows of a unit in their order; the rows are sorted into units once."""
        if unit == ALL:
            return self.rows
        if self._index is None:
            self._index = defaultdict(list)
            for row in self.rows:
                for key in keys_of(row.channel, row.authority)[1:]:
                    self._index[key].append(row)
        return self._index.get(unit, ())


def keys_of(channel: str, authority: str) -> tuple[UnitKey, ...]:
    """Return the units that something of a channel and an authority counts for."""
    if not channel:
        return (ALL,)
    if not authority:
        return (ALL, ("channel", channel))
    return (ALL, ("channel", channel), ("authority", f"{channel}/{authority}"))


def count_rows(rows: Sequence[Row], milestones: Iterable[date] = ()) -> Measured:
    """Return the figures of rows: met / (met + unmet + unknown), for everything, each channel, each authority.

    With ``milestones`` the numerator at each of them holds what was met by that day (``Row.day``).
    """
    found = Measured(rows=rows)
    first: dict[UnitKey, list[int]] = defaultdict(lambda: [0, 0])
    second: dict[UnitKey, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        for key in keys_of(row.channel, row.authority):
            found.totals[key][row.state] += 1
            _add(first[key], row.state)
            _add(second[key], row.second or row.state)
    found.figures = _figures(first)
    found.second = _figures(second)
    for day in sorted(milestones):
        met: Counter[UnitKey] = Counter()
        for row in rows:
            if row.state is State.MET and row.day is not None and row.day <= day:
                met.update(keys_of(row.channel, row.authority))
        for key, figure in found.figures.items():
            found.trend.setdefault(key, []).append((day, Figure(met[key], figure.denominator)))
    return found


def _add(pair: list[int], state: State) -> None:
    if state in (State.MET, State.UNMET, State.UNKNOWN):
        pair[1] += 1
        pair[0] += state is State.MET


def _figures(pairs: Mapping[UnitKey, list[int]]) -> dict[UnitKey, Figure]:
    return {key: Figure(*pair) for key, pair in pairs.items() if pair[1]}
