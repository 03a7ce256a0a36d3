"""要求到现场而没有写明原因。

依据：通行的办事指南检查口径（非规范性文件）。
示例：到现场次数 1、原因为空 → 需到窗口核验原件。
局限：来源没有必须现场办理原因一栏的不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.gde._practice import practice_rule
from itemcatalog.rules.gde._window import visits_needed

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    visits = visits_needed(item)
    if visits and blank(item.visits.reason):
        yield Problem(field="visits.reason", values={"visits": visits}, found="", cause=str(visits))


RULE = practice_rule(
    code="GDE032",
    name="到现场没有原因",
    summary=Text("要求到现场而没有写明原因。", "A visit is asked for and no reason is given."),
    recommendation=Text("写明必须到现场的原因；没有必要的取消。", "Say why a visit is needed, or drop it."),
    message=Message("到现场次数 {visits}，没有写原因", "{visits} visits, and no reason is given"),
    needs=("visits.total|visits.window", "visits.reason"),
    check=_check,
    clauses=("2a",),
    page=__doc__,
)
