"""The sections that a profile may name, each with its builder."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from itemcatalog.sections import _basis, _contact, _fees, _identity, _limits, _materials, _steps
from itemcatalog.sections._draft import Content, Draft

__all__ = ["BUILDERS"]

BUILDERS: Mapping[str, Callable[[Draft], Content | None]] = {
    "accepting": _identity.accepting,
    "bases": _basis.bases,
    "bases_brief": _basis.bases_brief,
    "basic_fujian": _identity.basic_fujian,
    "complaint": _contact.complaint,
    "conditions": _basis.conditions,
    "consultation": _contact.consultation,
    "deciding": _identity.deciding,
    "delivery": _fees.delivery,
    "faq": _contact.faq,
    "fees": _fees.fees,
    "flow": _steps.flow,
    "handling": _steps.handling,
    "info": _identity.info,
    "inquiry": _contact.inquiry,
    "limits": _limits.limits,
    "limits_special": _limits.limits_special,
    "materials": _materials.materials,
    "name": _identity.name,
    "places": _contact.places,
    "procedure": _steps.procedure,
    "procedure_flow": _steps.procedure_flow,
    "quantity": _identity.quantity,
    "results": _fees.results,
    "review": _identity.review,
    "rights": _contact.rights,
    "samples": _materials.samples,
    "scope": _identity.scope,
    "special": _limits.special,
    "submission": _steps.submission,
    "summary": _identity.summary,
    "visits": _limits.visits,
}
