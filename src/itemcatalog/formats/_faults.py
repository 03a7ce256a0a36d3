"""Collecting faults: one reader's faults with their places, and one fault for a whole column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from itemcatalog.findings import Fault
from itemcatalog.formats._kinds import PER_COLUMN
from itemcatalog.formats._record import Cell

__all__ = ["ColumnFaults", "FaultList"]

_LONGEST = 200


class FaultList:
    """问题清单: the faults of one record, in the order met; knows the channel and the record's own id."""

    __slots__ = ("_channel", "_faults", "_item_id")

    def __init__(self, channel: str, item_id: str) -> None:
        self._channel = channel
        self._item_id = item_id
        self._faults: list[Fault] = []

    def add(self, kind: str, cell: Cell, field: str | None, found: object = None, **values: Any) -> None:
        """Report a fault of one cell; ``found`` is the cell's value unless said otherwise."""
        shown = _shown(cell.value if found is None else found)
        values.setdefault("label", cell.label or field or "")
        self._faults.append(
            Fault(
                kind=kind,
                channel=self._channel,
                place=cell.place,
                field=field,
                found=shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…",
                values=values,
                item_id=self._item_id,
            )
        )

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._faults)


class ColumnFaults:
    """按列合并: passes faults on and joins those that speak of a whole column (one warning per column)."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], tuple[Fault, int]] = {}

    def take(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """Return the faults that stand for themselves and keep the others."""
        return tuple(fault for fault in faults if not self._kept(fault))

    def rest(self) -> tuple[Fault, ...]:
        """Return one fault for each column met, at the place of its first cell, without an item."""
        return tuple(
            attrs.evolve(fault, item_id=None, values=_counted(fault.values, count))
            for fault, count in self._columns.values()
        )

    def _kept(self, fault: Fault) -> bool:
        if fault.kind not in PER_COLUMN:
            return False
        place = fault.place
        label = str(fault.values.get("label") or "")
        key = (fault.channel, fault.kind, place.file or "", place.sheet or "", fault.field or "", label)
        first, count = self._columns.get(key, (fault, 0))
        self._columns[key] = (first, count + 1)
        return True


def _shown(value: object) -> str:
    """Return a value as a person sees it: a whole number of a sheet without ``.0``."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value)


def _counted(values: Mapping[str, Any], count: int) -> dict[str, Any]:
    return {**values, "count": count}
