"""Reading one source (读取来源): the format by content, its module, items with the faults met on the way."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import define

from itemcatalog.errors import SourceError, UsageError
from itemcatalog.files import read_bytes
from itemcatalog.findings import Fault
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._sniff import sniff
from itemcatalog.model import Item, Source

__all__ = ["FORMATS", "Reading", "format_of", "iter_source", "read_data", "read_source", "shown_path"]

# The formats that are read, each with its module: an explicit table, imported when first needed.
FORMATS: Mapping[str, str] = {
    "json": "json_",
    "jsonl": "jsonl_",
    "csv": "csv_",
    "tsv": "csv_",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xlsb": "xlsx",
    "xls": "xlsx",
    "et": "xlsx",
    "ods": "xlsx",
    "xml": "xml_",
    "html": "html_",
    "docx": "docx_",
}

_Reader = Callable[[bytes, str, ReadOptions], Iterator[Item | Fault | Source]]


@define(frozen=True, slots=True, kw_only=True)
class Reading:
    """读取结果: the items of one source in the order read, one source for each sheet, the faults met."""

    items: tuple[Item, ...] = ()
    sources: tuple[Source, ...] = ()
    faults: tuple[Fault, ...] = ()


def iter_source(
    path: str | os.PathLike[str], *, root: str | os.PathLike[str] | None = None, options: ReadOptions | None = None
) -> Iterator[Item | Fault | Source]:
    """Yield what one file holds, item by item; places and sources show its path relative to ``root``.

    The format is ``options.format`` or told by the content. Ids are provisional, the place of the item:
    ``assign_ids`` gives the items of a whole channel their own.
    Raises ``SourceError`` when the file cannot be read, also in the middle.
    """
    chosen = options or ReadOptions()
    shown = shown_path(Path(path), root)
    data = read_bytes(path, name=shown)
    name = chosen.format or sniff(data, shown)
    yield from _reader(name, shown)(data, shown, chosen)


def read_source(
    path: str | os.PathLike[str], *, root: str | os.PathLike[str] | None = None, options: ReadOptions | None = None
) -> Reading:
    """Read one file as a whole; raise ``SourceError`` when it cannot be read."""
    return _gathered(iter_source(path, root=root, options=options))


def _gathered(stream: Iterator[Item | Fault | Source]) -> Reading:
    items: list[Item] = []
    sources: list[Source] = []
    faults: list[Fault] = []
    for one in stream:
        if isinstance(one, Item):
            items.append(one)
        elif isinstance(one, Source):
            sources.append(one)
        else:
            faults.append(one)
    return Reading(items=tuple(items), sources=tuple(sources), faults=tuple(faults))


def read_data(data: bytes, shown: str, options: ReadOptions) -> Reading:
    """Read what one file would hold from its bytes; ``shown`` is the path that places show."""
    return _gathered(_reader(format_of(data, shown, options), shown)(data, shown, options))


def format_of(data: bytes, shown: str, options: ReadOptions) -> str:
    """Return the format of a source: the one that the options name, else by content."""
    return options.format or sniff(data, shown)


def shown_path(path: Path, root: str | os.PathLike[str] | None) -> str:
    """Return the path as people and reports see it: relative to the workspace, with ``/``."""
    if root is None:
        return path.name
    try:
        return path.resolve().relative_to(Path(root).resolve()).as_posix()
    except (ValueError, OSError):
        return Path(os.path.relpath(path, root)).as_posix()


def _reader(name: str, path: str) -> _Reader:
    module = FORMATS.get(name)
    if module is None:
        raise UsageError(f"不认识的格式 {name}；可用：{'、'.join(FORMATS)}")
    try:
        found: _Reader = importlib.import_module(f"itemcatalog.formats.{module}").read
    except ModuleNotFoundError as error:
        raise SourceError(f"此版本不能读取 {name} 格式", path=path, detail=str(error)) from error
    return found
