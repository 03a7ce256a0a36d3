"""``itemcatalog appraise``: compute the indicators of the yearly plan and write the scoreboard."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import attrs
import typer

from itemcatalog.cli import _console
from itemcatalog.cli._options import AsOf, Out, Sources, day
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

if TYPE_CHECKING:
    from itemcatalog.appraisal import Appraisal

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text(
        "测算年度考核指标，写出得分表（网页、Excel、JSON）和通报草稿（Word）",
        "Compute the yearly indicators; write the scoreboard (page, Excel, JSON) and a draft notice (Word)",
    ),
    group=Text("审核", "Audit"),
    examples=(
        ("itemcatalog appraise fixtures/fuzhou -o 考核", Text("测算一个工作区", "appraise a workspace")),
        (
            "itemcatalog appraise . -o 考核 --as-of 2017-10-31",
            Text("按时间节点测算", "as of a milestone"),
        ),
    ),
)
_HEADER = (Text("条款", "Clause"), Text("指标", "Indicator"), Text("数值", "Value"), Text("分子/分母", "Figure"),
           Text("目标", "Target"), Text("结果", "Result"))  # fmt: skip


def command(
    context: typer.Context,
    sources: Sources = None,
    out: Out = None,
    as_of: AsOf = None,
    policy: Annotated[
        str | None,
        typer.Option(metavar=both("方案", "POLICY"), help=both("考核方案或其路径", "policy id or path")),
    ] = None,
    beside: Annotated[
        list[str] | None,
        typer.Option(
            metavar=both("方案", "POLICY"),
            help=both("并列测算的方案（默认 national）", "another policy beside (default: national)"),
        ),
    ] = None,
) -> None:
    """Audit for the groups, measure, write, summarise."""
    from itemcatalog.appraisal import run_appraisal, write_outputs
    from itemcatalog.audit import run_audit
    from itemcatalog.workspace import read_workspace

    workspace = read_workspace(sources or ["."], as_of=day(as_of, "--as-of"), policy=policy)
    with _console.progress() as step:
        report = run_audit(attrs.evolve(workspace, cases=()), progress=step)  # the cases are summed below, once
        appraisal = run_appraisal(workspace, report=report.to_dict(), beside=beside or ("national",), progress=step)
        if out is not None:
            write_outputs(appraisal, out, language=context.obj)
    _show(appraisal, out, context.obj)
    raise typer.Exit(3 if appraisal.unread else int(bool(appraisal.missed)))


def _show(appraisal: Appraisal, out: Path | None, language: str) -> None:
    from itemcatalog.appraisal import summary_rows

    _console.show_table(
        [text.in_language(language) for text in _HEADER], summary_rows(appraisal, language), right=(2, 3)
    )
    if out is not None:
        _console.say(f"{Text('得分表', 'Scoreboard').in_language(language)}: {(out / 'appraisal.html').as_posix()}")
    for line in appraisal.unread:
        sys.stderr.write(f"itemcatalog: {line}\n")
