"""One finding as a line of a table: the same words in the workbook, the page, the text and the terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from itemcatalog.audit._report import Report
from itemcatalog.audit._words import COLUMNS, SEVERITIES, STATUS, field_words
from itemcatalog.findings import Finding, ItemRef, Place, Text

__all__ = ["OTHER_UNIT", "best_code", "place_words", "row_of", "titles", "unit_words"]

# Findings without an item (a list, a waiver, a whole channel) belong to no unit.
OTHER_UNIT = "其他"

_CODE_ORDER = ("handling", "implementation", "local_implementation", "basic", "local_basic", "directory", "portal")


def titles(columns: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the headers of these columns."""
    return tuple(COLUMNS[name].in_language(language) for name in columns)


def unit_words(unit: str, language: str) -> str:
    """Return the name of a unit as it is shown."""
    return "other" if unit == OTHER_UNIT and language == "en" else unit


def place_words(place: Place, language: str) -> str:
    """Return a place as a person finds it: ``市级.xlsx · 事项!C12``, ``市级.csv · 第 12 行``."""
    cell = place.cell
    if cell and place.sheet:
        parts = [place.file, f"{place.sheet}!{cell}"]
    elif cell:
        parts = [place.file, cell]
    else:
        row = Text(f"第 {place.row} 行", f"row {place.row}").in_language(language)
        parts = [place.file, place.sheet, row if place.row is not None else None]
    return " · ".join(part for part in parts if part)


def best_code(item: ItemRef | None) -> str:
    """Return the most exact code of an item, or nothing."""
    if item is None:
        return ""
    return next((item.codes[name] for name in _CODE_ORDER if item.codes.get(name)), "")


def row_of(report: Report, index: int, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells of one finding of a report for these columns."""
    finding = report.findings[index]
    return tuple(_CELLS[name](report, finding, report.units[index]) for name in columns)


_Cell = Callable[[Report, Finding, tuple[str, ...]], str]

_CELLS: Mapping[str, _Cell] = {
    "severity": lambda report, one, _: SEVERITIES[one.severity].in_language(report.language),
    "rule": lambda _, one, __: one.rule,
    "rule_name": lambda report, one, _: report.rules[one.rule].name if one.rule in report.rules else "",
    "unit": lambda report, _, units: "、".join(unit_words(unit, report.language) for unit in units),
    "channel": lambda report, one, _: report.channel_name(one.channel),
    "item": lambda _, one, __: one.item.name if one.item else "",
    "code": lambda _, one, __: best_code(one.item),
    "field": lambda report, one, _: field_words(one.field, report.language),
    "message": lambda _, one, __: one.message,
    "found": lambda _, one, __: one.found or "",
    "expected": lambda _, one, __: one.expected or "",
    "basis": lambda _, one, __: one.basis,
    "recommendation": lambda _, one, __: one.recommendation,
    "place": lambda report, one, _: place_words(one.place, report.language),
    "status": lambda report, one, _: STATUS[one.status].in_language(report.language),
    "fingerprint": lambda _, one, __: one.fingerprint,
    "due": lambda _, __, ___: "",
    "reply": lambda _, __, ___: "",
}
