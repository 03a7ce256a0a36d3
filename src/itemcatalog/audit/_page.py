"""report.html: one file, no outside resource, works without script (F21)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from itemcatalog.audit import _page_first as first
from itemcatalog.audit._page_groups import group_rows
from itemcatalog.audit._page_words import headers, in_language
from itemcatalog.audit._report import Report
from itemcatalog.audit._rows import best_code, place_words, unit_words
from itemcatalog.audit._units import UnitPart, ranking
from itemcatalog.audit._words import SEVERITIES, STATUS, field_words
from itemcatalog.findings import Finding, Severity
from itemcatalog.render import content_policy, page, script, style

__all__ = ["report_page"]

# A page of tens of megabytes helps nobody: what is left out is counted, and stands in the workbooks.
ROWS_OF_THE_PAGE = 3_000
ROWS_OF_A_RULE = (50, 20, 10, 5, 3, 1)
UNITS_OF_THE_PAGE = 300
LINES_OF_A_TABLE = 400


def report_page(report: Report, parts: Sequence[UnitPart]) -> bytes:
    """Return report.html."""
    shown = parts[:UNITS_OF_THE_PAGE]
    anchors = {part.name: f"u{number}" for number, part in enumerate(shown, start=1)}
    values: dict[str, Any] = {
        "language": report.language,
        "words": in_language(report.language),
        "content_policy": content_policy(("report.css",), ("report.js",)),
        "style": style("report.css"),
        "script": script("report.js"),
        "name": first.short(report.name or "—", 88),
        "as_of": report.as_of.isoformat(),
        "policy": first.short(report.policy_name or report.policy, 48),
        "rule_set": report.rule_set[:12],
        "version": report.itemcatalog,
        "unread": first.unread_first(report),
        "first_channels": first.FIRST_CHANNELS,
        **headers(report.language),
        **_first_page(report),
        **_ranking(report, anchors),
        **_units(report, parts, shown, anchors),
        **_lists(report),
    }
    return page("report.html.j2", values)


def _first_page(report: Report) -> dict[str, Any]:
    rows, note = first.unchecked_first(report)
    measures = first.measure_rows(report)
    by_authority = [one for one in measures if one["authority"]]
    return {
        "tiles": first.tiles(report),
        "headline": first.headline(report),
        "causes": first.causes(report),
        "channels": first.channel_rows(report),
        "unchecked_first": rows,
        "unchecked_note": note,
        "off": first.off_rules(report),
        "measures": [one for one in measures if not one["authority"]][:LINES_OF_A_TABLE],
        "measures_by_authority": by_authority[:LINES_OF_A_TABLE],
        "measures_note": _left(report, len(by_authority)),
    }


def _left(report: Report, total: int, limit: int = LINES_OF_A_TABLE) -> str:
    if total <= limit:
        return ""
    if report.language == "en":
        return f"{limit} of {total} lines are shown; all of them are in report.json."
    return f"显示 {total} 行中的 {limit} 行，全部见 report.json。"


def _ranking(report: Report, anchors: Mapping[str, str]) -> dict[str, Any]:
    ranked = ranking(report)
    blameless = [name for _, name, tally in ranked if not tally.causes]
    rows = [
        {
            "rank": str(rank),
            "name": name,
            "anchor": anchors.get(name, ""),
            "cells": first.tally_cells(tally, report.language),
        }
        for rank, name, tally in ranked
        if tally.causes
    ]
    unranked = [name for name, tally in report.by_authority.items() if not tally.ranked]
    return {
        "ranked": rows[:LINES_OF_A_TABLE],
        "blameless": "、".join(blameless),
        "blameless_count": len(blameless),
        "unranked": "、".join(unranked),
        "unranked_count": len(unranked),
    }


def _units(
    report: Report, parts: Sequence[UnitPart], shown: Sequence[UnitPart], anchors: Mapping[str, str]
) -> dict[str, Any]:
    tables = [(part, _by_rule(report, part)) for part in shown]
    cap = _cap([len(found) for _, by_rule in tables for found in by_rule.values()])
    left = ""
    if len(parts) > len(shown):
        rest = len(parts) - len(shown)
        left = (
            f"{rest} more units: see report.xlsx."
            if report.language == "en"
            else f"另有 {rest} 个单位，见 report.xlsx。"
        )
    levels = [{"value": one.value, "label": SEVERITIES[one].in_language(report.language)} for one in Severity]
    units = [_unit(report, part, by_rule, anchors[part.name], cap) for part, by_rule in tables]
    return {"units": units, "units_left": left, "levels": levels}


def _by_rule(report: Report, part: UnitPart) -> dict[str, list[Finding]]:
    by_rule: dict[str, list[Finding]] = {}
    for index in part.findings:
        by_rule.setdefault(report.findings[index].rule, []).append(report.findings[index])
    return by_rule


def _cap(counts: Sequence[int]) -> int:
    """Return how many lines of one rule and unit are shown, so that the whole page keeps within its measure."""
    for cap in ROWS_OF_A_RULE:
        if sum(min(count, cap) for count in counts) <= ROWS_OF_THE_PAGE:
            return cap
    return 0


def _unit(
    report: Report, part: UnitPart, by_rule: Mapping[str, Sequence[Finding]], anchor: str, cap: int
) -> dict[str, Any]:
    counts = part.counts(report)
    pills = [
        {"tone": one.value, "text": f"{SEVERITIES[one].in_language(report.language)} {number}"}
        for one, number in counts.items()
        if number
    ]
    return {
        "anchor": anchor,
        "name": unit_words(part.name, report.language),
        "file": f"units/{quote(part.file)}",
        "pills": pills,
        "rules": [_rule(report, code, found, cap) for code, found in by_rule.items()],
    }


def _rule(report: Report, code: str, found: Sequence[Finding], cap: int) -> dict[str, Any]:
    rule = report.rules.get(code)
    english = report.language == "en"
    more = len(found) - min(len(found), cap)
    return {
        "code": code,
        "tone": found[0].severity.value,
        "name": (rule.summary.en if english else rule.name) if rule else "",
        "count": f"{len(found)} findings" if english else f"{len(found)} 处",
        "basis": f"{found[0].basis} → {found[0].recommendation}" if found[0].basis else found[0].recommendation,
        "rows": [_row(report, one) for one in found[:cap]],
        "more": (f"{more} more in the workbook." if english else f"另有 {more} 处，见 Excel 清单。") if more else "",
    }


def _row(report: Report, finding: Finding) -> dict[str, str]:
    field = field_words(finding.field, report.language)
    change = " → ".join(part for part in (finding.found, finding.expected) if part)
    return {
        "level": finding.severity.value,
        "item": finding.item.name if finding.item else "—",
        "code": best_code(finding.item),
        "message": finding.message,
        "advice": first.short("：".join(part for part in (field, change) if part), 300),
        "place": place_words(finding.place, report.language),
        "status": "" if finding.status == "new" else STATUS[finding.status].in_language(report.language),
    }


def _lists(report: Report) -> dict[str, Any]:
    unchecked = [
        {
            "rule": one.rule,
            "name": report.rules[one.rule].name if one.rule in report.rules else "",
            "channel": report.channel_name(one.channel),
            "reason": one.reason,
            "count": str(one.count),
        }
        for one in report.not_checked
    ]
    inputs = [
        {
            "path": one.path,
            "channel": report.channel_name(one.channel),
            "number": str(one.items),
            "codec": one.codec or "—",
            "sha256": (one.sha256 or "")[:16],
        }
        for one in report.inputs
    ]
    groups = group_rows(report)
    return {
        "unchecked": unchecked[:LINES_OF_A_TABLE],
        "unchecked_left": _left(report, len(unchecked)),
        "inputs": inputs,
        "groups": groups[:LINES_OF_A_TABLE],
        "groups_left": _left(report, len(groups)),
    }
