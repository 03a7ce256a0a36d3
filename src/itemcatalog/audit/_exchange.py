"""report.json, report.jsonl and report.sarif: the findings for other tools (F9, F10)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from itemcatalog.audit._report import Report, finding_dict
from itemcatalog.findings import Finding, Place

__all__ = ["json_bytes", "jsonl_bytes", "report_json", "sarif"]

_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def json_bytes(data: Any) -> bytes:
    """Return JSON as UTF-8 with an indent of one, so that two reports can be compared line by line."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", errors="replace")


def report_json(report: Report) -> bytes:
    """Return report.json (schemas/report.schema.json)."""
    return json_bytes(report.to_dict())


def jsonl_bytes(report: Report) -> bytes:
    """Return one finding a line."""
    lines = (json.dumps(finding_dict(one), ensure_ascii=False) + "\n" for one in report.findings)
    return "".join(lines).encode("utf-8", errors="replace")


def sarif(report: Report) -> bytes:
    """Return report.sarif (SARIF 2.1.0): rules, results with our fingerprints, waivers as suppressions."""
    driver = {
        "name": "itemcatalog",
        "version": report.itemcatalog,
        "rules": [_sarif_rule(report, code) for code in report.by_rule],
    }
    run = {
        "tool": {"driver": driver},
        "results": [_sarif_result(one) for one in report.findings],
        "invocations": [{"executionSuccessful": not report.unread, "toolExecutionNotifications": _unread(report)}],
        "columnKind": "unicodeCodePoints",
        "properties": {"policy": report.policy, "ruleSet": report.rule_set, "asOf": report.as_of.isoformat()},
    }
    return json_bytes({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _unread(report: Report) -> list[dict[str, Any]]:
    return [{"level": "error", "message": {"text": line}} for line in report.unread]


def _sarif_rule(report: Report, code: str) -> dict[str, Any]:
    rule = report.rules.get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary.in_language(report.language)},
        "help": {"text": f"{rule.recommendation.in_language(report.language)}（{rule.basis}）"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity.value]},
    }


def _sarif_result(finding: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity.value],
        "message": {"text": finding.message},
        "locations": [_location(finding)],
        "partialFingerprints": {"itemcatalog/v1": finding.fingerprint},
        "baselineState": "unchanged" if finding.status == "known" else "new",
    }
    if finding.status == "waived":
        result["suppressions"] = [{"kind": "external"}]
    return result


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if finding.place.file:
        location["physicalLocation"] = _physical(finding.place)
    logical = _logical(finding)
    if logical:
        location["logicalLocations"] = [{"fullyQualifiedName": logical}]
    return location


def _physical(place: Place) -> Mapping[str, Any]:
    where: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file or "", safe="/.")}}
    if place.row is not None:
        where["region"] = {"startLine": max(place.row, 1)}
    return where


def _logical(finding: Finding) -> str:
    sheet, cell = finding.place.sheet, finding.place.cell
    address = f"{sheet}!{cell}" if sheet and cell else sheet or cell
    parts = [address, finding.channel, finding.item.id if finding.item else None, finding.field]
    return " · ".join(part for part in parts if part)
