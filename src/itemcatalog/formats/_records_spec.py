"""Tables of records (记录表): which table a header belongs to, and how each column is read."""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import define

from itemcatalog import _shipped
from itemcatalog.formats import _records_values as values
from itemcatalog.formats._headers import Lexicon
from itemcatalog.model import (
    RECORD_KINDS,
    AppService,
    Case,
    Evidence,
    LicenceRecord,
    ProjectReport,
    Publication,
    SystemFault,
)

__all__ = ["Layout", "Record", "TableSpec", "find_layout", "specs"]

Record = Case | SystemFault | ProjectReport | AppService | LicenceRecord | Publication | Evidence


@define(frozen=True, slots=True, kw_only=True)
class TableSpec:
    """记录表规格: the noun of a table, its required field, and how the fields that are no plain text are read."""

    noun: Callable[..., Record]
    required: str
    parsers: Mapping[str, Callable[[Any], Any]]


_MOMENT, _YES_NO = values.moment, values.yes_no
_SPECS: Mapping[str, TableSpec] = {
    "case": TableSpec(
        noun=Case,
        required="number",
        parsers={
            "number": values.code, "item_code": values.code, "way": values.way, "applied": _MOMENT,
            "handled": _MOMENT, "accepted": _MOMENT, "finished": _MOMENT, "outcome": values.outcome,
            "reported": _MOMENT, "courier": _YES_NO, "visits": values.count, "electronic_licence": _YES_NO,
        },
    ),
    "system_fault": TableSpec(
        noun=SystemFault, required="number", parsers={"number": values.code, "detected": _MOMENT, "restored": _MOMENT}
    ),
    "project": TableSpec(noun=ProjectReport, required="code", parsers={"code": values.code, "right": _YES_NO}),
    "app_service": TableSpec(
        noun=AppService, required="name", parsers={"connected": _YES_NO, "item_code": values.code}
    ),
    "licence": TableSpec(
        noun=LicenceRecord,
        required="name",
        parsers={"item_code": values.code, "issued": _MOMENT, "stored": _MOMENT, "sealed": _YES_NO},
    ),
    "publication": TableSpec(
        noun=Publication, required="item_code", parsers={"item_code": values.code, "published": values.day}
    ),
    "evidence": TableSpec(
        noun=Evidence, required="clause", parsers={"clause": values.code, "conclusion": _YES_NO, "day": values.day}
    ),
}  # fmt: skip


def specs(kind: str) -> TableSpec:
    """Return what a kind of table is made of."""
    return _SPECS[kind]


@define(frozen=True, slots=True, kw_only=True)
class Layout:
    """列布局: the kind of a table and field → column (from 0)."""

    kind: str
    columns: Mapping[str, int]
    labels: Mapping[str, str]

    @property
    def provides(self) -> frozenset[str]:
        """The fields that the table carries."""
        return frozenset(self.columns)


@functools.cache
def _lexicons() -> Mapping[str, Lexicon]:
    labels: dict[str, dict[str, str]] = {kind: {} for kind in RECORD_KINDS}
    for row in csv.DictReader(io.StringIO(_shipped.text("codes", "labels", "records.csv"))):
        labels[row["kind"]][row["label"]] = row["path"]
    return {kind: Lexicon(own) for kind, own in labels.items()}


def find_layout(header: Sequence[str]) -> Layout | None:
    """Return the table that a header row belongs to: its first column of DESIGN §9 stands there, and most others.

    A header with the required column alone is no table: a title row may hold that word.
    """
    layouts = [_layout(kind, header) for kind in RECORD_KINDS]
    found = [one for one in layouts if _SPECS[one.kind].required in one.columns and len(one.columns) > 1]
    return max(found, key=lambda one: (len(one.columns), -RECORD_KINDS.index(one.kind)), default=None)


def _layout(kind: str, header: Sequence[str]) -> Layout:
    lexicon, columns, labels = _lexicons()[kind], dict[str, int](), dict[str, str]()
    for index, label in enumerate(header):
        hit = lexicon.find(label) if label.strip() else None
        if hit is not None and hit.path not in columns:
            columns[hit.path], labels[hit.path] = index, label.strip()
    return Layout(kind=kind, columns=columns, labels=labels)
