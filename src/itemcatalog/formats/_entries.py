"""The lists of nouns of a record (materials, legal bases …): cell by cell, column beside column, or joined rows."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from itemcatalog.findings import Place
from itemcatalog.formats._entry_texts import copies_of, entries_of_text, is_form
from itemcatalog.formats._faults import FaultList
from itemcatalog.formats._grammar import BLANKS, parse_citation, split_list
from itemcatalog.formats._inner_names import member_of
from itemcatalog.formats._limit_cells import limit_of, limit_of_cell
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._shapes import LISTS, MAIN, kind_of
from itemcatalog.formats._values import blank, shown, text_of, value_of
from itemcatalog.model import Limit
from itemcatalog.text import normalise

__all__ = ["entries_of", "inner"]

# Members of a material whose cell may count originals and copies in words (份数: 原件1份，复印件2份).
_SEASONS = re.compile(r"[夏冬春秋](?:季|令|天|时)|[0-9]{1,2}月[0-9]{0,2}日?\s*(?:-|—|–|~|～|至|到)")
_NUMBERS = ("pages", "originals", "copies")


def entries_of(path: str, record: Record, options: ReadOptions, faults: FaultList) -> tuple[Any, ...]:
    """Return the nouns of one list field: those of its own cell, its columns put beside them, then the joined rows."""
    columns = {name[len(path) + 1 :]: cell for name, cell in record.cells.items() if name.startswith(f"{path}.")}
    if path == "limits":
        nouns = [one for one in [_limit_row(columns, options, faults)] if one is not None]
        columns = {}
    else:
        nouns = []
    main = record.cells.get(path) or _main_column(path, columns)
    nouns += _of_cell(path, main, options, faults) if main and not blank(main.value) else ()
    nouns = _beside(path, nouns, columns, options, faults)
    for row in record.rows.get(path, ()):
        noun = _of_row(path, row, options, faults)
        nouns += [] if noun is None else [noun]
    return tuple(nouns)


def _main_column(path: str, columns: dict[str, Cell]) -> Cell | None:
    """Take the column that names the entries out of the columns: of a legal basis its title."""
    for name in ("title", MAIN[path]) if path == "legal_bases" else (MAIN[path],):
        if name in columns and not blank(columns[name].value):
            cell = columns.pop(name)
            return attrs.evolve(cell, value=_marked(cell.value)) if name == "title" else cell
    return None


def _marked(value: object) -> object:
    """Put the title marks around the titles of a column of titles, so that they are read as citations."""
    if not isinstance(value, str):
        return value
    return "\n".join(line if "《" in line else f"《{line}》" for line in split_list(value))


def _of_cell(path: str, cell: Cell, options: ReadOptions, faults: FaultList) -> Iterator[Any]:
    if (
        isinstance(cell.value, dict)
        and len(cell.value) == 1
        and isinstance(only := next(iter(cell.value.values())), list)
    ):
        cell = attrs.evolve(cell, value=only)
    if isinstance(cell.value, list | tuple):
        for number, value in enumerate(cell.value):
            yield from _of_value(path, inner(cell, number, value), options, faults)
    else:
        yield from _of_value(path, cell, options, faults)


def _of_value(path: str, cell: Cell, options: ReadOptions, faults: FaultList) -> Iterator[Any]:
    if isinstance(cell.value, dict):
        noun = _of_row(path, _row_of(path, cell), options, faults)
        yield from () if noun is None else (noun,)
        return
    text = text_of(cell, path, faults)
    if text is None:
        return
    chosen = options.values.get(path, {}).get(text, text)
    if normalise(chosen) in BLANKS:
        return
    of_list = isinstance(cell.label, _Element)
    for noun in _one(path, chosen) if of_list else entries_of_text(path, chosen):
        if isinstance(noun, Limit) and noun.unclear:
            faults.add("limit-unclear", cell, path)
        yield noun


def _row_of(path: str, cell: Cell) -> dict[str, Cell]:
    """Return the members of an object by the names of its noun; a member that two keys mean keeps the first."""
    row: dict[str, Cell] = {}
    for key, value in cell.value.items() if isinstance(cell.value, dict) else ():
        name = member_of(path, str(key))
        row[name if name not in row else str(key)] = inner(cell, str(key), value)
    return row


class _Element(str):
    """元素标签: the label of a cell that is one element of a list, hence one entry."""

    __slots__ = ()


def _one(path: str, text: str) -> Sequence[Any]:
    """Read a text that is one entry already (an element of a JSON array): only one that names several laws is split."""
    if path == "legal_bases":
        return parse_citation(text)
    found = entries_of_text(path, text)
    return found if len(found) == 1 else [LISTS[path](**_required(path, text))]


def _required(path: str, text: str) -> dict[str, Any]:
    return {"id": text, "name": text} if path == "situations" else {MAIN[path]: text}


def inner(cell: Cell, key: int | str, value: object) -> Cell:
    """Return the cell of an element or member of a cell that holds a JSON array or object."""
    address = f"{cell.place.cell or ''}/{key}"
    place = Place(file=cell.place.file, sheet=cell.place.sheet, row=cell.place.row, cell=address)
    label = cell.label or ""
    return Cell(value=value, place=place, label=_Element(label) if isinstance(key, int) else key)


def _beside(
    path: str, nouns: list[Any], columns: Mapping[str, Cell], options: ReadOptions, faults: FaultList
) -> list[Any]:
    """Put the values of the other columns beside the entries: one for each, in order, or all for a single one."""
    for name, cell in columns.items():
        if kind_of(f"{path}.{name}") in (None, "noun", "extra") or blank(cell.value):
            continue
        parts = _shared(cell, nouns) if path == "places" else _parts(cell, len(nouns))
        if not nouns and _stands_alone(path):
            nouns = [LISTS[path]()]
        if len(parts) != len(nouns):
            faults.add("entries-unequal", cell, f"{path}.{name}", entries=len(nouns), values=len(parts))
            continue
        values = [_value(f"{path}.{name}", part, options, faults) for part in parts]
        nouns = [
            noun if empty is None else attrs.evolve(noun, **{name: empty})
            for noun, empty in zip(nouns, values, strict=True)
        ]
    return nouns


def _parts(cell: Cell, count: int) -> Sequence[Cell]:
    """Split a column's cell into as many parts as there are entries, where it holds that many."""
    if count < 2:
        return [cell]
    values = cell.value if isinstance(cell.value, list | tuple) else split_list(shown(cell.value))
    return [attrs.evolve(cell, value=value) for value in values]


