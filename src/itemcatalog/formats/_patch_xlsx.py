"""An office's own workbook with some cells changed (原表更正): only those cells, everything else as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from itemcatalog.errors import SourceError, UsageError
from itemcatalog.files import Archive, open_archive
from itemcatalog.formats._bounds import column_number
from itemcatalog.formats._guard import sheet_members
from itemcatalog.formats._write_xlsx import cell_text

__all__ = ["patch_xlsx"]

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_PREFIX = re.compile(rb"<([A-Za-z0-9_]+:)?sheetData\b")
_REFERENCE = rb"""\sr\s*=\s*["']%b["']"""
_ATTRIBUTES = rb"""(?:[^>"']|"[^"]*"|'[^']*')*?"""
_STYLE = re.compile(rb"""\ss\s*=\s*["']([0-9]+)["']""")
_CELL_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]+)[0-9]+["']""")
_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["']([0-9]+)["']""")
_AFTER_ALL = 1 << 31
# Texts and numbers by row and letters of the column.
_Cells = dict[tuple[int, str], str | int]


def patch_xlsx(data: bytes, changes: Mapping[tuple[str, str], str | int], path: str = "workbook.xlsx") -> bytes:
    """Return an .xlsx in which these cells (sheet name, address ``C12``) hold these texts or numbers; styles stay.

    Every other part of the file keeps its bytes; the same call gives the same bytes. An empty text empties the cell.
    Raises ``UsageError`` for a sheet that is not there, an address that is none, and a cell that holds a formula;
    ``SourceError`` when the workbook is no sound .xlsx. ``path`` is the name that errors show.
    """
    archive = open_archive(data, path)
    members = {name: member for member, name in sheet_members(archive).items()}
    if not members:
        raise SourceError("不是 .xlsx 工作簿，不能在原表上更正", path=path)
    sheets: dict[str, _Cells] = {}
    for (sheet, address), text in changes.items():
        sheets.setdefault(sheet, {})[_split(address, f"{path} · {sheet}")] = text
    edited: dict[str, bytes] = {}
    for sheet, cells in sheets.items():
        if (member := members.get(sheet)) is None:
            raise UsageError(f"工作簿 {path} 没有工作表“{sheet}”")
        edited[member] = _with_cells(archive.read(member), cells, f"{path} · {sheet}")
    return _packed(data, archive, edited)


def _split(address: str, shown: str) -> tuple[int, str]:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise UsageError(f"{shown} · {address}：不是单元格地址")
    return int(found.group(2)), found.group(1)


def _packed(data: bytes, archive: Archive, edited: Mapping[str, bytes]) -> bytes:
    """Write the archive again with the same members, names, dates and order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        after.comment = before.comment
        for info, name in zip(before.infolist(), archive.names, strict=True):
            after.writestr(info, edited.get(name) or archive.read(name), compress_type=info.compress_type)
    return buffer.getvalue()


def _with_cells(xml: bytes, cells: _Cells, shown: str) -> bytes:
    """Return a sheet with these cells, in one pass over its rows; a row that is not there comes before the next one."""
    prefix = _prefix(xml)
    by_row: dict[int, dict[str, str | int]] = {}
    for (row, letters), text in cells.items():
        by_row.setdefault(row, {})[letters] = text
    rows = [(number, found.span()) for number, found in _rows(xml, prefix)]
    missing = sorted(by_row.keys() - {number for number, _ in rows})
    end = xml.index(b"</" + prefix + b"sheetData") if missing else len(xml)
    parts, at = [], 0
    for number, (start, stop) in [*rows, (_AFTER_ALL, (end, end))]:
        if number not in by_row and (not missing or missing[0] > number):
            continue
        parts.append(xml[at:start])
        while missing and missing[0] < number:
            row = missing.pop(0)
            parts.append(_with_row(b"<" + prefix + b'row r="%d"/>' % row, prefix, row, by_row[row], shown))
        parts.append(_with_row(xml[start:stop], prefix, number, by_row.pop(number, {}), shown))
        at = stop
    return b"".join([*parts, xml[at:]])


def _rows(xml: bytes, prefix: bytes) -> Iterator[tuple[int, re.Match[bytes]]]:
    """Yield the rows of a sheet with their numbers; one that has none is the next one."""
    number = 0
    pattern = b"<" + prefix + rb"row\b(" + _ATTRIBUTES + rb")(?:/>|(?<!/)>.*?</" + prefix + rb"row\s*>)"
    for found in re.finditer(pattern, xml, re.DOTALL):
        stated = _ROW_NUMBER.search(found.group(1))
        number = int(stated.group(1)) if stated else number + 1
        yield number, found


def _with_row(xml: bytes, prefix: bytes, row: int, cells: Mapping[str, str | int], shown: str) -> bytes:
    if cells and xml.endswith(b"/>"):
        xml = xml[:-2].rstrip() + b"></" + prefix + b"row>"
    for letters, text in cells.items():
        xml = _with_cell(xml, prefix, letters, row, text, shown)
    return xml


def _with_cell(xml: bytes, prefix: bytes, letters: str, row: int, text: str | int, shown: str) -> bytes:
    """Return a row with one cell: in the place of the old one, else before the next column."""
    address = f"{letters}{row}"
    cell = _element(prefix + b"c", address.encode()).search(xml)
    if cell is None:
        at = _before_column(xml, prefix, letters)
        return xml[:at] + _cell(prefix, address, text, None) + xml[at:]
    if b"<" + prefix + b"f" in cell.group():
        raise UsageError(f"{shown} · {address}：单元格是公式，不能改写")
    style = _STYLE.search(cell.group(1))
    return xml[: cell.start()] + _cell(prefix, address, text, style.group(1) if style else None) + xml[cell.end() :]


def _prefix(xml: bytes) -> bytes:
    found = _PREFIX.search(xml)
    return (found.group(1) or b"") if found is not None else b""


def _element(tag: bytes, reference: bytes) -> re.Pattern[bytes]:
    """Match one element with this reference, empty or with its content; group 1 holds its attributes."""
    attributes = b"(" + _ATTRIBUTES + _REFERENCE % re.escape(reference) + _ATTRIBUTES + b")"
    return re.compile(b"<" + tag + rb"\b" + attributes + rb"(?:/>|(?<!/)>.*?</" + tag + rb"\s*>)", re.DOTALL)


def _cell(prefix: bytes, address: str, text: str | int, style: bytes | None) -> bytes:
    look = f' s="{style.decode()}"' if style is not None else ""
    name = prefix.decode()
    if isinstance(text, int):
        return f'<{name}c r="{address}"{look}><{name}v>{text}</{name}v></{name}c>'.encode()
    if not text:
        return f'<{name}c r="{address}"{look}/>'.encode()
    content = escape(cell_text(text))
    return (
        f'<{name}c r="{address}"{look} t="inlineStr"><{name}is><{name}t xml:space="preserve">{content}'
        f"</{name}t></{name}is></{name}c>"
    ).encode()


def _before_column(row: bytes, prefix: bytes, letters: str) -> int:
    number = column_number(letters)
    for cell in re.finditer(b"<" + prefix + rb"c\b" + _ATTRIBUTES + rb"/?>", row):
        reference = _CELL_REFERENCE.search(cell.group())
        if reference is not None and column_number(reference.group(1).decode()) > number:
            return cell.start()
    return row.rindex(b"</")
