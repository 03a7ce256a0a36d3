"""How an item is served: fees, results, places, contacts, visits and online service."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import define, field

from itemcatalog.model._base import EMPTY

__all__ = [
    "UNCOMMITTED",
    "Contact",
    "Document",
    "Fee",
    "FeeTier",
    "Fees",
    "Online",
    "Phone",
    "ServicePlace",
    "ServiceResult",
    "Visits",
    "Window",
]

# A source's −1: the office commits itself to no number of visits (平潭: ToWinMaxNum −1 未承诺).
UNCOMMITTED = "uncommitted"


@define(frozen=True, slots=True, kw_only=True)
class FeeTier:
    """收费档次: an amount of money per unit (元/本 …) under a condition."""

    when: str | None = None
    amount: Fraction | None = None
    unit: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Fee:
    """收费项目: one fee with its standard, basis and reduction."""

    name: str | None = None
    standard: str | None = None
    tiers: tuple[FeeTier, ...] = ()
    basis: str | None = None
    reduction: str | None = None
    reduction_basis: str | None = None
    situations: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default=EMPTY, hash=False)


@define(frozen=True, slots=True, kw_only=True)
class Fees:
    """收费: whether money is taken (``charged`` None = not stated), by whom, for what."""

    charged: bool | None = None
    collector: str | None = None
    online_payment: bool | None = None
    items: tuple[Fee, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class ServiceResult:
    """审批结果: what the applicant gets (``kind`` 证照 批文 其他), how long it is valid, how it is delivered."""

    name: str | None = None
    kind: str | None = None
    sample: str | None = None
    validity: str | None = None
    delivery: tuple[str, ...] = ()
    electronic: bool | None = None
    situations: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default=EMPTY, hash=False)


@define(frozen=True, slots=True, kw_only=True)
class Window:
    """窗口: one window of a service hall and what it serves."""

    name: str
    serves: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class ServicePlace:
    """办理地点: a place with its windows, hours and phones."""

    name: str | None = None
    address: str | None = None
    windows: tuple[Window, ...] = ()
    hours: str | None = None
    phones: tuple[str, ...] = ()
    transport: str | None = None
    extra: Mapping[str, Any] = field(default=EMPTY, hash=False)


@define(frozen=True, slots=True, kw_only=True)
class Phone:
    """电话: one number as digits and hyphens, its extension, and what the source wrote beside it."""

    number: str
    extension: str | None = None
    note: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Contact:
    """咨询、监督投诉途径: phones, address, web address, and the rest of the text."""

    phones: tuple[Phone, ...] = ()
    address: str | None = None
    url: str | None = None
    text: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Visits:
    """到办事现场次数: as given (``total``) and by way of applying only if given; ``"uncommitted"`` for −1."""

    total: int | str | None = None
    online: int | str | None = None
    window: int | str | None = None
    reason: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Online:
    """网上办理: whether and how deep the item is served online (depth as the source words it)."""

    available: bool | None = None
    depth: str | None = None
    url: str | None = None
    mobile_url: str | None = None
    booking: bool | None = None
    payment: bool | None = None
    system: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Document:
    """可下载指南: the guide file that a channel offers."""

    url: str | None = None
    sha256: str | None = None
