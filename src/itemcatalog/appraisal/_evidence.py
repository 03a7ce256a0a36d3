"""Evidence (佐证材料): what no data decides is listed as needed; an entry without a document is never met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define

from itemcatalog.appraisal._figures import Measured
from itemcatalog.appraisal._indicator import Indicator
from itemcatalog.model import Evidence
from itemcatalog.policy import Clause, Policy

__all__ = ["Entry", "EvidenceItem", "evidence_items"]


@define(frozen=True, slots=True, kw_only=True)
class Entry:
    """佐证条目: what one unit shows; ``met`` is True only with a document, False for 否, None where nothing is told."""

    unit: str
    met: bool | None
    document: str
    day: str
    why: str
    place: str


@define(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """待佐证事项: a clause, why data does not decide it, and what was handed in for it."""

    clause: Clause
    needed: str
    entries: tuple[Entry, ...]

    @property
    def state(self) -> str:
        """``needed`` (nothing usable), ``partly`` or ``shown`` (every entry has its document and says yes)."""
        met = [one.met for one in self.entries]
        return "needed" if not any(met) else "shown" if all(met) else "partly"


def evidence_items(
    policy: Policy, records: Sequence[Evidence], measured: Iterable[tuple[Indicator, Measured]]
) -> tuple[EvidenceItem, ...]:
    """Return the clauses that need evidence: those that say so, and those whose data was not given."""
    missing: dict[str, list[str]] = {}
    for indicator, found in measured:
        if found.missing:
            missing.setdefault(indicator.clause.id, []).append(found.missing)
    items = []
    for name in policy.own_clauses:
        clause = policy.clauses[name]
        own = [_entry(one) for one in records if one.clause == name]
        why = _needed(clause, missing.get(name, []))
        if why or own:
            items.append(EvidenceItem(clause=clause, needed=why, entries=tuple(own)))
    return tuple(items)


def _needed(clause: Clause, missing: Sequence[str]) -> str:
    lines = list(dict.fromkeys(missing))
    if "evidence" in clause.kind:
        lines.append("数据不能判定，须提交佐证材料")
    return "；".join(lines)


def _entry(one: Evidence) -> Entry:
    met = one.conclusion if one.document or one.conclusion is False else None
    why = "" if met else "结论为否" if met is False else "没有写结论" if one.document else "没有材料，不作数"
    return Entry(
        unit=one.unit or "",
        met=met,
        document=one.document or "",
        day=one.day.isoformat() if one.day else "",
        why=why,
        place=str(one.place),
    )
