"""Making the guides of a batch: one after the other, or on all cores of the machine where it can fork."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import define, field

from itemcatalog.errors import ItemCatalogError, OutputError
from itemcatalog.files import processors, sha256, spread, write_bytes
from itemcatalog.guides._journal import Journal, inside
from itemcatalog.guides._manifest import Entry, GuideFile
from itemcatalog.guides._render import Renderer
from itemcatalog.guides._run import Failure, GuideOptions, Held
from itemcatalog.model import Item
from itemcatalog.sections import GuideSections, build_sections, guide_name, item_hash

__all__ = ["Maker", "Outcome", "outcomes"]

# Below this number a second process costs more than it saves.
_FEWEST = 200
_PIECE = 25


@define(frozen=True, slots=True, kw_only=True)
class Outcome:
    """产出: what became of one guide: an entry (made anew or kept), held back, or failed."""

    entry: Entry | None = None
    made: bool = False
    held: Held | None = None
    failure: Failure | None = None


@define(slots=True, kw_only=True)
class Maker:
    """制作: makes single guides; what it needs to know stands still while a batch runs."""

    out: Path
    options: GuideOptions
    renderer: Renderer
    journal: Journal
    guides: Sequence[tuple[Item, str]]
    stems: Sequence[str]
    _checked: set[Path] = field(factory=set, alias="_checked")

    def make(self, number: int) -> Outcome:
        """Make one guide; whatever is wrong with it stops only this one, a folder that cannot be written stops all."""
        item, channel = self.guides[number]
        try:
            return self._make(item, channel, self.stems[number])
        except OutputError:
            raise
        except Exception as error:  # a guide that fails is listed with its reason and the rest is written
            words = str(error) if isinstance(error, ItemCatalogError) else f"{type(error).__name__}: {error}"
            return Outcome(
                failure=Failure(channel=channel, item_id=item.id, name=guide_name(item) or item.id, reason=words)
            )

    def _make(self, item: Item, channel: str, stem: str) -> Outcome:
        known = stem in self.journal.known
        kept = self.journal.finished(stem, item_hash(item), self.options.formats) if known else None
        if kept is not None:
            return Outcome(entry=kept)
        guide = build_sections(item, self.options.profile, final=self.options.final)
        if self.options.final and guide.missing:
            missing = tuple(section.title for section in guide.missing)
            return Outcome(held=Held(channel=channel, item_id=item.id, name=guide_name(item), missing=missing))
        return Outcome(entry=self._written(guide, channel, stem), made=True)

    def _written(self, guide: GuideSections, channel: str, stem: str) -> Entry:
        files = []
        rendered = [(kind, self.renderer.render(guide, kind)) for kind in self.options.formats]
        for kind, data in rendered:
            path = f"{stem}.{kind}"
            self._check_inside(path)
            write_bytes(self.out / path, data, durable=False)
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

    def _check_inside(self, path: str) -> None:
        """Refuse a path that links lead out of the output folder; a folder is asked once."""
        target = self.out / path
        if target.parent in self._checked and not target.is_symlink():
            return
        if not inside(self.out, target):
            raise OutputError("输出路径指向输出文件夹之外", path=path)
        self._checked.add(target.parent)


def outcomes(maker: Maker) -> Iterator[Outcome]:
    """Yield what becomes of each guide, in order, whatever the number of processes."""
    total = len(maker.guides)
    alone = total < _FEWEST or maker.options.templates is not None
    pieces = [range(first, min(first + _PIECE, total)) for first in range(0, total, _PIECE)]
    for made in spread(lambda numbers: _piece(maker, numbers), pieces, 1 if alone else min(processors(), 4)):
        if isinstance(made, tuple):
            raise OutputError(made[0], path=made[1])
        yield from made


def _piece(maker: Maker, numbers: range) -> list[Outcome] | tuple[str, str]:
    """Make a piece of the guides; an output error comes back from another process as its words."""
    made = []
    try:
        for number in numbers:
            made.append(maker.make(number))
    except OutputError as error:
        return error.message, error.path
    return made
