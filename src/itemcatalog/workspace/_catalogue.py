"""Reading the channels of a workspace into one catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import attrs

from itemcatalog.codes import division_called
from itemcatalog.errors import SourceError
from itemcatalog.findings import Fault, Place
from itemcatalog.formats import Reading, assign_ids, read_source
from itemcatalog.model import Catalogue, Item, Source
from itemcatalog.workspace._model import ChannelSource, Workspace
from itemcatalog.workspace._side_by_side import readings

__all__ = ["UNREADABLE", "read_catalogue", "unreadable"]

#: The kind of fault of an input that could not be read at all.
UNREADABLE = "input-unreadable"


def read_catalogue(workspace: Workspace, *, progress: Callable[[str], None] | None = None) -> Catalogue:
    """Read every file of every channel; ``progress`` is told each file.

    A file that cannot be read becomes a fault of kind ``input-unreadable``, and the others go on. Sources of the
    catalogue carry paths relative to the workspace.
    """
    items: list[Item] = []
    sources: list[Source] = []
    faults: list[Fault] = []
    for one in workspace.channels:
        reading = _read_channel(workspace, one, progress)
        items += reading.items
        sources += reading.sources
        faults += reading.faults
    return Catalogue(
        channels=tuple(one.channel for one in workspace.channels),
        items=tuple(items),
        sources=tuple(sources),
        faults=tuple(faults),
    )


def _read_channel(workspace: Workspace, source: ChannelSource, progress: Callable[[str], None] | None) -> Reading:
    """Read the files of one channel; ids are settled over the whole channel."""
    items: list[Item] = []
    sources: list[Source] = []
    faults: list[Fault] = []
    found = readings(source.files, partial(_read_file, workspace, source))
    for path in source.files:
        if progress is not None:
            progress(workspace.shown(path))
        reading = next(found)
        items += reading.items
        sources += reading.sources
        faults += reading.faults
    named, told = assign_ids(items, faults, source.options.scheme)
    within = source.channel.division or workspace.policy.division
    placed = tuple(_placed(item, within, workspace.as_of) for item in named)
    return Reading(items=placed, sources=tuple(sources), faults=told)


def _placed(item: Item, within: str | None, on: date) -> Item:
    """Return the item with the code of a division that is written in words, where it can be told."""
    if item.division is None or any(one.isdigit() for one in item.division):
        return item
    code = division_called(item.division, within, on)
    return item if code is None else attrs.evolve(item, division=code)


def _read_file(workspace: Workspace, source: ChannelSource, path: Path) -> Reading:
    """Read one file; one that cannot be read is a fault, and must not take the other files down."""
    try:
        return read_source(path, root=workspace.root, options=source.options)
    except SourceError as error:
        reason = error.message
    except Exception as error:  # bytes that a reader cannot bear
        reason = f"读取时出错（{type(error).__name__}）"
    return Reading(faults=(unreadable(source.channel.id, workspace.shown(path), reason),))


def unreadable(channel: str, shown: str, reason: str) -> Fault:
    """Return the fault of an input that could not be read at all."""
    values = {"label": shown, "reason": reason}
    return Fault(kind=UNREADABLE, channel=channel, place=Place(file=shown), found=shown, values=values)
