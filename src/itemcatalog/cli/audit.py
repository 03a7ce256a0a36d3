"""``itemcatalog audit``: check a catalogue and write the reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from itemcatalog.cli import _audit_summary, _console
from itemcatalog.cli._audit_options import Baseline, EngineName, FailOn, Formats, PolicyName, Timing
from itemcatalog.cli._options import AsOf, Out, Sources, day
from itemcatalog.cli._words import About
from itemcatalog.findings import Severity, Text

if TYPE_CHECKING:
    from itemcatalog.audit import Report

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text(
        "审核事项目录，写出报告（网页、Excel、JSON）",
        "Audit a catalogue and write the reports (page, Excel, JSON)",
    ),
    group=Text("审核", "Audit"),
    examples=(
        (
            "itemcatalog audit fixtures/fuzhou -o 报告",
            Text("按工作区审核，报告写入文件夹“报告”", "audit a workspace into a folder"),
        ),
        (
            "itemcatalog audit 市级.xlsx 鼓楼区.csv -o 报告 --as-of 2017-12-31",
            Text("不用工作区，每个文件是一个渠道", "without a workspace: each file is a channel"),
        ),
        (
            "itemcatalog audit . -o 报告 --baseline 上次/report.json --fail-on warning",
            Text("只有新出现的警告和错误才使退出码为 1", "only new warnings and errors give exit code 1"),
        ),
    ),
)
_LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "notice": Severity.NOTICE, "never": None}


def command(
    context: typer.Context,
    sources: Sources = None,
    out: Out = None,
    as_of: AsOf = None,
    policy: PolicyName = None,
    formats: Formats = None,
    fail_on: FailOn = "error",
    baseline: Baseline = None,
    engine: EngineName = "local",
    timing: Timing = False,
) -> None:
    """Audit, write, summarise."""
    if fail_on not in _LEVELS:
        raise typer.BadParameter(f"{fail_on}（{'、'.join(_LEVELS)}）", param_hint="--fail-on")
    from itemcatalog.audit import baseline_fingerprints, check_formats, run_audit, write_outputs
    from itemcatalog.workspace import read_workspace

    chosen = check_formats([word for text in formats or () for word in text.split(",")])
    workspace = read_workspace(sources or ["."], as_of=day(as_of, "--as-of"), policy=policy)
    known = baseline_fingerprints(baseline) if baseline else ()
    with _console.progress() as step:
        report = run_audit(
            workspace,
            language=context.obj,
            progress=step,
            baseline=known,
            clock=_audit_summary.clock if timing else None,
            engine=engine,
        )
        if out is not None:
            write_outputs(report, out, formats=chosen, progress=step)
    _show(report, out, "github" in chosen, timing)
    raise typer.Exit(3 if report.unread else int(report.fails(_LEVELS[fail_on])))


def _show(report: Report, out: Path | None, github: bool, timing: bool) -> None:
    from itemcatalog.audit import github_commands

    if github:
        sys.stdout.write(github_commands(report))
    else:
        _audit_summary.show(report, out)
    if timing:
        _audit_summary.show_timing(report)
    for line in report.unread:
        sys.stderr.write(f"itemcatalog: {line}\n")
