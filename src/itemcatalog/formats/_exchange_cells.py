"""The columns of a task of the national exchange under item paths, with what only an exchange writes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from itemcatalog.formats._grammar import parse_limit, split_words
from itemcatalog.formats._headers import EXTRA, IGNORED, ITEM_TABLES, lexicon
from itemcatalog.formats._record import Cell
from itemcatalog.formats._values import shown
from itemcatalog.model import LimitState

__all__ = ["AUDIENCES", "instant_days", "squeezed", "task_cells"]

# The topic trees of natural persons and of legal persons.
AUDIENCES: Mapping[str, str] = {"usertopictype": "自然人", "corptopictype": "法人"}
_DAYS = ("statutory_limit", "promised_limit")
_NESTED = {"materials": "materials", "materiallist": "materials", "fees": "fees.items", "feelist": "fees.items"}


def squeezed(column: str) -> str:
    """Return a column name without case, underscores and blanks."""
    return re.sub(r"[\s_-]", "", column).casefold()


Cells = dict[str, Cell]
Nested = dict[str, list[Mapping[str, Cell]]]


def task_cells(
    task: Mapping[str, Cell], names: Mapping[str, tuple[str, str]]
) -> tuple[Cells, dict[str, object], Nested]:
    """Return the cells of a task by item path, the columns that no field takes, and rows nested in the task."""
    cells: Cells = {}
    extra: dict[str, object] = {}
    themes: list[dict[str, str]] = []
    for column, cell in task.items():
        label, path = names.get(column, (cell.label or column, "extra"))
        if column in AUDIENCES:
            themes += [{"name": word, "audience": AUDIENCES[column]} for word in split_words(shown(cell.value))]
        elif path == "extra" or path in cells:
            extra[label] = cell.value
        elif path != "-":
            cells[path] = cell
    _known_otherwise(task, names, cells, extra)
    if themes:
        cells["themes"] = Cell(value=themes, label="themes", place=next(iter(task.values())).place)
    for path in _DAYS:
        instant_days(cells, path)
    return cells, extra, _nested(extra)


def _known_otherwise(
    task: Mapping[str, Cell], names: Mapping[str, tuple[str, str]], cells: Cells, extra: dict[str, object]
) -> None:
    """Take columns that the exchange does not have but lists of items do (``lawLimitUnit``, 咨询电话)."""
    heads = {path.partition(".")[0] for path in cells}
    for column, cell in task.items():
        hit = (
            lexicon(*ITEM_TABLES).find(cell.label or column)
            if column not in names and column not in AUDIENCES
            else None
        )
        if hit is None or hit.path in (EXTRA, IGNORED) or hit.path.endswith("?") or _NESTED.get(column):
            continue
        if hit.path.partition(".")[0] not in heads and hit.path not in cells:
            cells[hit.path] = cell
            extra.pop(cell.label or column, None)


def instant_days(cells: Cells, path: str) -> None:
    """Read 0 days that are explained as 即办 as what they say: the exchange has no other place for it."""
    day, note = cells.get(path), cells.get(f"{path}.note")
    if day is None or note is None or shown(day.value) != "0":
        return
    if parse_limit(shown(note.value)).state is LimitState.INSTANT:
        cells[path] = attrs.evolve(day, value=shown(note.value))
        del cells[f"{path}.note"]


def _nested(extra: dict[str, object]) -> Nested:
    """Take rows that stand inside their task (``"materials": [{…}]``) out of the unread columns."""
    found: Nested = {}
    for label, value in list(extra.items()):
        field = _NESTED.get(squeezed(label))
        if field is None or not isinstance(value, Sequence) or not all(isinstance(row, dict) for row in value):
            continue
        rows = [{squeezed(key): Cell(value=inner, label=key) for key, inner in row.items()} for row in value]
        found[field] = [*found.get(field, []), *rows]
        del extra[label]
    return found
