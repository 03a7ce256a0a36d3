"""Where the data of the library lives: inside the wheel, or in the repository of a working checkout."""

from __future__ import annotations

from pathlib import Path

from itemcatalog.errors import CodeTableError

#: The version of the library; it stands in every output.
__version__ = "0.1.0"

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder ``codes`` or ``schemas`` that this installation carries.

    An editable install does not see the wheel's ``_data``, so the repository's own folder is the fallback.
    """
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise CodeTableError(f"数据目录 {name} 不在安装中")


def path(name: str, *parts: str) -> Path:
    """Return the path of one shipped file, e.g. ``path("codes", "levels.csv")``; raise when it is absent."""
    found = folder(name).joinpath(*parts)
    if not found.exists():
        raise CodeTableError(f"数据文件 {name}/{'/'.join(parts)} 不在安装中")
    return found


def text(name: str, *parts: str) -> str:
    """Return one shipped file as UTF-8 text."""
    return path(name, *parts).read_text(encoding="utf-8")


def data(name: str, *parts: str) -> bytes:
    """Return one shipped file as bytes."""
    return path(name, *parts).read_bytes()
