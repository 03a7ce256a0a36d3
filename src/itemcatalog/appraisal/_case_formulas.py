"""Formulas over cases: how many were applied for online, handled, reported and refused, and how."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from itemcatalog.appraisal._case_code import NOT_CARRIED, REFUSED_OFFSET, WAY_ONLINE, WAY_UNTOLD, CaseCode
from itemcatalog.appraisal._case_part import Exceptional
from itemcatalog.appraisal._figures import Figure, Measured, Row, State, UnitKey, keys_of
from itemcatalog.appraisal._indicator import Indicator
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.rules.cases import Timing
from itemcatalog.rules.refusals import Reason

__all__ = ["known_item", "online_application", "online_handling", "refusal_reason", "reporting"]

Answer = Callable[[CaseCode], State]
_TIMINGS = {
    Timing.LATE: (State.UNMET, "超时"),
    Timing.OVERDUE: (State.UNMET, "到考核日没有完成"),
    Timing.OPEN: (State.UNMET, "没有完成，期限未到"),
    Timing.UNKNOWN: (State.UNKNOWN, "时间不明或前后矛盾"),
    Timing.NO_CALENDAR: (State.UNCOVERED, "节假日安排尚未公布，不判断"),
}
_REASONS = {
    Reason.EMPTY: (State.UNMET, "没有写意见"),
    Reason.STOCK: (State.UNMET, "只有套话"),
    Reason.UNMATCHED: (State.MET, "与该事项的材料、条件对不上（存疑）"),
}


def _sum(inputs: Inputs, first: Answer, second: Answer) -> Measured:
    """Return the figures of all cases by unit, with the numerators and denominators at each milestone."""
    cases = inputs.cases
    if not cases.given:
        return Measured(missing="没有办件记录")
    found = Measured(complete=False)
    pairs: dict[UnitKey, list[int]] = defaultdict(lambda: [0, 0])
    seconds: dict[UnitKey, list[int]] = defaultdict(lambda: [0, 0])
    periods: dict[tuple[UnitKey, int], list[int]] = defaultdict(lambda: [0, 0])
    for code, number in cases.decoded():
        state, other = first(code), second(code)
        for key in keys_of(*cases.units[code.unit]):
            found.totals[key][state] += number
            _add(pairs[key], state, number)
            _add(seconds[key], other, number)
            _add(periods[key, code.period], state, number)
    found.figures = {key: Figure(*pair) for key, pair in pairs.items() if pair[1]}
    found.second = {key: Figure(*pair) for key, pair in seconds.items() if pair[1]}
    _trend(found, inputs, periods)
    return found


def _add(pair: list[int], state: State, number: int) -> None:
    if state in (State.MET, State.UNMET, State.UNKNOWN):
        pair[1] += number
        pair[0] += number if state is State.MET else 0


def _trend(found: Measured, inputs: Inputs, periods: dict[tuple[UnitKey, int], list[int]]) -> None:
    for key in found.figures:
        met = total = 0
        for period, day in enumerate(inputs.cases.milestones):
            pair = periods.get((key, period), [0, 0])
            met, total = met + pair[0], total + pair[1]
            found.trend.setdefault(key, []).append((day, Figure(met, total)))


def _rows(inputs: Inputs, kind: str, answers: dict[int, tuple[State, str]]) -> Iterable[Row]:
    units = inputs.cases.units
    for one in inputs.cases.exceptions:
        if one.kind == kind and one.answer in answers:
            state, why = answers[one.answer]
            yield _row(one, units[one.unit], state, why)


def _row(one: Exceptional, unit: tuple[str, str], state: State, why: str) -> Row:
    return Row(*unit, one.number, one.name, state, f"{why}：{one.detail}", place=f"{one.file} · 第 {one.row} 行")


def _finish(found: Measured, inputs: Inputs, rows: Iterable[Row]) -> Measured:
    found.rows = tuple(rows)
    cases = inputs.cases
    if cases.repeated:
        found.notes.append(f"重复编号的办件 {cases.repeated} 件，只计第一件")
    found.notes += [f"{reason}的办件 {number} 件，不计入" for reason, number in sorted(cases.skipped.items())]
    if cases.cut:
        found.notes.append(f"清单过长，另有 {cases.cut} 件未列出，数值已计入")
    return found


def online_application(inputs: Inputs, indicator: Indicator) -> Measured:
    """网上申报率: 网上 and 移动端 among all cases; second reading: cases of items that are served online."""

    def first(code: CaseCode) -> State:
        if code.way == WAY_UNTOLD:
            return State.UNCOVERED
        return State.MET if code.way == WAY_ONLINE else State.UNMET

    found = _sum(inputs, first, lambda code: first(code) if code.online_item == 1 else State.OUTSIDE)
    return _finish(found, inputs, ())


def online_handling(inputs: Inputs, indicator: Indicator) -> Measured:
    """及时率: online applications handled in time; second reading: among those that were handled."""

    def first(code: CaseCode) -> State:
        if code.way == WAY_UNTOLD or (code.way == WAY_ONLINE and code.handling == NOT_CARRIED):
            return State.UNCOVERED
        return _timing(code.handling) if code.way == WAY_ONLINE else State.OUTSIDE

    found = _sum(inputs, first, lambda code: first(code) if code.handled else State.OUTSIDE)
    _calendar(found)
    return _finish(found, inputs, _rows(inputs, "handling", {int(one): told for one, told in _TIMINGS.items()}))


def _timing(timing: int) -> State:
    return State.MET if timing == Timing.IN_TIME else _TIMINGS[Timing(timing)][0]


def _calendar(found: Measured) -> None:
    if found.totals and any(count[State.UNCOVERED] for count in found.totals.values()):
        found.notes.append("没有所需的列，或者节假日安排尚未公布的办件不计入")


def refusal_reason(inputs: Inputs, indicator: Indicator) -> Measured:
    """不通过原因: refused online applications whose opinion is not vague; second reading: it names something known."""

    def first(code: CaseCode) -> State:
        if code.refusal == 0:
            return State.OUTSIDE
        if code.refusal == NOT_CARRIED:
            return State.UNCOVERED
        told = Reason(code.refusal - REFUSED_OFFSET)
        return State.MET if told is Reason.CONCRETE else _REASONS[told][0]

    def second(code: CaseCode) -> State:
        return State.UNMET if code.refusal == REFUSED_OFFSET + Reason.UNMATCHED else first(code)

    found = _sum(inputs, first, second)
    return _finish(found, inputs, _rows(inputs, "refusal", {int(one): told for one, told in _REASONS.items()}))


def reporting(inputs: Inputs, indicator: Indicator) -> Measured:
    """24小时报送: handled cases reported in time; second reading: with no core field empty as well."""

    def first(code: CaseCode) -> State:
        if code.reporting == NOT_CARRIED:
            return State.UNCOVERED
        return _timing(code.reporting) if code.handled else State.OUTSIDE

    def second(code: CaseCode) -> State:
        told = first(code)
        return State.UNMET if told is State.MET and not code.core else told

    found = _sum(inputs, first, second)
    return _finish(found, inputs, _rows(inputs, "reporting", {int(one): told for one, told in _TIMINGS.items()}))


def known_item(inputs: Inputs, indicator: Indicator) -> Measured:
    """办件对应目录: cases whose item stands in the catalogue; a sign for 体外循环, never a proof."""

    def first(code: CaseCode) -> State:
        return State.MET if code.known else State.UNMET

    found = _sum(inputs, first, first)
    total = sum((count for count in found.totals.values()), Counter[State]())
    if total and not found.notes:
        found.notes.append("编码对不上只说明需要核对，不认定体外循环")
    return _finish(found, inputs, _rows(inputs, "unknown_item", {0: (State.UNMET, "事项编码不在目录中")}))
