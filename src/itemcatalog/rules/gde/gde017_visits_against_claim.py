"""写明“一趟不用跑”“最多跑一趟”，到现场次数却更多。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（“一趟不用跑”和“最多跑一趟”事项清单）；《中华人民共
和国政府信息公开条例》第六条
（行政机关应当及时、准确地公开政府信息）。
示例：办理形式 一趟不用跑、到现场次数 1 → 到现场次数改为 0，或者不再写“一趟不用跑”。
局限：看名称、别名、办理形式、条件、流程、主题和原表其他列；次数未承诺的按 notice；分渠道写明网上办理为 0 次
的，不与“一趟不用跑”冲突。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN
from itemcatalog.rules.gde._sources import ACCURATE
from itemcatalog.rules.gde._trips import claims

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool:
    return is_service(item) and item.visits.total is not None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    total = item.visits.total
    if not total:
        return
    for claim in claims(item):
        unsure = isinstance(total, str)
        if claim.visits == 0 and item.visits.online == 0:
            continue
        if unsure or (isinstance(total, int) and total > claim.visits):
            yield Problem(
                field=claim.field,
                message="uncommitted" if unsure else "default",
                values={"claim": claim.words, "visits": total},
                found=claim.text,
                severity=Severity.NOTICE if unsure else None,
            )
            return


RULE = Rule(
    code="GDE017",
    name="跑趟承诺与到场次数矛盾",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("2a", "9a"),
    summary=Text(
        "写明“一趟不用跑”“最多跑一趟”，到现场次数却更多。",
        "The item claims no visit or one at most, yet more visits are stated.",
    ),
    basis=f"{PLAN}（“一趟不用跑”和“最多跑一趟”事项清单）；{ACCURATE}",
    recommendation=Text("核对到现场次数，两处改为一致。", "Check the number of visits and make both agree."),
    messages={
        "default": Message("写明“{claim}”，到现场次数却是 {visits}", "Claims “{claim}”, yet visits are {visits}"),
        "uncommitted": Message(
            "写明“{claim}”，到现场次数却没有承诺", "Claims “{claim}”, yet commits to no number of visits"
        ),
    },
    needs=("visits.total",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
