"""引用法律、法规没有写明条款。

依据：江苏省“不见面审批”事项办事指南编写规范（设定依据写明全称、文号和条款）。
示例：《中华人民共和国食品安全法》 → 《中华人民共和国食品安全法》第三十五条。
局限：外省做法，默认不启用；层级不明的文件、通知类文件不检查；依据原文里写有“第×条”的视为已写明。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.law._titles import ABOVE_RULES, cites, level_of, titled

__all__ = ["RULE"]

_WITH_ARTICLES = ABOVE_RULES - {"国务院决定"}


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, basis, title in titled(item):
        level = level_of(title)
        silent = not basis.article and "条" not in (basis.text or "")
        if silent and level is not None and level[0] in _WITH_ARTICLES:
            yield Problem(field=f"legal_bases[{index}].article", values={"found": title}, found=title)


RULE = Rule(
    code="LAW009",
    name="设定依据没有条款",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PRACTICE,
    summary=Text("引用法律、法规没有写明条款。", "A law is cited without its article."),
    basis="江苏省“不见面审批”事项办事指南编写规范",
    recommendation=Text("补充具体条款。", "Add the article."),
    messages={
        "default": Message(
            "《{found}》没有写明条款",
            "“{found}” is cited without an article",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=cites,
    page=__doc__,
)
