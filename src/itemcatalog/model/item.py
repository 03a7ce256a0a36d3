"""The service item (政务服务事项) as one channel publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import define, field

from itemcatalog.findings import NOWHERE, Place
from itemcatalog.model._base import EMPTY
from itemcatalog.model.limits import Limit
from itemcatalog.model.parts import (
    Authority,
    Codes,
    Condition,
    LegalBasis,
    Material,
    Question,
    Situation,
    SpecialProcedure,
    Step,
    Theme,
)
from itemcatalog.model.service import (
    Contact,
    Document,
    Fees,
    Online,
    ServicePlace,
    ServiceResult,
    Visits,
)

__all__ = ["KINDS", "RUNTIME_FIELDS", "Item"]

# 目录层次: a main item only heads sub-items and has no guide of its own.
KINDS = ("main", "sub", "handling", "single")

# Fields that a reader sets and that no exchange document carries.
RUNTIME_FIELDS = ("channel", "id", "place")


@define(frozen=True, slots=True, kw_only=True)
class Item:
    """政务服务事项: one item of one channel; only ``name`` is required, an absent field is None or empty.

    ``courier`` is ``yes``, ``no`` or ``not_applicable``. ``channel``, ``id`` and ``place`` are set by readers:
    ``id`` is the handling or implementation code where that is sound and unique in its channel, else a slug of
    the names; never a row number.
    """

    name: str
    parent_name: str | None = None
    sub_item: str | None = None
    handling_item: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    codes: Codes = Codes()
    power_type: str | None = None
    power_source: tuple[str, ...] = ()
    case_type: str | None = None
    levels: tuple[str, ...] = ()
    division: str | None = None
    authority: Authority = Authority()
    status: str | None = None
    version: str | None = None
    published: date | None = None
    effective: date | None = None
    cancelled: date | None = None
    updated: date | None = None
    legal_bases: tuple[LegalBasis, ...] = ()
    target_groups: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    situations: tuple[Situation, ...] = ()
    statutory_limit: Limit | None = None
    promised_limit: Limit | None = None
    limits: tuple[Limit, ...] = ()
    special_procedures: tuple[SpecialProcedure, ...] = ()
    conditions: tuple[Condition, ...] = ()
    materials: tuple[Material, ...] = ()
    procedure: tuple[Step, ...] = ()
    review_methods: tuple[str, ...] = ()
    fees: Fees = Fees()
    results: tuple[ServiceResult, ...] = ()
    places: tuple[ServicePlace, ...] = ()
    consultation: Contact = Contact()
    complaint: Contact = Contact()
    visits: Visits = Visits()
    online: Online = Online()
    courier: str | None = None
    electronic_licence: bool | None = None
    handling_forms: tuple[str, ...] = ()
    handling_area: str | None = None
    intermediary: str | None = None
    quantity_limit: str | None = None
    delivery: tuple[str, ...] = ()
    scope: str | None = None
    rights: str | None = None
    inquiry: str | None = None
    faq: tuple[Question, ...] = ()
    entered_hall: bool | None = None
    internal_unit: str | None = None
    investment: bool | None = None
    document: Document = Document()
    extra: Mapping[str, Any] = field(default=EMPTY, hash=False)

    channel: str = ""
    id: str = ""
    place: Place = NOWHERE

    @property
    def is_main(self) -> bool:
        """True for an item that only heads sub-items (目录层次 main): it is not read as a service."""
        return self.kind == "main"
