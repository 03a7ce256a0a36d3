"""One part of a table of cases reduced to numbers; runs in any process and knows only its plan."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
_REFUSED = "不通过"
_BUCKET_MASK = BUCKETS - 1
_ONLINE_BIT = WAY_ONLINE << 18
_CLEAR: frozenset[str] = frozenset()
_ZERO = CaseCode(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
_BOTH_IN_TIME = _ZERO._replace(handling=1, reporting=1, handled=1).packed()
# Everything that may have to be shown: the answers, the refusal, and whether the catalogue has the item.
_PLAIN_MASK = _ZERO._replace(handling=7, reporting=7, handled=1, refusal=7, known=1).packed()
_PLAIN = _BOTH_IN_TIME | _ZERO._replace(known=1).packed()
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


class _Day(NamedTuple):
    """What a day of application decides: the bits of its period and the last day in time (None = no calendar)."""

    bits: int
    due: date | None


class PartCounter:
    """分段计数器: reduces parts; what it works out for one part it remembers for the next."""

    def __init__(self, plan: CasePlan) -> None:
        self._plan = plan
        self._due: Callable[[date], date | None] = due_days(plan.calendar, plan.days)
        self._items: dict[tuple[str | None, str | None], int] = {}
        self._days: dict[date, _Day | str] = {}
        self._terms: dict[str, frozenset[str] | None] = {}

    def __call__(self, part: RecordPart) -> PartSum:
        """Return the sum of one part."""
        columns = part.columns(_FIELDS)
        found = PartSum(table=f"{part.source.path}\x1f{part.source.sheet or ''}", placed=bool(part.first))
        found.rows = part.rows
        found.faults = columns.faults[:_FAULTS]
        self._count(columns, part.source.provides, part.source.path, found)
        return found

    def _count(self, columns: Columns, provides: frozenset[str], file: str, found: PartSum) -> None:
        none = [None] * len(columns.numbers)
        table = [columns.values.get(name, none) for name in _FIELDS]
        judge = _Judge(self, self._plan, provides)
        bases, days = self._bases(table, judge)
        blake, whole, digests, codes = hashlib.blake2b, int.from_bytes, found.digests, found.codes
        plain, unclear = judge.plain, columns.unclear
        for index, (base, day, number, applied, handled, outcome, reported) in enumerate(
            zip(bases, days, table[0], table[4], table[5], table[6], table[8], strict=True)
        ):
            if day.__class__ is str or number is None:
                found.skipped[str(day)] += 1
                continue
            if index not in unclear and plain(base, day, applied, handled, outcome, reported):
                code = base | day.bits | _BOTH_IN_TIME
            else:
                code = judge([column[index] for column in table], base, day, unclear.get(index, _CLEAR))
            digest = whole(blake(number.encode("utf-8", "replace"), digest_size=8).digest(), "big")
            bucket = digest & _BUCKET_MASK
            digests[bucket].append(digest)
            codes[bucket].append(code)
            if code & _PLAIN_MASK != _PLAIN:
                if len(found.exceptions) < _KEPT:
                    row = (columns.numbers[index], *(column[index] for column in table))
                    found.exceptions += _exceptions(CaseCode.of(code), row, file, bucket, len(codes[bucket]) - 1)
                else:
                    found.cut += 1

    def _bases(self, table: Sequence[Sequence[Any]], judge: _Judge) -> tuple[list[int], list[Any]]:
        """Return for each row what item, way and day say, and the day's facts (a text: why it does not count).

        Whatever repeats is asked once: items, ways and days are few, cases are many.
        """
        _, codes, names, ways, applied, *_ = table
        dates = [one.date() if one.__class__ is datetime else one for one in applied]
        facts = {day: self._day(day) for day in set(dates)}
        days = [facts[day] for day in dates]
        pairs = list(zip(codes, names, strict=True))
        items = {pair: self.item_bits(*pair) for pair in set(pairs)}
        by_way = {way: judge.way_bits(way) for way in set(ways)}
        told = zip(pairs, map(by_way.__getitem__, ways), strict=True)
        return [items[pair] & mask | bits for pair, (bits, mask) in told], days

    def _day(self, day: date | None) -> _Day | str:
        """Return what a day decides, or the reason why cases of that day do not belong here."""
        if day is None:
            return "没有申请时间"
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = self._new_day(day)
        return known

    def _new_day(self, day: date) -> _Day | str:
        if day.year != self._plan.as_of.year:
            return "不在考核年度"
        if day > self._plan.as_of:
            return "考核日之后申请"
        period = bisect_left(self._plan.milestones, day)
        return _Day(_ZERO._replace(period=period).packed(), self._due(day))

    def item_bits(self, code: str | None, name: str | None) -> int:
        """Return the bits of the unit, of whether the catalogue has the item and serves it online, and of the core."""
        key = (code, name)
        bits = self._items.get(key)
        if bits is None:
            if len(self._items) > 200_000:
                self._items.clear()
            bits = self._items[key] = self._new_item(code, name)
        return bits

    def _new_item(self, code: str | None, name: str | None) -> int:
        item, exact = self._plan.population.of_case(code, name)
        core = int(bool(code or name))
        if item is None:
            return _ZERO._replace(online_item=2, core=core).packed()
        unit = self._plan.units.get((item.channel, (item.authority.name or "").strip()), 0)
        available = item.online.available if exact else None
        online = 2 if available is None else int(available)
        return _ZERO._replace(unit=unit, known=int(exact or not code), online_item=online, core=core).packed()

    def terms_of(self, code: str | None) -> frozenset[str] | None:
        """Return the words that an item's refusals may name; None when the catalogue does not have it."""
        key = code or ""
        if key not in self._terms:
            item, exact = self._plan.population.of_case(code, None)
            self._terms[key] = reason_terms(item) if item is not None and exact else None
        return self._terms[key]


