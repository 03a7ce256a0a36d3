"""One part of a table of cases reduced to numbers; runs in any process and knows only its plan."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from attrs import define, field

from itemcatalog.appraisal._case_code import NOT_CARRIED, REFUSED_OFFSET, WAY_OFFLINE, WAY_ONLINE, WAY_UNTOLD, CaseCode
from itemcatalog.appraisal._units import Population
from itemcatalog.codes.calendar import Calendar
from itemcatalog.findings import Fault
from itemcatalog.formats.records import Columns, RecordPart, moved
from itemcatalog.rules.cases import Timing, day_of, due_days, handling, reporting
from itemcatalog.rules.refusals import Reason, judge_reason, reason_terms

__all__ = ["BUCKETS", "CasePlan", "Exceptional", "PartCounter", "PartSum"]

BUCKETS = 64
_KEPT = 5_000
_FAULTS = 200
_ONLINE = ("网上", "移动端")
_FIELDS = ("number", "item_code", "item_name", "way", "applied", "handled", "outcome", "opinion", "reported")
_BAD = (Timing.LATE, Timing.OVERDUE, Timing.OPEN, Timing.UNKNOWN, Timing.NO_CALENDAR)


@define(frozen=True, slots=True, kw_only=True)
class CasePlan:
    """办件计算方案: what every part is counted by; the same in every process."""

    population: Population
    units: Mapping[tuple[str, str], int]
    calendar: Calendar
    as_of: date
    milestones: tuple[date, ...]
    days: int
    longest: timedelta


class Exceptional(NamedTuple):
    """异常办件: a case that an indicator must show: ``kind`` is handling, reporting, refusal or unknown_item."""

    kind: str
    answer: int
    unit: int
    number: str
    name: str
    code: str
    detail: str
    file: str
    row: int
    bucket: int
    slot: int
    second: bool = False


@define(slots=True, kw_only=True)
class PartSum:
    """分段合计: digests and codes by bucket, the exceptions (rows within the part) and the faults."""

    table: str
    placed: bool
    digests: list[array[int]] = field(factory=lambda: [array("Q") for _ in range(BUCKETS)])
    codes: list[array[int]] = field(factory=lambda: [array("Q") for _ in range(BUCKETS)])
    exceptions: list[Exceptional] = field(factory=list)
    cut: int = 0
    skipped: Counter[str] = field(factory=Counter)
    faults: list[Fault] = field(factory=list)
    rows: int = 0

    def moved_faults(self, rows: int) -> list[Fault]:
        """Return the faults where they stand in the whole table."""
        moved_ones = [moved(one, 0 if self.placed else rows) for one in self.faults]
        return [one for one in moved_ones if isinstance(one, Fault)]


class PartCounter:
    """分段计数器: reduces parts; what it works out for one part it remembers for the next."""

    def __init__(self, plan: CasePlan) -> None:
        self._plan = plan
        self._due: Callable[[date], date | None] = due_days(plan.calendar, plan.days)
        self._items: dict[tuple[str | None, str | None], tuple[int, int, int]] = {}
        self._periods: dict[date, int] = {}
        self._terms: dict[str, frozenset[str] | None] = {}

    def __call__(self, part: RecordPart) -> PartSum:
        """Return the sum of one part."""
        columns = part.columns()
        found = PartSum(table=f"{part.source.path}\x1f{part.source.sheet or ''}", placed=bool(part.first))
        found.rows = part.rows
        found.faults = columns.faults[:_FAULTS]
        self._count(columns, part.source.provides, part.source.path, found)
        return found

    def _count(self, columns: Columns, provides: frozenset[str], file: str, found: PartSum) -> None:
        none = [None] * len(columns.numbers)
        rows = zip(columns.numbers, *(columns.values.get(name, none) for name in _FIELDS), strict=True)
        judge = _Judge(self._plan, self._due, provides)
        for index, row in enumerate(rows):
            number, applied = row[1], row[5]
            day = self._day(applied, found)
            if day is None or number is None:
                continue
            unit, known, online_item = self.item_of(row[2], row[3])
            code, refusal = self._code(judge, row, day, (unit, known, online_item), columns.unclear.get(index))
            digest = int.from_bytes(hashlib.blake2b(number.encode("utf-8", "replace"), digest_size=8).digest(), "big")
            bucket = digest % BUCKETS
            found.digests[bucket].append(digest)
            found.codes[bucket].append(code.packed())
            if code.handling in _BAD or code.reporting in _BAD or refusal or not known:
                for one in _exceptions(code, row, file, bucket, len(found.codes[bucket]) - 1):
                    self._keep(one, found)

    def _day(self, applied: Any, found: PartSum) -> date | None:
        if applied is None:
            found.skipped["没有申请时间"] += 1
            return None
        day = day_of(applied)
        if day.year != self._plan.as_of.year:
            found.skipped["不在考核年度"] += 1
            return None
        if day > self._plan.as_of:
            found.skipped["考核日之后申请"] += 1
            return None
        return day

    def item_of(self, code: str | None, name: str | None) -> tuple[int, int, int]:
        """Return unit number, whether the catalogue has the item, and whether it is served online."""
        key = (code, name)
        if key not in self._items:
            if len(self._items) > 200_000:
                self._items.clear()
            item, exact = self._plan.population.of_case(code, name)
            if item is None:
                self._items[key] = (0, 0, 2)
            else:
                unit = self._plan.units.get((item.channel, (item.authority.name or "").strip()), 0)
                available = item.online.available if exact else None
                self._items[key] = (unit, int(exact or not code), 2 if available is None else int(available))
        return self._items[key]

    def _code(
        self, judge: _Judge, row: Sequence[Any], day: date, item: tuple[int, int, int], unclear: set[str] | None
    ) -> tuple[CaseCode, bool]:
        _, _, code, name, way, applied, handled, outcome, opinion, reported = row
        online = judge.way(way)
        told = unclear or ()
        refusal = 0
        if outcome == "不通过" and online == WAY_ONLINE:
            refusal = REFUSED_OFFSET + judge_reason(opinion, self._terms_of(code)) if judge.reasons else NOT_CARRIED
        core = (code or name) and way and (handled is None or outcome)
        answers = CaseCode(
            unit=item[0],
            way=online,
            handling=judge.handling(applied, handled, day, "handled" in told),
            reporting=judge.reporting(handled, reported, "reported" in told or "handled" in told),
            handled=int(handled is not None and day_of(handled) <= self._plan.as_of),
            refusal=refusal,
            period=self._period(day),
            known=item[1],
            online_item=item[2],
            core=int(bool(core)),
        )
        return answers, refusal not in (0, NOT_CARRIED, REFUSED_OFFSET + Reason.CONCRETE)

    def _terms_of(self, code: str | None) -> frozenset[str] | None:
        key = code or ""
        if key not in self._terms:
            item, exact = self._plan.population.of_case(code, None)
            self._terms[key] = reason_terms(item) if item is not None and exact else None
        return self._terms[key]

    def _period(self, day: date) -> int:
        if day not in self._periods:
            self._periods[day] = bisect_left(self._plan.milestones, day)
        return self._periods[day]

    @staticmethod
    def _keep(one: Exceptional, found: PartSum) -> None:
        if len(found.exceptions) < _KEPT:
            found.exceptions.append(one)
        else:
            found.cut += 1


class _Judge:
    """The questions of one table: what it does not carry is not asked."""

    def __init__(self, plan: CasePlan, due: Callable[[date], date | None], provides: frozenset[str]) -> None:
        self._as_of, self._longest, self._due = plan.as_of, plan.longest, due
        self._way, self._handled = "way" in provides, "handled" in provides
        self._reported = "reported" in provides and self._handled
        self.reasons = "opinion" in provides

    def way(self, way: str | None) -> int:
        if not self._way:
            return WAY_UNTOLD
        return WAY_ONLINE if way in _ONLINE else WAY_OFFLINE

    def handling(self, applied: Any, handled: Any, day: date, unclear: bool) -> int:
        if not self._handled:
            return NOT_CARRIED
        if unclear:
            return Timing.UNKNOWN
        return handling(applied, handled, self._due(day), self._as_of)

    def reporting(self, handled: Any, reported: Any, unclear: bool) -> int:
        if not self._reported:
            return NOT_CARRIED
        if unclear:
            return Timing.UNKNOWN
        return reporting(handled, reported, self._longest, self._as_of)


def _exceptions(code: CaseCode, row: Sequence[Any], file: str, bucket: int, index: int) -> Iterator[Exceptional]:
    at, number, item_code, name, _, applied, handled, _, opinion, reported = row
    base = (code.unit, number, name or "", item_code or "")
    if code.way == WAY_ONLINE and code.handling in _BAD:
        yield Exceptional(
            "handling", code.handling, *base, f"{_at(applied)} 申请，{_at(handled)} 处理", file, at, bucket, index
        )
    if code.handled and code.reporting in _BAD:
        yield Exceptional(
            "reporting", code.reporting, *base, f"{_at(handled)} 处理，{_at(reported)} 报送", file, at, bucket, index
        )
    if code.refusal not in (0, NOT_CARRIED, REFUSED_OFFSET + Reason.CONCRETE):
        yield Exceptional("refusal", code.refusal - REFUSED_OFFSET, *base, opinion or "（空）", file, at, bucket, index)
    if not code.known and item_code:
        yield Exceptional("unknown_item", 0, *base, item_code, file, at, bucket, index)


def _at(moment: date | datetime | None) -> str:
    return "—" if moment is None else moment.isoformat(" ") if isinstance(moment, datetime) else moment.isoformat()
