"""What an audit knows after one partition of items: sums, findings and projections that merge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import attrs
from attrs import define, field

from itemcatalog.findings import Finding, ItemRef, Place, Text
from itemcatalog.model import Codes, Item
from itemcatalog.rules import Answers, Context, ItemRunner, Outcome, Rule, Verdict, findings_of
from itemcatalog.rules.measures import CompressionTally

__all__ = ["Holder", "Known", "Partial", "audit_items", "merged"]

# Channel and authority (as written) that an item is counted for.
Holder = tuple[str, str | None]


class Known(NamedTuple):
    """已知事项: what the audit remembers of an item beyond its partition."""

    id: str
    name: str
    codes: Codes
    authority: str | None
    place: Place

    @property
    def ref(self) -> ItemRef:
        """How a finding names the item."""
        codes = {a.name: value for a in attrs.fields(Codes) if (value := getattr(self.codes, a.name))}
        return ItemRef(id=self.id, name=self.name, codes=codes)


@define(slots=True, kw_only=True)
class Partial:
    """部分结果: verdicts, findings and projections of some items; ``add`` joins another part's into this one.

    ``made`` and ``missed`` count checks by holder, ``unchecked`` counts by rule, channel and reason, ``kept`` the
    projections of each catalogue rule with the holder of the item that each came from, ``unread`` names the inputs
    that could not be read.
    """

    items: Counter[Holder] = field(factory=Counter)
    verdicts: Counter[tuple[str, Verdict]] = field(factory=Counter)
    made: Counter[Holder] = field(factory=Counter)
    missed: Counter[Holder] = field(factory=Counter)
    unchecked: Counter[tuple[str, str, Text]] = field(factory=Counter)
    findings: list[tuple[Finding, Holder | None]] = field(factory=list)
    kept: dict[str, list[tuple[Any, Holder]]] = field(factory=lambda: defaultdict(list))
    known: dict[tuple[str, str], Known] = field(factory=dict)
    compression: CompressionTally = field(factory=CompressionTally)
    unread: list[str] = field(factory=list)

    def add(self, other: Partial) -> None:
        """Join the result of another partition."""
        for name in ("items", "verdicts", "made", "missed", "unchecked", "known"):
            getattr(self, name).update(getattr(other, name))
        self.findings += other.findings
        self.compression.merge(other.compression)
        for code, projections in other.kept.items():
            self.kept[code] += projections


def audit_items(items: Iterable[Item], runner: ItemRunner, language: str, *, count: bool = True) -> Partial:
    """Run the rules of a runner over a stream of items, and keep what its catalogue rules ask for.

    ``count=False`` where another runner has already counted the items.
    """
    part = Partial()
    passes: Counter[str] = Counter()
    for item, result in runner.run(items):
        holder = (item.channel, item.authority.name)
        if count:
            part.items[holder] += 1
            part.known[item.channel, item.id] = Known(item.id, item.name, item.codes, item.authority.name, item.place)
            part.compression.add(item, runner.context.division_of(item), carried=_carries_limits(item, runner.context))
        passes.update([rule.code for rule in result.passed_rules])
        part.made[holder] += len(result.passed_rules)
        for rule, outcome in result.outcomes:
            _take(part, rule, outcome, item, holder, language)
        _keep(part, result, holder)
    part.verdicts.update({(code, Verdict.PASS): number for code, number in passes.items()})
    return part


def _carries_limits(item: Item, context: Context) -> bool:
    carried = context.provides(item)
    return not carried or "limits" in carried or {"statutory_limit", "promised_limit"} <= carried


def _take(part: Partial, rule: Rule, outcome: Outcome, item: Item, holder: Holder, language: str) -> None:
    part.verdicts[rule.code, outcome.verdict] += 1
    if outcome.verdict is Verdict.FINDING:
        part.made[holder] += 1
        part.findings += [(one, holder) for one in findings_of(rule, outcome.problems, item, language)]
    elif outcome.verdict is Verdict.NOT_CHECKED and outcome.reason is not None:
        part.missed[holder] += 1
        part.unchecked[rule.code, holder[0], outcome.reason] += 1


def _keep(part: Partial, result: Answers, holder: Holder) -> None:
    for rule, projection in result.kept:
        part.kept[rule.code].append((projection, holder))


def merged(parts: Iterable[Partial]) -> Partial:
    """Return the sum of the parts."""
    whole = Partial()
    for part in parts:
        whole.add(part)
    return whole
