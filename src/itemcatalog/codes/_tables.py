"""The shipped tables, read once when first asked for; a row without a source is refused."""

from __future__ import annotations

import csv
import functools
import io
from datetime import date

from attrs import define

from itemcatalog import _shipped
from itemcatalog.errors import CodeTableError

__all__ = ["Entry", "entries", "entry", "parse_rows", "rows"]


@define(frozen=True, slots=True, kw_only=True)
class Entry:
    """代码表条目: one code of a list, when it held, where it comes from.

    ``status``: standard (the text of the standard or law was read) · observed (met in real records or public
    code) · derived (computed from others) · local · unverified (what the authors know, no source at hand).
    ``aliases`` are other spellings that sources use.
    """

    code: str
    name: str
    valid_from: date | None
    valid_to: date | None
    source: str
    status: str
    aliases: tuple[str, ...] = ()

    def holds_on(self, on: date | None) -> bool:
        """Whether the entry is valid on the day; None asks for any time."""
        if on is None:
            return True
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


def parse_rows(text: str, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV text; raise ``CodeTableError`` when a row names no source."""
    found = tuple(csv.DictReader(io.StringIO(text)))
    for number, row in enumerate(found, start=2):
        if not row.get("source"):
            raise CodeTableError(f"代码表 {name} 第 {number} 行没有来源")
    return found


@functools.cache
def rows(*parts: str) -> tuple[dict[str, str], ...]:
    """Return the rows of one table, e.g. ``rows("lists", "levels.csv")``; treat them as read-only."""
    return parse_rows(_shipped.text("codes", *parts), "/".join(parts))


def day(text: str) -> date | None:
    """Return the ISO date of a table cell, None for an empty one."""
    return date.fromisoformat(text) if text else None


@functools.cache
def entries(*parts: str) -> tuple[Entry, ...]:
    """Return one table of the layout ``code,name,valid_from,valid_to,source,status`` as entries."""
    return tuple(_entry(row) for row in rows(*parts))


def _entry(row: dict[str, str]) -> Entry:
    aliases = row.get("aliases") or ""
    return Entry(
        code=row["code"],
        name=row["name"],
        valid_from=day(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        source=row["source"],
        status=row["status"],
        aliases=tuple(alias for alias in aliases.split("|") if alias),
    )


@functools.cache
def _by_code(*parts: str) -> dict[str, Entry]:
    return {found.code: found for found in entries(*parts)}


def entry(code: str, *parts: str) -> Entry | None:
    """Return the entry of a code in one table, or None."""
    return _by_code(*parts).get(code)
