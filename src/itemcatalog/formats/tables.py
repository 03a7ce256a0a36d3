"""Tables that other offices hand in (DESIGN §9), csv or workbook: certificates, decisions, waivers …"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from attrs import define

from itemcatalog.errors import SourceError
from itemcatalog.files import decode, read_bytes, sha256
from itemcatalog.findings import Fault, Place
from itemcatalog.formats._csv_text import delimiter_of, rows_of_text
from itemcatalog.formats._grammar import parse_date, split_list, split_words
from itemcatalog.formats._grid import Grid, shown
from itemcatalog.formats._headers import Lexicon, lexicon
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._sheet import Keys, SheetReader
from itemcatalog.formats._sniff import sniff
from itemcatalog.formats.csv_ import codec_faults
from itemcatalog.formats.read import Reading, read_source, shown_path
from itemcatalog.model import Certificate, CodePair, Decision, Organisation, Source, Waiver

__all__ = [
    "TableReading",
    "read_certificates",
    "read_crosswalk",
    "read_decisions",
    "read_organisations",
    "read_standard_list",
    "read_waivers",
    "table_records",
]

Row = TypeVar("Row")
Paths = str | os.PathLike[str]
_SAME = ("same", "相同", "同一", "同一事项")
_DIFFERENT = ("different", "不同", "不是同一事项")
_DATES = frozenset({"effective", "expires", "date", "until"})
_LISTS = frozenset({"items"})


@define(frozen=True, slots=True, kw_only=True)
class TableReading(Generic[Row]):
    """读取结果: the rows of one table in the order read, a source for each sheet, the faults met."""

    rows: tuple[Row, ...] = ()
    sources: tuple[Source, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_standard_list(path: Paths, *, root: Paths | None = None, options: ReadOptions | None = None) -> Reading:
    """Read a 纵向清单 or 基本目录 as items: 事项名称 · 子项 · 基本编码 · 职权类别 · 设定依据 · 实施机关 · 行使层级."""
    return read_source(path, root=root, options=options)


def read_certificates(path: Paths, *, root: Paths | None = None) -> TableReading[Certificate]:
    """Read a 证明清单; only 证明名称 is required."""
    return _read(path, root, "certificates", "name", lambda values: Certificate(**values))


def read_decisions(path: Paths, *, root: Paths | None = None) -> TableReading[Decision]:
    """Read decisions.csv (``left,right,verdict,who,date,note``); the verdict is same or different, also in Chinese."""
    return _read(path, root, "decisions", "left", _decision)


def read_waivers(path: Paths, *, root: Paths | None = None) -> TableReading[Waiver]:
    """Read waivers.csv (``fingerprint,reason,who,until``)."""
    return _read(path, root, "waivers", "fingerprint", lambda values: Waiver(**values))


def read_organisations(path: Paths, *, root: Paths | None = None) -> TableReading[Organisation]:
    """Read a 机构名录: the name of each body and its credit code."""
    return _read(path, root, "organisations", "name", lambda values: _whole(Organisation, values))


def read_crosswalk(path: Paths, *, root: Paths | None = None) -> TableReading[CodePair]:
    """Read a 编码对照表: the local code of each item and its national code."""
    return _read(path, root, "crosswalk", "local", lambda values: _whole(CodePair, values))


def _whole(kind: Callable[..., Row], values: dict[str, Any]) -> Row:
    try:
        return kind(**values)
    except TypeError:
        raise ValueError("缺少必填的一列") from None


def _decision(values: dict[str, Any]) -> Decision:
    stated = str(values.get("verdict", "")).lower()
    verdict = "same" if stated in _SAME else "different" if stated in _DIFFERENT else None
    if verdict is None or "right" not in values:
        raise ValueError("判定须为 same 或 different，且两个事项都要写明")
    return Decision(**{**values, "verdict": verdict})


def _read(
    path: Paths, root: Paths | None, table: str, key: str, make: Callable[[dict[str, Any]], Row]
) -> TableReading[Row]:
    rows: list[Row] = []
    faults: list[Fault] = []
    sources: list[Source] = []
    for one in table_records(path, lexicon(table), frozenset({key}), root=root):
        if isinstance(one, Source):
            sources.append(one)
        elif isinstance(one, Fault):
            faults.append(one)
        elif key not in one.cells:
            faults.append(_misfit(one, key, "缺少必填的一列"))
        else:
            values, unclear = _values(one)
            faults += unclear
            try:
                rows.append(make({**values, "place": one.place}))
            except ValueError as error:
                faults.append(_misfit(one, key, str(error)))
    return TableReading(rows=tuple(rows), sources=tuple(sources), faults=tuple(faults))


def _values(record: Record) -> tuple[dict[str, Any], list[Fault]]:
    """Return what the columns of a record say as the fields of its noun, and the dates that were not understood."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for path, cell in record.cells.items():
        text = shown(cell.value).strip()
        if path in _LISTS:
            values[path] = _words(text)
        elif path not in _DATES:
            values[path] = text
        elif (day := parse_date(cell.value)) is not None:
            values[path] = day
        else:
            faults.append(_unclear_date(path, cell, text))
    return values, faults


