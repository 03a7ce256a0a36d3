"""Another format for the same items: what is read is written, and what the target cannot hold is listed."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define

from itemcatalog.errors import SourceError, UsageError
from itemcatalog.files import write_bytes
from itemcatalog.model import Catalogue
from itemcatalog.workspace._catalogue import UNREADABLE, read_catalogue
from itemcatalog.workspace._read import read_workspace

if TYPE_CHECKING:
    from itemcatalog.formats.exchange import Loss

__all__ = ["FORMATS_OUT", "Conversion", "convert"]

# Our own names in every format that is written: format → module and function.
_OWN: Mapping[str, tuple[str, str]] = {
    "json": ("itemcatalog.formats.json_", "write"),
    "jsonl": ("itemcatalog.formats.jsonl_", "write"),
    "csv": ("itemcatalog.formats", "write_csv"),
    "xlsx": ("itemcatalog.formats", "write_xlsx"),
    "xml": ("itemcatalog.formats.xml_", "write"),
}
#: Every target of ``convert``: our own formats, then the exchange formats.
FORMATS_OUT = (*_OWN, "national-exchange", "fujian-serviceinfo")


@define(frozen=True, slots=True, kw_only=True)
class Conversion:
    """转换结果: how many items were written, and each value that the target cannot hold."""

    items: int
    losses: tuple[Loss, ...]


def convert(source: str, target: Path, to: str | None = None, scheme: str | None = None) -> Conversion:
    """Read a file or workspace and write all its items to ``target``.

    The format is ``to``, else told by the ending of the target. ``scheme`` names the code scheme of an exchange
    format. Raises ``UsageError`` for a format that there is not, ``SourceError`` when the source cannot be read,
    ``OutputError`` when the target cannot be written.
    """
    ending = target.suffix.lower().removeprefix(".")
    chosen = to or ending
    if chosen not in FORMATS_OUT:
        raise UsageError(f"不能写成格式“{chosen}”（可用：{'、'.join(FORMATS_OUT)}）")
    catalogue = _read(source)
    if chosen not in _OWN:
        return _exchanged(catalogue, target, chosen, scheme)
    module, name = _OWN[chosen]
    write = getattr(importlib.import_module(module), name)
    write_bytes(target, write(catalogue.items))
    return Conversion(items=len(catalogue), losses=())


def _exchanged(catalogue: Catalogue, target: Path, form: str, scheme: str | None) -> Conversion:
    from itemcatalog.formats.exchange import TARGETS, write_exchange

    ending = target.suffix.lower().removeprefix(".")
    container = ending if ending in TARGETS[form] else None
    written = write_exchange(form, catalogue, container, scheme=scheme)
    write_bytes(target, written.data)
    return Conversion(items=len(catalogue), losses=written.losses)


def _read(source: str) -> Catalogue:
    catalogue = read_catalogue(read_workspace(source))
    unread = next((one for one in catalogue.faults if one.kind == UNREADABLE), None)
    if unread is not None:
        raise SourceError(str(unread.values["reason"]), path=unread.place.file or source)
    return catalogue
