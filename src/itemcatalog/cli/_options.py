"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from itemcatalog.cli._words import both

__all__ = ["AsOf", "Out", "Sources", "day"]

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=both("工作区或文件", "WORKSPACE_OR_FILES"),
        show_default=False,
        help=both(
            "itemcatalog.toml、它所在的文件夹，或若干个数据文件（默认当前文件夹）",
            "itemcatalog.toml, its folder, or data files (default: this folder)",
        ),
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", metavar=both("文件夹", "DIR"), help=both("输出文件夹", "output folder"))
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar=both("日期", "DATE"),
        help=both("按哪一天的规定审核，如 2017-12-31", "the day whose rules hold, e.g. 2017-12-31"),
    ),
]


def day(text: str | None, option: str) -> date | None:
    """Return the date that an option gives; anything but YYYY-MM-DD is a usage error."""
    if text is None:
        return None
    try:
        if len(text) == len("2017-12-31"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise typer.BadParameter(f"{text}（YYYY-MM-DD）", param_hint=option)
