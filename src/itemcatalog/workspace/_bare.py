"""Files without a workspace: each file is a channel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from itemcatalog.formats import ReadOptions
from itemcatalog.model import Channel
from itemcatalog.text import slug
from itemcatalog.workspace._model import ChannelSource

__all__ = ["bare_channels"]


def bare_channels(paths: Sequence[Path]) -> tuple[ChannelSource, ...]:
    """Make one channel of each file, in the order of their names; equal names get a number."""
    taken: dict[str, int] = {}
    return tuple(_channel(path, _unique(slug(path.stem).lower(), taken)) for path in sorted(dict.fromkeys(paths)))


def _unique(name: str, taken: dict[str, int]) -> str:
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else _unique(f"{name}-{taken[name]}", taken)


def _channel(path: Path, identity: str) -> ChannelSource:
    return ChannelSource(
        channel=Channel(id=identity, name=path.stem),
        files=(path,),
        options=ReadOptions(channel=identity),
    )