def _shared(cell: Cell, nouns: Sequence[Any]) -> Sequence[Cell]:
    """Split what is said of several places; what is said once, or by seasons, holds for each of them."""
    parts = _parts(cell, len(nouns))
    whole = len(parts) == 1 or _SEASONS.search(shown(cell.value))
    return [cell] * len(nouns) if whole and nouns else parts


def _stands_alone(path: str) -> bool:
    return path != "limits" and all(a.default is not attrs.NOTHING for a in attrs.fields(LISTS[path]))


def _value(path: str, cell: Cell, options: ReadOptions, faults: FaultList) -> Any:
    if kind_of(path) == "limit":
        return limit_of_cell(cell, path, options, faults)
    value = value_of(cell, path, options, faults)
    return None if value == () else value


def _limit_row(row: Mapping[str, Cell], options: ReadOptions, faults: FaultList) -> Limit | None:
    """Return a limit of a situation from its own object: the limit itself, and whom it is for."""
    limit = limit_of("limits", {f"limits.{name}": cell for name, cell in row.items()}, options, faults)
    names = [name for name in ("kind", "situations", "applicants") if name in row and not blank(row[name].value)]
    values = {name: _value(f"limits.{name}", row[name], options, faults) for name in names}
    stated = {name: value for name, value in values.items() if value is not None}
    return attrs.evolve(limit, **stated) if limit is not None else None


@functools.cache
def _needed(cls: type) -> tuple[str, ...]:
    """Return the fields without which a noun cannot be."""
    return tuple(a.name for a in attrs.fields(cls) if a.default is attrs.NOTHING)


def _amounts(name: str, text: str) -> dict[str, Any]:
    """Return what a cell of copies says beyond a number: originals and copies, or only the form (材料形式及份数)."""
    return copies_of(text) or ({"form": text} if name == "pages" and is_form(text) else {})


def _of_row(path: str, row: Mapping[str, Cell], options: ReadOptions, faults: FaultList) -> Any:
    """Return the noun of a joined row or object; None (with a fault) where its name is missing."""
    if path == "limits":
        return _limit_row(row, options, faults)
    cls = LISTS[path]
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for name, cell in row.items():
        if blank(cell.value):
            continue
        if path == "materials" and name in _NUMBERS and (counts := _amounts(name, shown(cell.value))):
            values = {**counts, **values} if "form" in counts else values | counts
            continue
        if kind_of(f"{path}.{name}") in (None, "extra", "noun"):
            extra[cell.label or name] = cell.value if not isinstance(cell.value, str) else cell.value.strip()
        elif (value := _value(f"{path}.{name}", cell, options, faults)) is not None:
            values[name] = value
    if extra and attrs.fields_dict(cls).get("extra") is not None:
        values["extra"] = extra
    if path == "situations" and "id" not in values and "name" in values:
        values["id"] = values["name"]
    if path == "legal_bases" and "《" in str(values.get("title", "")):
        cited = parse_citation(values.pop("title"))[0]
        return attrs.evolve(cited, **{**values, "extra": {**cited.extra, **values.get("extra", {})}})
    missing = [name for name in _needed(cls) if name not in values]
    if missing or not values:
        if values:
            faults.add(
                "wrong-shape", next(iter(row.values())), f"{path}.{missing[0]}", expected="非空文本", reason="缺少名称"
            )
        return None
    return cls(**values)
