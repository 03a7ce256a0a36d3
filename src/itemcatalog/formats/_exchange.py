"""National exchange (placeholder until its tables stand)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from itemcatalog.findings import Fault
from itemcatalog.formats._record import ReadOptions
from itemcatalog.model import Item, Source

__all__ = ["read_tables", "table_named", "tables_of_json", "tables_of_rows"]


def tables_of_json(value: Any, file: str) -> Any:
    return None


def table_named(value: Any) -> bool:
    return False


def tables_of_rows(rows: Any) -> Any:
    return None


def read_tables(tables: Any, options: ReadOptions, source: Source) -> Iterator[Item | Fault | Source]:
    yield source
