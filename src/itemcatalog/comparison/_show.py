"""Values as a person reads them in a table of differences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from itemcatalog.model import Contact, Fee, Fees, LegalBasis, Limit, Material, ServicePlace, empty

__all__ = ["show_basis", "show_contact", "show_fee", "show_limit", "show_material", "show_place", "show_value"]

_WORDS = {True: "是", False: "否", "yes": "是", "no": "否", "not_applicable": "不适用", "uncommitted": "未承诺"}


def show_basis(basis: LegalBasis) -> str:
    """Return 《law》article, else its document number or text."""
    if basis.title:
        title = basis.title if basis.title.startswith("《") else f"《{basis.title}》"
        return f"{title}{basis.document_number or ''}{basis.article or ''}"
    return basis.document_number or basis.text or ""


def show_contact(contact: Contact) -> str:
    """Return the phones with extensions, then address and text."""
    phones = [p.number + (f"转{p.extension}" if p.extension else "") for p in contact.phones]
    return "；".join([*phones, *(t for t in (contact.address, contact.url, contact.text) if t)])


def show_fee(fee: Fee) -> str:
    """Return name and standard of a fee."""
    return "：".join(part for part in (fee.name, fee.standard) if part)


def show_limit(limit: Limit) -> str:
    """Return a limit with what lies outside it in brackets: 45个工作日（不含专家评审时间）."""
    return f"{limit}（不含{'、'.join(limit.excludes)}）" if limit.excludes else str(limit)


def show_place(place: ServicePlace) -> str:
    """Return address, windows and hours of a place."""
    parts = (place.name, place.address, "、".join(w.name for w in place.windows), place.hours)
    return "，".join(part for part in parts if part)


def show_material(material: Material) -> str:
    """Return a material with its copies and what else a citizen must know of it, in brackets."""
    copies = [
        f"{word}{number}份"
        for word, number in (("原件", material.originals), ("复印件", material.copies))
        if number is not None
    ]
    others = (material.form, material.issuer, material.necessity)
    marks = "，".join([*copies, *(text for text in others if text)])
    return f"{material.name}（{marks}）" if marks else material.name


def _show_fees(fees: Fees) -> str:
    words = [] if fees.charged is None else ["收费" if fees.charged else "不收费"]
    return "；".join(dict.fromkeys([*words, *map(show_fee, fees.items)]))


_SHOWN: dict[type, Callable[[Any], str]] = {
    LegalBasis: show_basis,
    Limit: show_limit,
    Contact: show_contact,
    Fee: show_fee,
    Fees: _show_fees,
    Material: show_material,
    ServicePlace: show_place,
}


def show_value(value: Any) -> str:
    """Return any value of the model as one line in Chinese; a list joins its entries with ；."""
    if isinstance(value, tuple):
        return "；".join(map(show_value, value))
    if isinstance(value, bool) or (isinstance(value, str) and value in _WORDS):
        return _WORDS[value]
    if value is None or isinstance(value, str | int | date | Fraction):
        return "" if value is None else str(value)
    shown = _SHOWN.get(type(value))
    if shown is not None:
        return shown(value)
    fields = [getattr(value, a.name) for a in attrs.fields(type(value))]
    return " ".join(show_value(field) for field in fields if not empty(field) and not isinstance(field, dict))
