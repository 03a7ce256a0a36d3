"""Between a format and the model: one record of raw cells under item paths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import define, field

from itemcatalog.findings import NOWHERE, Place

__all__ = ["Cell", "Defect", "ReadOptions", "Record", "Spot"]

_NONE: Mapping[str, str] = MappingProxyType({})

# A place, or what tells it: of the hundreds of cells of a page only those with a fault are ever asked.
Spot = Place | Callable[[], Place]


@define(frozen=True, slots=True, kw_only=True)
class Cell:
    """单元格: one raw value as the source holds it, with its place and the source's own label.

    ``value`` is text, int, float, bool, date or datetime as the reader delivered it, or (json) a list or object.
    """

    value: object
    _place: Spot = field(default=NOWHERE, alias="place")
    label: str | None = None

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return self._place if isinstance(self._place, Place) else self._place()


@define(frozen=True, slots=True, kw_only=True)
class Defect:
    """残缺: what is wrong with a record as a whole: the kind of the fault, where, and what fills its message.

    ``values["fields"]`` are the paths of which the source no longer tells what it said.
    """

    kind: str
    cell: Cell
    values: Mapping[str, Any]


@define(frozen=True, slots=True, kw_only=True)
class Record:
    """原始记录: the cells of one item by dotted item path (``statutory_limit``, ``statutory_limit.unit``,
    ``authority.name``, ``materials``), and the columns that no field took, by their own header.

    ``place`` is the row or element of the whole record. ``rows`` holds joined child rows (the material, fee and
    question tables of an exchange dump) by list field: each a mapping of path within the entry → cell.
    """

    cells: Mapping[str, Cell]
    extra: Mapping[str, object] = _NONE
    place: Place = NOWHERE
    rows: Mapping[str, tuple[Mapping[str, Cell], ...]] = MappingProxyType({})
    defects: tuple[Defect, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """读取选项: what a workspace says of one channel (DESIGN §4), handed to every reader.

    ``columns`` maps a source column or dotted path to an item path, ``values`` maps item path → source value →
    code-list name, ``where`` keeps only the rows whose source columns equal these. ``labels`` are further labels
    and headers (label → item path). ``provides`` overrides what is inferred.
    """

    channel: str = ""
    format: str | None = None
    sheet: str | None = None
    division: str | None = None
    scheme: str | None = None
    captured: date | None = None
    provides: frozenset[str] | None = None
    where: Mapping[str, str] = _NONE
    columns: Mapping[str, str] = _NONE
    labels: Mapping[str, str] = _NONE
    values: Mapping[str, Mapping[str, str]] = MappingProxyType({})
