"""行政许可的办理流程少于五个环节。

依据：通行的办事指南检查口径（非规范性文件）。
示例：受理、审批、办结 → 申请、受理、审查、决定、送达。
局限：即办件的流程可以更短，只作提示。
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

_STEPS = 5


def _check(item: Item, context: Context) -> Iterator[Problem]:
    count = len(item.procedure)
    if count < _STEPS:
        yield Problem(field="procedure", values={"count": count, "least": _STEPS}, found="", cause=str(count))


RULE = practice_rule(
    code="GDE035",
    name="流程环节少",
    summary=Text("行政许可的办理流程少于五个环节。", "The procedure of a licence has fewer than five steps."),
    recommendation=Text(
        "逐个写明申请、受理、审查、决定、送达。", "List application, acceptance, review, decision and delivery."
    ),
    message=Message(
        "办理流程有 {count} 个环节，少于 {least} 个", "The procedure has {count} steps, fewer than {least}"
    ),
    needs=("procedure",),
    check=_check,
    applies=is_licence,
    page=__doc__,
)
