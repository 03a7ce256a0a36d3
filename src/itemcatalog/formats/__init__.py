"""One module per data format; turns bytes into items and back."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats.read import FORMATS, Reading, iter_source, read_source

if TYPE_CHECKING:
    from itemcatalog.formats._ids import assign_ids
    from itemcatalog.formats._patch_xlsx import patch_xlsx
    from itemcatalog.formats._template import template_xlsx
    from itemcatalog.formats._write_csv import write_csv
    from itemcatalog.formats._write_xlsx import write_xlsx

__all__ = [
    "FORMATS",
    "Cell",
    "ReadOptions",
    "Reading",
    "Record",
    "assign_ids",
    "iter_source",
    "patch_xlsx",
    "read_source",
    "template_xlsx",
    "write_csv",
    "write_xlsx",
]

_LATER = {
    "assign_ids": "_ids",
    "patch_xlsx": "_patch_xlsx",
    "template_xlsx": "_template",
    "write_csv": "_write_csv",
    "write_xlsx": "_write_xlsx",
}


def __getattr__(name: str) -> object:
    """Import what writes only when it is asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_LATER[name]}"), name)
