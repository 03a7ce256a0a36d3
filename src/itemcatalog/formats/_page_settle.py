"""What a page stated, put together at its end (页面要素归并): entries with their own labels, situations, fees."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from itemcatalog.findings import Fault
from itemcatalog.formats._grammar import parse_charged, parse_money, split_list
from itemcatalog.formats._page_words import words_of
from itemcatalog.formats._record import Cell

__all__ = ["end_scripted", "faults_of_free", "name_situations", "settle_entries"]


def settle_entries(
    path: str, entries: list[Mapping[str, Cell]], cells: dict[str, Cell], keep: Callable[[str, str], None]
) -> None:
    """Join what stands beside a table: an entry's own label fills it, a list in words is not counted twice."""
    if any("situations" not in entry and "applicants" not in entry for entry in entries):
        _join_words(cells.pop(path, None), entries, keep)
    for name in [one for one in cells if one.startswith(f"{path}.")]:
        cell = cells.pop(name)
        key = name[len(path) + 1 :]
        if path == "results" and key == "delivery":
            cells.setdefault("delivery", cell)
        elif len(entries) == 1:
            entries[0] = {key: cell, **entries[0]}
        else:
            keep(cell.label or name, str(cell.value))


def _join_words(cell: Cell | None, entries: list[Mapping[str, Cell]], keep: Callable[[str, str], None]) -> None:
    """Keep the words beside a table that no row of it says."""
    value = cell.value if cell is not None else None
    words = [str(one) for one in value] if isinstance(value, list) else split_list(str(value or ""))
    said = {words_of(one.value) for entry in entries for one in entry.values()}
    if cell is not None and any(words_of(one) not in said for one in words):
        keep(cell.label or "", "\n".join(words))


def name_situations(cells: dict[str, Cell], rows: Mapping[str, list[Mapping[str, Cell]]]) -> None:
    """Name the situations that the entries speak of, in the order of the page."""
    named: dict[str, Cell] = {}
    for entries in rows.values():
        for entry in entries:
            cell = entry.get("situations")
            for name in cell.value if cell and isinstance(cell.value, list) else ():
                named.setdefault(name, cell) if cell else None
    if named and "situations" not in cells:
        first = next(iter(named.values()))
        cells["situations"] = attrs.evolve(first, value=list(named))


def end_scripted(cells: Mapping[str, Cell], faults: list[Fault]) -> list[str]:
    """Drop the blanks left to a script whose element is stated elsewhere on the page; return their labels."""
    stated = [one for one in faults if one.kind == "script-blank" and one.field in cells]
    for one in stated:
        faults.remove(one)
    return [str(one.values["label"]) for one in stated]


def faults_of_free(cells: dict[str, Cell], faults: list[Fault]) -> list[Fault]:
    """Return the faults without those of fees where nothing is charged; an amount without a label is the standard."""
    if {"fees", "fees.items.basis"} <= cells.keys() and "fees.items.standard" not in cells:
        words = str(cells["fees"].value)
        if parse_charged(words) is None and any(map(parse_money, split_list(words))):
            cells.setdefault("fees.charged", attrs.evolve(cells["fees"], value=True))
            cells["fees.items.standard"] = cells.pop("fees")
    charged = cells.get("fees.charged")
    if charged is not None and parse_charged(str(charged.value)) is False:
        return [one for one in faults if not (one.field or "").startswith("fees.")]
    return faults
