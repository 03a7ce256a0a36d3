"""``itemcatalog code``: read a code segment by segment."""

from __future__ import annotations

from typing import Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._code_words import code_word
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text("逐段解读事项编码或统一社会信用代码", "Read an item code or a credit code segment by segment"),
    group=Text("编码", "Codes"),
    examples=(
        (
            "itemcatalog code 11440000006939756B2440101007000",
            Text("逐段说明，每段各有结论", "each segment with its own verdict"),
        ),
        (
            "itemcatalog code --scheme guangdong --json 440101007000",
            Text("按指定规则解读，输出 JSON", "by a named scheme, as JSON"),
        ),
    ),
)
_HEADER = (
    Text("段", "Segment"),
    Text("值", "Value"),
    Text("含义", "Meaning"),
    Text("结论", "Verdict"),
    Text("说明", "Note"),
)


def command(
    context: typer.Context,
    codes: Annotated[
        list[str], typer.Argument(metavar=both("编码", "CODE"), help=both("一个或多个编码", "one or more codes"))
    ],
    scheme: Annotated[
        str | None,
        typer.Option(metavar=both("规则", "SCHEME"), help=both("编码规则，如 national、guangdong", "e.g. national")),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=both("输出 JSON", "as JSON"))] = False,
) -> None:
    """Read codes."""
    from itemcatalog.codes import code_as_dict, parse_code

    parsed = [parse_code(text, scheme) for text in codes]
    if as_json:
        _console.write_json([code_as_dict(one, context.obj) for one in parsed])
        return
    header = [text.in_language(context.obj) for text in _HEADER]
    for one in parsed:
        words = (one.scheme or "—", one.form, one.verdict.value)
        _console.say(" · ".join((one.raw, *(code_word(word, context.obj) for word in words))))
        notes = [part.note.in_language(context.obj) if part.note else "" for part in one.segments]
        rows = [
            (code_word(part.name, context.obj), part.value, part.meaning, code_word(part.verdict, context.obj), note)
            for part, note in zip(one.segments, notes, strict=True)
        ]
        _console.show_table(header, rows)
