"""Indicators as data: what a policy's ``[[indicator]]`` tables say, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from attrs import define, field

from itemcatalog.errors import ConfigurationError
from itemcatalog.policy import Clause, Policy, Threshold

__all__ = ["Indicator", "Target", "read_indicators"]

_RELATIONS = (">", ">=", "=", "<=", "<")
_TEXTS = ("id", "name", "clause", "formula", "numerator", "denominator", "population", "second", "note")
_NEEDED = ("id", "name", "clause", "formula", "numerator", "denominator")
_KEYS = (*_TEXTS, "threshold", "target", "relation", "direction", "weight", "lead", "responsible", "params")


@define(frozen=True, slots=True, kw_only=True)
class Target:
    """目标值: "measured relation value", exactly, in the words of the document."""

    value: Fraction
    relation: str
    text: str

    def met_by(self, measured: Fraction) -> bool:
        """Return whether a measured share reaches the target; exactly on the line is as the relation says."""
        return Threshold(
            id="", clause="", value=self.value, relation=self.relation, unit="", text=""
        ).met_by(measured)  # fmt: skip


@define(frozen=True, slots=True, kw_only=True)
class Indicator:
    """考核指标: one number of the appraisal, as its policy writes it.

    ``formula`` names the function that counts, ``params`` are its own; ``numerator``, ``denominator``,
    ``population`` and ``second`` say in words what is counted. ``target`` None: the document gives no number, and
    nothing is met or missed. ``direction`` is ``up`` or ``down``: where better lies.
    """

    id: str
    name: str
    clause: Clause
    formula: str
    numerator: str
    denominator: str
    population: str
    second: str | None
    target: Target | None
    direction: str
    weight: Fraction
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    note: str | None
    params: Mapping[str, Any] = field(factory=dict, hash=False)


def read_indicators(policy: Policy) -> tuple[Indicator, ...]:
    """Return the indicators of a policy in the order written.

    Raises ``ConfigurationError`` naming the indicator and the key: unknown, missing or malformed, an unknown
    clause or threshold, two of one id.
    """
    found = tuple(_read(table, policy, number) for number, table in enumerate(policy.indicators, 1))
    seen: set[str] = set()
    for one in found:
        if one.id in seen:
            raise _wrong(policy, one.id, "id", "写了两次")
        seen.add(one.id)
    return found


def _wrong(policy: Policy, name: str, key: str, words: str) -> ConfigurationError:
    return ConfigurationError(f"指标 {name} 的 {key} {words}", path=policy.id, key=f"indicator.{key}")


def _read(table: Mapping[str, Any], policy: Policy, number: int) -> Indicator:
    name = str(table.get("id", number))
    for key in table:
        if key not in _KEYS:
            raise _wrong(policy, name, key, "不是设置项")
    for key in _TEXTS:
        value = table.get(key)
        if (key in _NEEDED and not value) or (value is not None and not isinstance(value, str)):
            raise _wrong(policy, name, key, "须是文本" if value else "没有写")
    clause = policy.clauses.get(table["clause"])
    if clause is None:
        raise _wrong(policy, name, "clause", "不是方案中的条款")
    target = _target(table, policy, name)
    return Indicator(
        **{key: table[key] for key in ("id", "name", "formula", "numerator", "denominator")},
        clause=clause,
        population=table.get("population", table["denominator"]),
        second=table.get("second"),
        note=table.get("note"),
        target=target,
        direction=_direction(table, policy, name, target),
        weight=_number(table.get("weight", 1), policy, name, "weight"),
        lead=_texts(table, policy, name, "lead") or clause.lead,
        responsible=_texts(table, policy, name, "responsible") or clause.responsible,
        params=_params(table, policy, name),
    )


def _target(table: Mapping[str, Any], policy: Policy, name: str) -> Target | None:
    if "threshold" in table:
        threshold = policy.thresholds.get(str(table["threshold"]))
        if threshold is None:
            raise _wrong(policy, name, "threshold", "不是方案中的指标值")
        return Target(value=threshold.value, relation=threshold.relation, text=threshold.text)
    if "target" not in table:
        return None
    relation = table.get("relation", ">=")
    if relation not in _RELATIONS:
        raise _wrong(policy, name, "relation", f"须是 {'、'.join(_RELATIONS)} 之一")
    value = _number(table["target"], policy, name, "target")
    return Target(value=value, relation=relation, text=policy.clauses[table["clause"]].text)


def _direction(table: Mapping[str, Any], policy: Policy, name: str, target: Target | None) -> str:
    natural = "down" if target is not None and target.relation in ("<=", "<") else "up"
    written = table.get("direction", natural)
    if written not in ("up", "down") or (target is not None and target.relation != "=" and written != natural):
        raise _wrong(policy, name, "direction", "须是 up 或 down，并与 relation 一致")
    return str(written)


def _number(value: Any, policy: Policy, name: str, key: str) -> Fraction:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return Fraction(value)
    try:
        number = Fraction(Decimal(value if isinstance(value, str) else ""))
    except (InvalidOperation, ValueError, OverflowError):
        number = Fraction(-1)
    if number < 0:
        raise _wrong(policy, name, key, '须是整数或文本形式的小数（如 "0.30"），不小于 0')
    return number


def _texts(table: Mapping[str, Any], policy: Policy, name: str, key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(policy, name, key, "须是文本列表")
    return tuple(value)


def _params(table: Mapping[str, Any], policy: Policy, name: str) -> Mapping[str, Any]:
    value = table.get("params", {})
    if not isinstance(value, dict):
        raise _wrong(policy, name, "params", "须是一节设置")
    return dict(value)
