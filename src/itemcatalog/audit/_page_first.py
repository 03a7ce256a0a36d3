"""The first page of report.html: what a leader reads."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from itemcatalog.audit._report import NotChecked, Report, Tally
from itemcatalog.audit._summary import cause_of
from itemcatalog.audit._words import SEVERITIES, field_words
from itemcatalog.findings import Finding, Severity, Text
from itemcatalog.render import bar
from itemcatalog.rules.measures import MEASURE

# fmt: off
__all__ = [
    "FIRST_CHANNELS", "causes", "channel_rows", "headline", "measure_rows", "off_rules", "percent", "short",
    "tally_cells", "tiles", "unchecked_first", "unread_first",
]
# fmt: on

_READINGS = (
    ("ratio_of_totals", Text("合计比", "Ratio of totals")),
    ("mean_of_ratios", Text("平均比", "Mean of ratios")),
    ("median_of_ratios", Text("中位数", "Median")),
    ("share_within", Text("达标事项占比", "Share within target")),
)
_EXCLUDED = {
    "neither_stated": Text("两个时限都未填", "neither limit stated"),
    "statutory_not_stated": Text("未填法定时限", "statutory limit not stated"),
    "promised_not_stated": Text("未填承诺时限", "promised limit not stated"),
    "no_statutory_limit": Text("无法定时限", "no statutory limit"),
    "instant_without_statutory": Text("即办且无法定时限", "instant without statutory limit"),
    "unclear": Text("写法无法识别", "not understood"),
    "unit_mismatch": Text("计量单位不同", "units differ"),
    "not_provided": Text("来源没有时限列，未检查", "not checked, the source has no such column"),
}
_LACKING = Text("数据不足", "too little data")
_FIRST_CAUSES = 5
_OFF_NAMED = 3
# Longer sums of fractions tell a reader nothing.
_PARTS = 16
# What fits on one printed A4 page beside the figures, the bars and the causes.
_LINES, _ALERT = 13, 2
FIRST_CHANNELS, FIRST_UNREAD = 8, 2


def tiles(report: Report) -> list[dict[str, str]]:
    """Return the six figures at the top."""
    language = report.language
    plain = [
        (Text("事项", "Items"), str(report.items)),
        (Text("渠道", "Channels"), str(len(report.channels))),
    ]
    figures = [{"label": label.in_language(language), "value": value, "tone": ""} for label, value in plain]
    figures += [
        {
            "label": SEVERITIES[one].in_language(language).capitalize(),
            "value": str(report.count(one)),
            "tone": one.value,
        }
        for one in Severity
    ]
    coverage = Text("已检查", "Checked").in_language(language)
    return [*figures, {"label": coverage, "value": percent(report.coverage), "tone": ""}]


def percent(share: Fraction | None, digits: int = 1) -> str:
    """Return a share in per cent; a dash where there is none."""
    return "—" if share is None else f"{float(share) * 100:.{digits}f}%"


def headline(report: Report) -> dict[str, Any] | None:
    """Return the bars of the overall measure; None where nothing was counted."""
    measure = next((one for one in report.measures if one["scope"] == "all"), None)
    if measure is None or not measure["counted"]:
        return None
    language = report.language
    rows = [_reading(measure, key, label.in_language(language), report) for key, label in _READINGS]
    return {"rows": rows, "note": _note(measure, report)}


def _share(part: Mapping[str, Any]) -> Fraction | None:
    return Fraction(part["numerator"], part["denominator"]) if part["denominator"] else None


def _reading(measure: Mapping[str, Any], key: str, label: str, report: Report) -> dict[str, Any]:
    part = measure[key]
    value, demand = _share(part), report.compression
    is_share = key == "share_within"
    tone = "plain"
    if demand is not None and demand.binding and value is not None and not is_share:
        tone = "good" if demand.met_by(value) else "bad"
    target = demand.largest_ratio if demand is not None and not is_share else None
    drawn = bar(value, target=target, label=f"{label} {percent(value)}", tone=tone)
    return {"label": label, "value": percent(value, 2), "bar": drawn, "parts": _parts(part)}


def _parts(part: Mapping[str, Any]) -> str:
    numerator, denominator = str(part["numerator"]), str(part["denominator"])
    return f"{numerator} / {denominator}" if len(numerator) + len(denominator) <= _PARTS else ""


def _note(measure: Mapping[str, Any], report: Report) -> str:
    english = report.language == "en"
    excluded = [
        f"{_EXCLUDED[key].in_language(report.language)} {number}"
        for key, number in measure["excluded"].items()
        if number
    ]
    counted = f"{measure['counted']} items counted" if english else f"计入 {measure['counted']} 项"
    left = "; not counted: " if english else "；未计入："
    text = f"{counted}{left}{(', ' if english else '、').join(excluded)}" if excluded else counted
    if report.compression is None:
        return text
    target = percent(report.compression.largest_ratio, 0)
    if report.compression.binding:
        return f"{text}. Line: the demand, {target}." if english else f"{text}。竖线：要求不超过法定时限的 {target}。"
    return f"{text}. Line: {target}, for orientation." if english else f"{text}。竖线：{target}，仅供参考。"


def causes(report: Report) -> list[dict[str, Any]]:
    """Return the five causes with most findings, graver ones first among equals."""
    found: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    units: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for finding, charged in zip(report.findings, report.units, strict=True):
        if finding.status != "waived":
            found[cause_of(finding)].append(finding)
            units[cause_of(finding)].update(charged)
    first = sorted(found, key=lambda cause: (found[cause][0].severity.rank, -len(found[cause]), cause))
    largest = sorted(first, key=lambda cause: -len(found[cause]))[:_FIRST_CAUSES]
    return [_cause(report, cause, found[cause], len(units[cause])) for cause in largest]


def _cause(report: Report, cause: tuple[str, str, str], findings: Sequence[Finding], units: int) -> dict[str, Any]:
    rule = report.rules.get(cause[0])
    value = f"“{short(cause[2], 16)}”" if cause[2] else ""
    english = report.language == "en"
    return {
        "rule": cause[0],
        "tone": findings[0].severity.value,
        "title": short(rule.name if rule and not english else rule.summary.en if rule else findings[0].message, 34),
        "count": f"{len(findings)} findings" if english else f"{len(findings)} 处",
        "detail": " · ".join(
            part
            for part in (
                short(field_words(cause[1], report.language), 16),
                value,
                f"{units} units" if english else f"涉及 {units} 个单位",
            )
            if part
        ),
    }


def short(text: str, columns: int = 80) -> str:
    """Return a text of at most so many columns (a Chinese character takes two)."""
    taken = 0
    for index, character in enumerate(text):
        taken += 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if taken > columns:
            return f"{text[:index]}…"
    return text


def tally_cells(tally: Tally, language: str) -> list[str]:
    """Return the cells of a channel or unit: items, findings, share checked, causes per 100."""
    rate = tally.causes_per_100_items
    shown = _LACKING.in_language(language) if not tally.ranked or rate is None else f"{float(rate):.1f}"
    counts = (tally.items, tally.errors, tally.warnings, tally.notices)
    return [*map(str, counts), percent(tally.coverage), shown]


def channel_rows(report: Report) -> list[dict[str, Any]]:
    """Return one line per channel."""
    return [
        {"name": short(report.channel_name(key), 50), "cells": tally_cells(tally, report.language)}
        for key, tally in report.by_channel.items()
    ]


def measure_rows(report: Report) -> list[dict[str, Any]]:
    """Return one line per scope of the time limits that counts an item; ``authority`` marks those of one authority."""
    return [
        {
            "name": _scope(one["scope"], report),
            "cells": _measure_cells(one),
            "authority": isinstance(one["scope"], Mapping) and "authority" in one["scope"],
        }
        for one in report.measures
        if one["counted"] and one["id"] == MEASURE
    ]


def _scope(scope: object, report: Report) -> str:
    if not isinstance(scope, Mapping):
        return "全部" if report.language == "zh" else "all"
    words = {"channel": report.channel_name}
    return " · ".join(words.get(key, str)(value) for key, value in scope.items())


def _measure_cells(measure: Mapping[str, Any]) -> list[str]:
    total = measure["ratio_of_totals"]
    return [
        str(measure["counted"]),
        percent(_share(total), 2),
        f"{total['numerator']} / {total['denominator']}",
        *(percent(_share(measure[key]), 2) for key in ("mean_of_ratios", "median_of_ratios", "share_within")),
        str(sum(measure["excluded"].values())),
    ]


def unread_first(report: Report) -> list[str]:
    """Return the inputs that could not be read, shortened to what the first page has room for."""
    rest = len(report.unread) - FIRST_UNREAD
    lines = [short(line, 90) for line in report.unread[:FIRST_UNREAD]]
    if rest > 0:
        lines[-1] += f" (+{rest})"
    return lines


def unchecked_first(report: Report) -> tuple[list[dict[str, str]], str]:
    """Return the reasons that kept most rules from checking, and how many lines there are in all."""
    by_reason: dict[str, list[NotChecked]] = defaultdict(list)
    for entry in report.not_checked:
        by_reason[entry.reason].append(entry)
    order = sorted(by_reason, key=lambda reason: (-sum(one.count for one in by_reason[reason]), reason))
    english = report.language == "en"
    rows = [_reason_row(report, reason, by_reason[reason], english) for reason in order[: _room(report)]]
    rest = len(order) - len(rows)
    if rest <= 0:
        return rows, ""
    return rows, f"{rest} more reasons below." if english else f"另有 {rest} 种原因，见后页。"


def off_rules(report: Report) -> dict[str, Any] | None:
    """Return a line on the rules whose plan does not hold here, with their list; None where there are none."""
    if not report.off:
        return None
    english = report.language == "en"
    codes = [rule.code for rule in report.off]
    names = [f"{rule.code} {rule.summary.en.rstrip('.') if english else rule.name}" for rule in report.off]
    more = " …" if len(codes) > _OFF_NAMED else ""
    first = (", " if english else "、").join(codes[:_OFF_NAMED]) + more
    line = (
        f"Rules not in use: {len(codes)} (the plan they rest on does not apply here: {first})"
        if english
        else f"未启用的规则：{len(codes)} 条（所依据的方案不适用：{first}）"
    )
    return {"line": line, "names": ("; " if english else "；").join(names)}


def _room(report: Report) -> int:
    """Return how many lines the reasons may take on the first page."""
    off = 1 if report.off else 0
    taken = min(len(report.channels), FIRST_CHANNELS) + (_ALERT if report.unread else 0) + off
    return min(max(_LINES - taken, 3 - off), 6)


def _reason_row(report: Report, reason: str, entries: Sequence[NotChecked], english: bool) -> dict[str, str]:
    rules = sorted({one.rule for one in entries})
    channels = sorted({report.channel_name(one.channel) for one in entries})
    count = sum(one.count for one in entries)
    more = f" +{len(channels) - 2}" if len(channels) > 2 else ""
    return {
        "rules": rules[0] if len(rules) == 1 else f"{len(rules)} rules" if english else f"{len(rules)} 条规则",
        "reason": short(reason, 44),
        "channels": short("、".join(channels[:2]), 34) + more,
        "count": f"{count} times" if english else f"{count} 次",
    }
