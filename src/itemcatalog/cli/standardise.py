"""``itemcatalog standardise``: one standard for every channel, what each must change, and the corrected files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._options import AsOf, Out, Sources, day
from itemcatalog.cli._words import About, both, pick
from itemcatalog.findings import Text

if TYPE_CHECKING:
    from itemcatalog.audit import Standardised

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text(
        "提出统一标准：应以何为准、各渠道改什么，并写出更正后的文件",
        "Propose one standard: which value stands, what each channel changes, and the corrected files",
    ),
    group=Text("比对", "Matching"),
    examples=(
        (
            "itemcatalog standardise fixtures/fuzhou -o 标准",
            Text(
                "写出 standard.json、standard.xlsx、changes/ 和 corrected/",
                "writes standard.json, standard.xlsx, changes/ and corrected/",
            ),
        ),
    ),
)


def command(context: typer.Context, sources: Sources = None, out: Out = None, as_of: AsOf = None) -> None:
    """Propose, write, summarise."""
    if out is None:
        raise typer.BadParameter(pick(both("缺少输出文件夹", "no output folder"), context.obj), param_hint="-o")
    from itemcatalog.audit import run_standardise, write_standard
    from itemcatalog.workspace import read_workspace

    workspace = read_workspace(sources or ["."], as_of=day(as_of, "--as-of"))
    with _console.progress() as step:
        result = run_standardise(workspace, progress=step)
        write_standard(result, out, language=context.obj)
    _show(result, out, context.obj)
    raise typer.Exit(3 if result.unread else 0)


def _show(result: Standardised, out: Path, language: str) -> None:
    rows = [
        [Text("需更正", "to correct"), len(result.corrections)],
        [Text("更正文件中已改", "done in the corrected files"), len(result.corrections) - len(result.by_hand)],
        [Text("须人工更正", "to correct by hand"), len(result.by_hand)],
        [Text("待研判", "to be decided"), len(result.questions)],
    ]
    header = (Text("要素", "elements"), Text("数量", "number"))
    shown = [[text.in_language(language) if isinstance(text, Text) else str(text) for text in row] for row in rows]
    _console.show_table([text.in_language(language) for text in header], shown, right=(1,))
    _console.say(str(out / "standard.xlsx"))
    for line in result.unread:
        sys.stderr.write(f"itemcatalog: {line}\n")
