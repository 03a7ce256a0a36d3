"""The units of a report (单位): their order, their findings, their files."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define

from itemcatalog.audit._report import Report, Tally
from itemcatalog.audit._rows import OTHER_UNIT
from itemcatalog.findings import Severity
from itemcatalog.text import slug

__all__ = ["UnitPart", "ranking", "unit_parts"]


@define(frozen=True, slots=True, kw_only=True)
class UnitPart:
    """单位部分: one unit with the numbers of its findings in the report, and the name of its workbook."""

    name: str
    file: str
    findings: tuple[int, ...]
    tally: Tally

    def counts(self, report: Report) -> dict[Severity, int]:
        """Return the number of its findings by severity, waived ones left out."""
        totals = dict.fromkeys(Severity, 0)
        for index in self.findings:
            finding = report.findings[index]
            if finding.status != "waived":
                totals[finding.severity] += 1
        return totals


def unit_parts(report: Report) -> tuple[UnitPart, ...]:
    """Return the units that have findings: most errors first, then most warnings, then by name; 其他 last."""
    indexes: dict[str, list[int]] = {}
    for index, units in enumerate(report.units):
        for unit in units:
            indexes.setdefault(unit, []).append(index)
    files = _files(sorted(indexes))
    parts = [
        UnitPart(name=unit, file=files[unit], findings=tuple(found), tally=report.by_authority.get(unit, Tally()))
        for unit, found in indexes.items()
    ]
    return tuple(sorted(parts, key=lambda part: _order(part, report)))


def ranking(report: Report) -> tuple[tuple[int, str, Tally], ...]:
    """Return the comparable units with their rank: fewest causes per 100 items first, equals share a rank.

    Units of too little data are left out.
    """
    ranked = [
        (tally.causes_per_100_items or 0, name, tally) for name, tally in report.by_authority.items() if tally.ranked
    ]
    ranked.sort(key=lambda entry: (entry[0], entry[1]))
    rates = [rate for rate, _, _ in ranked]
    return tuple((rates.index(rate) + 1, name, tally) for rate, name, tally in ranked)


def _order(part: UnitPart, report: Report) -> tuple[bool, int, int, str]:
    counts = part.counts(report)
    return part.name == OTHER_UNIT, -counts[Severity.ERROR], -counts[Severity.WARNING], part.name


def _files(units: list[str]) -> Mapping[str, str]:
    """Name one file per unit; names that differ only by case get a number."""
    taken: set[str] = set()
    files = {}
    for unit in units:
        base = slug(unit)
        name, number = base, 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        files[unit] = f"{name}.xlsx"
    return files
