"""Every exception of the library: raised for a wrong call or a broken program, never for bad data."""

from __future__ import annotations

__all__ = [
    "CodeTableError",
    "ConfigurationError",
    "InvalidNumberError",
    "ItemCatalogError",
    "OutputError",
    "SourceError",
    "UsageError",
]


class ItemCatalogError(Exception):
    """The base of all errors of this library; ``str(error)`` is one line for people."""


class UsageError(ItemCatalogError, ValueError):
    """Raised when a function is called with an argument that it cannot serve."""


class ConfigurationError(ItemCatalogError, ValueError):
    """Raised when a workspace, policy or profile file is wrong; names the file, key and line where known."""

    def __init__(self, message: str, *, path: str | None = None, key: str | None = None, line: int | None = None):
        place = " · ".join(part for part in (path, key, f"第 {line} 行" if line else None) if part)
        super().__init__(f"{place}：{message}" if place else message)
        self.message = message
        self.path = path
        self.key = key
        self.line = line


class SourceError(ItemCatalogError):
    """Raised when one input cannot be read at all (damaged, encrypted, refused); the other inputs go on."""

    def __init__(self, message: str, *, path: str, detail: str | None = None):
        super().__init__(f"{path}：{message}")
        self.message = message
        self.path = path
        self.detail = detail


class OutputError(ItemCatalogError, OSError):
    """Raised when an output cannot be written; the old file, if any, still stands."""

    def __init__(self, message: str, *, path: str):
        super().__init__(f"{path}：{message}")
        self.message = message
        self.path = path


class CodeTableError(ItemCatalogError):
    """Raised when a shipped table or schema is missing or has no source: the installation is broken."""


class InvalidNumberError(UsageError):
    """Raised when a number (credit code, organisation code, licence identifier) breaks its standard.

    ``kind`` says how: ``length`` · ``format`` (a character that cannot stand there) · ``checksum``.
    """

    def __init__(self, message: str, *, kind: str):
        super().__init__(message)
        self.message = message
        self.kind = kind
