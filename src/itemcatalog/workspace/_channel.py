"""The ``[[channel]]`` tables of a workspace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import attrs

from itemcatalog.formats import FORMATS, ReadOptions
from itemcatalog.formats._headers import IGNORED
from itemcatalog.model import CHANNEL_KINDS, RUNTIME_FIELDS, Channel, Item
from itemcatalog.workspace import _paths
from itemcatalog.workspace._model import ChannelSource
from itemcatalog.workspace._table import Table, near

__all__ = ["channel_sources", "check_field", "matched"]

_ID = re.compile(r"[a-z0-9-]+")
_DIVISION = re.compile(r"[0-9]{6}(?:[0-9]{3}|[0-9]{6})?")
_FIELDS = tuple(a.name for a in attrs.fields(Item) if a.name not in RUNTIME_FIELDS)


def channel_sources(
    document: Table, root: Path, scheme: str | None, labels: Mapping[str, str]
) -> tuple[ChannelSource, ...]:
    """Read every channel of a workspace file; ids are unique, and each source matches at least one file."""
    tables = document.tables("channel")
    if not tables:
        document.fail("至少要有一个渠道，写作 [[channel]]")
    channels = tuple(_channel(table, root, scheme, labels) for table in tables)
    seen: set[str] = set()
    for table, source in zip(tables, channels, strict=True):
        if source.channel.id in seen:
            table.fail(f"渠道编号“{source.channel.id}”重复", "id")
        seen.add(source.channel.id)
    return channels


def _channel(table: Table, root: Path, scheme: str | None, labels: Mapping[str, str]) -> ChannelSource:
    channel = Channel(
        id=_identity(table),
        name=table.text("name"),
        kind=table.text("kind", CHANNEL_KINDS),
        division=_division(table),
        captured=table.day("captured"),
    )
    files = matched(table, "source", root)
    if not files:
        table.fail("缺少 source（文件或通配符）")
    options = ReadOptions(
        channel=channel.id,
        format=table.text("format", FORMATS),
        sheet=table.text("sheet"),
        division=channel.division,
        scheme=scheme,
        captured=channel.captured,
        provides=_provides(table),
        where=table.mapping("where"),
        columns=_columns(table),
        labels=labels,
        values=_values(table),
    )
    table.finish()
    return ChannelSource(channel=channel, files=files, options=options)


def matched(table: Table, key: str, root: Path) -> tuple[Path, ...]:
    """Return the files that a key names (one path or glob, or a list), each once; none for one of them is an error."""
    files: dict[Path, None] = {}
    for pattern in table.texts(key):
        found = _paths.resolve(root, pattern)
        if not found:
            table.fail(f"“{pattern}”没有匹配到任何文件", key)
        files.update(dict.fromkeys(found))
    return tuple(files)


def check_field(table: Table, key: str, path: str) -> None:
    """Refuse a field path whose first part is no field of an item."""
    head = path.partition(".")[0].partition("[")[0]
    if head.rstrip("?") not in _FIELDS and path != IGNORED:
        table.fail(f"“{path}”不是事项字段{near(head, _FIELDS)}", key)


def _identity(table: Table) -> str:
    identity = table.text("id")
    if identity is None:
        table.fail("缺少 id（渠道编号）")
    if not _ID.fullmatch(identity):
        table.fail(f"渠道编号“{identity}”只能用小写字母、数字和连字符", "id")
    return identity


def _division(table: Table) -> str | None:
    division = table.text("division")
    if division is not None and not _DIVISION.fullmatch(division):
        table.fail(f"行政区划代码“{division}”应为 6 位（或 9、12 位）数字", "division")
    return division


def _provides(table: Table) -> frozenset[str] | None:
    fields = table.texts("provides")
    for path in fields:
        check_field(table, "provides", path)
    return frozenset(fields) if "provides" in table.data else None


def _columns(table: Table) -> dict[str, str]:
    columns = table.mapping("columns")
    inner = table.table("columns")
    for label, path in columns.items():
        check_field(inner or table, label, path)
    return columns


def _values(table: Table) -> dict[str, dict[str, str]]:
    inner = table.table("values")
    if inner is None:
        return {}
    for path in inner.data:
        check_field(inner, path, path)
    return {path: inner.mapping(path) for path in inner.data}
