"""Corrected files: each office's own file with only its corrections, read back before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

import attrs
from attrs import define

from itemcatalog.comparison import SPECS
from itemcatalog.errors import ItemCatalogError
from itemcatalog.files import read_bytes
from itemcatalog.findings import Place, Text
from itemcatalog.formats import ReadOptions
from itemcatalog.formats._shapes import LISTS
from itemcatalog.formats.read import format_of, read_data
from itemcatalog.model import RUNTIME_FIELDS, Catalogue, Item, Limit
from itemcatalog.standard._corrections import Correction, corrected_items
from itemcatalog.standard._patches import NOT_HERE, Patched, patch_file
from itemcatalog.workspace import Workspace

__all__ = ["CorrectedFile", "Step", "write_back"]

Step = Callable[[str], None]
_HEADS = tuple(a.name for a in attrs.fields(Item) if a.name not in (*RUNTIME_FIELDS, "extra"))
_ROUNDS = 6
_PARTS = frozenset(a.name for noun in LISTS.values() for a in attrs.fields(noun))
_PAGES = ("html", "docx")
_OF_OTHERS = Text("这一格同时是其他事项的，须人工更正", "the cell holds for other items too; to be corrected by hand")
_NOT_READ_BACK = Text("写入后读回不一致，须人工更正", "does not read back as it should; to be corrected by hand")


@define(frozen=True, slots=True, kw_only=True)
class CorrectedFile:
    """更正后的文件: its path under ``corrected/``, its bytes, and whether they differ from the source's."""

    path: str
    data: bytes
    changed: bool


@define(frozen=True, slots=True, kw_only=True)
class _File:
    """One source file with the ways in which channels read it, and its items as they were read."""

    shown: str
    data: bytes
    form: str
    options: tuple[ReadOptions, ...]
    items: tuple[Item, ...]


def write_back(
    workspace: Workspace, catalogue: Catalogue, corrections: Sequence[Correction], progress: Step | None = None
) -> tuple[tuple[CorrectedFile, ...], tuple[Correction, ...]]:
    """Return the corrected files, unchanged ones too, and the corrections with their place, or why they stay by hand.

    Pages and Word guides come back as JSON lines of their items. A file that cannot be read is left out.
    """
    files: list[CorrectedFile] = []
    told: dict[int, Correction] = {}
    for one in _files(workspace, catalogue):
        if progress is not None:
            progress(one.shown)
        mine = [(n, c) for n, c in enumerate(corrections) if c.member.item.place.file == one.shown]
        file, results = _corrected(one, [c for _, c in mine], {f.path for f in files})
        files.append(file)
        told |= dict(zip((n for n, _ in mine), results, strict=True))
    unread = Text("来源文件未能读取", "the source could not be read")
    return tuple(files), tuple(told.get(n, attrs.evolve(c, by_hand=unread)) for n, c in enumerate(corrections))


def _files(workspace: Workspace, catalogue: Catalogue) -> Iterable[_File]:
    options: dict[Path, list[ReadOptions]] = {}
    for source in workspace.channels:
        for path in source.files:
            options.setdefault(path, []).append(source.options)
    by_file: dict[str, list[Item]] = {}
    for item in catalogue.items:
        by_file.setdefault(item.place.file or "", []).append(item)
    for path, ways in options.items():
        shown = workspace.shown(path)
        try:
            data = read_bytes(path, name=shown)
            form = format_of(data, shown, ways[0])
        except ItemCatalogError:
            continue
        items = tuple(by_file.get(shown, ()))
        yield _File(shown=shown, data=data, form=form, options=tuple(ways), items=items)


def _corrected(
    file: _File, corrections: Sequence[Correction], taken: set[str]
) -> tuple[CorrectedFile, list[Correction]]:
    path = _inside(file.shown)
    if file.form in _PAGES:
        written = [one for one in corrections if one.by_hand is None]
        return _as_lines(file, path, written, taken), list(corrections)
    failed = {n: c.by_hand for n, c in enumerate(corrections) if c.by_hand is not None}
    for _ in range(_ROUNDS):
        pending = {n: c for n, c in enumerate(corrections) if n not in failed}
        patched, refused = _patched(file, pending)
        wrong = refused or _wrong(file, pending, patched)
        if not wrong:
            told = [
                attrs.evolve(c, by_hand=failed.get(n), place=patched.places.get(n, c.place))
                for n, c in enumerate(corrections)
            ]
            return CorrectedFile(path=path, data=patched.data, changed=patched.data != file.data), told
        failed |= wrong
    kept = [attrs.evolve(c, by_hand=failed.get(n, _NOT_READ_BACK)) for n, c in enumerate(corrections)]
    return CorrectedFile(path=path, data=file.data, changed=False), kept


def _patched(file: _File, pending: Mapping[int, Correction]) -> tuple[Patched, dict[int, Text]]:
    """Patch a file; when it cannot be patched, refuse the corrections that cannot stand even alone, or all of them."""
    if not pending:
        return Patched(data=file.data), {}
    try:
        return _with(file, pending)
    except ItemCatalogError as error:
        alone = {n: reason for n, one in pending.items() if (reason := _refusal(file, {n: one})) is not None}
        return Patched(data=file.data), alone or dict.fromkeys(pending, Text(str(error), str(error)))


