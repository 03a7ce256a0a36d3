"""The sums of a report: by rule, by channel, by authority; what was not checked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import define, field

from itemcatalog.audit._partial import Holder, Partial
from itemcatalog.audit._report import NotChecked, RuleTally, Tally
from itemcatalog.audit._rows import OTHER_UNIT
from itemcatalog.findings import Finding, Severity
from itemcatalog.rules import Rule, Verdict

__all__ = ["charged_units", "not_checked", "rule_tallies", "tallies"]

# Case records are no checks of items: a busy office must not look worse per item because it has more cases.
_CASES = "CAS"
_INDEX = re.compile(r"\[[0-9]+\]")


def rule_tallies(whole: Partial, rules: Iterable[Rule]) -> dict[str, RuleTally]:
    """Return the four verdicts of each rule, in the order of the rules."""
    counts = whole.verdicts
    return {
        rule.code: RuleTally(
            passed=counts[rule.code, Verdict.PASS],
            finding=counts[rule.code, Verdict.FINDING],
            not_applicable=counts[rule.code, Verdict.NOT_APPLICABLE],
            not_checked=counts[rule.code, Verdict.NOT_CHECKED],
        )
        for rule in rules
    }


def not_checked(whole: Partial, language: str) -> tuple[NotChecked, ...]:
    """Return one entry per rule, channel and reason."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for (rule, channel, reason), number in whole.unchecked.items():
        counts[rule, channel, reason.in_language(language)] += number
    return tuple(
        NotChecked(rule=rule, channel=channel, reason=reason, count=number)
        for (rule, channel, reason), number in sorted(counts.items())
    )


def charged_units(finding: Finding, holder: Holder | None, units: Mapping[Holder, str]) -> tuple[str, ...]:
    """Return the units that a finding is charged to: its item's, those of its members in a group, else 其他."""
    if holder is not None:
        return (units.get(holder, OTHER_UNIT),)
    charged = finding.members if finding.group is not None else ()
    members = {units.get((one.channel, one.authority), OTHER_UNIT) for one in charged}
    return tuple(sorted(members)) or (OTHER_UNIT,)


@define(slots=True, kw_only=True)
class _Sum:
    items: int = 0
    made: int = 0
    missed: int = 0
    severities: Counter[Severity] = field(factory=Counter)
    causes: set[tuple[str, str, str]] = field(factory=set)

    def tally(self) -> Tally:
        return Tally(
            items=self.items,
            checks_possible=self.made + self.missed,
            checks_made=self.made,
            errors=self.severities[Severity.ERROR],
            warnings=self.severities[Severity.WARNING],
            notices=self.severities[Severity.NOTICE],
            causes=len(self.causes),
        )


def tallies(
    whole: Partial,
    findings: Sequence[tuple[Finding, tuple[str, ...]]],
    key_of: Callable[[Holder], str],
    keys_of: Callable[[Finding, tuple[str, ...]], Iterable[str]],
    keys: Sequence[str] = (),
) -> dict[str, Tally]:
    """Return the tally of each channel or unit.

    ``key_of`` names the one that an item counts for, ``keys_of`` those that a finding is charged to (those
    without items, and waived findings, are left out); ``keys`` are there even without items.
    """
    sums: dict[str, _Sum] = defaultdict(_Sum)
    for key in keys:
        sums[key].items += 0
    for holder, number in whole.items.items():
        entry = sums[key_of(holder)]
        entry.items += number
        entry.made += whole.made[holder]
        entry.missed += whole.missed[holder]
    for finding, units in findings:
        if finding.status == "waived":
            continue
        for key in keys_of(finding, units):
            if key in sums:
                sums[key].severities[finding.severity] += 1
                if not finding.rule.startswith(_CASES):
                    sums[key].causes.add(cause_of(finding))
    return {key: sums[key].tally() for key in dict.fromkeys((*keys, *sorted(sums)))}


def cause_of(finding: Finding) -> tuple[str, str, str]:
    """Return what makes findings one cause: rule, field (whichever entry of a list) and value."""
    return finding.rule, _INDEX.sub("", finding.field or ""), finding.cause
