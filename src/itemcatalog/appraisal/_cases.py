"""Sums over any number of cases: each case becomes one number, numbers are counted, repetitions count once.

A part of a table is read by column and reduced to two arrays: digests of the case numbers and codes of what each
case is. The arrays of all parts are joined bucket by bucket; only where a digest occurs twice is anything looked at
singly. Five million cases are sixteen bytes each, never five million objects.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import define, field

from itemcatalog.appraisal._case_code import CaseCode
from itemcatalog.appraisal._case_part import BUCKETS, Exceptional, PartSum
from itemcatalog.findings import Fault

__all__ = ["CaseSums", "join_parts"]

_FAULTS = 2_000
EXCEPTIONS = 20_000


@define(slots=True, kw_only=True)
class CaseSums:
    """办件合计: how often each code occurs, and the cases that an indicator must show.

    ``units`` are (channel, authority) by the unit number of a code. ``exceptions`` holds at most 20,000, in the order
    read; ``cut`` says how many more there are. ``skipped`` counts cases that do not belong here, by reason.
    """

    codes: Counter[int] = field(factory=Counter)
    units: tuple[tuple[str, str], ...] = ()
    milestones: tuple[date, ...] = ()
    exceptions: list[Exceptional] = field(factory=list)
    cut: int = 0
    repeated: int = 0
    skipped: Counter[str] = field(factory=Counter)
    faults: list[Fault] = field(factory=list)
    rows: int = 0

    @property
    def given(self) -> bool:
        """Whether there was any table of cases."""
        return self.rows > 0

    def decoded(self) -> Iterable[tuple[CaseCode, int]]:
        """Yield each code taken apart with the number of cases that have it."""
        for code in sorted(self.codes):
            yield CaseCode.of(code), self.codes[code]


def join_parts(parts: Iterable[PartSum], units: tuple[tuple[str, str], ...], milestones: Sequence[date]) -> CaseSums:
    """Join the sums of parts, in the order of the parts: of a repeated number the first case counts."""
    found = CaseSums(units=units, milestones=tuple(milestones))
    digests = [array("Q") for _ in range(BUCKETS)]
    codes = [array("Q") for _ in range(BUCKETS)]
    before: dict[str, int] = {}
    for part in parts:
        rows = before.get(part.table, 0)
        _exceptions(found, part, rows, [len(one) for one in digests])
        for bucket in range(BUCKETS):
            digests[bucket].extend(part.digests[bucket])
            codes[bucket].extend(part.codes[bucket])
        found.skipped.update(part.skipped)
        found.faults += part.moved_faults(rows)[: _FAULTS - len(found.faults)]
        found.rows += part.rows
        before[part.table] = rows + part.rows
    _count(found, digests, codes)
    return found


def _exceptions(found: CaseSums, part: PartSum, rows: int, offsets: Sequence[int]) -> None:
    room = EXCEPTIONS - len(found.exceptions)
    for one in part.exceptions[:room]:
        found.exceptions.append(
            one._replace(row=one.row + (0 if part.placed else rows), slot=one.slot + offsets[one.bucket])
        )
    found.cut += part.cut + max(0, len(part.exceptions) - room)


def _count(found: CaseSums, digests: Sequence[array[int]], codes: Sequence[array[int]]) -> None:
    again: set[tuple[int, int]] = set()
    for bucket, (own, values) in enumerate(zip(digests, codes, strict=True)):
        if len(set(own)) == len(own):
            found.codes.update(values)
            continue
        seen: set[int] = set()
        for index, (digest, code) in enumerate(zip(own, values, strict=True)):
            if digest in seen:
                again.add((bucket, index))
            else:
                seen.add(digest)
                found.codes[code] += 1
    found.repeated = len(again)
    if again:
        found.exceptions = [one for one in found.exceptions if (one.bucket, one.slot) not in again]
