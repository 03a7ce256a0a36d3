"""``guides verify``: published files against the data, and against the manifest beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import define, field

from itemcatalog.errors import ConfigurationError, SourceError
from itemcatalog.files import read_bytes, sha256
from itemcatalog.formats.guide_ import PublishedGuide, read_guide
from itemcatalog.guides._batch import INDEX
from itemcatalog.guides._deviation import Deviation, Kind, VerifiedGuide, VerifyRun
from itemcatalog.guides._manifest import MANIFEST, Entry, Manifest, read_manifest
from itemcatalog.guides._match import Matcher
from itemcatalog.guides._verify_other import compare_other
from itemcatalog.guides._verify_own import compare_own
from itemcatalog.model import Item
from itemcatalog.rules.gde.gde006_vague_wording import RULE as VAGUE
from itemcatalog.sections import DEFAULT_PROFILE, Profile, build_sections, load_profile

__all__ = ["guide_files", "verify_guides"]

_READ = (".html", ".htm", ".docx", ".json", ".xml")
# Forms that are not read back: their bytes are those that the manifest lists, or nothing can be said.
_LISTED_ONLY = (".pdf", ".md")
_UNLISTED = "此格式只能与文件清单核对，清单中没有这个文件"
_UP = 3


def _silent(done: int, total: int) -> None:
    """Say nothing."""


def guide_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files to verify: those named, and of a folder every guide in it, sorted."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.rglob("*") if one.suffix.lower() in _READ and _is_guide(one))
        elif path.name != MANIFEST:
            found.append(path)
    return list(dict.fromkeys(found))


def _is_guide(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and path.name not in (MANIFEST, INDEX, "changed.json")


def verify_guides(
    paths: Sequence[Path],
    items: Iterable[Item],
    *,
    profile: Profile | None = None,
    progress: Callable[[int, int], None] = _silent,
) -> VerifyRun:
    """Compare published guides (ours or others') with the items of a catalogue.

    ``profile`` is that of others' guides, and of ours where they name one that is not installed. A guide is compared
    with the item that its number or name says; of the manifest beside it, its hash is checked.
    """
    files = guide_files(paths)
    room = _Room(matcher=Matcher(items), profile=profile or load_profile(DEFAULT_PROFILE))
    guides = []
    for number, path in enumerate(files, start=1):
        guides.append(room.verify(path))
        progress(number, len(files))
    guides += list(room.absent([path for path in paths if path.is_dir()]))
    return VerifyRun(guides=tuple(guides))


@define(frozen=True, slots=True, kw_only=True)
class _Listing:
    """文件清单索引: the hash and the entry of every file of a manifest."""

    hashes: Mapping[str, str]
    entries: Mapping[str, Entry]

    @classmethod
    def of(cls, manifest: Manifest) -> _Listing:
        """Index a manifest by path."""
        entries = {file.path: entry for entry in manifest.guides for file in entry.files}
        return cls(hashes=manifest.hashes(), entries=entries)


@define(slots=True, kw_only=True)
class _Room:
    """核对环境: the items, the profile and the manifests that were met."""

    matcher: Matcher
    profile: Profile
    manifests: dict[Path, _Listing | None] = field(factory=dict)

    def verify(self, path: Path) -> VerifiedGuide:
        """Verify one file; what cannot be read is said, the others go on."""
        try:
            data = read_bytes(path, name=path.name)
            if path.suffix.lower() in _LISTED_ONLY:
                return self._by_hash(path, sha256(data))
            guide = read_guide(data, path.name, self._profile)
        except SourceError as error:
            return VerifiedGuide(path=str(path), error=error.message)
        entry, findings = self._listed(path, sha256(data))
        item = self._item(guide, entry, path)
        if item is None:
            name = guide.own.name if guide.own else next((one.name for one in guide.items), None)
            lost = Deviation(kind=Kind.NO_ITEM, where="", found=name)
            return VerifiedGuide(path=str(path), name=name, findings=(*findings, lost))
        findings += list(self._compare(item, guide))
        return VerifiedGuide(path=str(path), item_id=item.id, name=item.name, findings=tuple(findings))

    def _by_hash(self, path: Path, digest: str) -> VerifiedGuide:
        entry, findings = self._listed(path, digest)
        if entry is None:
            return VerifiedGuide(path=str(path), error=_UNLISTED)
        return VerifiedGuide(path=str(path), item_id=entry.item_id, name=entry.name, findings=tuple(findings))

    def _profile(self, name: str) -> Profile:
        if name == self.profile.id:
            return self.profile
        try:
            return load_profile(name)
        except ConfigurationError:
            return self.profile

    def _item(self, guide: PublishedGuide, entry: Entry | None, path: Path) -> Item | None:
        channel = entry.channel if entry else path.parent.name
        if guide.own is not None:
            return self.matcher.of_guide(guide.own, channel)
        return self.matcher.of_item(guide.items[0], channel) if guide.items else None

    def _compare(self, item: Item, guide: PublishedGuide) -> Iterator[Deviation]:
        if guide.own is not None:
            if not item.is_main:
                yield from compare_own(build_sections(item, self._profile(guide.own.profile)), guide.own)
            yield from _vague(item)
            return
        yield from compare_other(item, guide, guide.items[0], self.profile)
        for label in guide.source.unread if guide.source else ():
            yield Deviation(kind=Kind.UNREAD, where=label)
        yield from _vague(guide.items[0])

    def _listed(self, path: Path, digest: str) -> tuple[Entry | None, list[Deviation]]:
        """Return the entry of a file in the manifest beside it, and whether its bytes are those listed."""
        for folder in list(path.resolve().parents)[:_UP]:
            listing = self._listing(folder)
            if listing is None:
                continue
            name = path.resolve().relative_to(folder).as_posix()
            listed, entry = listing.hashes.get(name), listing.entries.get(name)
            if listed is not None and listed != digest:
                return entry, [Deviation(kind=Kind.MANIFEST, where=name, expected=listed[:16], found=digest[:16])]
            return entry, []
        return None, []

    def _listing(self, folder: Path) -> _Listing | None:
        if folder not in self.manifests:
            try:
                path = folder / MANIFEST
                self.manifests[folder] = _Listing.of(read_manifest(path)) if path.is_file() else None
            except SourceError:
                self.manifests[folder] = None
        return self.manifests[folder]

    def absent(self, folders: Iterable[Path]) -> Iterator[VerifiedGuide]:
        """Name the files of a manifest that are not there, and verify those that are only listed."""
        for folder in folders:
            listing = self._listing(folder.resolve())
            for name in sorted(listing.hashes) if listing else ():
                path = folder / name
                if not path.is_file():
                    lost = Deviation(kind=Kind.MANIFEST, where=name, found="（缺失）")
                    yield VerifiedGuide(path=str(path), findings=(lost,))
                elif path.suffix.lower() in _LISTED_ONLY:
                    yield self.verify(path)


def _vague(item: Item) -> Iterator[Deviation]:
    """List the vague wording of a guide (rule GDE006) as notices, each with what should be written."""
    for one in VAGUE.check(item, None):
        yield Deviation(
            kind=Kind.VAGUE, where=one.field or "", expected=one.values["rewrite"], found=one.values["words"]
        )