def _words(text: str) -> tuple[str, ...]:
    entries = split_list(text)
    return entries if len(entries) > 1 else split_words(text)


def _unclear_date(path: str, cell: Cell, text: str) -> Fault:
    return Fault(kind="date-unclear", place=cell.place, field=path, found=text, values={"label": cell.label or path})


def _misfit(record: Record, key: str, reason: str) -> Fault:
    found = "；".join(shown(cell.value) for cell in record.cells.values())
    values = {"label": key, "expected": "一行完整的记录", "reason": reason}
    return Fault(kind="wrong-shape", place=record.place, field=key, found=found[:200], values=values)


def table_records(
    path: Paths, words: Lexicon, keys: frozenset[str], *, root: Paths | None = None, sheet: str | None = None
) -> Iterator[Record | Fault | Source]:
    """Yield the rows of a table of fixed columns (``words``) as records, the faults, and a source for each sheet.

    ``keys`` are the columns of which the header must have one. Raises ``SourceError`` when the file cannot be read
    or is neither CSV nor a workbook.
    """
    name = shown_path(Path(path), root)
    data = read_bytes(path, name=name)
    for grid, source, faults in _grids(data, name, words, keys, sheet):
        yield from faults
        reader = SheetReader(grid, name, words, keys=Keys(header=keys, row=keys))
        yield from reader
        if reader.header is None and not reader.empty:
            yield Fault(
                kind="sheet-without-header",
                place=Place(file=name, sheet=grid.name),
                values={"sheet": grid.name or name},
            )
        yield Source(
            path=name,
            channel="",
            sheet=grid.name,
            sha256=source["sha256"],
            codec=source.get("codec"),
            items=reader.count,
            provides=reader.provides,
            unread=reader.unread,
            notes=tuple(reader.notes),
        )


def _grids(
    data: bytes, name: str, words: Lexicon, keys: frozenset[str], sheet: str | None
) -> Iterator[tuple[Grid, Mapping[str, str], tuple[Fault, ...]]]:
    digest = {"sha256": sha256(data)}
    kind = sniff(data, name)
    if kind == "xlsx":
        from itemcatalog.formats._workbook import grids

        for grid, _ in grids(data, name, sheet):
            yield grid, digest, ()
    elif kind == "csv":
        decoded = decode(data)
        rows = rows_of_text(decoded.text, delimiter_of(decoded.text, words, keys))
        yield Grid(name=None, rows=rows), {**digest, "codec": decoded.codec}, codec_faults(decoded, name)
    else:
        raise SourceError(f"此处须为 csv 或工作簿，不能是 {kind}", path=name)
