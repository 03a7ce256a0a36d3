"""设定依据的条款号超出该法律法规的最后一条。

依据：《中华人民共和国行政许可法》第三十条（公示的许可依据应当准确）。
示例：《导游人员管理条例》第三十条（该条例共 27 条） → 核对原文后改为正确条款。
局限：只在法规库收有审核基准日施行的版本时判断；更早或更晚的版本条数不同，不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.law._titles import entry_in_force, last_article, titled

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    articled = [title for _, basis, title in titled(item) if last_article(basis) is not None]
    if not is_service(item) or not articled:
        return False
    return True if any(entry_in_force(title, context.as_of) for title in articled) else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, basis, title in titled(item):
        entry, article = entry_in_force(title, context.as_of), last_article(basis)
        if entry is not None and article is not None and 0 < entry.articles < article:
            yield Problem(
                field=f"legal_bases[{index}].article",
                values={"title": title, "last": entry.articles, "article": article},
                found=basis.article,
                expected=f"≤ 第{entry.articles}条",
                cause=f"{title}{basis.article}",
            )


RULE = Rule(
    code="LAW003",
    name="设定依据条款号超出",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    summary=Text(
        "设定依据的条款号超出该法律法规的最后一条。", "The article cited lies beyond the last article of the text."
    ),
    basis="《中华人民共和国行政许可法》第三十条",
    recommendation=Text("核对法律法规原文，更正条款号。", "Check the text and correct the article."),
    messages={
        "default": Message(
            "《{title}》共 {last} 条，没有第 {article} 条",
            "“{title}” has {last} articles; there is no article {article}",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=_applies,
    page=__doc__,
)
