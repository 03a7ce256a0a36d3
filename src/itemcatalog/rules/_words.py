"""From a problem to a finding: place, words in one language, and a fingerprint that neither changes."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import attrs

from itemcatalog.findings import NOWHERE, Fault, Finding, ItemRef, Place, Severity, Text
from itemcatalog.model import Case, Item
from itemcatalog.rules._rule import Problem, Rule
from itemcatalog.text import normalise

__all__ = ["finding_of", "findings_of", "item_ref", "numbered"]

_INDEX = re.compile(r"\[[0-9]+\]")


class _Subject(NamedTuple):
    channel: str
    item: ItemRef | None
    place: Place
    group: str | None


def item_ref(item: Item) -> ItemRef:
    """Return how a finding names an item: id, name and its codes."""
    codes = {a.name: value for a in attrs.fields(type(item.codes)) if (value := getattr(item.codes, a.name))}
    return ItemRef(id=item.id, name=item.name, codes=codes)


def _subject(subject: Any) -> _Subject:
    if isinstance(subject, Item):
        return _Subject(subject.channel, item_ref(subject), subject.place, None)
    if isinstance(subject, Case):
        codes = {"implementation": subject.item_code} if subject.item_code else {}
        return _Subject("", ItemRef(id=subject.number, name=subject.item_name or "", codes=codes), subject.place, None)
    if isinstance(subject, Fault):
        item = ItemRef(id=subject.item_id, name="") if subject.item_id else None
        return _Subject(subject.channel, item, subject.place, None)
    group = getattr(subject, "id", None)
    return _Subject("", None, NOWHERE, group if isinstance(group, str) else None)


def finding_of(rule: Rule, problem: Problem, subject: Any, language: str = "zh", ordinal: int = 0) -> Finding:
    """Return the finding for one problem of one subject (an item, a fault, a group with ``id``, or None).

    ``ordinal`` is the number among problems of equal rule, channel, item, field and value; ``findings_of`` counts
    it. The fingerprint rests on neither rows nor language.
    """
    of = _subject(subject)
    channel = of.channel if problem.channel is None else problem.channel
    item = problem.item or of.item
    cause = problem.cause if problem.cause is not None else problem.found or ""
    return Finding(
        rule=rule.code,
        severity=_softer(rule.severity, problem.severity),
        channel=channel,
        item=item,
        field=problem.field,
        message=_message(rule, problem, language),
        expected=_shown(problem.expected, language),
        found=problem.found,
        basis=rule.basis,
        recommendation=rule.recommendation.in_language(language),
        place=problem.place or of.place,
        group=of.group,
        members=problem.members,
        cause=cause,
        fingerprint=_fingerprint(rule, problem, (channel, item, of.group), cause, ordinal),
    )


def findings_of(rule: Rule, problems: Iterable[Problem], subject: Any, language: str = "zh") -> tuple[Finding, ...]:
    """Return the findings of one rule on one subject, equal ones told apart by a number.

    Equals are numbered in the order of their content, so that a moved row or a reordered list changes nothing.
    For faults and catalogue rules hand in all problems of the rule at once, each with its own subject set.
    """
    pairs = [(problem, subject) for problem in problems]
    return numbered(rule, pairs, language)


def numbered(rule: Rule, pairs: Sequence[tuple[Problem, Any]], language: str = "zh") -> tuple[Finding, ...]:
    """Return the findings of several subjects of one rule, in the order given."""
    equals: dict[str, list[int]] = defaultdict(list)
    first = [finding_of(rule, problem, subject, language) for problem, subject in pairs]
    for index, finding in enumerate(first):
        equals[finding.fingerprint].append(index)
    for indices in equals.values():
        for ordinal, index in enumerate(sorted(indices, key=lambda i: _content(pairs[i][0]))):
            if ordinal:
                problem, subject = pairs[index]
                first[index] = finding_of(rule, problem, subject, language, ordinal)
    return tuple(first)


def _content(problem: Problem) -> tuple[str, str, str]:
    values = sorted((key, str(value)) for key, value in problem.values.items())
    return (problem.message, str(values), problem.found or "")


def _softer(own: Severity, asked: Severity | None) -> Severity:
    return asked if asked is not None and asked.rank > own.rank else own


def _message(rule: Rule, problem: Problem, language: str) -> str:
    values = {key: _shown(value, language) for key, value in problem.values.items()}
    return rule.messages[problem.message].render(values, language)


def _shown(value: Any, language: str) -> Any:
    return value.in_language(language) if isinstance(value, Text) else value


def _fingerprint(
    rule: Rule, problem: Problem, where: tuple[str, ItemRef | None, str | None], cause: str, ordinal: int
) -> str:
    channel, item, group = where
    field = _INDEX.sub("", problem.field or "")
    if group is not None:
        parts = [rule.code, "group", group, field, normalise(cause)]
    else:
        parts = [rule.code, channel, item.id if item else "", field, normalise(cause)]
    text = "\x1f".join([*parts, str(ordinal)])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
