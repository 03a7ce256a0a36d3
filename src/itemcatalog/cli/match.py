"""``itemcatalog match``: pairs of the same item across channels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text("找出各渠道之间的同一事项，写成对照表", "Find the same item on several channels, as a table of pairs"),
    group=Text("比对", "Matching"),
    examples=(
        (
            "itemcatalog match fixtures/fuzhou -o 对照.csv",
            Text("相同的和待人工判定的各一行", "a line for each pair that is the same or to be reviewed"),
        ),
        (
            "itemcatalog match 市级.xlsx 区级.csv -o 对照.csv",
            Text("不用工作区，每个文件是一个渠道", "without a workspace each file is a channel"),
        ),
        (
            "itemcatalog match names.csv -o pairs.csv --names-only",
            Text("id,channel,name 三列的表，只看名称", "a table id,channel,name, judged by names only"),
        ),
    ),
)
_HEADER = (
    "left",
    "left_channel",
    "left_name",
    "right",
    "right_channel",
    "right_name",
    "verdict",
    "score",
    "reasons",
)


Files = Annotated[
    list[str],
    typer.Argument(
        metavar=both("文件", "FILES"),
        help=both(
            "有 id,channel,name 列的 csv、jsonl，或事项文件", "tables id,channel,name (csv, jsonl), or item files"
        ),
    ),
]
Pairs = Annotated[Path, typer.Option("--out", "-o", metavar="pairs.csv", help=both("写到哪里", "where to write"))]
NamesOnly = Annotated[
    bool, typer.Option("--names-only", help=both("只看名称，不看编码和单位", "names only, no codes or bodies"))
]


def command(
    context: typer.Context, files: Files, out: Pairs = Path("pairs.csv"), names_only: NamesOnly = False
) -> None:
    """Match and write the pairs."""
    from itemcatalog.files import write_bytes
    from itemcatalog.matching import match_entries
    from itemcatalog.render import csv_bytes
    from itemcatalog.workspace import read_entries

    with _console.progress():
        pairs = [one for one in match_entries(read_entries(files, names_only=names_only)) if one.verdict != "different"]
        rows = (
            (
                one.left,
                one.left_channel,
                one.left_name,
                one.right,
                one.right_channel,
                one.right_name,
                one.verdict.value,
                one.score,
                "；".join(reason.text.in_language(context.obj) for reason in one.reasons),
            )
            for one in pairs
        )
        write_bytes(out, csv_bytes(_HEADER, rows))
    same = sum(1 for one in pairs if one.verdict == "same")
    review = len(pairs) - same
    counts = Text(f"相同 {same} 对，待人工判定 {review} 对", f"{same} pairs are the same, {review} to be reviewed")
    _console.say(f"{counts.in_language(context.obj)} → {out.as_posix()}")
