"""The guides of a whole workspace: its profile, its templates, the names of its channels."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from itemcatalog.files import write_text
from itemcatalog.guides._batch import build_guides
from itemcatalog.guides._manifest import Changes, changed_since, read_manifest
from itemcatalog.guides._run import GuideOptions, GuideRun
from itemcatalog.model import Catalogue
from itemcatalog.sections import item_hash, load_profile
from itemcatalog.workspace import Workspace

__all__ = ["CHANGED", "build_workspace_guides"]

CHANGED = "changed.json"


def build_workspace_guides(
    workspace: Workspace,
    catalogue: Catalogue,
    out: Path,
    *,
    formats: tuple[str, ...] = ("html", "docx"),
    profile: str | None = None,
    final: bool = False,
    since: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[GuideRun, Changes | None]:
    """Write the guides of all channels into ``out``; with ``since``, what changed against that manifest.

    The changes are also written to ``changed.json``. Raises as ``build_guides``; ``SourceError`` for a manifest
    that is none.
    """
    before = read_manifest(since) if since else None
    chosen = profile or workspace.guides.profile
    options = GuideOptions(
        profile=load_profile(chosen, Path() if profile else workspace.root),
        formats=formats,
        final=final,
        templates=workspace.guides.templates,
        title=f"{workspace.name}办事指南" if workspace.name else "办事指南",
        channels={channel.id: channel.name or channel.id for channel in catalogue.channels},
        catalogue=_hash(catalogue),
        **({"progress": progress} if progress else {}),
    )
    run = build_guides(((item, item.channel) for item in catalogue), out, options)
    if before is None:
        return run, None
    changes = changed_since(before, run.manifest)
    plain = {"upload": list(changes.upload), "remove": list(changes.remove)}
    write_text(out / CHANGED, json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
    return run, changes


def _hash(catalogue: Catalogue) -> str:
    """Return the hash of all items by channel, whatever their order."""
    lines = sorted(f"{item.channel}\t{item.id}\t{item_hash(item)}" for item in catalogue)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()
