"""The character tables of ``codes/text``, each read once and only when needed."""

from __future__ import annotations

import csv
from functools import cache

from itemcatalog import _shipped
from itemcatalog.errors import CodeTableError

__all__ = ["mapping", "notes"]

_FIELDS = ["code", "character", "canonical", "note", "source"]


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    reader = csv.DictReader(_shipped.text("codes", "text", f"{name}.csv").splitlines())
    rows = tuple(reader)
    if reader.fieldnames != _FIELDS or not all(row["source"] for row in rows):
        raise CodeTableError(f"字符表 codes/text/{name}.csv 的表头或来源不全")
    return rows


@cache
def mapping(name: str) -> dict[str, str]:
    """Return character → canonical form of one table (``radicals``, ``simplified``, ``punctuation`` …)."""
    return {row["character"]: row["canonical"] for row in _rows(name)}


@cache
def notes(name: str) -> dict[str, str]:
    """Return character → what the table calls it."""
    return {row["character"]: row["note"] for row in _rows(name)}
