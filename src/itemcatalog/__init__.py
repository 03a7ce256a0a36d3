"""Audits catalogues of Chinese government service items (政务服务事项): one name, one code, one standard.

Names are loaded when they are first used, so that ``import itemcatalog`` stays cheap.

>>> from itemcatalog import Limit
>>> Limit.of(6).ratio_to(Limit.of(20))
Fraction(3, 10)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from itemcatalog._shipped import __version__

if TYPE_CHECKING:
    from itemcatalog.audit import Report, run_audit
    from itemcatalog.codes import ItemCode, parse_code
    from itemcatalog.findings import Finding, Severity
    from itemcatalog.matching import NameComparison, compare_names
    from itemcatalog.model import Catalogue, Item, Limit
    from itemcatalog.policy import Policy, load_policy
    from itemcatalog.rules import Rule, RuleSet
    from itemcatalog.workspace import Workspace, read_catalogue, read_workspace

_NAMES = {
    "audit": ("Report", "run_audit"),
    "codes": ("ItemCode", "parse_code"),
    "findings": ("Finding", "Severity"),
    "matching": ("NameComparison", "compare_names"),
    "model": ("Catalogue", "Item", "Limit"),
    "policy": ("Policy", "load_policy"),
    "rules": ("Rule", "RuleSet"),
    "workspace": ("Workspace", "read_catalogue", "read_workspace"),
}
_ROOMS = {name: room for room, names in _NAMES.items() for name in names}

# fmt: off
__all__ = [
    "Catalogue", "Finding", "Item", "ItemCode", "Limit", "NameComparison", "Policy", "Report", "Rule", "RuleSet",
    "Severity", "Workspace", "__version__", "compare_names", "load_policy", "parse_code", "read_catalogue",
    "read_workspace", "run_audit",
]
# fmt: on


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'itemcatalog' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"itemcatalog.{_ROOMS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
