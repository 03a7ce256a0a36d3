"""File names of guides: ``<channel>/<code>_<slug>``, safe on every system and stable from run to run (S17)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from itemcatalog.model import Item
from itemcatalog.sections import best_code, guide_name
from itemcatalog.text import slug

__all__ = ["guide_names"]

_CODE_BYTES = 48
_NAME_BYTES, _HEAD_BYTES = 120, 60


def guide_names(guides: Sequence[tuple[Item, str]]) -> list[str]:
    """Return one path without ending for each item and channel, relative to the output folder.

    Paths that would be the same file, upper and lower case counted as one, carry a mark made of the item's id and
    data, so that adding or moving other items never renames a guide.
    """
    plain = [_plain(item, channel) for item, channel in guides]
    counted = Counter(path.casefold() for path in plain)
    seen: Counter[str] = Counter()
    names = []
    for path, (item, channel) in zip(plain, guides, strict=True):
        name = f"{path}-{_mark(item, channel)}" if counted[path.casefold()] > 1 else path
        seen[name.casefold()] += 1
        names.append(name if seen[name.casefold()] == 1 else f"{name}-{seen[name.casefold()]}")
    return names


def _plain(item: Item, channel: str) -> str:
    best = best_code(item.codes)
    parts = [slug(best[1], _CODE_BYTES)] if best else []
    return f"{slug(channel, _CODE_BYTES)}/{'_'.join([*parts, _short_name(item)])}"


def _short_name(item: Item) -> str:
    """Return the slug of the guide's name; of one too long, the beginning and what sets it apart."""
    name = guide_name(item)
    whole = slug(name, _NAME_BYTES)
    if name == item.name or whole == slug(name, 2 * _NAME_BYTES):
        return whole
    return f"{slug(item.name, _HEAD_BYTES)}_{slug(name.removeprefix(item.name), _NAME_BYTES - _HEAD_BYTES - 1)}"


def _mark(item: Item, channel: str) -> str:
    return hashlib.sha256(f"{channel}\n{item.id}\n{item.name}".encode("utf-8", "replace")).hexdigest()[:8]
