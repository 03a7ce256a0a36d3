"""``itemcatalog compare``: are two names the same item?"""

from __future__ import annotations

from typing import Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._words import About, both
from itemcatalog.findings import Text

__all__ = ["ABOUT", "command"]

ABOUT = About(
    summary=Text("判断两个事项名称是否同一事项，并说明理由", "Say whether two names are the same item, and why"),
    group=Text("比对", "Matching"),
    examples=(
        (
            "itemcatalog compare 食品经营许可证核发 食品经营许可",
            Text("结论为相同、不同或待人工判定", "same, different or to be reviewed"),
        ),
        ("itemcatalog compare --json 医师执业注册 医师执业注销", Text("输出 JSON", "as JSON")),
    ),
)
_VERDICTS = {
    "same": Text("相同", "same"),
    "different": Text("不同", "different"),
    "review": Text("待人工判定", "to be reviewed"),
}


def command(
    context: typer.Context,
    left: Annotated[str, typer.Argument(metavar=both("名称一", "NAME"), help=both("一个名称", "a name"))],
    right: Annotated[str, typer.Argument(metavar=both("名称二", "NAME"), help=both("另一个名称", "another name"))],
    as_json: Annotated[bool, typer.Option("--json", help=both("输出 JSON", "as JSON"))] = False,
) -> None:
    """Compare two names."""
    from itemcatalog.matching import compare_names

    answer = compare_names(left, right)
    if as_json:
        _console.write_json(answer.as_dict(context.obj))
        return
    _console.say(f"{_VERDICTS[answer.verdict.value].in_language(context.obj)} · {answer.score}")
    for reason in answer.reasons:
        _console.say(f"  {reason.text.in_language(context.obj)}")
