"""The limits of reading, each with a name that its error prints and an environment variable that raises it."""

from __future__ import annotations

import os

import attrs
from attrs import define

from itemcatalog.errors import SourceError

__all__ = ["Limits", "limits"]

_PREFIX = "ITEMCATALOG_"
_MEGABYTE = 1 << 20


@define(frozen=True, slots=True, kw_only=True)
class Limits:
    """读取上限: how large an input may be; every limit is a whole number.

    ``file_bytes`` of one file; of an archive ``zip_entries`` members, ``zip_total_bytes`` unpacked in all,
    ``zip_member_bytes`` of one member and ``zip_ratio`` unpacked : packed (asked only of members above 1 MB);
    ``sheet_rows``, ``sheet_columns`` and ``sheet_cells`` (the whole rectangle) of one sheet.
    """

    file_bytes: int = 512 * _MEGABYTE
    zip_entries: int = 20_000
    zip_total_bytes: int = 1024 * _MEGABYTE
    zip_member_bytes: int = 768 * _MEGABYTE
    zip_ratio: int = 200
    sheet_rows: int = 1_048_576
    sheet_columns: int = 4_096
    sheet_cells: int = 12_000_000

    def check(self, name: str, amount: int, path: str) -> None:
        """Raise ``SourceError`` when ``amount`` exceeds the limit called ``name``; the message names both."""
        allowed: int = getattr(self, name)
        if amount > allowed:
            word = _WORDS[name]
            raise SourceError(
                f"{word} {amount} 超过上限 {allowed}，拒绝读取（环境变量 {_PREFIX}{name.upper()} 可调整）",
                path=path,
                detail=f"{name}: {amount} > {allowed}",
            )


_WORDS = {
    "file_bytes": "文件字节数",
    "zip_entries": "压缩包内文件数",
    "zip_total_bytes": "压缩包解压后总字节数",
    "zip_member_bytes": "压缩包内单个文件字节数",
    "zip_ratio": "压缩比",
    "sheet_rows": "工作表行数",
    "sheet_columns": "工作表列数",
    "sheet_cells": "工作表单元格数",
}


def limits() -> Limits:
    """Return the limits in force: the defaults, or what ``ITEMCATALOG_<NAME>`` sets (a whole number)."""
    changed = {}
    for name, variable in _VARIABLES:
        value = os.environ.get(variable, "")
        if value.isascii() and value.isdigit():
            changed[name] = int(value)
    return Limits(**changed)


_VARIABLES = tuple((one.name, f"{_PREFIX}{one.name.upper()}") for one in attrs.fields(Limits))
