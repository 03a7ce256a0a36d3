"""findings.csv and groups.csv: the same lines for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from itemcatalog.audit._report import Report
from itemcatalog.audit._rows import best_code
from itemcatalog.render import csv_bytes

__all__ = ["findings_csv", "groups_csv"]

# fmt: off
_FINDINGS = (
    "rule", "severity", "status", "channel", "unit", "item_id", "item_name", "code", "field", "message", "found",
    "expected", "basis", "recommendation", "file", "sheet", "row", "cell", "group", "members", "cause", "fingerprint",
)
_GROUPS = (
    "base", "group", "name", "relation", "channel", "item_id", "item_name", "code", "verdict", "reasons",
    "differing_fields",
)
# fmt: on


def findings_csv(report: Report) -> bytes:
    """Return every finding as one line; columns are named as in report.json."""
    return csv_bytes(_FINDINGS, _finding_rows(report))


def groups_csv(report: Report) -> bytes:
    """Return every member of every group as one line."""
    return csv_bytes(_GROUPS, (row for group in report.groups for row in _group_rows(group)))


def _finding_rows(report: Report) -> Iterator[tuple[object, ...]]:
    for finding, units in zip(report.findings, report.units, strict=True):
        item, place = finding.item, finding.place
        yield (
            finding.rule,
            finding.severity.value,
            finding.status,
            finding.channel,
            "、".join(units),
            item.id if item else None,
            item.name if item else None,
            best_code(item),
            finding.field,
            finding.message,
            finding.found,
            finding.expected,
            finding.basis,
            finding.recommendation,
            place.file,
            place.sheet,
            place.row,
            place.cell,
            finding.group,
            " ".join(f"{one.channel}:{one.item_id}" for one in finding.members),
            finding.cause,
            finding.fingerprint,
        )


def _group_rows(group: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    differing = "、".join(str(one["field"]) for one in group.get("fields", ()))
    for member in group.get("members", ()):
        codes = member.get("codes") or {}
        yield (
            group.get("base"),
            group.get("id"),
            group.get("name"),
            group.get("relation"),
            member.get("channel"),
            member.get("item_id"),
            member.get("name"),
            next((code for code in codes.values() if code), None),
            member.get("verdict"),
            "；".join(member.get("reasons") or ()),
            differing,
        )
