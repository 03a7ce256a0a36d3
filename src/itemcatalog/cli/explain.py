"""``itemcatalog explain``: one rule's page."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text("说明一条规则：问题、依据、示例、局限", "Explain one rule: fault, basis, example, limits"),
    group=Text("规则", "Rules"),
    examples=(("itemcatalog explain LIM001", Text("显示规则 LIM001 的说明", "show the page of LIM001")),),
)


def command(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar=both("规则编号", "RULE"), help=both("如 LIM001", "e.g. LIM001"))],
) -> None:
    """Show one rule's page."""
    from itemcatalog.audit import rule_page
    from itemcatalog.rules import RuleSet

    rules = RuleSet.default()
    rule = rules.get(code.upper())
    if rule is None:
        near = difflib.get_close_matches(code.upper(), [one.code for one in rules], n=1)
        hint = f"，是否指 {near[0]}" if near else ""
        raise typer.BadParameter(f"没有规则 {code}{hint}", param_hint="RULE")
    _console.say(rule_page(rule, context.obj))
