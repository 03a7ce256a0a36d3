"""Safe parts of file names (S17)."""

from __future__ import annotations

import re
import unicodedata

from itemcatalog.errors import UsageError
from itemcatalog.text._clean import clean

__all__ = ["slug"]

_UNSAFE = re.compile(r"""[\s/\\:*?"<>|%#&'`$!;,=\[\]{}()~^@+]+""")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_EMPTY = "_"


def slug(text: str, limit_bytes: int = 120) -> str:
    """Return a part of a file name: NFC, no separators or control characters, at most ``limit_bytes`` of UTF-8.

    Never empty, never ``.`` or ``..``, never a name that Windows reserves (CON, NUL, COM1 …), no dot or blank at
    either end. Two texts may share one slug: whoever writes files adds a suffix. Raises ``UsageError`` when
    ``limit_bytes`` is below 8.
    """
    if limit_bytes < 8:
        raise UsageError("文件名长度上限至少为 8 字节")
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", clean(text)))
    name = unicodedata.normalize("NFC", name).strip(".-_ ")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    name = _cut(name, limit_bytes).rstrip(".-_ ")
    return name or _EMPTY


def _cut(name: str, limit_bytes: int) -> str:
    """Cut to a number of bytes without cutting a character."""
    return name.encode("utf-8")[:limit_bytes].decode("utf-8", errors="ignore")
