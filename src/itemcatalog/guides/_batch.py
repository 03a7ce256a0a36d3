"""A batch of guides: one file per item and format, an index, a manifest; what fails is listed, the rest written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import asdict, define, field

from itemcatalog.errors import ItemCatalogError, OutputError
from itemcatalog.files import sha256, sweep, write_bytes
from itemcatalog.guides._journal import Journal, inside
from itemcatalog.guides._manifest import MANIFEST, Entry, GuideFile, Manifest
from itemcatalog.guides._names import guide_names
from itemcatalog.guides._render import Renderer
from itemcatalog.guides._run import Failure, GuideOptions, GuideRun, Held
from itemcatalog.model import Item
from itemcatalog.render.guide import IndexRow, render_index
from itemcatalog.sections import GuideSections, build_sections, item_hash

__all__ = ["INDEX", "build_guides"]

INDEX = "index.html"
_SHOWN_ALIASES = 20


@define(slots=True, kw_only=True)
class _Batch:
    """批次: one run on its way."""

    out: Path
    options: GuideOptions
    renderer: Renderer
    journal: Journal
    entries: list[tuple[Item, Entry]] = field(factory=list)
    held: list[Held] = field(factory=list)
    failures: list[Failure] = field(factory=list)
    written: int = 0
    checked: set[Path] = field(factory=set)


def build_guides(guides: Iterable[tuple[Item, str]], out: Path, options: GuideOptions) -> GuideRun:
    """Write a guide for every item and channel into ``<channel>/``, then ``index.html`` and last ``manifest.json``.

    A main item has none. Guides that stand unchanged from an earlier or a killed run are kept. Raises
    ``OutputError`` when the folder cannot be written, ``UsageError`` for an unknown format.
    """
    pairs = [(item, channel) for item, channel in guides if not item.is_main]
    renderer = Renderer(profile=options.profile, formats=options.formats, templates=options.templates)
    journal = Journal(out=out, build=_build_hash(options, renderer))
    journal.load()
    sweep(out)
    batch = _Batch(out=out, options=options, renderer=renderer, journal=journal)
    with renderer:
        for number, ((item, channel), stem) in enumerate(zip(pairs, guide_names(pairs), strict=True), start=1):
            _guarded(batch, item, channel, stem)
            options.progress(number, len(pairs))
    return _finish(batch)


def _guarded(batch: _Batch, item: Item, channel: str, stem: str) -> None:
    """Make one guide; whatever is wrong with it stops only this one, a folder that cannot be written stops all."""
    try:
        _one(batch, item, channel, stem)
    except OutputError:
        raise
    except Exception as error:  # a guide that fails is listed with its reason and the rest is written
        words = str(error) if isinstance(error, ItemCatalogError) else f"{type(error).__name__}: {error}"
        batch.failures.append(Failure(channel=channel, item_id=item.id, name=item.name, reason=words))


def _one(batch: _Batch, item: Item, channel: str, stem: str) -> None:
    options = batch.options
    kept = batch.journal.finished(stem, item_hash(item), options.formats) if stem in batch.journal.known else None
    if kept is None:
        guide = build_sections(item, options.profile, final=options.final)
        if options.final and guide.missing:
            missing = tuple(section.title for section in guide.missing)
            batch.held.append(Held(channel=channel, item_id=item.id, name=item.name, missing=missing))
            return
        kept = _write(batch, guide, channel, stem)
        batch.written += 1
    batch.journal.note(kept)
    batch.entries.append((item, kept))


def _write(batch: _Batch, guide: GuideSections, channel: str, stem: str) -> Entry:
    files = []
    rendered = [(kind, batch.renderer.render(guide, kind)) for kind in batch.options.formats]
    for kind, data in rendered:
        path = f"{stem}.{kind}"
        _check_inside(batch, path)
        write_bytes(batch.out / path, data, durable=False)
        files.append(GuideFile(format=kind, path=path, sha256=sha256(data)))
    return Entry(
        channel=channel,
        item_id=guide.item_id,
        name=guide.name,
        code=guide.code,
        authority=guide.authority,
        item_hash=guide.item_hash,
        profile=guide.profile,
        date=guide.date.isoformat() if guide.date else None,
        files=tuple(files),
        missing=tuple(section.title for section in guide.missing),
    )


def _check_inside(batch: _Batch, path: str) -> None:
    """Refuse a path that links lead out of the output folder; a folder is asked once."""
    target = batch.out / path
    if target.parent in batch.checked and not target.is_symlink():
        return
    if not inside(batch.out, target):
        raise OutputError("输出路径指向输出文件夹之外", path=path)
    batch.checked.add(target.parent)


def _finish(batch: _Batch) -> GuideRun:
    options = batch.options
    rows = [_row(item, entry, options.channels) for item, entry in batch.entries]
    page = render_index(rows, title=options.title, held=len(batch.held), failed=len(batch.failures))
    write_bytes(batch.out / INDEX, page)
    manifest = Manifest(
        build=batch.journal.build,
        catalogue=options.catalogue,
        guides=tuple(entry for _, entry in batch.entries),
        index={INDEX: sha256(page)},
    )
    text = json.dumps(manifest.plain(), ensure_ascii=False, indent=1) + "\n"
    write_bytes(batch.out / MANIFEST, text.encode("utf-8", "replace"))
    batch.journal.close(frozenset(manifest.hashes()))
    return GuideRun(
        manifest=manifest,
        written=batch.written,
        kept=len(batch.entries) - batch.written,
        held=tuple(batch.held),
        failures=tuple(batch.failures),
    )


def _row(item: Item, entry: Entry, channels: Mapping[str, str]) -> IndexRow:
    more: Sequence[str] = (item.parent_name or "", item.sub_item or "", *item.aliases[:_SHOWN_ALIASES])
    return IndexRow(
        name=item.name,
        code=entry.code or "",
        authority=entry.authority or "",
        targets=item.target_groups,
        channel=channels.get(entry.channel, entry.channel),
        paths=tuple((one.format, one.path) for one in entry.files),
        more=" ".join(word for word in more if word),
        draft=bool(entry.missing),
    )


def _build_hash(options: GuideOptions, renderer: Renderer) -> str:
    """Return the hash of all that decides the bytes of a guide beside its item."""
    from importlib.metadata import version

    look = {"profile": asdict(options.profile), "final": options.final, "version": version("itemcatalog")}
    text = json.dumps(look | {"templates": renderer.digest}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
