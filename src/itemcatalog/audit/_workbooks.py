"""report.xlsx and units/<unit>.xlsx: lists to work through in Excel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itemcatalog.audit._report import Report
from itemcatalog.audit._rows import row_of, titles, unit_words
from itemcatalog.audit._units import UnitPart
from itemcatalog.audit._words import SEVERITIES
from itemcatalog.findings import Severity, Text
from itemcatalog.render import Column, Sheet, workbook

__all__ = ["report_workbook", "unit_workbook"]

# fmt: off
_COLUMNS = (
    "severity", "rule", "rule_name", "unit", "channel", "item", "code", "field", "message", "found", "expected",
    "basis", "recommendation", "place", "status", "fingerprint",
)
_UNIT_COLUMNS = (
    "severity", "rule", "rule_name", "channel", "item", "code", "field", "message", "found", "expected", "basis",
    "recommendation", "due", "reply", "place", "status", "fingerprint",
)
# fmt: on
_WIDTHS = {
    "severity": 6,
    "rule": 8,
    "rule_name": 14,
    "unit": 16,
    "channel": 12,
    "item": 24,
    "code": 20,
    "field": 11,
    "message": 40,
    "found": 22,
    "expected": 18,
    "basis": 26,
    "recommendation": 28,
    "place": 20,
    "status": 6,
    "fingerprint": 10,
    "due": 10,
    "reply": 24,
}
_TONES = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFE699", Severity.NOTICE: "#DDEBF7"}
_ALL = Text("全部问题", "All findings")
_ROWS_OF_A_SHEET = 1_048_000


def report_workbook(report: Report, parts: Sequence[UnitPart]) -> bytes:
    """Return report.xlsx: every finding on the first sheet, then one sheet per unit."""
    return workbook(_report_sheets(report, parts), title=report.name)


def unit_workbook(report: Report, part: UnitPart) -> bytes:
    """Return the workbook of one unit, with columns for its answer."""
    name = unit_words(part.name, report.language)
    sheet = Sheet(name=name, columns=_columns(report, _UNIT_COLUMNS), rows=_rows(report, part.findings, _UNIT_COLUMNS))
    return workbook([sheet], title=f"{report.name} · {name}")


def _report_sheets(report: Report, parts: Sequence[UnitPart]) -> Iterator[Sheet]:
    columns = _columns(report, _COLUMNS)
    rows = _rows(report, range(len(report.findings)), _COLUMNS)
    name = _ALL.in_language(report.language)
    for start in range(0, max(len(rows), 1), _ROWS_OF_A_SHEET):
        yield Sheet(name=name, columns=columns, rows=rows[start : start + _ROWS_OF_A_SHEET])
    for part in parts:
        yield Sheet(
            name=unit_words(part.name, report.language), columns=columns, rows=[rows[index] for index in part.findings]
        )


def _columns(report: Report, names: tuple[str, ...]) -> tuple[Column, ...]:
    colours = {SEVERITIES[one].in_language(report.language): tone for one, tone in _TONES.items()}
    return tuple(
        Column(title=title, width=_WIDTHS[name], colours=colours if name == "severity" else {})
        for name, title in zip(names, titles(names, report.language), strict=True)
    )


def _rows(report: Report, indexes: Sequence[int], columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [row_of(report, index, columns) for index in indexes]
