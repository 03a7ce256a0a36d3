"""行政许可的办事指南没有常见问题。

依据：通行的办事指南检查口径（非规范性文件）。
示例：常见问题为空 → 至少一问一答。
局限：来源没有常见问题一栏的不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_licence
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.gde._practice import practice_rule

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    if not item.faq:
        yield Problem(field="faq", found="")


RULE = practice_rule(
    code="GDE036",
    name="没有常见问题",
    summary=Text("行政许可的办事指南没有常见问题。", "The guide of a licence answers no frequent questions."),
    recommendation=Text("至少写一个常见问题和答复。", "Answer at least one frequent question."),
    message=Message("没有常见问题", "There are no frequent questions"),
    needs=("faq",),
    check=_check,
    applies=is_licence,
    page=__doc__,
)
