"""``itemcatalog convert``: the same items in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text(
        "转换格式，包括国家和福建省的交换格式",
        "Convert items to another format, the national and Fujian exchange formats included",
    ),
    group=Text("数据", "Data"),
    examples=(
        (
            "itemcatalog convert fixtures/channels/item.xlsx 事项.json",
            Text("按扩展名决定格式", "the ending tells the format"),
        ),
        (
            "itemcatalog convert fixtures/channels/item.xlsx 上报.xlsx --to national-exchange",
            Text("写成国家平台交换表；放不下的内容逐项列出", "national exchange tables; what does not fit is listed"),
        ),
    ),
)


def command(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar=both("输入", "IN"), help=both("文件或工作区", "file or workspace"))],
    target: Annotated[Path, typer.Argument(metavar=both("输出", "OUT"), help=both("写到哪里", "where to write"))],
    to: Annotated[
        str | None,
        typer.Option(
            metavar=both("格式", "FORMAT"),
            help=both(
                "json、jsonl、csv、xlsx、xml、national-exchange、fujian-serviceinfo",
                "json, jsonl, csv, xlsx, xml, national-exchange, fujian-serviceinfo",
            ),
        ),
    ] = None,
    scheme: Annotated[
        str | None,
        typer.Option(
            metavar=both("规则", "SCHEME"), help=both("交换格式所用的编码规则", "code scheme of the exchange")
        ),
    ] = None,
) -> None:
    """Convert items."""
    from itemcatalog.workspace import convert

    done = convert(source, target, to, scheme)
    for loss in done.losses:
        _console.say(f"{loss.name}  {loss.field}  {loss.value}")
    counts = Text(
        f"{done.items} 个事项 → {target.as_posix()}，{len(done.losses)} 处放不下",
        f"{done.items} items → {target.as_posix()}, {len(done.losses)} values do not fit",
    )
    _console.say(counts.in_language(context.obj))
    raise typer.Exit(int(bool(done.losses)))
