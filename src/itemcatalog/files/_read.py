"""Bytes of one file, never more than the limit allows."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from itemcatalog.errors import SourceError
from itemcatalog.files._limits import Limits, limits

__all__ = ["read_bytes", "sha256"]

_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "文件不存在"),
    (PermissionError, "没有读取权限"),
    (IsADirectoryError, "这是一个文件夹，不是文件"),
)


def read_bytes(path: str | os.PathLike[str], *, name: str | None = None, limit: Limits | None = None) -> bytes:
    """Return the bytes of a file; raise ``SourceError`` when it cannot be read or is larger than the limit.

    ``name`` is the path that errors show (relative to the workspace); by default the path as given. A pipe may be
    read too: it is counted while it is read.
    """
    shown = name if name is not None else str(path)
    bounds = limit or limits()
    try:
        with Path(path).open("rb") as handle:
            status = os.fstat(handle.fileno())
            if stat.S_ISREG(status.st_mode):
                bounds.check("file_bytes", status.st_size, shown)
            data = handle.read(bounds.file_bytes + 1)
    except (OSError, ValueError) as error:
        raise SourceError(_reason(error), path=shown, detail=str(error)) from error
    bounds.check("file_bytes", len(data), shown)
    return data


def _reason(error: Exception) -> str:
    return next((words for kind, words in _REASONS if isinstance(error, kind)), "无法读取文件")


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
