"""An office's own workbook with some cells changed (原表更正): only those cells, everything else as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
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
    edited: dict[str, bytes] = {}
    for (sheet, address), text in changes.items():
        member = members.get(sheet)
        if member is None:
            raise UsageError(f"工作簿 {path} 没有工作表“{sheet}”")
        xml = edited.get(member) or archive.read(member)
        edited[member] = _with_cell(xml, address, text, f"{path} · {sheet} · {address}")
    return _packed(data, archive, edited)


def _packed(data: bytes, archive: Archive, edited: Mapping[str, bytes]) -> bytes:
    """Write the archive again with the same members, names, dates and order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        after.comment = before.comment
        for info, name in zip(before.infolist(), archive.names, strict=True):
            after.writestr(info, edited.get(name) or archive.read(name), compress_type=info.compress_type)
    return buffer.getvalue()


def _with_cell(xml: bytes, address: str, text: str | int, shown: str) -> bytes:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise UsageError(f"{shown}：不是单元格地址")
    prefix = _prefix(xml)
    pattern = _element(prefix + b"c", address.encode())
    cell = pattern.search(xml)
    if cell is None:
        return _with_new_cell(xml, prefix, found.group(1), int(found.group(2)), text)
    if b"<" + prefix + b"f" in cell.group():
        raise UsageError(f"{shown}：单元格是公式，不能改写")
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


def _with_new_cell(xml: bytes, prefix: bytes, letters: str, row: int, text: str | int) -> bytes:
    """Put a cell where none stood: into its row before the next column, or into a new row before the next one."""
    cell = _cell(prefix, f"{letters}{row}", text, None)
    found = _element(prefix + b"row", str(row).encode()).search(xml)
    if found is None:
        whole = b"<" + prefix + b'row r="' + str(row).encode() + b'">' + cell + b"</" + prefix + b"row>"
        at = _before_row(xml, prefix, row)
        return xml[:at] + whole + xml[at:]
    if found.group().endswith(b"/>"):
        opened = found.group()[:-2] + b">" + cell + b"</" + prefix + b"row>"
        return xml[: found.start()] + opened + xml[found.end() :]
    at = _before_column(xml, prefix, letters, found.start(), found.end())
    return xml[:at] + cell + xml[at:]


def _before_column(xml: bytes, prefix: bytes, letters: str, start: int, end: int) -> int:
    number = column_number(letters)
    for cell in re.finditer(b"<" + prefix + rb"c\b" + _ATTRIBUTES + rb"/?>", xml[start:end]):
        reference = _CELL_REFERENCE.search(cell.group())
        if reference is not None and column_number(reference.group(1).decode()) > number:
            return start + cell.start()
    return end - len(b"</" + prefix + b"row>")


def _before_row(xml: bytes, prefix: bytes, row: int) -> int:
    for found in re.finditer(b"<" + prefix + rb"row\b" + _ATTRIBUTES + rb"/?>", xml):
        number = _ROW_NUMBER.search(found.group())
        if number is not None and int(number.group(1)) > row:
            return found.start()
    return xml.index(b"</" + prefix + b"sheetData")
