"""Writing items for the exchange with provincial and national platforms, and telling what the target cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import define

from itemcatalog.errors import UsageError
from itemcatalog.formats._exchange_files import CONTAINERS, read_container, written_tables
from itemcatalog.formats._exchange_fujian_write import fujian_xml
from itemcatalog.formats._exchange_national import national_tables
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._structure import item_to_dict
from itemcatalog.formats._values import shown
from itemcatalog.model import Item

__all__ = ["TARGETS", "Exchanged", "Loss", "write_exchange"]

#: The targets, each with the containers that it is written in; the first is the default.
TARGETS: Mapping[str, tuple[str, ...]] = {"national-exchange": CONTAINERS, "fujian-serviceinfo": ("xml",)}

_LONGEST = 120


@define(frozen=True, slots=True, kw_only=True)
class Loss:
    """交换缺失: one value of an item that the target cannot hold; ``field`` as ``materials[0].issuer``."""

    item: str
    name: str
    field: str
    value: str


@define(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """交换文件: the bytes of the file and everything that did not go through."""

    data: bytes
    losses: tuple[Loss, ...]


def write_exchange(
    target: str, items: Iterable[Item], container: str | None = None, *, scheme: str | None = None
) -> Exchanged:
    """Return items in an exchange format: ``national-exchange`` (json, xlsx, csv, xml) or ``fujian-serviceinfo`` (xml).

    What was written is read back and compared with the items: each value that did not come through is a ``Loss``
    (the text a value was read from, ``raw``, does not count). ``scheme`` chooses the tables of codes. Raises
    ``UsageError`` for a target or container that there is not.
    """
    known = TARGETS.get(target)
    if known is None:
        raise UsageError(f"没有交换格式 {target}；可用：{'、'.join(TARGETS)}")
    chosen = container or known[0]
    if chosen not in known:
        raise UsageError(f"{target} 不能写成 {chosen}；可用：{'、'.join(known)}")
    written = tuple(items)
    data = _WRITERS[target](written, chosen, scheme)
    options = ReadOptions(scheme="fujian-2015" if target == "fujian-serviceinfo" else scheme)
    back = [one for one in read_container(data, chosen, options) if isinstance(one, Item)]
    return Exchanged(data=data, losses=tuple(_losses(written, back)))


def _national(items: Sequence[Item], container: str, scheme: str | None) -> bytes:
    return written_tables(national_tables(items, scheme), container)


def _fujian(items: Sequence[Item], container: str, scheme: str | None) -> bytes:
    return fujian_xml(items)


_WRITERS: Mapping[str, Callable[[Sequence[Item], str, str | None], bytes]] = {
    "national-exchange": _national,
    "fujian-serviceinfo": _fujian,
}


def _losses(written: Sequence[Item], back: Sequence[Item]) -> Iterator[Loss]:
    for number, item in enumerate(written):
        found = item_to_dict(back[number]) if number < len(back) else {}
        for field, value in _differences(item_to_dict(item), found, ""):
            text = shown(value)
            yield Loss(
                item=item.id,
                name=item.name,
                field=field,
                value=text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…",
            )


def _differences(stated: Any, found: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the path and value of everything stated that was not found again, as deep as it differs."""
    if stated == found or path.endswith(".raw"):
        return
    if isinstance(stated, dict) and isinstance(found, dict):
        for key, value in stated.items():
            yield from _differences(value, found.get(key), f"{path}.{key}" if path else key)
    elif isinstance(stated, list) and isinstance(found, list) and len(stated) == len(found):
        for number, (one, other) in enumerate(zip(stated, found, strict=True)):
            yield from _differences(one, other, f"{path}[{number}]")
    else:
        yield path, stated
