"""Records in workbooks, JSON documents and JSON lines (记录的其他载体)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from itemcatalog.errors import SourceError
from itemcatalog.findings import Fault, Place
from itemcatalog.formats._grid import rows_of, shown
from itemcatalog.formats._load_json import load_json
from itemcatalog.formats._records_rows import source_of
from itemcatalog.formats._records_spec import Layout, find_layout
from itemcatalog.formats._sniff import sniff
from itemcatalog.model import RecordSource

__all__ = [
    "LINES", "Table", "form_of", "layout_of_lines", "no_header", "rows_of_lines", "shown_path", "tables",
]  # fmt: skip

LINES = "\n"
_LOOKED_AT = 20
Table = tuple[Layout | None, RecordSource, Sequence[Sequence[Any]], int]


def shown_path(path: Path, root: str | os.PathLike[str] | None) -> str:
    """Return the path as people see it: relative to the workspace, with ``/``."""
    if root is None:
        return path.name
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive of Windows has no relative path
        return path.name


def form_of(head: bytes, path: str) -> str | None:
    """Return ``csv`` or ``jsonl`` for a text that can be read in parts; None for what is read as a whole.

    Raises ``SourceError`` for what cannot be read at all.
    """
    if head[:2] == b"PK" or head[:4] == b"\xd0\xcf\x11\xe0":
        return None
    found = sniff(head, path)
    return found if found in ("csv", "jsonl") else None


def no_header(path: str, sheet: str | None) -> Fault:
    """Return the fault of a table that is none of those of DESIGN §9."""
    label = sheet or path
    return Fault(
        kind="sheet-without-header", place=Place(file=path, sheet=sheet), values={"sheet": label, "label": label}
    )


def tables(data: bytes, path: str, form: str) -> Iterator[Table]:
    """Yield the tables of a workbook or a JSON document."""
    if form == "xlsx":
        yield from _sheets(data, path)
    elif form in ("json", "jsonl"):
        yield _objects(load_json(data, path), path)
    else:
        raise SourceError("记录表只能是 csv、xlsx、json 或 jsonl", path=path)


def _sheets(data: bytes, path: str) -> Iterator[Table]:
    from itemcatalog.formats._workbook import grids

    for grid, _ in grids(data, path):
        rows = list(rows_of(grid))
        if not rows:
            continue
        for index, row in enumerate(rows[:_LOOKED_AT]):
            layout = find_layout([shown(cell) for cell in row.values])
            if layout is not None:
                source = source_of(path, layout, sheet=grid.name)
                yield layout, source, _gapless(rows[index + 1 :], row.number + 1), row.number + 1
                break
        else:
            yield None, RecordSource(path=path, kind="", sheet=grid.name), (), 0


def _gapless(rows: Sequence[Any], first: int) -> list[Sequence[Any]]:
    """Return the rows with the empty ones between them, so that numbers go on by one."""
    table: list[Sequence[Any]] = []
    for row in rows:
        table += [()] * (row.number - first - len(table))
        table.append(row.values)
    return table


def _objects(document: Any, path: str) -> Table:
    entries = document if isinstance(document, list) else [document]
    objects = [one for one in entries if isinstance(one, dict)]
    labels = list(dict.fromkeys(label for one in objects for label in one))
    layout = find_layout(labels)
    if layout is None or len(objects) < len(entries):
        return None, RecordSource(path=path, kind=""), (), 0
    return layout, source_of(path, layout), [[_cell(one.get(label)) for label in labels] for one in objects], 1


def layout_of_lines(head: bytes) -> Layout | None:
    """Return the table that the first lines of a JSON lines text belong to."""
    labels: dict[str, None] = {}
    for line in head.split(b"\n")[:200]:
        labels.update(dict.fromkeys(_object(line)))
    return find_layout(list(labels))


def rows_of_lines(data: bytes, layout: Layout) -> Iterator[Sequence[Any]]:
    """Yield each line as a row in the columns of the layout; a line that is no object is told by its own words."""
    width = max(layout.columns.values()) + 1
    places = {layout.labels[path]: index for path, index in layout.columns.items()}
    for line in data.removesuffix(b"\n").split(b"\n"):
        found = _object(line)
        row: list[Any] = [""] * width
        for label, value in found.items():
            if label in places:
                row[places[label]] = _cell(value)
        if not found and line.strip():
            row.append(line[:80].decode("utf-8", errors="replace"))
        yield row


def _object(line: bytes) -> dict[str, Any]:
    if not line.strip():
        return {}
    try:
        found = load_json(line, "")
    except SourceError:
        return {}
    return found if isinstance(found, dict) else {}


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else value if isinstance(value, str | int | float) else str(value)
