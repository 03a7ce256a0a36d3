"""What a source of documents carries: the union of the field paths that its items fill (DESIGN §10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from itemcatalog.model import RUNTIME_FIELDS

__all__ = ["carried_by"]


def carried_by(data: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield the dotted paths of a document in our own names, whether its values are empty or not."""
    for key, value in data.items():
        if key in RUNTIME_FIELDS or key == "extra":
            continue
        yield f"{prefix}{key}"
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from carried_by(inner, f"{prefix}{key}.")
