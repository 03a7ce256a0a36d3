"""Verdicts that need the whole catalogue: catalogue rules, faults of readers, groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from itemcatalog.audit._partial import Holder, Partial
from itemcatalog.comparison import ComparedGroup
from itemcatalog.findings import NOWHERE, Fault, Finding
from itemcatalog.rules import (
    Context,
    Problem,
    Rule,
    Scope,
    Verdict,
    evaluate_catalogue,
    evaluate_fault,
    evaluate_group,
    findings_of,
    numbered,
)

__all__ = ["holder_of", "judge_catalogue", "judge_faults", "judge_groups"]


def judge_catalogue(whole: Partial, rules: Iterable[Rule], context: Context, language: str) -> None:
    """Run each catalogue rule over what it kept, and turn the passes of the items it names into findings."""
    for rule in rules:
        kept = whole.kept.get(rule.code, [])
        if rule.project is None or not kept:
            continue
        outcome = evaluate_catalogue(rule, [projection for projection, _ in kept], context)
        if outcome.verdict is Verdict.NOT_CHECKED and outcome.reason is not None:
            for _, holder in kept:
                whole.made[holder] -= 1
                whole.missed[holder] += 1
                whole.unchecked[rule.code, holder[0], outcome.reason] += 1
            whole.verdicts[rule.code, Verdict.PASS] -= len(kept)
            whole.verdicts[rule.code, Verdict.NOT_CHECKED] += len(kept)
            continue
        _take(whole, rule, findings_of(rule, outcome.problems, None, language))


def _take(whole: Partial, rule: Rule, findings: Iterable[Finding]) -> None:
    named: set[tuple[str, str]] = set()
    lone = 0
    for finding in findings:
        whole.findings.append((finding, holder_of(whole, finding)))
        if finding.item is None:
            lone += 1
        else:
            named.add((finding.channel, finding.item.id))
    whole.verdicts[rule.code, Verdict.PASS] -= len(named)
    whole.verdicts[rule.code, Verdict.FINDING] += len(named) + lone


def holder_of(whole: Partial, finding: Finding) -> Holder | None:
    """Return whom a finding is counted for: the holder of its item; nobody where it has none."""
    if finding.item is None:
        return None
    known = whole.known.get((finding.channel, finding.item.id))
    return finding.channel, known.authority if known else None


def judge_faults(
    whole: Partial,
    rules: Iterable[Rule],
    faults: Sequence[Fault],
    context: Context,
    language: str,
    *,
    count_passes: bool = True,
) -> None:
    """Let the rules with ``kinds`` word the faults; items without a fault of the rule pass."""
    total = sum(whole.items.values()) if count_passes else 0
    by_kind: dict[str, list[Fault]] = {}
    for fault in faults:
        by_kind.setdefault(fault.kind, []).append(fault)
    for rule in rules:
        if not rule.kinds:
            continue
        pairs: list[tuple[Problem, Fault]] = []
        for fault in (one for kind in rule.kinds for one in by_kind.get(kind, ())):
            problems = evaluate_fault(rule, fault, context).problems
            pairs += [(_named(whole, problem, fault), fault) for problem in problems]
        findings = numbered(rule, pairs, language)
        hit = {(one.channel, one.item.id) for one in findings if one.item is not None}
        whole.findings += [(one, holder_of(whole, one)) for one in findings]
        whole.verdicts[rule.code, Verdict.FINDING] += len(findings)
        whole.verdicts[rule.code, Verdict.PASS] += max(total - len(hit), 0)


def _named(whole: Partial, problem: Problem, fault: Fault) -> Problem:
    """Give a problem of an item's fault the name of the item, which the reader did not know yet, and its place."""
    if problem.item is not None or fault.item_id is None:
        return problem
    known = whole.known.get((fault.channel, fault.item_id))
    if known is None:
        return problem
    place = known.place if problem.place is None and fault.place == NOWHERE else problem.place
    return attrs.evolve(problem, item=known.ref, place=place)


def judge_groups(
    whole: Partial, rules: Iterable[Rule], groups: Sequence[ComparedGroup], context: Context, language: str
) -> None:
    """Run the group rules over the compared groups; a finding is charged to the members that it names."""
    for rule in rules:
        if rule.scope is not Scope.GROUP or rule.kinds:
            continue
        for group in groups:
            outcome = evaluate_group(rule, group, context)
            whole.verdicts[rule.code, outcome.verdict] += 1
            if outcome.reason is not None:
                for channel in sorted({member.item.channel for member in group.members}):
                    whole.unchecked[rule.code, channel, outcome.reason] += 1
            whole.findings += [
                (one, holder_of(whole, one)) for one in findings_of(rule, outcome.problems, group, language)
            ]
