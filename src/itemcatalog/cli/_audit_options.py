"""The options of ``itemcatalog audit``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from itemcatalog.cli._words import both

__all__ = ["Baseline", "EngineName", "FailOn", "Formats", "PolicyName", "Timing"]

PolicyName = Annotated[
    str | None,
    typer.Option("--policy", metavar=both("方案", "POLICY"), help=both("考核方案或其路径", "policy id or path")),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="sarif,junit,md,jsonl,github",
        help=both("另外写出的格式；github 打印到屏幕", "further formats; github is printed"),
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="error|warning|notice|never",
        help=both("达到此等级的新问题使退出码为 1", "new findings of this level give exit code 1"),
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="report.json",
        help=both("以往的报告：其中已有的问题记为已知", "an earlier report: what it holds is known"),
    ),
]
EngineName = Annotated[
    str, typer.Option("--engine", metavar="local|spark", help=both("在哪里运行", "where the work runs"))
]
Timing = Annotated[bool, typer.Option("--timing", help=both("显示每条规则的用时", "show what each rule costs"))]
