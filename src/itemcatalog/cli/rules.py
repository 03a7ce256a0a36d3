"""``itemcatalog rules``: the rule catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text("列出全部规则", "List all rules"),
    group=Text("规则", "Rules"),
    examples=(
        ("itemcatalog rules", Text("以表格列出", "as a table")),
        ("itemcatalog rules --format json", Text("供其他程序读取", "for other programs")),
    ),
)
_HEADER = (Text("规则", "Rule"), Text("等级", "Severity"), Text("效力", "Force"), Text("内容", "What is wrong"))


def command(
    context: typer.Context,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json", help=both("输出格式", "output format"))
    ] = "text",
) -> None:
    """List the rules."""
    if form not in ("text", "json"):
        raise typer.BadParameter(f"{form}（text、json）", param_hint="--format")
    from itemcatalog.rules import RuleSet
    from itemcatalog.rules.rule_words import FORCES_IN_SHORT, SEVERITIES

    rules = RuleSet.default()
    if form == "json":
        from itemcatalog.audit import rule_dict

        _console.write_json([rule_dict(rule, context.obj) for rule in rules])
        return
    language = context.obj
    rows = [
        (
            one.code,
            SEVERITIES[one.severity].in_language(language),
            FORCES_IN_SHORT[one.force].in_language(language),
            one.summary.in_language(language),
        )
        for one in rules
    ]
    _console.show_table([text.in_language(language) for text in _HEADER], rows)
