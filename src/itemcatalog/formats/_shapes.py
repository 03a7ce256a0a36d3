"""How each field of the model is read from a cell: told by its type, with the few that need a grammar of their own."""

from __future__ import annotations

import functools
import typing
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import attrs

from itemcatalog import model

__all__ = ["CODES", "LISTS", "MAIN", "PARTS", "kind_of", "provided_by"]

# Fields that hold numbers of a scheme; a number cell there is a fault (DESIGN §8).
CODES = frozenset(
    [f"codes.{a.name}" for a in attrs.fields(model.Codes)]
    + ["authority.credit_code", "authority.joint.credit_code", "materials.code", "division"]
)

# The lists of nouns, by path, and the field of the noun that the cell of the list itself fills.
LISTS: Mapping[str, type] = {
    "legal_bases": model.LegalBasis,
    "themes": model.Theme,
    "situations": model.Situation,
    "limits": model.Limit,
    "special_procedures": model.SpecialProcedure,
    "conditions": model.Condition,
    "materials": model.Material,
    "procedure": model.Step,
    "results": model.ServiceResult,
    "places": model.ServicePlace,
    "faq": model.Question,
    "fees.items": model.Fee,
    "authority.joint": model.Joint,
}
MAIN: Mapping[str, str] = {
    "legal_bases": "text",
    "themes": "name",
    "situations": "name",
    "limits": "raw",
    "special_procedures": "text",
    "conditions": "text",
    "materials": "name",
    "procedure": "step",
    "results": "name",
    "places": "address",
    "faq": "question",
    "fees.items": "standard",
    "authority.joint": "name",
}

# The nouns inside an item that are no lists.
PARTS: Mapping[str, type] = {
    "codes": model.Codes,
    "authority": model.Authority,
    "fees": model.Fees,
    "consultation": model.Contact,
    "complaint": model.Contact,
    "visits": model.Visits,
    "online": model.Online,
    "document": model.Document,
}

_SPECIAL = {
    "courier": "courier",
    "fees.charged": "charged",
    "visits.total": "visits",
    "visits.online": "visits",
    "visits.window": "visits",
    "consultation.phones": "phones",
    "complaint.phones": "phones",
    "places.phones": "phone_words",
    "places.windows": "windows",
    "extra": "extra",
}
_BY_TYPE: Mapping[object, str] = {
    str: "text",
    int: "count",
    bool: "yes_no",
    date: "date",
    Fraction: "amount",
    model.Limit: "limit",
    tuple[str, ...]: "words",
}


@functools.cache
def kind_of(path: str) -> str | None:
    """Return how the cell of a field path is read (``text``, ``code``, ``date`` …); None for no field of an item."""
    if path in CODES:
        return "code"
    if path in LISTS or path in PARTS:
        return "noun"
    head, _, last = path.rpartition(".")
    if path in _SPECIAL or last == "extra":
        return _SPECIAL.get(path, "extra")
    cls = LISTS.get(head) or PARTS.get(head) or (model.Item if not head else None)
    kind = _types(cls).get(last) if cls else None
    return _BY_TYPE.get(kind)


def provided_by(path: str) -> str | None:
    """Return the field that a source carries when it has a cell at ``path``: of a limit the limit, else the path."""
    head, _, last = path.rpartition(".")
    if last in ("value", "raw", "unit", "note", "state") and head in ("statutory_limit", "promised_limit"):
        return head if last in ("value", "raw", "state") else None
    return path if kind_of(path) is not None else None


@functools.cache
def _types(cls: type) -> Mapping[str, object]:
    return {name: _bare(kind) for name, kind in typing.get_type_hints(cls).items()}


def _bare(kind: object) -> object:
    options = [option for option in typing.get_args(kind) if option is not type(None)]
    return options[0] if type(None) in typing.get_args(kind) and len(options) == 1 else kind
