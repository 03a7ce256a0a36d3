"""The elements of one item in two states."""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.changes._model import FieldChange
from itemcatalog.comparison import FIELDS, Agreement, EntryDifference, FieldSpec
from itemcatalog.findings import Text
from itemcatalog.model import Item, empty, value_at

__all__ = ["field_changes"]

_NAMES = ("name", "sub_item")
# Elements that no channel comparison speaks of, but a reader of the changelog wants to know.
_OTHERS = {
    "codes.implementation": Text("实施编码", "implementation code"),
    "codes.handling": Text("业务办理项编码", "handling code"),
    "codes.basic": Text("基本编码", "basic code"),
    "handling_item": Text("业务办理项", "business item"),
    "status": Text("事项状态", "status"),
    "levels": Text("行使层级", "levels"),
}


def field_changes(
    old: Item, new: Item, old_provides: frozenset[str], new_provides: frozenset[str]
) -> tuple[FieldChange, ...]:
    """Return the elements that read otherwise; one that a state does not carry is not compared.

    Names are told by the kind of the change, not here. Differences of mere format are no change.
    """
    return tuple(_compared(old, new, old_provides, new_provides)) + tuple(_others(old, new))


def _compared(old: Item, new: Item, was: frozenset[str], now: frozenset[str]) -> Iterator[FieldChange]:
    for spec in FIELDS:
        if spec.path in _NAMES or not (_carries(was, spec.path) and _carries(now, spec.path)):
            continue
        before, after = spec.value(old), spec.value(new)
        if before == after:
            continue
        agreement, entries = _agreement(spec, before, after, _parts(was, spec.path) & _parts(now, spec.path))
        if not agreement.same:
            shown = _entries(entries) or [None if empty(value) else spec.show(value) for value in (before, after)]
            yield FieldChange(field=spec.path, label=spec.label, old=shown[0], new=shown[1], agreement=agreement.value)


def _parts(provides: frozenset[str], path: str) -> frozenset[str]:
    """Return the parts of a list field that a state carries; what is asked of a material may stand in its name."""
    own = frozenset(one.removeprefix(f"{path}.") for one in provides if one.startswith(f"{path}."))
    return own if own & {"originals", "copies", "form"} else own | {"asked", "originals", "copies"}


def _agreement(
    spec: FieldSpec, before: object, after: object, parts: frozenset[str]
) -> tuple[Agreement, tuple[EntryDifference, ...]]:
    if empty(before) and empty(after):
        return Agreement.EQUAL, ()
    if empty(before) or empty(after):
        return Agreement.MISSING, ()
    return spec.compare(before, after, parts)


def _entries(found: tuple[EntryDifference, ...]) -> list[str | None] | None:
    """Return only the entries of a list that differ, None where the field is no list."""
    told = [entry for entry in found if not entry.agreement.same]
    if not told:
        return None
    sides = [[getattr(entry, side) for entry in told] for side in ("left", "right")]
    return ["；".join(text for text in side if text) or None for side in sides]


def _carries(provides: frozenset[str], path: str) -> bool:
    return path in provides or path.partition(".")[0] in provides


def _others(old: Item, new: Item) -> Iterator[FieldChange]:
    for path, label in _OTHERS.items():
        before, after = value_at(old, path), value_at(new, path)
        if before != after and before and after:
            shown = ["、".join(v) if isinstance(v, tuple) else str(v) for v in (before, after)]
            yield FieldChange(field=path, label=label, old=shown[0], new=shown[1], agreement=Agreement.SUBSTANCE.value)
