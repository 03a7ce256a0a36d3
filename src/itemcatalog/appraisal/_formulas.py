"""The table of formulas: name in a policy → function. A policy that names another one is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from itemcatalog.appraisal import _case_formulas as cases
from itemcatalog.appraisal import _event_formulas as events
from itemcatalog.appraisal import _group_formulas as groups
from itemcatalog.appraisal import _items as items
from itemcatalog.appraisal._figures import Measured
from itemcatalog.appraisal._indicator import Indicator
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.appraisal._limits import compression, compression_items
from itemcatalog.appraisal._rule_formulas import clean_items
from itemcatalog.errors import ConfigurationError

__all__ = ["FORMULAS", "measure"]

Formula = Callable[[Inputs, Indicator], Measured]

FORMULAS: Mapping[str, Formula] = {
    "visits-at-most-one": items.visits_at_most_one,
    "courier": items.courier,
    "electronic-licence": items.electronic_licence,
    "published-by": items.published_by,
    "compression": compression,
    "compression-items": compression_items,
    "online-application": cases.online_application,
    "online-handling": cases.online_handling,
    "refusal-reason": cases.refusal_reason,
    "reporting": cases.reporting,
    "known-item": cases.known_item,
    "fault-repair": events.fault_repair,
    "fault-free": events.fault_free,
    "projects": events.projects,
    "app-services": events.app_services,
    "connected-services": events.connected_services,
    "licences": events.licences,
    "clean-items": clean_items,
    "consistent-items": groups.consistent_items,
    "published-items": groups.published_items,
}


def measure(inputs: Inputs, indicator: Indicator) -> Measured:
    """Return what an indicator measures; raise ``ConfigurationError`` for a formula that does not exist."""
    formula = FORMULAS.get(indicator.formula)
    if formula is None:
        words = f"指标 {indicator.id} 的 formula {indicator.formula} 不存在（可用：{'、'.join(FORMULAS)}）"
        raise ConfigurationError(words, key="indicator.formula")
    return formula(inputs, indicator)
