"""The report of an audit (DESIGN §6): what was read, what was checked, what was found, what was not checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import attrs
from attrs import define, field

from itemcatalog.findings import Finding, Severity
from itemcatalog.model import Channel
from itemcatalog.policy import Compression
from itemcatalog.rules import Rule

__all__ = ["COVERAGE_NEEDED", "InputFile", "NotChecked", "Report", "RuleTally", "Tally"]

# Below this share of checks made a unit is not ranked: 数据不足 (DESIGN §6).
COVERAGE_NEEDED = Fraction(4, 5)


@define(frozen=True, slots=True, kw_only=True)
class InputFile:
    """输入文件: one file (and sheet) that was read, with its hash, its encoding and what it carries."""

    path: str
    sha256: str | None
    channel: str
    items: int
    codec: str | None
    provides: tuple[str, ...]


@define(frozen=True, slots=True, kw_only=True)
class NotChecked:
    """未检查: one rule that could not be applied in one channel, why, and to how many subjects."""

    rule: str
    channel: str
    reason: str
    count: int


@define(frozen=True, slots=True, kw_only=True)
class RuleTally:
    """规则统计: how often each of the four verdicts was given."""

    passed: int = 0
    finding: int = 0
    not_applicable: int = 0
    not_checked: int = 0

    def to_dict(self) -> dict[str, int]:
        """Return the counts under the names of report.json."""
        return {
            "pass": self.passed,
            "finding": self.finding,
            "not_applicable": self.not_applicable,
            "not_checked": self.not_checked,
        }


@define(frozen=True, slots=True, kw_only=True)
class Tally:
    """单位统计: items, checks and findings of one channel or one authority."""

    items: int = 0
    checks_possible: int = 0
    checks_made: int = 0
    errors: int = 0
    warnings: int = 0
    notices: int = 0
    causes: int = 0

    @property
    def coverage(self) -> Fraction | None:
        """Checks made of the checks possible; None where nothing was possible."""
        return Fraction(self.checks_made, self.checks_possible) if self.checks_possible else None

    @property
    def causes_per_100_items(self) -> Fraction | None:
        """Different causes per 100 items; None without items."""
        return Fraction(100 * self.causes, self.items) if self.items else None

    @property
    def ranked(self) -> bool:
        """True where enough was checked to compare the unit with others."""
        return self.items > 0 and self.coverage is not None and self.coverage >= COVERAGE_NEEDED

    def to_dict(self) -> dict[str, Any]:
        """Return the tally as report.json writes it."""
        rate = self.causes_per_100_items
        return {
            "items": self.items,
            "checks_possible": self.checks_possible,
            "checks_made": self.checks_made,
            "findings": {"error": self.errors, "warning": self.warnings, "notice": self.notices},
            "causes": self.causes,
            "causes_per_100_items": None if rate is None else round(float(rate), 4),
        }


@define(frozen=True, slots=True, kw_only=True)
class Report:
    """审核报告: the result of ``run_audit``; ``to_dict`` is report.json.

    ``measures`` and ``groups`` hold plain dicts of the shape of DESIGN §6. ``compression`` is the policy's demand
    on the limits. ``units`` names the units that each finding is charged to, in the order of ``findings``.
    ``off`` are the rules that rest on a plan whose
    clauses this policy does not hold. ``unread`` lists the inputs that could not be read, each as one line.
    ``timing`` is seconds per rule; it is no part of report.json.
    """

    itemcatalog: str
    policy: str
    rule_set: str
    as_of: date
    inputs: tuple[InputFile, ...] = ()
    items: int = 0
    by_rule: Mapping[str, RuleTally] = field(default=MappingProxyType({}), hash=False)
    by_channel: Mapping[str, Tally] = field(default=MappingProxyType({}), hash=False)
    by_authority: Mapping[str, Tally] = field(default=MappingProxyType({}), hash=False)
    measures: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    findings: tuple[Finding, ...] = ()
    groups: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    not_checked: tuple[NotChecked, ...] = ()

    name: str = ""
    policy_name: str = ""
    language: str = "zh"
    compression: Compression | None = None
    channels: tuple[Channel, ...] = ()
    rules: Mapping[str, Rule] = field(default=MappingProxyType({}), hash=False, repr=False)
    off: tuple[Rule, ...] = field(default=(), repr=False)
    units: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    unread: tuple[str, ...] = ()
    timing: Mapping[str, float] = field(default=MappingProxyType({}), hash=False, eq=False, repr=False)

    def count(self, severity: Severity | str) -> int:
        """Return the number of findings of a severity that are not waived."""
        return sum(1 for one in self.findings if one.severity == severity and one.status != "waived")

    def fails(self, threshold: Severity | None) -> bool:
        """Return whether a new finding (not known, not waived) stands at or above a severity; None = never."""
        if threshold is None:
            return False
        return any(one.status == "new" and one.severity.rank <= threshold.rank for one in self.findings)

    @property
    def waived(self) -> int:
        """The number of waived findings."""
        return sum(1 for one in self.findings if one.status == "waived")

    @property
    def coverage(self) -> Fraction | None:
        """Checks made of the checks possible over all channels."""
        possible = sum(tally.checks_possible for tally in self.by_channel.values())
        made = sum(tally.checks_made for tally in self.by_channel.values())
        return Fraction(made, possible) if possible else None

    def channel_name(self, channel_id: str) -> str:
        """Return the name of a channel, or its id where it has none."""
        return next((one.name for one in self.channels if one.id == channel_id and one.name), channel_id)

    def to_dict(self) -> dict[str, Any]:
        """Return report.json as plain data."""
        return {
            "itemcatalog": self.itemcatalog,
            "policy": self.policy,
            "rule_set": self.rule_set,
            "as_of": self.as_of.isoformat(),
            "inputs": [_plain(one) for one in self.inputs],
            "summary": self._summary(),
            "measures": [dict(one) for one in self.measures],
            "findings": [finding_dict(one) for one in self.findings],
            "groups": [dict(one) for one in self.groups],
            "not_checked": [_plain(one) for one in self.not_checked],
        }

    def _summary(self) -> dict[str, Any]:
        return {
            "items": self.items,
            "groups": len(self.groups),
            "findings": {one.value: self.count(one) for one in Severity},
            "waived": self.waived,
            "by_rule": {code: tally.to_dict() for code, tally in self.by_rule.items()},
            "by_channel": {key: tally.to_dict() for key, tally in self.by_channel.items()},
            "by_authority": {key: tally.to_dict() for key, tally in self.by_authority.items()},
        }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """Return a finding as report.json writes it."""
    item, place = finding.item, finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "channel": finding.channel,
        "item": None if item is None else {"id": item.id, "name": item.name, "codes": dict(item.codes)},
        "field": finding.field,
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "basis": finding.basis,
        "recommendation": finding.recommendation,
        "place": {"file": place.file, "sheet": place.sheet, "row": place.row, "cell": place.cell},
        "group": finding.group,
        "members": [
            {"channel": one.channel, "item_id": one.item_id, "authority": one.authority} for one in finding.members
        ],
        "cause": finding.cause,
        "fingerprint": finding.fingerprint,
        "status": finding.status,
    }


def _plain(record: InputFile | NotChecked) -> dict[str, Any]:
    values = {a.name: getattr(record, a.name) for a in attrs.fields(type(record))}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
