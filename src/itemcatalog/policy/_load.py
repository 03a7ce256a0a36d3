"""Reading a policy from TOML: every key is known, every number exact, every clause named."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from itemcatalog import _shipped
from itemcatalog.errors import ConfigurationError
from itemcatalog.policy._model import Milestone, Policy, Threshold
from itemcatalog.policy._table import Table, clause, compression, milestone, threshold

__all__ = ["load_policy", "policy_ids", "read_policy"]

_FOLDER = "policies"
_TABLES = ("policy", "compression", "threshold", "clause", "milestone", "indicator", "scoring")
_HEAD = ("id", "name", "as_of", "document", "division", "extends", "based_on", "note")


def policy_ids() -> tuple[str, ...]:
    """Return the ids of the shipped policies, sorted."""
    return tuple(sorted(path.stem for path in _shipped.path("codes", _FOLDER).glob("*.toml")))


def load_policy(id_or_path: str | Path) -> Policy:
    """Return a shipped policy by its id, or one read from a TOML file.

    Raises ``ConfigurationError`` naming the key when the id is unknown, the file cannot be read, a key is
    unknown or missing, or a value is not of its form.
    """
    if isinstance(id_or_path, str) and id_or_path in policy_ids():
        return _shipped_policy(id_or_path)
    path = Path(id_or_path)
    if path.suffix != ".toml":
        known = "、".join(policy_ids())
        raise ConfigurationError(f"没有名为 {id_or_path} 的考核方案（现有：{known}）", key="policy")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"考核方案不能读取：{type(error).__name__}", path=str(id_or_path)) from error
    return read_policy(text, str(id_or_path))


@functools.cache
def _shipped_policy(policy_id: str) -> Policy:
    name = f"{policy_id}.toml"
    return read_policy(_shipped.text("codes", _FOLDER, name), name)


def read_policy(text: str, path: str) -> Policy:
    """Return the policy written in a TOML text; ``path`` is named in errors."""
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigurationError(f"不是有效的 TOML：{error}", path=path) from error
    tables = Table(path, "", document, _TABLES)
    head = Table(path, "policy", tables.table("policy", required=True), _HEAD)
    own = _own(tables, head)
    base = head.text("extends")
    return _checked(_extended(own, base, head) if base else own, path)


def _own(tables: Table, head: Table) -> Policy:
    clauses = {one.id: one for one in tables.each("clause", clause)}
    thresholds = {one.id: one for one in tables.each("threshold", threshold)}
    return Policy(
        id=head.text("id", required=True),
        name=head.text("name", required=True),
        as_of=head.day("as_of", required=True),
        document=head.text("document", required=True),
        division=head.text("division") or None,
        based_on=head.texts("based_on"),
        note=head.text("note") or None,
        compression=compression(tables) if "compression" in tables.values else None,
        clauses=clauses,
        own_clauses=tuple(clauses),
        thresholds=thresholds,
        milestones=tuple(tables.each("milestone", milestone)),
        indicators=tuple(dict(one) for one in tables.tables("indicator")),
        scoring=dict(tables.table("scoring")),
    )


def _extended(own: Policy, base_id: str, head: Table) -> Policy:
    if base_id not in policy_ids() or base_id == own.id:
        raise head.wrong("extends", f"没有名为 {base_id} 的考核方案")
    base = _shipped_policy(base_id)
    return attrs.evolve(
        own,
        compression=own.compression or base.compression,
        clauses=_joined(base.clauses, own.clauses),
        thresholds=_joined(base.thresholds, own.thresholds),
    )


def _joined(base: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**base, **own}


def _checked(policy: Policy, path: str) -> Policy:
    parts: list[Threshold | Milestone] = [*policy.thresholds.values(), *policy.milestones]
    asked = {one.clause for one in parts}
    if policy.compression is not None and policy.compression.clause:
        asked.add(policy.compression.clause)
    for name in sorted(asked - set(policy.clauses)):
        raise ConfigurationError(f"引用了没有写出的条款 {name}", path=path, key="clause")
    return policy
