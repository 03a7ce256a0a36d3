"""Compression of promised limits (承诺时限压缩): exact sums that merge, whatever the order of items.

An item counts with a pair (promised, statutory) when both are stated in one unit and the statutory limit is
above zero; 即办 counts as 0 where a statutory limit stands. Everything else is listed apart under its reason.
Totals add days: months, years, hours and minutes are weighed by a named conversion (a month 30, a year 365 days,
24 hours a day), which never touches the ratio of one item, since both of its limits have the same unit.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import define, field

from itemcatalog.model import Item, Limit

__all__ = ["EXCLUDED", "MEASURE", "NOT_PROVIDED", "CompressionSum", "CompressionTally", "Pair", "compression_pair"]

MEASURE = "promised-time-compression"
EXCLUDED = (
    "neither_stated",
    "statutory_not_stated",
    "promised_not_stated",
    "no_statutory_limit",
    "instant_without_statutory",
    "unclear",
    "unit_mismatch",
)
#: Told only where it occurs: the source has no column for one of the limits, so nothing was left out of it.
NOT_PROVIDED = "not_provided"
_UNSTATED = frozenset({"neither_stated", "statutory_not_stated", "promised_not_stated"})
_DAYS = {
    "工作日": Fraction(1),
    "自然日": Fraction(1),
    "月": Fraction(30),
    "年": Fraction(365),
    "小时": Fraction(1, 24),
    "分钟": Fraction(1, 1440),
}
_ZERO = Fraction(0)


class Pair(NamedTuple):
    """时限对: promised and statutory limit of one item in one unit; ``statutory`` is above zero."""

    promised: Fraction
    statutory: Fraction
    unit: str

    @property
    def ratio(self) -> Fraction:
        """The share of the statutory limit that the promise keeps."""
        return self.promised / self.statutory

    @property
    def weight(self) -> Fraction:
        """Days of one unit, for adding up."""
        return _DAYS.get(self.unit, Fraction(1))


def compression_pair(item: Item) -> Pair | str:
    """Return the pair that an item counts with, or the reason (one of ``EXCLUDED``) why it does not.

    An item whose limits depend on the situation counts once, with the longest of each kind.
    """
    statutory = item.statutory_limit or _longest(item, "statutory")
    promised = item.promised_limit or _longest(item, "promised")
    reason = _excluded(statutory, promised)
    if reason is not None:
        return reason
    assert statutory is not None and promised is not None  # noqa: S101, PT018 - said by ``_excluded``
    value = _ZERO if promised.instant else promised.value
    return Pair(value or _ZERO, statutory.value or _ZERO, statutory.unit or "")


def _excluded(statutory: Limit | None, promised: Limit | None) -> str | None:
    if statutory is None and promised is None:
        return "neither_stated"
    if (statutory is not None and statutory.unclear) or (promised is not None and promised.unclear):
        return "unclear"
    if statutory is None or not statutory.value:
        return _without_statutory(statutory, promised)
    if promised is None or promised.none:
        return "promised_not_stated"
    return None if promised.instant or promised.unit == statutory.unit else "unit_mismatch"


def _without_statutory(statutory: Limit | None, promised: Limit | None) -> str:
    if promised is not None and promised.instant:
        return "instant_without_statutory"
    return "statutory_not_stated" if statutory is None else "no_statutory_limit"


def _longest(item: Item, kind: str) -> Limit | None:
    of_kind = [limit for limit in item.limits if limit.kind == kind]
    if any(limit.unclear for limit in of_kind):
        return next(limit for limit in of_kind if limit.unclear)
    return max(of_kind, key=_length, default=None)


def _length(limit: Limit) -> tuple[bool, Fraction]:
    days = (limit.value or _ZERO) * _DAYS.get(limit.unit or "", Fraction(1))
    return limit.stated, days


@define(slots=True)
class CompressionSum:
    """压缩合计: how often each pair occurred and why the other items do not count; sums of sums are sums."""

    pairs: Counter[Pair] = field(factory=Counter)
    excluded: Counter[str] = field(factory=Counter)

    def add(self, pair: Pair | str, times: int = 1) -> None:
        """Count one item's pair, or its reason."""
        if isinstance(pair, str):
            self.excluded[pair] += times
        else:
            self.pairs[pair] += times

    def merge(self, other: CompressionSum) -> None:
        """Take in the sum of another part of the catalogue."""
        self.pairs.update(other.pairs)
        self.excluded.update(other.excluded)

    @property
    def counted(self) -> int:
        """The number of items with a pair."""
        return self.pairs.total()

    @property
    def totals(self) -> tuple[Fraction, Fraction]:
        """The sums of promised and statutory days."""
        promised = sum((pair.promised * pair.weight * n for pair, n in self.pairs.items()), _ZERO)
        statutory = sum((pair.statutory * pair.weight * n for pair, n in self.pairs.items()), _ZERO)
        return promised, statutory

    @property
    def ratio_of_totals(self) -> Fraction | None:
        """ΣP / ΣS; None without any pair."""
        promised, statutory = self.totals
        return promised / statutory if statutory else None

    @property
    def mean_of_ratios(self) -> Fraction | None:
        """The mean of P / S; None without any pair."""
        return sum((r * n for r, n in self._ratios().items()), _ZERO) / self.counted if self.pairs else None

    @property
    def median_of_ratios(self) -> Fraction | None:
        """The median of P / S (mean of the middle two); None without any pair."""
        if not self.pairs:
            return None
        ordered = sorted(self._ratios().items())
        low, high = (self.counted - 1) // 2, self.counted // 2
        return (_at(ordered, low) + _at(ordered, high)) / 2

    def within(self, largest: Fraction) -> int:
        """Return how many items keep at most that share."""
        return sum(n for ratio, n in self._ratios().items() if ratio <= largest)

    def _ratios(self) -> Counter[Fraction]:
        ratios: Counter[Fraction] = Counter()
        for pair, times in self.pairs.items():
            ratios[pair.ratio] += times
        return ratios

    def entry(self, scope: str | Mapping[str, str], largest: Fraction) -> dict[str, Any]:
        """Return the measure as ``report.json`` writes it; ``largest`` is the share that may remain."""
        return {
            "id": MEASURE,
            "scope": scope if isinstance(scope, str) else dict(scope),
            "ratio_of_totals": _unreduced(*self.totals),
            "mean_of_ratios": _fraction(self.mean_of_ratios),
            "median_of_ratios": _fraction(self.median_of_ratios),
            "share_within": _unreduced(Fraction(self.within(largest)), Fraction(self.counted)),
            "counted": self.counted,
            "excluded": {
                **{reason: self.excluded[reason] for reason in EXCLUDED},
                **({NOT_PROVIDED: self.excluded[NOT_PROVIDED]} if self.excluded[NOT_PROVIDED] else {}),
            },
        }


