"""Opening a workbook only after it was measured (S5–S7): every damage is our ``SourceError``."""

from __future__ import annotations

import contextlib
import html
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from attrs import define
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from itemcatalog.errors import SourceError
from itemcatalog.files import Archive, Limits, limits, open_archive
from itemcatalog.formats._bounds import SheetFacts, check_bounds, check_size, facts_of

__all__ = ["Opened", "guarded", "open_workbook", "sheet_members"]

_TAG = rb"""<(?:[A-Za-z0-9_]+:)?%b\b((?:[^>"']|"[^"]*"|'[^']*')*)>"""
_SHEET = re.compile(_TAG % b"sheet")
_RELATION = re.compile(_TAG % b"Relationship")
_PROPERTIES = re.compile(_TAG % b"workbookPr")
_ATTRIBUTE = re.compile(rb"""([A-Za-z0-9_:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WIDE = "sheetData".encode("utf-16-le")
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MACINTOSH = date(1904, 1, 1)
_WINDOWS = date(1899, 12, 30)
_CHILD_SECONDS = 120


@define(frozen=True, slots=True, kw_only=True)
class Opened:
    """已打开的工作簿: calamine's workbook, and by sheet name what only the XML tells (empty for other formats)."""

    workbook: CalamineWorkbook
    facts: Mapping[str, SheetFacts]
    epoch: date
    told: bool


def open_workbook(data: bytes, path: str) -> Opened:
    """Measure a workbook (.xlsx .xlsm .xlsb .xls .et .ods) and open it from its bytes."""
    bounds = limits()
    if data.startswith(b"PK"):
        archive = open_archive(data, path)
        if "xl/workbook.xml" in archive.names:
            workbook = archive.read("xl/workbook.xml")
            parts = sheet_members(archive)
            facts = {}
            for member in archive.names:
                xml = archive.read(member)
                name = parts.get(member)
                _check_xml(xml, path, name or member, bounds)
                if name is not None:
                    facts[name] = facts_of(xml)
            return Opened(workbook=_opened(data, path), facts=facts, epoch=_epoch(workbook), told=True)
        for member in archive.names:
            for _ in archive.chunks(member):
                pass
    _measure_apart(data, path, bounds)
    return Opened(workbook=_opened(data, path), facts={}, epoch=_WINDOWS, told=False)


def _check_xml(xml: bytes, path: str, name: str, bounds: Limits) -> None:
    if b"sheetData" in xml:
        check_bounds(xml, path, name, bounds)
    elif xml[:2] in _MARKS or _WIDE in xml:
        raise SourceError(f"“{name}”的内部编码不受支持", path=path)


def sheet_members(archive: Archive) -> dict[str, str]:
    """Return member → sheet name of the sheets of an .xlsx; empty for any other archive."""
    relations = "xl/_rels/workbook.xml.rels"
    if "xl/workbook.xml" not in archive or relations not in archive:
        return {}
    return _parts(archive.read("xl/workbook.xml"), archive.read(relations))


def _parts(workbook: bytes, relations: bytes) -> dict[str, str]:
    """Return member → sheet name of the workbook's sheets."""
    targets = {one.get("Id", ""): one.get("Target", "") for one in _tags(_RELATION, relations)}
    parts: dict[str, str] = {}
    for sheet in _tags(_SHEET, workbook):
        identity = next((value for key, value in sheet.items() if key == "id" or key.endswith(":id")), "")
        target = targets.get(identity, "")
        member = target[1:] if target.startswith("/") else f"xl/{target}"
        parts[member] = sheet.get("name", "")
    return parts


def _tags(pattern: re.Pattern[bytes], xml: bytes) -> Iterator[dict[str, str]]:
    for tag in pattern.findall(xml):
        yield {
            key.decode(): html.unescape((double or single).decode(errors="replace"))
            for key, double, single in _ATTRIBUTE.findall(tag)
        }


def _epoch(workbook: bytes) -> date:
    properties = next(_tags(_PROPERTIES, workbook), {})
    return _MACINTOSH if properties.get("date1904") in ("1", "true") else _WINDOWS


def _opened(data: bytes, path: str) -> CalamineWorkbook:
    with guarded(path):
        return CalamineWorkbook.from_filelike(io.BytesIO(data))


@contextlib.contextmanager
def guarded(path: str, sheet: str | None = None) -> Iterator[None]:
    """Turn whatever the reader raises on damage, a panic included, into ``SourceError`` with the cause."""
    subject = f"工作表“{sheet}”" if sheet is not None else "工作簿"
    try:
        yield
    except SourceError:
        raise
    except PasswordError as error:
        raise SourceError("文件已加密，请先去掉密码再提交", path=path, detail=str(error)) from error
    except (CalamineError, OSError, ValueError, OverflowError, MemoryError, TypeError) as error:
        raise SourceError(f"{subject}已损坏或不完整，无法读取", path=path, detail=str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise SourceError(f"{subject}已损坏，无法读取", path=path, detail=str(error)) from error


def _measure_apart(data: bytes, path: str, bounds: Limits) -> None:
    """Open the workbook in a child process with a memory limit; raise when it dies or its sheets are too large."""
    child = Path(__file__).with_name("_measure_child.py")
    try:
        done = subprocess.run(  # noqa: S603 - our own file, by our own interpreter, with bytes on its input only
            [sys.executable, "-P", str(child)], input=data, capture_output=True, timeout=_CHILD_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SourceError("工作簿无法在限定时间内读取", path=path, detail=str(error)) from error
    words = done.stderr.decode("utf-8", errors="replace").strip().rpartition("\n")[2]
    if "PasswordError" in words:
        raise SourceError("文件已加密，请先去掉密码再提交", path=path, detail=words)
    if done.returncode < 0 or "Memory" in words or "alloc" in words:
        raise SourceError("工作表范围过大，超出内存上限，拒绝读取", path=path, detail=words)
    if done.returncode:
        raise SourceError("工作簿已损坏或不完整，无法读取", path=path, detail=words)
    for name, rows, columns in json.loads(done.stdout):
        check_size(name, rows, columns, path, bounds)
