"""manifest.json: which files a batch holds, from which item, with the hash of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, define, field

from itemcatalog.errors import SourceError
from itemcatalog.files import read_bytes

__all__ = ["MANIFEST", "Changes", "Entry", "GuideFile", "Manifest", "changed_since", "read_manifest"]

MANIFEST = "manifest.json"


@define(frozen=True, slots=True, kw_only=True)
class GuideFile:
    """指南文件: one file, its path relative to the manifest with ``/``, and its SHA-256."""

    format: str
    path: str
    sha256: str


@define(frozen=True, slots=True, kw_only=True)
class Entry:
    """清单项: one guide: the item it was made of, that item's hash and date, the profile and the files."""

    channel: str
    item_id: str
    name: str
    code: str | None
    authority: str | None
    item_hash: str
    profile: str
    date: str | None
    files: tuple[GuideFile, ...]
    missing: tuple[str, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class Manifest:
    """文件清单: all guides of a folder; ``build`` is the hash of everything but the items that decides the bytes."""

    build: str
    catalogue: str | None
    guides: tuple[Entry, ...]
    index: Mapping[str, str] = field(factory=dict)

    def plain(self) -> dict[str, Any]:
        """Return the manifest as it is written."""
        return {
            "build": self.build,
            "catalogue": self.catalogue,
            "index": dict(self.index),
            "guides": [asdict(entry) for entry in self.guides],
        }

    def hashes(self) -> dict[str, str]:
        """Return the SHA-256 of every file by path."""
        return {one.path: one.sha256 for entry in self.guides for one in entry.files} | dict(self.index)


def entry_from(raw: Any) -> Entry:
    """Make an entry of plain data; raise ``KeyError`` or ``TypeError`` when it is none."""
    files = tuple(GuideFile(**{key: str(value) for key, value in one.items()}) for one in raw["files"])
    return Entry(**(raw | {"files": files, "missing": tuple(raw.get("missing", ()))}))


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; raise ``SourceError`` when it is no manifest of guides."""
    try:
        raw = json.loads(read_bytes(path, name=path.name))
        return Manifest(
            build=str(raw["build"]),
            catalogue=raw.get("catalogue"),
            guides=tuple(entry_from(one) for one in raw["guides"]),
            index={str(key): str(value) for key, value in raw.get("index", {}).items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError("不是办事指南的文件清单", path=path.name, detail=str(error)) from error


@define(frozen=True, slots=True, kw_only=True)
class Changes:
    """更新清单: what a channel must upload and what it must take down."""

    upload: tuple[str, ...]
    remove: tuple[str, ...]


def changed_since(old: Manifest, new: Manifest) -> Changes:
    """Return the files that are new or differ, and those that are gone, sorted by path."""
    before, after = old.hashes(), new.hashes()
    upload = _sorted(path for path, digest in after.items() if before.get(path) != digest)
    return Changes(upload=upload, remove=_sorted(path for path in before if path not in after))


def _sorted(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))
