"""What a batch has finished so far: a killed run is taken up where it stood."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from attrs import asdict, define, field

from itemcatalog.errors import SourceError
from itemcatalog.files import read_bytes, sha256, write_text
from itemcatalog.guides._manifest import MANIFEST, Entry, entry_from, read_manifest

__all__ = ["Journal", "stem_of"]

_CHUNK = 200
_PATTERN = ".guides-*.json"


def stem_of(entry: Entry) -> str:
    """Return the path of a guide without the ending of its format."""
    return entry.files[0].path.rsplit(".", 1)[0] if entry.files else ""


@define(slots=True, kw_only=True)
class Journal:
    """进度记录: finished guides by path, from the last manifest and from the pieces that a killed run left."""

    out: Path
    build: str
    known: dict[str, Entry] = field(factory=dict)
    former: dict[str, str] = field(factory=dict)
    _open: list[Entry] = field(factory=list, alias="_open")
    _pieces: int = 0

    def load(self) -> None:
        """Read the last manifest and the pieces; what was made another way is known only as former files."""
        if (self.out / MANIFEST).is_file():
            with contextlib.suppress(SourceError):
                manifest = read_manifest(self.out / MANIFEST)
                self._take(manifest.build, manifest.guides)
        for piece in sorted(self.out.glob(_PATTERN)):
            with contextlib.suppress(SourceError, ValueError, KeyError, TypeError):
                raw = json.loads(read_bytes(piece, name=piece.name))
                self._take(str(raw["build"]), [entry_from(one) for one in raw["guides"]])
            self._pieces = max(self._pieces, int(piece.stem.rpartition("-")[2]) if piece.stem[-1].isdigit() else 0)

    def _take(self, build: str, entries: Any) -> None:
        for entry in entries:
            self.former.update({one.path: one.sha256 for one in entry.files})
            if build == self.build:
                self.known[stem_of(entry)] = entry

    def finished(self, stem: str, item_hash: str, formats: tuple[str, ...]) -> Entry | None:
        """Return the entry of a guide that stands unchanged on disk."""
        entry = self.known.get(stem)
        if entry is None or entry.item_hash != item_hash or tuple(one.format for one in entry.files) != formats:
            return None
        return entry if all(self._stands(one.path, one.sha256) for one in entry.files) else None

    def _stands(self, path: str, digest: str) -> bool:
        try:
            return sha256(read_bytes(self.out / path, name=path)) == digest
        except SourceError:
            return False

    def note(self, entry: Entry) -> None:
        """Note a finished guide; a piece is written for every two hundred."""
        self._open.append(entry)
        if len(self._open) >= _CHUNK:
            self._pieces += 1
            text = json.dumps({"build": self.build, "guides": [asdict(one) for one in self._open]}, ensure_ascii=False)
            write_text(self.out / f".guides-{self._pieces:05d}.json", text, durable=False)
            self._open.clear()

    def close(self, current: frozenset[str]) -> None:
        """Take away the pieces, and former guides that are no longer made and that nobody else has changed."""
        for piece in self.out.glob(_PATTERN):
            piece.unlink(missing_ok=True)
        for path, digest in self.former.items():
            target = self.out / path
            if path not in current and inside(self.out, target) and self._stands(path, digest):
                with contextlib.suppress(OSError):
                    target.unlink()


def inside(folder: Path, target: Path) -> bool:
    """Return True when a path, links followed, lies in the folder."""
    return target.resolve().is_relative_to(folder.resolve())
