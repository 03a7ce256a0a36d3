"""行政许可的法定办结时限超过二十个工作日，所列设定依据却没有写明期限。

依据：《中华人民共和国行政许可法》第四十二条：自受理之日起二十日内作出决定，法律、法规另有规定的依照其规定；
统一办理或者联合办理、集中办理的不超过四十五日。
示例：法定时限 60 个工作日，设定依据只引用“……实行许可制度” → 补充规定 60 日期限的条款，或者改为 20 个工作日。
局限：只有设定依据带条文内容、而且没有一条提到期限时才提示；依据没有条文内容的不检查；自然日、月按日历换算的最少工作日数比较。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._conversion import working_days
from itemcatalog.rules._items import case_type, is_licence
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING

__all__ = ["RULE"]

_TIME = re.compile(r"[0-9０-９一二三四五六七八九十百两]个?(?:工作)?[日天月年]内?|期限|时限")


def _longest(item: Item, context: Context) -> Fraction:
    joint = bool(item.authority.joint) or case_type(item) == "联办件"
    name, default = ("joint-licence-days", 45) if joint else ("licence-days", 20)
    known = context.policy.thresholds.get(name)
    return known.value if known else Fraction(default)


def _applies(item: Item, context: Context) -> bool | None:
    licence = is_licence(item)
    if not licence or item.statutory_limit is None:
        return False if licence is not None else None
    days = working_days(item.statutory_limit, context)
    if days is None or days.fewest <= _longest(item, context):
        return False
    silent = bool(item.legal_bases) and all(basis.text for basis in item.legal_bases)
    return True if silent else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    if not any(_TIME.search(basis.text or "") for basis in item.legal_bases):
        yield Problem(
            field="statutory_limit",
            values={"statutory": item.statutory_limit, "longest": _longest(item, context)},
            found=str(item.statutory_limit),
        )


RULE = Rule(
    code="LIM007",
    name="许可法定时限偏长",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("xkf-42",),
    summary=Text(
        "行政许可的法定办结时限超过二十个工作日，所列设定依据却没有写明期限。",
        "The statutory limit of a licence is above twenty working days, and none of its bases speaks of time.",
    ),
    basis=f"{LICENSING}第四十二条",
    recommendation=Text(
        "补充规定该期限的法律、法规条款；没有另外规定的，改为 20 个工作日。",
        "Add the clause that sets this limit; without one, make it 20 working days.",
    ),
    messages={
        "default": Message(
            "法定办结时限 {statutory} 超过 {longest} 个工作日，设定依据的条文没有提到期限",
            "The statutory limit {statutory} is above {longest} working days; no quoted basis speaks of time",
        )
    },
    needs=("statutory_limit", "legal_bases.text"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
