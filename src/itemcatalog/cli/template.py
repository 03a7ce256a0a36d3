"""``itemcatalog template``: a workbook to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text("写出空白填报表（带下拉代码和示例行）", "Write a workbook to fill in (drop-downs, an example row)"),
    group=Text("数据", "Data"),
    examples=(
        (
            "itemcatalog template -o 填报表.xlsx",
            Text("填好后用 validate 校验", "check it with validate once filled in"),
        ),
    ),
)


def command(
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar=both("文件", "FILE"), help=both("写到哪里", "where to write"))
    ],
) -> None:
    """Write the template."""
    from itemcatalog.files import write_bytes
    from itemcatalog.formats import template_xlsx

    write_bytes(out, template_xlsx())
    _console.say(out.as_posix())
