"""The rule catalogue for other programs, and one rule's page for the terminal."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any

from itemcatalog.findings import Text
from itemcatalog.model.words import field_words
from itemcatalog.rules import Rule
from itemcatalog.rules.rule_words import FORCES, LISTS, SEVERITIES, STATUSES, scope_words

__all__ = ["rule_dict", "rule_page"]

_LABELS = {
    "severity": Text("等级", "Severity"),
    "scope": Text("范围", "Scope"),
    "force": Text("效力", "Force"),
    "basis": Text("依据", "Basis"),
    "recommendation": Text("整改建议", "Recommendation"),
    "needs": Text("所需要素", "Needs"),
    "lists": Text("所需清单", "Lists"),
    "valid_from": Text("生效", "Valid from"),
    "valid_to": Text("失效", "Valid to"),
    "divisions": Text("适用地区", "Divisions"),
    "since": Text("自版本", "Since"),
    "status": Text("状态", "Status"),
}

_NAMED: dict[str, Callable[[Rule], Text]] = {
    "severity": lambda rule: SEVERITIES[rule.severity],
    "scope": scope_words,
    "force": lambda rule: FORCES[rule.force],
    "recommendation": lambda rule: rule.recommendation,
    "status": lambda rule: STATUSES.get(rule.status, Text(rule.status, rule.status)),
}


def rule_dict(rule: Rule, language: str) -> dict[str, Any]:
    """Return one entry of ``rules --format json`` (DESIGN §9)."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.value,
        "scope": rule.scope.value,
        "force": rule.force.value,
        "summary": rule.summary.in_language(language),
        "basis": rule.basis,
        "recommendation": rule.recommendation.in_language(language),
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
        "valid_to": rule.valid_to.isoformat() if rule.valid_to else None,
        "since": rule.since,
        "status": rule.status,
    }


def rule_page(rule: Rule, language: str) -> str:
    """Return a rule's page: what is wrong, the facts of the rule, then its own text (example, known limits).

    That text stands in Chinese only; the English page says so and shows the English messages before it.
    """
    lines = [f"{rule.code} · {rule.name}", "", rule.summary.zh, ""] if language == "zh" else [_title(rule), ""]
    for name, label in _LABELS.items():
        if shown := _shown(rule, name, language):
            lines.append(f"{label.in_language(language)}：{shown}" if language == "zh" else f"{label.en}: {shown}")
    if language == "en":
        lines += ["", "Messages:", *(f"- {message.en}" for message in rule.messages.values())]
    if rule.page:
        lines += ["", *([f"The page of the rule ({rule.name}), in Chinese:", ""] if language == "en" else [])]
        lines.append(cleandoc(rule.page))
    return "\n".join(lines)


def _title(rule: Rule) -> str:
    return f"{rule.code} · {rule.summary.en}"


def _shown(rule: Rule, name: str, language: str) -> str:
    """Return one fact of a rule in the words of a language; empty where there is none."""
    if name in _NAMED:
        return _NAMED[name](rule).in_language(language)
    value = getattr(rule, name)
    if name == "needs":
        value = [_need(path, language) for path in value]
    if name == "lists":
        value = [LISTS[one].in_language(language) if one in LISTS else one for one in value]
    if isinstance(value, (tuple, list)):
        return ("、" if language == "zh" else ", ").join(str(part) for part in value)
    return "" if value is None else str(value)


def _need(need: str, language: str) -> str:
    """Return a need in words; ``a|b`` is met by either."""
    return (" 或 " if language == "zh" else " or ").join(field_words(path, language) for path in need.split("|"))
