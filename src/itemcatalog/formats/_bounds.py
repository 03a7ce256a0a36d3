"""How large a sheet really is, asked before calamine allocates it (S6, LIBRARIES finding 4)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import define

from itemcatalog.errors import SourceError
from itemcatalog.files import Limits

__all__ = ["SheetFacts", "check_bounds", "check_size", "column_number", "facts_of"]

_GRID_ROWS = 1_048_576
_GRID_COLUMNS = 16_384
_LETTERS = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)""")
_DIGITS = re.compile(rb"""\sr\s*=\s*["'][A-Za-z]*([0-9]+)""")
# The same three with the literal start that every writer uses: several times faster on large sheets.
_PLAIN_LETTERS = re.compile(rb' r="([A-Za-z]*)')
_PLAIN_DIGITS = re.compile(rb' r="[A-Za-z]*([0-9]+)')
_PLAIN_LONG_NUMBER = re.compile(rb' r="[A-Za-z]*[0-9]{6}')
_SPACED = (b" r =", b" r= ")
_LONG_NUMBER = re.compile(rb"""\sr\s*=\s*["'][A-Za-z]*[0-9]{6}""")
_PLAIN = (_PLAIN_LETTERS, _PLAIN_DIGITS, _PLAIN_LONG_NUMBER)
_CAREFUL = (_LETTERS, _DIGITS, _LONG_NUMBER)
_HIDDEN_ROW = re.compile(rb"""<(?:[A-Za-z0-9_]+:)?row\b[^>]*\shidden\s*=\s*["'](?:1|true)["'][^>]*>""")
_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["']([0-9]+)""")
_COLUMN = re.compile(rb"<(?:[A-Za-z0-9_]+:)?col\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""\s([A-Za-z]+)\s*=\s*["']([^"']*)""")
_ERROR_CELL = re.compile(
    rb"""<(?:[A-Za-z0-9_]+:)?c\b(?=[^>]*\st\s*=\s*["']e["'])[^>]*\sr\s*=\s*["']([A-Za-z]+[0-9]+)[^>]*>"""
    rb"""(?:<(?:[A-Za-z0-9_]+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</[^>]*>))?(?:<(?:[A-Za-z0-9_]+:)?v>([^<]{1,30})<)?"""
)
_FORMULA_CELL = re.compile(
    rb"""<c\b[^>]*\sr\s*=\s*["']([A-Za-z]+[0-9]+)[^>]*>(?:<f\b[^>]*/>|<f\b[^>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>"""
)
_CELL = re.compile(rb"""<(?:[A-Za-z0-9_]+:)?c(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_CELL_START = re.compile(rb"<(?:[A-Za-z0-9_]+:)?c(?=[\s/>])")
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]+)([0-9]+)["']""")
_SHORT_ROWS = 99_999


@define(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """工作表事实: what calamine does not tell: hidden rows (from 1) and columns (from 0), cells that show an error
    and which one, cells with a formula that was never computed.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: tuple[tuple[str, str], ...] = ()
    uncomputed: tuple[str, ...] = ()


def column_number(letters: str) -> int:
    """Return the position of a column counted from 1; ``XFD`` is 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def check_bounds(xml: bytes, path: str, sheet: str, bounds: Limits) -> None:
    """Raise ``SourceError`` when a cell lies outside Excel's grid or the rectangle of all cells is too large."""
    letters, digits, long_number = _PLAIN if _is_plain(xml) else _CAREFUL
    columns = max((column_number(one.decode()) for one in set(letters.findall(xml))), default=1) or 1
    exact = columns * _SHORT_ROWS > bounds.sheet_cells or long_number.search(xml) is not None
    rows = max((int(one) for one in set(digits.findall(xml))), default=1) if exact else 1
    if columns > _GRID_COLUMNS or rows > _GRID_ROWS:
        raise SourceError(f"工作表“{sheet}”的单元格地址超出 Excel 的范围（XFD1048576），拒绝读取", path=path)
    if columns > bounds.sheet_columns or rows * columns > bounds.sheet_cells:
        rows, columns = _filled(xml) or (rows, columns)
    check_size(sheet, rows, columns, path, bounds)


def _is_plain(xml: bytes) -> bool:
    """Whether every reference is written ``␣r="``: no apostrophe, no white space but blanks and one line end."""
    if b"'" in xml or b"\t" in xml or xml.count(b"\n") > 1 or xml.count(b"\r") > 1:
        return False
    ends = (xml.find(b"\n"), xml.find(b"\r"))
    return not any(xml[at + 1 : at + 2] == b"r" for at in ends if at >= 0) and not any(one in xml for one in _SPACED)


def _filled(xml: bytes) -> tuple[int, int] | None:
    """Return the last row and column that hold something: formatting far away is not read and costs nothing.

    None when not every cell says where it stands, so that the careful answer counts.
    """
    rows = columns = 1
    cells = 0
    for tag in _CELL.findall(xml):
        cells += 1
        reference = _REFERENCE.search(tag)
        if reference is None:
            return None
        if not tag.endswith(b"/"):
            rows = max(rows, int(reference.group(2)))
            columns = max(columns, column_number(reference.group(1).decode()))
    return (rows, columns) if cells == len(_CELL_START.findall(xml)) else None


def check_size(sheet: str, rows: int, columns: int, path: str, bounds: Limits) -> None:
    """Raise ``SourceError`` that names the sheet and the limit when a sheet is too large."""
    try:
        bounds.check("sheet_columns", columns, path)
        bounds.check("sheet_rows", rows, path)
        bounds.check("sheet_cells", rows * columns, path)
    except SourceError as error:
        raise SourceError(f"工作表“{sheet}”：{error.message}", path=path, detail=error.detail) from error


def facts_of(xml: bytes) -> SheetFacts:
    """Return what the XML of a sheet hides; it is only looked through, not parsed."""
    rows = (_ROW_NUMBER.search(one) for one in _HIDDEN_ROW.findall(xml)) if b"hidden" in xml else ()
    has_errors = b't="e"' in xml or b"t='e'" in xml
    has_formulas = b"<f" in xml
    return SheetFacts(
        hidden_rows=frozenset(int(one.group(1)) for one in rows if one is not None),
        hidden_columns=_hidden_columns(xml[: xml.find(b"<sheetData")] if b"<sheetData" in xml else b""),
        errors=_errors(xml) if has_errors else (),
        uncomputed=_addresses(_FORMULA_CELL, xml) if has_formulas else (),
    )


def _hidden_columns(head: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for one in _COLUMN.findall(head):
        attributes: Mapping[bytes, bytes] = dict(_ATTRIBUTE.findall(one))
        if attributes.get(b"hidden") in (b"1", b"true"):
            first, last = (int(attributes.get(name, b"0") or b"0") for name in (b"min", b"max"))
            hidden |= {column - 1 for column in range(max(first, 1), min(last, _GRID_COLUMNS) + 1)}
    return frozenset(hidden)


def _errors(xml: bytes) -> tuple[tuple[str, str], ...]:
    """Return the address of each cell that shows an error, with the error (``#REF!``; empty where it is not told)."""
    found = _ERROR_CELL.finditer(xml)
    return tuple((one.group(1).decode().upper(), (one.group(2) or b"").decode(errors="replace")) for one in found)


def _addresses(pattern: re.Pattern[bytes], xml: bytes) -> tuple[str, ...]:
    return tuple(one.group(1).decode().upper() for one in pattern.finditer(xml))
