"""Workbooks for people: text cells, filters, a frozen header, widths, colours; the same bytes every time (S11, S13)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

__all__ = ["Column", "Sheet", "workbook"]

CELL_LIMIT = 32_767
SHEET_NAME_LIMIT = 31
CUT = "…（全文见附表）"

# Paper by its number in the format, and the characters in a row that still print well on A4 (upright, landscape).
_A4, _A3 = 9, 8
_A4_WIDTH = (130, 200)

# Height of a line in points, and the most lines that a row shows: not every program fits rows by itself.
_LINE, _MOST_LINES, _TITLE = 14.5, 20, 20

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp of the format, no clock
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}

Value = str | int | float | None


@define(frozen=True, slots=True, kw_only=True)
class Column:
    """列: a header with a width (in characters) and, for some values, a colour of the cell.

    ``choices`` makes a drop-down of the column's cells.
    """

    title: str
    width: int = 16
    colours: Mapping[str, str] = field(default=MappingProxyType({}), hash=False)
    choices: tuple[str, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class Sheet:
    """工作表: columns and rows; lines of ``heading`` stand above the header."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    heading: tuple[str, ...] = ()
    landscape: bool = True


def workbook(sheets: Iterable[Sheet], *, title: str = "") -> bytes:
    """Return an .xlsx file with these sheets in order.

    Every text is written as text (never a formula, a link or a number); what is longer than a cell may be is cut
    visibly. Names of sheets are made valid and unique.
    """
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"title": title, "created": _CREATED})
    formats = _Formats(book)
    taken: set[str] = set()
    for sheet in sheets:
        _write(book.add_worksheet(sheet_name(sheet.name, taken)), sheet, formats)
    book.close()
    return stream.getvalue()


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a valid sheet name near the wanted one that is not in ``taken`` (and put it there)."""
    base = _FORBIDDEN.sub("", _FORBIDDEN_IN_NAME.sub("-", wanted)).strip().strip("'") or "Sheet"
    if base.casefold() == "history":
        base = f"{base}_"
    name, number = base[:SHEET_NAME_LIMIT], 1
    while name.casefold() in taken:
        number += 1
        ending = f" ({number})"
        name = base[: SHEET_NAME_LIMIT - len(ending)] + ending
    taken.add(name.casefold())
    return name


class _Formats:
    """Cell formats made once per workbook."""

    def __init__(self, book: Workbook):
        self._book = book
        base = {"font_name": "等线", "font_size": 10, "valign": "top"}
        self.header = book.add_format(base | {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True})
        self.title = book.add_format(base | {"bold": True, "font_size": 13})
        self.cell = book.add_format(base | {"text_wrap": True, "num_format": "@"})
        self.number = book.add_format(base)
        self._base = base
        self._coloured: dict[str, Format] = {}

    def coloured(self, colour: str) -> Format:
        """Return the cell format with a background."""
        if colour not in self._coloured:
            style = self._base | {"text_wrap": True, "num_format": "@", "bg_color": colour}
            self._coloured[colour] = self._book.add_format(style)
        return self._coloured[colour]


def _write(target: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    top = len(sheet.heading)
    for row, line in enumerate(sheet.heading):
        target.set_row(row, _TITLE)
        target.write_string(row, 0, _text(line), formats.title)
    for index, column in enumerate(sheet.columns):
        target.set_column(index, index, column.width)
        target.write_string(top, index, column.title, formats.header)
    _fit(target, top, [column.title for column in sheet.columns], [column.width for column in sheet.columns])
    _write_rows(target, sheet, top + 1, formats)
    last = top + len(sheet.rows)
    target.freeze_panes(top + 1, 0)
    if sheet.columns:
        target.autofilter(top, 0, max(last, top), len(sheet.columns) - 1)
    _choices(target, sheet, top + 1, max(last, top + 1))
    _page(target, sheet, top)


def _page(target: Worksheet, sheet: Sheet, header: int) -> None:
    """Set the page: as wide as all columns, on A4 or, where that would print too small, on A3."""
    target.repeat_rows(header)
    if sheet.landscape:
        target.set_landscape()
    wide = sum(column.width for column in sheet.columns) > _A4_WIDTH[sheet.landscape]
    target.set_paper(_A3 if wide else _A4)
    target.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    target.set_footer("&L&9&A&R&9&P / &N")
    target.hide_gridlines(0)
    target.fit_to_pages(1, 0)


def _write_rows(target: Worksheet, sheet: Sheet, first: int, formats: _Formats) -> None:
    colours = [column.colours for column in sheet.columns]
    widths = [column.width for column in sheet.columns]
    cell, number = formats.cell, formats.number
    for row, values in enumerate(sheet.rows, start=first):
        _fit(target, row, values, widths)
        for index, value in enumerate(values):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                colour = colours[index].get(value)
                target.write_string(row, index, _text(value), formats.coloured(colour) if colour else cell)
            else:
                target.write_number(row, index, value, number)


def _fit(target: Worksheet, row: int, values: Sequence[Value], widths: Sequence[int]) -> None:
    """Make a row as high as its texts, up to the most lines that a row shows."""
    lines = _lines(values, widths)
    if lines > 1:
        target.set_row(row, _LINE * min(lines, _MOST_LINES))


def _lines(values: Sequence[Value], widths: Sequence[int]) -> int:
    """Return how many lines the fullest cell of a row takes when its text is wrapped (a Chinese character is wide)."""
    lines = 1
    for value, width in zip(values, widths, strict=True):
        if isinstance(value, str) and (2 * len(value) > width or "\n" in value):
            parts = value.split("\n") if "\n" in value else (value,)
            lines = max(lines, sum(1 + len(part.encode("gbk", "replace")) // max(width - 1, 1) for part in parts))
    return lines


def _choices(target: Worksheet, sheet: Sheet, first: int, last: int) -> None:
    for index, column in enumerate(sheet.columns):
        if column.choices:
            rule: dict[str, Any] = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            target.data_validation(first, index, last, index, rule)


def _text(value: str) -> str:
    """Take out what XML cannot hold, and cut visibly what a cell cannot hold (Excel counts UTF-16 units)."""
    if _FORBIDDEN.search(value):
        value = _FORBIDDEN.sub("\ufffd", value)
    if len(value) * 2 > CELL_LIMIT and _units(value) > CELL_LIMIT:
        value = _cut(value, CELL_LIMIT - len(CUT)) + CUT
    return value


def _units(value: str) -> int:
    return len(value) + sum(character > "\uffff" for character in value)


def _cut(value: str, units: int) -> str:
    kept = value[:units]
    while _units(kept) > units:
        kept = kept[: len(kept) - max(1, (_units(kept) - units) // 2)]
    return kept
