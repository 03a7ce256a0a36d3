"""What there is to say of a document in our own names that fits the schema: control characters, texts that break off,
limits that were not understood when the document was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._structure import fault_at, field_path
from itemcatalog.formats._values import CONTROLS
from itemcatalog.model import Item
from itemcatalog.text import seems_cut

__all__ = ["own_faults", "without_controls"]

_NONCHARACTERS = "".join(chr(plane + end) for plane in range(0x10000, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_NONCHARACTERS}]")

# Texts that a person reads as sentences; of a list the last entry says whether the whole breaks off.
_TEXTS = ("scope", "rights", "inquiry", "quantity_limit", "intermediary", "handling_area")
_LISTS = {"conditions": "text", "procedure": "step", "special_procedures": "text", "results": "name", "faq": "answer"}


def without_controls(
    data: dict[str, Any], options: ReadOptions, place: Place
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Return the document without control characters and half characters, and a fault for each text that had some."""
    found = list(_with_controls(data, ()))
    if not found:
        return data, ()
    cleaned: dict[str, Any] = _cleaned(data)
    faults = [
        fault_at(
            "control-characters", field_path(path), _clean(text), options, place, count=len(_CONTROL.findall(text))
        )
        for path, text in found
    ]
    return cleaned, tuple(faults)


def _with_controls(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        if _CONTROL.search(value):
            yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _with_controls(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _with_controls(inner, (*path, number))


def _clean(text: str) -> str:
    return _CONTROL.sub(lambda found: CONTROLS.get(ord(found.group())) or "", text)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def own_faults(item: Item, options: ReadOptions, place: Place, told: tuple[Fault, ...]) -> Iterator[Fault]:
    """Yield the texts that break off and the limits that are unclear, where no fault of the field was told before."""
    known = {fault.field for fault in told}
    for field, text in _free_texts(item):
        if field not in known and seems_cut(text):
            yield fault_at("text-cut", field, text, options, place, ending=text.strip()[-12:])
    for field, raw in _unclear(item):
        if field not in known:
            yield fault_at("limit-unclear", field, raw, options, place)


def _free_texts(item: Item) -> Iterator[tuple[str, str]]:
    for name in _TEXTS:
        if text := getattr(item, name):
            yield name, text
    for name, member in _LISTS.items():
        if (entries := getattr(item, name)) and (text := getattr(entries[-1], member)):
            yield name, text
    for number, basis in enumerate(item.legal_bases):
        if basis.text:
            yield f"legal_bases[{number}].text", basis.text


def _unclear(item: Item) -> Iterator[tuple[str, str]]:
    limits: Mapping[str, Any] = {
        "statutory_limit": item.statutory_limit,
        "promised_limit": item.promised_limit,
        **{f"limits[{number}]": limit for number, limit in enumerate(item.limits)},
        **{f"procedure[{number}].limit": step.limit for number, step in enumerate(item.procedure)},
        **{f"special_procedures[{number}].limit": one.limit for number, one in enumerate(item.special_procedures)},
    }
    yield from ((field, limit.raw or "") for field, limit in limits.items() if limit is not None and limit.unclear)
