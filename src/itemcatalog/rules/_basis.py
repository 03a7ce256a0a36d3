"""Which of a rule's documents are named to an office: those in force on the day of the audit, and its own plan.

A rule often rests on several documents (the plan of 2017, a law, a later standard). Nobody is shown a norm that did
not exist yet, nor another city's plan.
"""

from __future__ import annotations

import re
from datetime import date

from itemcatalog.policy import Policy
from itemcatalog.rules._rule import Rule
from itemcatalog.rules._sources import PLAN

__all__ = ["basis_under"]

_OPEN, _CLOSE = "（(《“", "）)》”"
_DOCUMENT = re.compile(r"《|GB|DB[0-9]|C0109|国务院令|实施方案|条例|办法|\[|schemas/")
_STANDARD = re.compile(r"(?:GB(?:/T)?|DB[0-9]+(?:/T)?|C)\s?[0-9.]+-([0-9]{4})")

# Norms that came after the plan of 2017, with the day they took effect.
_SINCE = {
    "优化营商环境条例": date(2020, 1, 1),
    "第722号": date(2020, 1, 1),
    "在线政务服务的若干规定": date(2019, 4, 26),
    "第716号": date(2019, 4, 26),
    "国发〔2018〕27号": date(2018, 7, 25),
}


def basis_under(rule: Rule, policy: Policy, as_of: date) -> str:
    """Return the basis of a rule as it stands under a policy on a day; the whole of it where nothing would be left."""
    has_plan = any(clause.basis == PLAN for clause in policy.clauses.values())
    kept = [part for part in _parts(rule.basis) if (has_plan or PLAN not in part) and _in_force(part, as_of)]
    return "；".join(kept) or rule.basis


def _parts(basis: str) -> list[str]:
    """Split at ； outside brackets; a part that names no document goes on quoting the one before."""
    parts: list[str] = []
    for piece in _pieces(basis):
        if parts and not _DOCUMENT.search(piece):
            parts[-1] = f"{parts[-1]}；{piece}"
        else:
            parts.append(piece)
    return parts


def _pieces(basis: str) -> list[str]:
    depth, start, pieces = 0, 0, []
    for position, character in enumerate(basis):
        depth += (character in _OPEN) - (character in _CLOSE)
        if character == "；" and not depth:
            pieces.append(basis[start:position])
            start = position + 1
    return [*pieces, basis[start:]]


def _in_force(part: str, as_of: date) -> bool:
    years = [int(year) for year in _STANDARD.findall(part)]
    if years and min(years) > as_of.year:
        return False
    return all(as_of >= since for name, since in _SINCE.items() if name in part)
