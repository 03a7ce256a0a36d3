"""Strict plain data ⇄ model (LIBRARIES finding 1): null, 123, "3" and 3.9 are never coerced; all faults together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from itemcatalog.errors import UsageError
from itemcatalog.findings import NOWHERE, Fault, Place
from itemcatalog.formats._converter import Misfit, checked, misfits, plain_of
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._values import shown
from itemcatalog.model import RUNTIME_FIELDS, Item
from itemcatalog.model.words import field_words

__all__ = ["fault_at", "field_path", "item_from_dict", "item_to_dict"]

_LIMITS = ("statutory_limit", "promised_limit", "limit")
_DEFAULT = ReadOptions()
_ROUNDS = 8
_LONGEST = 200


def item_to_dict(item: Item) -> dict[str, Any]:
    """Return an item as plain data in the shape of ``schemas/item.schema.json``.

    Absent values are left out; numbers are exact (a whole number, a decimal that is exact, else the text ``"1/3"``);
    dates are ``YYYY-MM-DD``. ``channel``, ``id`` and ``place`` are no part of it.
    """
    return plain_of(item)


def item_from_dict(
    data: Mapping[str, Any], options: ReadOptions = _DEFAULT, place: Place = NOWHERE
) -> tuple[Item, tuple[Fault, ...]]:
    """Build an item from plain data in our own names, strictly; raise ``UsageError`` when it is no object.

    A value of the wrong shape is taken out, the smallest part that is wrong, with a ``wrong-shape`` fault; a field
    that the schema does not know is kept in ``extra`` with an ``unknown-field`` fault. The item always stays.
    """
    if not isinstance(data, Mapping):
        raise UsageError("事项须是一个对象")
    found: tuple[Fault, ...] = ()
    runtime: dict[str, Any] = {"channel": options.channel, "id": str(place), "place": place}
    item = _fitting(data, runtime)
    if item is None:
        item, found = _mended(dict(data), options, place)
        item = attrs.evolve(item, **runtime)
    if not item.name and not any(fault.field == "name" for fault in found):
        found = (*found, fault_at("name-missing", "name", "", options, place))
    return item, found


def _fitting(data: Mapping[str, Any], runtime: Mapping[str, Any]) -> Item | None:
    """Return the item of a document that fits in every part and sets nothing that readers set; else None."""
    if not runtime.keys().isdisjoint(data):
        return None
    try:
        return checked({**data, **runtime})
    except Exception:  # any misfit: the document is then mended field by field, where each fault is told
        return None


def _mended(data: dict[str, Any], options: ReadOptions, place: Place) -> tuple[Item, tuple[Fault, ...]]:
    """Take out what does not fit, the smallest parts first, until the rest fits."""
    data = _copied(data)
    faults = [_unknown(data, (name,), options, place) for name in RUNTIME_FIELDS if name in data]
    for _ in range(_ROUNDS):
        wrong = misfits(data)
        if not wrong:
            return checked(data), tuple(faults)
        told = [_take_out(data, misfit, options, place) for misfit in sorted(wrong, key=_place, reverse=True)]
        faults += [fault for of_one in reversed(told) for fault in of_one]
    return Item(name=str(data.get("name", ""))), tuple(faults)


def _place(misfit: Misfit) -> tuple[list[str], bool]:
    return [str(step).zfill(6) for step in misfit.path], bool(misfit.extra)


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _take_out(data: dict[str, Any], misfit: Misfit, options: ReadOptions, place: Place) -> list[Fault]:
    """Take one misfit out of the document, keep its value in ``extra``, and return the faults."""
    if misfit.extra:
        return [_unknown(data, (*misfit.path, key), options, place) for key in misfit.extra]
    if not misfit.path:
        found = data.get("name", "")
        data["name"] = ""
        return [fault_at("name-missing", "name", found, options, place)]
    path = _limit_around(misfit.path)
    holder = _at(data, path[:-1])
    if not _holds(holder, path[-1]):
        return []
    field, value = field_path(path), holder[path[-1]]
    if path[0] == "name":
        holder["name"] = ""
    elif path[-1] in _LIMITS or (path[0] == "limits" and len(path) == 2):
        holder[path[-1]] = {"state": "unclear", "raw": value if isinstance(value, str) else shown(value)}
    else:
        del holder[path[-1]]
    _keep(data, field, value)
    inside = field_path(misfit.path[len(path) :])
    expected = f"{misfit.expected}（{field_words(f'{field}.{inside}', 'zh')}）" if inside else misfit.expected
    return [fault_at("wrong-shape", field, value, options, place, expected=expected, reason=expected)]


def _unknown(data: dict[str, Any], path: tuple[str | int, ...], options: ReadOptions, place: Place) -> Fault:
    value = _at(data, path[:-1]).pop(path[-1])
    _keep(data, field_path(path), value)
    return fault_at("unknown-field", field_path(path), value, options, place)


def _limit_around(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the path of the limit that a value belongs to: a limit is unclear as a whole, never half."""
    for end, step in enumerate(path, 1):
        if step in _LIMITS:
            return path[:end]
        if step == "limits" and len(path) > end:
            return path[: end + 1]
    return path


def _keep(data: dict[str, Any], name: str, value: object) -> None:
    """Keep a value that no field took; not where ``extra`` itself is of the wrong shape."""
    extra = data.setdefault("extra", {})
    if isinstance(extra, dict) and name != "extra" and not name.startswith("extra."):
        extra.setdefault(name, value)


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step] if _holds(data, step) else {}
    return data


def _holds(holder: Any, step: str | int) -> bool:
    if isinstance(holder, list):
        return isinstance(step, int) and step < len(holder)
    return isinstance(holder, dict) and step in holder


def fault_at(kind: str, field: str, found: object, options: ReadOptions, place: Place, **values: object) -> Fault:
    """Return a fault of one field of a document, at its pointer below the place of the document."""
    text = found if isinstance(found, str) else shown(found) if found is not None else "null"
    pointer = f"{place.cell or ''}/" + "/".join(re.split(r"[.\[]", field.replace("]", "")))
    return Fault(
        kind=kind,
        channel=options.channel,
        place=attrs.evolve(place, cell=pointer),
        field=field,
        found=text[:_LONGEST],
        values={"label": field, **values},
        item_id=str(place),
    )


def field_path(path: tuple[str | int, ...]) -> str:
    """Return a path of keys and indices as a field path: ``materials[2].issuer``."""
    words = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(words).lstrip(".")
