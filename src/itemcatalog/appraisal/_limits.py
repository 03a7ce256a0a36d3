"""承诺时限平均压缩 as an indicator: sums of days, unreduced, and both readings of 平均."""

from __future__ import annotations

import math
from fractions import Fraction

from itemcatalog.appraisal._figures import Figure, Measured, Row, State, UnitKey, count_rows, keys_of
from itemcatalog.appraisal._indicator import Indicator
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.appraisal._items import item_row
from itemcatalog.model import Item
from itemcatalog.rules.measures import CompressionSum, Pair, compression_pair

__all__ = ["compression", "compression_items"]

_EXCLUDED = {
    "neither_stated": "法定时限和承诺时限都没有写",
    "statutory_not_stated": "没有写法定时限",
    "promised_not_stated": "没有写承诺时限",
    "no_statutory_limit": "无法定时限",
    "instant_without_statutory": "即办，没有法定时限",
    "unclear": "时限写法无法识别",
    "unit_mismatch": "法定时限和承诺时限单位不同",
}


def compression(inputs: Inputs, indicator: Indicator) -> Measured:
    """平均压缩: ΣP / ΣS in days; second reading: the mean of the ratios. What does not count is listed apart."""
    found = Measured()
    sums: dict[UnitKey, CompressionSum] = {}
    rows: list[Row] = []
    for item in inputs.population.items:
        pair = compression_pair(item)
        row = _row(inputs, item, pair, indicator)
        rows.append(row)
        for key in keys_of(row.channel, row.authority):
            found.totals[key][row.state] += 1
            sums.setdefault(key, CompressionSum()).add(pair)
    found.rows = rows
    for key, own in sums.items():
        if own.pairs:
            found.figures[key] = _whole(*own.totals)
            mean = own.mean_of_ratios or Fraction(0)
            found.second[key] = Figure(mean.numerator, mean.denominator)
    counted = sum(1 for row in rows if row.state in (State.MET, State.UNMET))
    found.notes.append(f"计入平均的事项 {counted} 项，共 {len(rows)} 项")
    return found


def compression_items(inputs: Inputs, indicator: Indicator) -> Measured:
    """计入平均的事项: items with a pair of comparable limits, of all own items; the others by their reason."""
    rows = []
    for item in inputs.population.items:
        row = _row(inputs, item, compression_pair(item), indicator)
        counted = row.state in (State.MET, State.UNMET)
        state = State.MET if counted else State.UNCOVERED if row.state is State.UNCOVERED else State.UNMET
        rows.append(row._replace(state=state, second=None))
    return count_rows(rows)


def _whole(promised: Fraction, statutory: Fraction) -> Figure:
    scale = math.lcm(promised.denominator, statutory.denominator)
    return Figure(int(promised * scale), int(statutory * scale))


def _row(inputs: Inputs, item: Item, pair: Pair | str, indicator: Indicator) -> Row:
    if isinstance(pair, str):
        both = inputs.carries(item, "statutory_limit") and inputs.carries(item, "promised_limit")
        carried = both or inputs.carries(item, "limits")
        state = State.OUTSIDE if carried else State.UNCOVERED
        return item_row(item, state, _EXCLUDED[pair] if carried else "清单没有时限列", state)
    within = indicator.target is None or pair.ratio <= indicator.target.value
    words = f"承诺 {_days(pair.promised)} / 法定 {_days(pair.statutory)} {pair.unit}"
    return item_row(item, State.MET if within else State.UNMET, words)


def _days(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"
