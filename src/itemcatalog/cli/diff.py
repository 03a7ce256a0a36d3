"""``itemcatalog diff``: what changed between two states of a catalogue."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

if TYPE_CHECKING:
    from itemcatalog.model import Catalogue

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text(
        "比较目录的两个状态：新增、取消、改名、拆分、合并、要素变更",
        "Tell two states of a catalogue apart: added, cancelled, renamed, split, merged, changed",
    ),
    group=Text("比对", "Matching"),
    examples=(
        (
            "itemcatalog diff fixtures/fuzhou-clean fixtures/fuzhou -o 变动",
            Text("两个工作区：按渠道逐一比较", "two workspaces: channel by channel"),
        ),
        (
            "itemcatalog diff 2016年.xlsx 2017年.xlsx -o 变动",
            Text("两个文件：写出 diff.json、diff.xlsx、diff.md", "two files: writes diff.json, diff.xlsx, diff.md"),
        ),
    ),
)


def command(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar=both("原状态", "OLD"), help=both("工作区或文件", "workspace or file"))],
    new: Annotated[str, typer.Argument(metavar=both("现状态", "NEW"), help=both("工作区或文件", "workspace or file"))],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar=both("文件夹", "DIR"), help=both("输出文件夹", "output folder")),
    ] = None,
) -> None:
    """Read both states, compare, write, summarise."""
    from itemcatalog.changes import ChangeKind, compare_states, write_changes

    with _console.progress() as step:
        states = [_state(path, step) for path in (old, new)]
        changes = compare_states(states[0][0], states[1][0])
        if out is not None:
            write_changes(changes, out, context.obj)
    rows = [[kind.words.in_language(context.obj), str(sum(1 for _ in changes.of(kind)))] for kind in ChangeKind]
    header = (Text("变动", "Change"), Text("数量", "Number"))
    _console.show_table([text.in_language(context.obj) for text in header], rows, right=(1,))
    if out is not None:
        _console.say(str(out / "diff.md"))
    unread = [line for _, lines in states for line in lines]
    for line in unread:
        sys.stderr.write(f"itemcatalog: {line}\n")
    raise typer.Exit(3 if unread else 0)


def _state(path: str, step: object) -> tuple[Catalogue, list[str]]:
    """Return the catalogue of a workspace or file, and a line for each input that could not be read."""
    from itemcatalog.workspace import UNREADABLE, read_catalogue, read_workspace

    tell = step if callable(step) else None
    catalogue = read_catalogue(read_workspace([path]), progress=tell)
    unread = [f"{f.place.file}：{f.found or ''}" for f in catalogue.faults if f.kind == UNREADABLE]
    return catalogue, unread
