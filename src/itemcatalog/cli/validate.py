"""``itemcatalog validate``: check files against the schemas."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

if TYPE_CHECKING:
    from itemcatalog.audit import Validation

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text("按数据规范校验文件", "Check files against the schemas"),
    group=Text("数据", "Data"),
    examples=(
        (
            "itemcatalog validate fixtures/channels/item.xlsx fixtures/channels/item.json",
            Text("逐处列出读不懂或不合规范的值", "each fault with its place"),
        ),
        ("itemcatalog validate 报告/report.json", Text("校验审核报告", "a report")),
    ),
)


def command(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar=both("文件", "FILES"), help=both("一个或多个文件", "one or more files"))
    ],
) -> None:
    """Validate files."""
    from itemcatalog.audit import validate_files

    result = validate_files(files, context.obj)
    for severity, place, message in result.lines:
        _console.say(f"{severity.value}  {place}  {message}")
    for line in result.unread:
        sys.stderr.write(f"itemcatalog: {line}\n")
    _console.say(_counts(result).in_language(context.obj))
    raise typer.Exit(3 if result.unread else int(result.failed))


def _counts(result: Validation) -> Text:
    """Say how much of what was checked: a report is no item."""
    kinds = [Text(f"{result.items} 个事项", f"{result.items} items")] if result.items or not result.documents else []
    for kind, name in (("report", Text("份审核报告", "reports")), ("guide", Text("份办事指南", "guides"))):
        if number := result.documents.get(kind, 0):
            kinds.append(Text(f"{number} {name.zh}", f"{number} {name.en}"))
    faults = len(result.lines)
    return Text(
        f"{'、'.join(one.zh for one in kinds)}，{faults} 处", f"{', '.join(one.en for one in kinds)}, {faults} faults"
    )
