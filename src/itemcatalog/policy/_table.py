"""One TOML table with its place: typed values or an error that names the key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, TypeVar

from attrs import define

from itemcatalog.errors import ConfigurationError
from itemcatalog.policy._model import (
    CLAUSE_KINDS,
    MODES,
    READINGS,
    RELATIONS,
    Clause,
    Compression,
    Milestone,
    Threshold,
)

__all__ = ["Table", "clause", "compression", "milestone", "threshold"]

T = TypeVar("T")


@define(frozen=True, slots=True)
class Table:
    """配置表: the values of one table; ``name`` is its key in the file, ``known`` the keys it may hold."""

    path: str
    name: str
    values: Mapping[str, Any]
    known: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        for key in self.values:
            if key not in self.known:
                raise self.wrong(key, "没有这个设置项")

    def wrong(self, key: str, message: str) -> ConfigurationError:
        """Return the error for one key of this table."""
        return ConfigurationError(message, path=self.path, key=f"{self.name}.{key}" if self.name else key)

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a text, ``""`` where it is absent."""
        value = self.values.get(key, "")
        if not isinstance(value, str) or (required and not value.strip()):
            raise self.wrong(key, "须是文本" if value else "缺少这个设置项")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, "须是文本列表")
        return tuple(value)

    def one_of(self, key: str, choices: tuple[str, ...]) -> str:
        """Return a text that is one of the choices."""
        value = self.text(key, required=True)
        if value not in choices:
            raise self.wrong(key, f"须是 {'、'.join(choices)} 之一，实为 {value}")
        return value

    def some_of(self, key: str, choices: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list with at least one text, each one of the choices."""
        values = self.texts(key)
        if not values or not set(values) <= set(choices):
            raise self.wrong(key, f"须列出 {'、'.join(choices)} 中的一项或几项")
        return values

    def number(self, key: str) -> Fraction:
        """Return an exact number: an integer, or decimal text such as ``"0.30"``; a float is refused."""
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return Fraction(value)
        try:
            return Fraction(Decimal(value if isinstance(value, str) else ""))
        except (InvalidOperation, ValueError, OverflowError):
            raise self.wrong(key, '须是整数或文本形式的小数（如 "0.30"）') from None

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "须是 true 或 false")
        return value

    def day(self, key: str, *, required: bool = False) -> Any:
        """Return a date, None where it is absent and not required."""
        value = self.values.get(key)
        if value is None and not required:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(key, "须是日期，如 2017-12-31")
        return value

    def table(self, key: str, *, required: bool = False) -> Mapping[str, Any]:
        """Return the table under a key, empty where it is absent."""
        value = self.values.get(key)
        if value is None and not required:
            return {}
        if not isinstance(value, dict):
            raise self.wrong(key, "缺少这一节" if value is None else "须是一节设置")
        return value

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        """Return the list of tables under a key."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.wrong(key, f"须写成 [[{key}]]")
        return value

    def each(self, key: str, read: Callable[[Table], T]) -> Iterator[T]:
        """Yield what each table under a key says; two of one ``id`` are refused."""
        seen: set[str] = set()
        for number, values in enumerate(self.tables(key), 1):
            table = Table(self.path, f"{key}[{number}]", values, _KEYS[key])
            name = table.text("id")
            if name and name in seen:
                raise table.wrong("id", f"{name} 写了两次")
            seen.add(name)
            yield read(table)


_KEYS = {
    "clause": (
        "id", "kind", "title", "text", "basis", "lead", "responsible", "assessors", "valid_from", "valid_to", "note",
    ),
    "threshold": ("id", "clause", "value", "relation", "unit", "text"),
    "milestone": ("clause", "date", "text"),
}  # fmt: skip


def clause(table: Table) -> Clause:
    """Return one ``[[clause]]``."""
    return Clause(
        id=table.text("id", required=True),
        title=table.text("title", required=True),
        text=table.text("text", required=True),
        kind=table.some_of("kind", CLAUSE_KINDS),
        basis=table.text("basis", required=True),
        lead=table.texts("lead"),
        responsible=table.texts("responsible"),
        assessors=table.texts("assessors"),
        valid_from=table.day("valid_from"),
        valid_to=table.day("valid_to"),
        note=table.text("note") or None,
    )


def threshold(table: Table) -> Threshold:
    """Return one ``[[threshold]]``."""
    return Threshold(
        id=table.text("id", required=True),
        clause=table.text("clause", required=True),
        value=table.number("value"),
        relation=table.one_of("relation", RELATIONS),
        unit=table.text("unit", required=True),
        text=table.text("text", required=True),
    )


def milestone(table: Table) -> Milestone:
    """Return one ``[[milestone]]``."""
    return Milestone(
        clause=table.text("clause", required=True),
        date=table.day("date", required=True),
        text=table.text("text", required=True),
    )


def compression(tables: Table) -> Compression:
    """Return ``[compression]``; the mode must be named: a bare number could mean ``to`` or ``by``."""
    known = ("mode", "limit", "readings", "binding", "clause", "note")
    table = Table(tables.path, "compression", tables.table("compression"), known)
    limit = table.number("limit")
    if not 0 <= limit <= 1:
        raise table.wrong("limit", "须在 0 与 1 之间")
    return Compression(
        mode=table.one_of("mode", MODES),
        limit=limit,
        readings=table.some_of("readings", READINGS[:2]),
        binding=table.flag("binding", True),
        clause=table.text("clause") or None,
        note=table.text("note") or None,
    )
