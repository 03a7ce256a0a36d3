"""report.junit.xml, report.md and the annotations of GitHub: the findings for machines that build (F9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from itemcatalog.audit._report import Report
from itemcatalog.audit._rows import place_words
from itemcatalog.audit._units import unit_parts
from itemcatalog.audit._words import SEVERITIES
from itemcatalog.findings import Finding, Severity

__all__ = ["github", "junit", "markdown"]

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
_ROWS_OF_A_RULE = 20


def junit(report: Report) -> bytes:
    """Return report.junit.xml: one case per rule, failed where an error that is new stands."""
    by_rule: dict[str, list[Finding]] = {code: [] for code in report.by_rule}
    for finding in report.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    cases = [_case(report, code, found) for code, found in by_rule.items()]
    failed = sum("<failure" in case for case in cases)
    skipped = sum("<skipped" in case for case in cases)
    head = f'<testsuite name="itemcatalog" tests="{len(cases)}" failures="{failed}" errors="0" skipped="{skipped}">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>", ""]
    return "\n".join(lines).encode("utf-8")


def _case(report: Report, code: str, found: list[Finding]) -> str:
    rule = report.rules.get(code)
    start = f"<testcase classname={quoteattr(code[:3])} name={_attribute(f'{code} {rule.name if rule else str()}')}>"
    failing = [one for one in found if one.severity is Severity.ERROR and one.status == "new"]
    tally = report.by_rule.get(code)
    if failing:
        text = "\n".join(f"{place_words(one.place, report.language)} {one.message}" for one in failing)
        message = _attribute(f"{len(failing)} × {failing[0].message}")
        inner = f'<failure message={message} type="error">{_xml(text)}</failure>'
    elif tally and tally.not_checked and not tally.passed and not tally.finding:
        inner = "<skipped/>"
    elif found:
        inner = f"<system-out>{_xml(chr(10).join(one.message for one in found))}</system-out>"
    else:
        inner = ""
    return f"{start}{inner}</testcase>"


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text).strip())


def markdown(report: Report) -> bytes:
    """Return report.md: counts, then the findings of each unit by rule, at most twenty lines a rule."""
    english = report.language == "en"
    counts = " · ".join(f"{SEVERITIES[one].in_language(report.language)} {report.count(one)}" for one in Severity)
    title = "Audit of service items" if english else "政务服务事项审核报告"
    lines = [
        f"# {title}",
        "",
        f"{report.name} · {_cell(report.policy_name or report.policy)} · {report.as_of.isoformat()}",
        "",
        counts,
        "",
    ]
    for part in unit_parts(report):
        lines += [f"## {_cell(part.name)}", "", *_unit_lines(report, part.findings), ""]
    return "\n".join(lines).encode("utf-8", errors="replace")


def _unit_lines(report: Report, indexes: tuple[int, ...]) -> Iterator[str]:
    by_rule: dict[str, list[Finding]] = {}
    for index in indexes:
        by_rule.setdefault(report.findings[index].rule, []).append(report.findings[index])
    for code in sorted(by_rule):
        found = by_rule[code]
        rule = report.rules.get(code)
        yield f"- **{code}** {_cell(rule.name) if rule else ''} ({len(found)})"
        for one in found[:_ROWS_OF_A_RULE]:
            name = f"{_cell(one.item.name)}：" if one.item else ""
            yield f"  - {name}{_cell(one.message)} — {_cell(place_words(one.place, report.language))}"
        if len(found) > _ROWS_OF_A_RULE:
            yield f"  - … +{len(found) - _ROWS_OF_A_RULE}"


def _cell(text: str) -> str:
    """One line of text that Markdown takes as text."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def github(report: Report) -> str:
    """Return one workflow command a finding, as GitHub shows them beside a change; waived ones are left out."""
    return "".join(_annotation(one) for one in report.findings if one.status != "waived")


def _annotation(finding: Finding) -> str:
    place = finding.place
    options = [f"file={_option(place.file)}"] if place.file else []
    options += [f"line={place.row}"] if place.row is not None else []
    options.append(f"title={_option(finding.rule)}")
    text = finding.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_COMMANDS[finding.severity]} {','.join(options)}::{text}\n"


def _option(text: str) -> str:
    for raw, coded in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(raw, coded)
    return text