def _with(file: _File, pending: Mapping[int, Correction]) -> tuple[Patched, dict[int, Text]]:
    items = corrected_items(pending.values())
    return patch_file(file.data, file.shown, file.form, file.options, pending, items)


def _refusal(file: _File, pending: Mapping[int, Correction]) -> Text | None:
    try:
        _with(file, pending)
    except ItemCatalogError as error:
        return Text(str(error), str(error))
    return None


def _as_lines(file: _File, path: str, corrections: Sequence[Correction], taken: set[str]) -> CorrectedFile:
    from itemcatalog.formats import jsonl_

    items = corrected_items(corrections)
    short = PurePosixPath(path).with_suffix(".jsonl").as_posix()
    data = jsonl_.write([items.get((one.channel, one.id), one) for one in file.items])
    return CorrectedFile(path=short if short not in taken else f"{path}.jsonl", data=data, changed=bool(corrections))


def _inside(shown: str) -> str:
    """Return the path of a file under ``corrected/``: one outside the workspace keeps its name below it."""
    return "/".join(part for part in PurePosixPath(shown).parts if part not in ("..", "/")) or "file"


_At = tuple[str, str | None, str | int | None]


def _at(item: Item) -> _At:
    place: Place = item.place
    return item.channel, place.sheet, place.cell or place.row


def _wrong(file: _File, pending: Mapping[int, Correction], patched: Patched) -> dict[int, Text]:
    """Return the corrections that cannot stand: they do not read back, or with them another item changes."""
    wrong, stray = _misread(file, patched.data, pending)
    if wrong or not stray:
        return wrong
    groups: dict[object, list[int]] = {}
    for n in pending:
        place = patched.places.get(n)
        groups.setdefault((place.sheet, place.cell) if place and place.cell else n, []).append(n)
    return _blamed(file, pending, list(groups.values())) or dict.fromkeys(pending, _NOT_READ_BACK)


def _blamed(file: _File, pending: Mapping[int, Correction], groups: Sequence[Sequence[int]]) -> dict[int, Text]:
    """Find, by halves, the cells with which another item changes: they hold for several items (merged cells).

    With all of these together another item does change.
    """
    if len(groups) == 1:
        return dict.fromkeys(groups[0], _OF_OTHERS)
    half = len(groups) // 2
    halves = (groups[:half], groups[half:])
    return {n: why for one in halves if _strays(file, pending, one) for n, why in _blamed(file, pending, one).items()}


def _strays(file: _File, pending: Mapping[int, Correction], groups: Sequence[Sequence[int]]) -> bool:
    """Return whether with these corrections an item without any changes."""
    mine = {n: pending[n] for group in groups for n in group}
    patched, refused = _patched(file, mine)
    return not refused and _misread(file, patched.data, mine)[1]


def _misread(file: _File, data: bytes, pending: Mapping[int, Correction]) -> tuple[dict[int, Text], bool]:
    """Return the corrections that do not read back as they should, and whether an item without any changed."""
    if not pending:
        return {}, False
    if data == file.data:
        return dict.fromkeys(pending, NOT_HERE), False
    try:
        readings = [read_data(data, file.shown, options) for options in file.options]
    except ItemCatalogError:
        return dict.fromkeys(pending, _NOT_READ_BACK), False
    now = {_at(item): item for reading in readings for item in reading.items}
    wanted = corrected_items(pending.values())
    mine: dict[_At, dict[int, Correction]] = {}
    for n, one in pending.items():
        mine.setdefault(_at(one.member.item), {})[n] = one
    wrong: dict[int, Text] = {}
    stray = False
    for before in file.items:
        at = _at(before)
        here = mine.get(at, {})
        after = now.get(at)
        if after is None or _touched(before, after, here.values()):
            wrong |= dict.fromkeys(here, _NOT_READ_BACK)
            stray = stray or not here
        else:
            intended = wanted.get((before.channel, before.id), before)
            wrong |= {n: _NOT_READ_BACK for n, one in here.items() if not _says(one, intended, after)}
    return wrong, stray


def _touched(before: Item, after: Item, here: Iterable[Correction]) -> bool:
    """Return whether anything changed that was not to be corrected."""
    changed = {one.field.partition(".")[0] for one in here}
    return any(not _same(before, after, head) for head in _HEADS if head not in changed)


def _same(before: Item, after: Item, head: str) -> bool:
    """Return whether a field reads as before; of two limits in one cell the cell's text is no matter."""
    was, now = getattr(before, head), getattr(after, head)
    if was == now or not isinstance(was, Limit) or not isinstance(now, Limit):
        return bool(was == now)
    statutory, promised = before.statutory_limit, before.promised_limit
    one_cell = statutory is not None and promised is not None and statutory.raw == promised.raw
    return one_cell and attrs.evolve(was, raw=None) == attrs.evolve(now, raw=None)


def _says(one: Correction, intended: Item, after: Item) -> bool:
    """Return whether a field reads as what should stand, with every part that the member was to keep."""
    spec = SPECS[one.field]
    value = spec.value(after)
    if value is None or not spec.compare(one.standing.raw, value, frozenset())[0].same:
        return False
    return bool(spec.compare(spec.value(intended), value, _PARTS)[0].same)
