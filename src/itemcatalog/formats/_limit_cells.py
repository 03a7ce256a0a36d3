"""The time limits of a record: one cell, or value, unit, note and raw text in cells of their own."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from itemcatalog.formats._faults import FaultList
from itemcatalog.formats._grammar import EXCLUDES, parse_limit, plain, split_words, unit_of_header, unit_of_text
from itemcatalog.formats._record import Cell, ReadOptions
from itemcatalog.formats._values import blank, text_of
from itemcatalog.model import Limit

__all__ = ["limit_of", "limit_of_cell"]

_KINDS = {"statutory_limit": "statutory", "promised_limit": "promised"}


def limit_of(path: str, cells: Mapping[str, Cell], options: ReadOptions, faults: FaultList) -> Limit | None:
    """Read the limit of one field from its cells (``path``, ``path.value``, ``.unit``, ``.note``, ``.raw``).

    None where nothing is stated; a unit or a note alone states no limit.
    """
    main = next((cells[name] for name in (path, f"{path}.value", f"{path}.raw") if _filled(cells, name)), None)
    if main is None:
        return None
    unit = _unit(path, cells, options, faults) or unit_of_header(main.label)
    limit = _read(main, path, unit, options, faults)
    raw = cells.get(f"{path}.raw")
    if raw is not None and raw is not main and (text := text_of(raw, f"{path}.raw", faults)):
        limit = attrs.evolve(limit, raw=text)
    note = cells.get(f"{path}.note")
    return _with_note(limit, text_of(note, f"{path}.note", faults) if note else None)


def limit_of_cell(cell: Cell, path: str, options: ReadOptions, faults: FaultList) -> Limit | None:
    """Read a limit that stands in one cell, with the unit that its header names."""
    return None if blank(cell.value) else _read(cell, path, unit_of_header(cell.label), options, faults)


def _filled(cells: Mapping[str, Cell], name: str) -> bool:
    return name in cells and not blank(cells[name].value)


def _unit(path: str, cells: Mapping[str, Cell], options: ReadOptions, faults: FaultList) -> str | None:
    cell = cells.get(f"{path}.unit")
    text = text_of(cell, f"{path}.unit", faults) if cell else None
    if text is None:
        return None
    return unit_of_text(options.values.get(f"{path}.unit", {}).get(text, text))


def _read(cell: Cell, path: str, unit: str | None, options: ReadOptions, faults: FaultList) -> Limit:
    value = text_of(cell, path, faults) if isinstance(cell.value, str) else cell.value
    chosen = options.values.get(path, {}).get(str(value))
    limit = parse_limit(value if chosen is None else chosen, unit, _KINDS.get(path))
    if limit.unclear:
        faults.add("limit-without-unit" if unit is None and _is_number(value) else "limit-unclear", cell, path)
    return limit


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) or plain(str(value)).replace(".", "", 1).isdecimal()


def _with_note(limit: Limit, note: str | None) -> Limit:
    """Add the explanation of a limit; where it says what is not counted, that is taken out of it as well."""
    if note is None:
        return limit
    found = EXCLUDES.fullmatch(plain(note).strip("()"))
    words = split_words((found["front"] or found["back"]).replace(",", "、")) if found else ()
    joined = note if not limit.note or limit.note == note else f"{limit.note}；{note}"
    return attrs.evolve(limit, note=joined, excludes=limit.excludes or words)
