"""Items → the tables of the national exchange: tasks, materials, fees and questions joined by guid."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from itemcatalog.formats._exchange import PARTS
from itemcatalog.formats._exchange_cells import AUDIENCES, squeezed
from itemcatalog.formats._exchange_text import coded, day_cells, text_at
from itemcatalog.formats._headers import table
from itemcatalog.formats._structure import item_to_dict
from itemcatalog.model import Item

__all__ = ["NATIONAL_TABLES", "national_tables"]

Row = dict[str, str]

# The names under which the tables are written, by the list field of their rows.
NATIONAL_TABLES: Mapping[str, str] = {
    "": "up_task_general_basic",
    "materials": "up_task_general_material",
    "fees.items": "up_task_general_fee",
    "faq": "up_task_general_question",
}
_DAYS = {"anticipate": "statutory_limit", "promise": "promised_limit"}


def national_tables(items: Iterable[Item], scheme: str | None = None) -> dict[str, list[Row]]:
    """Return table name → rows of column → text; a column stands only where it states something."""
    tables: dict[str, list[Row]] = {name: [] for name in NATIONAL_TABLES.values()}
    taken: dict[str, int] = {}
    for item in items:
        guid = _guid(item, taken)
        tables[NATIONAL_TABLES[""]].append({"row_guid": guid, **_task(item, scheme)})
        for field, entries in (("materials", item.materials), ("fees.items", item.fees.items), ("faq", item.faq)):
            rows = tables[NATIONAL_TABLES[field]]
            for number, entry in enumerate(entries, 1):
                rows.append({"row_guid": f"{guid}-{field[0]}{number}", "task_guid": guid, **_part(field, entry)})
    return {name: rows for name, rows in tables.items() if rows or name == NATIONAL_TABLES[""]}


def _guid(item: Item, taken: dict[str, int]) -> str:
    """Return a key of the item: a hash of its content, with a number among equals."""
    text = json.dumps(item_to_dict(item), ensure_ascii=False, sort_keys=True, default=str)
    digest = hashlib.sha256(text.encode(errors="replace")).hexdigest()[:32]
    taken[digest] = taken.get(digest, 0) + 1
    return digest if taken[digest] == 1 else f"{digest}-{taken[digest]}"


def _task(item: Item, scheme: str | None) -> Row:
    row: Row = {}
    done: set[str] = set()
    for column, path in table("national_task").items():
        if (
            path in ("-", "extra")
            or path in done
            or squeezed(column) in AUDIENCES
            or path.startswith(tuple(_DAYS.values()))
        ):
            continue
        done.add(path)
        if (text := text_at(item, path, scheme)) is not None:
            row[column] = text
    for prefix, field in _DAYS.items():
        cells = zip(("day", "type", "explain"), day_cells(getattr(item, field)), strict=True)
        row |= {f"{prefix}_{name}": text for name, text in cells if text is not None}
    if len(item.fees.items) and "fee_basis" in row:
        del row["fee_basis"]
    return {**row, **_themes(item), **_extra(item.extra, row)}


def _themes(item: Item) -> Row:
    found: dict[str, list[str]] = {}
    for theme in item.themes:
        column = "corp_topic_type" if theme.audience == AUDIENCES["corptopictype"] else "user_topic_type"
        found.setdefault(column, []).append(theme.name)
    return {column: "^".join(names) for column, names in found.items()}


def _extra(extra: Mapping[str, Any], row: Mapping[str, str]) -> Row:
    """Return what ``extra`` keeps: under its own name, as an exchange hands on columns that it does not know."""
    return {
        key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        for key, value in extra.items()
        if key not in row and isinstance(value, str | int | float) and not isinstance(value, bool)
    }


def _part(field: str, entry: Any) -> Row:
    """Return a row of a part table; a column's field goes into the first column that has it."""
    row: Row = {}
    done: set[str] = set()
    for column, path in table(PARTS[field]).items():
        value = None if path in ("-", "extra") or path in done else getattr(entry, path, None)
        if value is None or value == "":
            continue
        done.add(path)
        text = ("1" if value else "0") if isinstance(value, bool) else str(value)
        row[column] = coded(f"{field}.{path}", [text])[0]
    return {**row, **_extra(getattr(entry, "extra", {}), row)}