def _at(ordered: list[tuple[Fraction, int]], position: int) -> Fraction:
    for ratio, times in ordered:
        position -= times
        if position < 0:
            return ratio
    raise IndexError(position)


def _unreduced(numerator: Fraction, denominator: Fraction) -> dict[str, Any]:
    scale = math.lcm(numerator.denominator, denominator.denominator)
    value = float(numerator / denominator) if denominator else None
    return {"numerator": int(numerator * scale), "denominator": int(denominator * scale), "value": value}


def _fraction(number: Fraction | None) -> dict[str, Any]:
    if number is None:
        return {"numerator": 0, "denominator": 0, "value": None}
    return {"numerator": number.numerator, "denominator": number.denominator, "value": float(number)}


_Cell = tuple[str, str, str, str, Pair | str]
_SCOPES = ("channel", "authority", "division", "power_type")


@define(slots=True)
class CompressionTally:
    """压缩统计: the sums of all scopes at once: everything, each channel, authority, division and power type.

    ``cells`` counts items by channel, authority, division, power type and pair; an item is touched once.
    """

    cells: Counter[_Cell] = field(factory=Counter)

    def add(self, item: Item, division: str | None = None, *, carried: bool = True) -> None:
        """Count one item, ``division`` being where it belongs; a main item that only heads others is no service.

        ``carried`` says whether the item's source has a place for both limits.
        """
        if item.is_main:
            return
        authority, power_type = (item.authority.name or "").strip(), (item.power_type or "").strip()
        place = item.division or division or ""
        pair = compression_pair(item)
        if not carried and pair in _UNSTATED:
            pair = NOT_PROVIDED
        self.cells[item.channel, authority, place, power_type, pair] += 1

    def merge(self, other: CompressionTally) -> None:
        """Take in the tally of another part of the catalogue."""
        self.cells.update(other.cells)

    @property
    def sums(self) -> dict[tuple[str, str], CompressionSum]:
        """The sum of every scope; ``("", "")`` is everything."""
        found: dict[tuple[str, str], CompressionSum] = {}
        for (*values, pair), times in self.cells.items():
            scopes = [("", ""), *((scope, value) for scope, value in zip(_SCOPES, values, strict=True) if value)]
            for scope in scopes:
                if scope not in found:
                    found[scope] = CompressionSum()
                found[scope].add(pair, times)
        return found

    def entries(self, largest: Fraction = Fraction(3, 10)) -> list[dict[str, Any]]:
        """Return the measures of ``report.json``: all first, then by channel, authority, division, power type."""
        sums, order = self.sums, ("", *_SCOPES)
        scopes = sorted(sums, key=lambda scope: (order.index(scope[0]), scope[1]))
        return [sums[scope].entry({scope[0]: scope[1]} if scope[0] else "all", largest) for scope in scopes]
