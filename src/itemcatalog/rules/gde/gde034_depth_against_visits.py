"""网上办理深度达到受理以上，仍要求到现场。

依据：通行的办事指南检查口径（非规范性文件）。
示例：网办深度 Ⅳ级、到现场次数 1 → 到现场次数 0，或者改网办深度。
局限：分渠道写明网上办理为 0 次的不算；领取结果、核验原件仍可能到场，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import lookup
from itemcatalog.findings import Message, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.gde._practice import practice_rule
from itemcatalog.rules.gde._window import visits_needed

__all__ = ["RULE"]

# 互联网受理 (Ⅳ级) and deeper.
_WHOLE = frozenset({"4", "5", "6", "7"})


def _check(item: Item, context: Context) -> Iterator[Problem]:
    depth, visits = item.online.depth, visits_needed(item)
    entry = lookup("online_depths", depth) if depth else None
    if depth and entry and entry.code in _WHOLE and visits and item.visits.online != 0:
        yield Problem(field="online.depth", values={"depth": depth, "visits": visits}, found=depth)


RULE = practice_rule(
    code="GDE034",
    name="网办深度与到场次数不符",
    summary=Text("网上办理深度达到受理以上，仍要求到现场。", "The item is accepted online, yet visits are asked for."),
    recommendation=Text("核对网办深度和到现场次数。", "Check depth and number of visits."),
    message=Message("网办深度“{depth}”，到现场次数却是 {visits}", "Depth “{depth}”, yet visits are {visits}"),
    needs=("online.depth", "visits.total|visits.window"),
    check=_check,
    clauses=("2a",),
    page=__doc__,
)