class _Judge:
    """The questions of one table: what it does not carry is not asked. Called with a row it gives its code."""

    def __init__(self, counter: PartCounter, plan: CasePlan, provides: frozenset[str]) -> None:
        self._counter, self._as_of, self._longest = counter, plan.as_of, plan.longest
        self._end = datetime.combine(plan.as_of + timedelta(days=1), datetime.min.time())
        self._handled = "handled" in provides
        self._reported = "reported" in provides and self._handled
        self._reasons = "opinion" in provides
        self._way = "way" in provides

    def way_bits(self, way: str | None) -> tuple[int, int]:
        """Return the bits of a way of applying, and the mask that takes the core away where no way is written."""
        online = (WAY_ONLINE if way in _ONLINE else WAY_OFFLINE) if self._way else WAY_UNTOLD
        return online << 18, -1 if way else ~1

    def plain(self, base: int, day: _Day, applied: Any, handled: Any, outcome: Any, reported: Any) -> bool:
        """Return whether a case is beyond doubt in time and not refused; any other is looked at closely."""
        if not outcome or outcome == _REFUSED:
            return False
        if handled.__class__ is not datetime or reported.__class__ is not datetime:
            return False
        if base & _ONLINE_BIT and (
            day.due is None or applied.__class__ is not datetime or applied > handled or handled.date() > day.due
        ):
            return False
        return self._reported and handled <= reported <= handled + self._longest and reported < self._end

    def __call__(self, row: Sequence[Any], base: int, day: _Day, unclear: Collection[str]) -> int:
        _, code, _, _, applied, handled, outcome, opinion, reported = row
        online = base >> 18 & 3
        refusal = 0
        if outcome == _REFUSED and online == WAY_ONLINE:
            asked = self._reasons and "opinion" not in unclear
            refusal = REFUSED_OFFSET + judge_reason(opinion, self._counter.terms_of(code)) if asked else NOT_CARRIED
        if handled is not None and not outcome:
            base &= ~1
        return base | day.bits | refusal << 8 | self._slow(online, applied, handled, reported, day.due, unclear)

    def _slow(
        self, online: int, applied: Any, handled: Any, reported: Any, due: date | None, unclear: Collection[str]
    ) -> int:
        told: int = Timing.IN_TIME if online == WAY_OFFLINE else NOT_CARRIED
        if self._handled and online == WAY_ONLINE:
            told = Timing.UNKNOWN if "handled" in unclear else handling(applied, handled, due, self._as_of)
        sent: int = NOT_CARRIED
        if self._reported:
            unread = "handled" in unclear or "reported" in unclear
            sent = Timing.UNKNOWN if unread else reporting(handled, reported, self._longest, self._as_of)
        done = handled is not None and day_of(handled) <= self._as_of
        return told << 15 | sent << 12 | done << 11


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
