"""What the terminal says after an audit: a table per channel, the measures, where the report lies."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from time import perf_counter as clock
from typing import TYPE_CHECKING

from itemcatalog.cli._console import say, show_table
from itemcatalog.findings import Severity, Text

if TYPE_CHECKING:
    from itemcatalog.audit import Report, Tally

__all__ = ["clock", "show", "show_timing"]

_HEADER = (
    Text("渠道", "Channel"),
    Text("事项", "Items"),
    Text("错误", "Errors"),
    Text("警告", "Warnings"),
    Text("提示", "Notices"),
    Text("已检查", "Checked"),
    Text("每百项原因", "Causes/100"),
)
_LACKING = Text("数据不足", "too little data")


def show(report: Report, out: Path | None) -> None:
    """Write the summary."""
    language = report.language
    rows = [_row(report.channel_name(key), tally, language) for key, tally in report.by_channel.items()]
    show_table([text.in_language(language) for text in _HEADER], rows, right=range(1, len(_HEADER)))
    say(_counts(report).in_language(language))
    if out is not None:
        say(f"{Text('报告', 'Report').in_language(language)}: {(out / 'report.html').as_posix()}")


def _row(name: str, tally: Tally, language: str) -> list[str]:
    rate = tally.causes_per_100_items
    shown = _LACKING.in_language(language) if not tally.ranked or rate is None else f"{float(rate):.1f}"
    counts = (tally.items, tally.errors, tally.warnings, tally.notices)
    return [name, *map(str, counts), _percent(tally.coverage), shown]


def _counts(report: Report) -> Text:
    error, warning, notice = (report.count(one) for one in Severity)
    new = sum(1 for one in report.findings if one.status == "new")
    known = sum(1 for one in report.findings if one.status == "known")
    zh = f"共 {report.items} 项：错误 {error}，警告 {warning}，提示 {notice}"
    en = f"{report.items} items: {error} errors, {warning} warnings, {notice} notices"
    if known:
        zh, en = f"{zh}；其中新增 {new}，已知 {known}", f"{en}; {new} new, {known} known"
    if report.waived:
        zh, en = f"{zh}；已豁免 {report.waived}", f"{en}; {report.waived} waived"
    return Text(zh, en)


def _percent(share: Fraction | None) -> str:
    return "—" if share is None else f"{float(share) * 100:.1f}%"


def show_timing(report: Report) -> None:
    """Write what each rule cost, dearest first."""
    total = sum(report.timing.values()) or 1.0
    header = [
        text.in_language(report.language)
        for text in (Text("规则", "Rule"), Text("秒", "Seconds"), Text("占比", "Share"))
    ]
    spent = sorted(report.timing.items(), key=lambda pair: (-pair[1], pair[0]))
    show_table(header, [(code, f"{time:.4f}", f"{time / total * 100:.1f}%") for code, time in spent], right=(1, 2))
