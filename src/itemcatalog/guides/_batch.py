"""A batch of guides: one file per item and format, an index, a manifest; what fails is listed, the rest written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import asdict

from itemcatalog.files import sha256, sweep, write_bytes
from itemcatalog.guides._journal import Journal
from itemcatalog.guides._make import Maker, Outcome, outcomes
from itemcatalog.guides._manifest import MANIFEST, Entry, Manifest
from itemcatalog.guides._names import guide_names
from itemcatalog.guides._render import Renderer
from itemcatalog.guides._run import GuideOptions, GuideRun
from itemcatalog.model import Item
from itemcatalog.render.guide import IndexRow, render_index

__all__ = ["INDEX", "build_guides"]

INDEX = "index.html"
_SHOWN_ALIASES = 20


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
    maker = Maker(out=out, options=options, renderer=renderer, journal=journal, guides=pairs, stems=guide_names(pairs))
    results: list[Outcome] = []
    with renderer:
        for result in outcomes(maker):
            results.append(result)
            if result.entry is not None:
                journal.note(result.entry)
            options.progress(len(results), len(pairs))
    return _finish(maker, results)


def _finish(maker: Maker, results: Sequence[Outcome]) -> GuideRun:
    """Write index and manifest, take away what is no longer made, and sum up."""
    options, journal = maker.options, maker.journal
    made = [(item, one.entry) for (item, _), one in zip(maker.guides, results, strict=True) if one.entry]
    held = tuple(one.held for one in results if one.held)
    failures = tuple(one.failure for one in results if one.failure)
    rows = [_row(item, entry, options.channels) for item, entry in made]
    page = render_index(rows, title=options.title)
    write_bytes(maker.out / INDEX, page)
    manifest = Manifest(
        build=journal.build,
        catalogue=options.catalogue,
        guides=tuple(entry for _, entry in made),
        index={INDEX: sha256(page)},
    )
    text = json.dumps(manifest.plain(), ensure_ascii=False, indent=1) + "\n"
    write_bytes(maker.out / MANIFEST, text.encode("utf-8", "replace"))
    journal.close(frozenset(manifest.hashes()))
    written = sum(1 for one in results if one.made)
    return GuideRun(manifest=manifest, written=written, kept=len(made) - written, held=held, failures=failures)


def _row(item: Item, entry: Entry, channels: Mapping[str, str]) -> IndexRow:
    more: Sequence[str] = (item.name, item.parent_name or "", item.sub_item or "", *item.aliases[:_SHOWN_ALIASES])
    return IndexRow(
        name=entry.name,
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
