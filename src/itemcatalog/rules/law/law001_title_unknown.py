"""设定依据的名称疑有错字：法规库中没有这个名称，只有一个极相近的全国性法律法规。

依据：《中华人民共和国行政许可法》第三十条（公示的许可依据应当准确）。
示例：《中华人民共和国认证认证条例》 → 《中华人民共和国认证认可条例》。
局限：法规库不全，查不到不等于写错；没有相近名称、或有几个相近名称的不检查；地方和部门的文件从不因查不到而提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.law._titles import cites, known, near_title, titled

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    if not cites(item):
        return False
    answers = [known(title) or near_title(title) is not None for _, _, title in titled(item)]
    return True if any(answers) else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, _, title in titled(item):
        near = near_title(title)
        if near is not None:
            yield Problem(
                field=f"legal_bases[{index}].title",
                values={"found": title, "expected": near},
                found=title,
                expected=near,
            )


RULE = Rule(
    code="LAW001",
    name="设定依据名称疑有错字",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    summary=Text(
        "设定依据的名称疑有错字：法规库中没有这个名称，只有一个极相近的全国性法律法规。",
        "The title of a legal basis is probably misspelt: only one national title is very near.",
    ),
    basis="《中华人民共和国行政许可法》第三十条",
    recommendation=Text("核对法律法规全称后更正。", "Check the full title of the text and correct it."),
    messages={
        "default": Message(
            "设定依据《{found}》疑有错字，是否为《{expected}》？",
            "The legal basis “{found}” is probably misspelt; is it “{expected}”?",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=_applies,
    page=__doc__,
)
