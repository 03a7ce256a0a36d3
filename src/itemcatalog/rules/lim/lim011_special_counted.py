"""听证等特殊环节的时间被计入办结时限。

依据：《中华人民共和国行政许可法》第四十五条：听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计算在规定的期限内。
示例：特殊环节“专家评审”，是否计入法定时限：是 → 否，另行承诺所需时间。
局限：计入对申请人更有利，可能是部门主动承诺，因此按 warning；
八类以外的环节，来源有这一列而没有注明是否计入的，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING
from itemcatalog.rules.lim._special import has_special, name_of, special_procedures

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    column = context.carries(item, "special_procedures.counted")
    for index, entry, kind in special_procedures(item):
        name = shown(name_of(entry))
        field = f"special_procedures[{index}].counted"
        if kind is not None and entry.counted:
            yield Problem(field=field, values={"name": name}, found="是", expected="否", cause=name)
        elif column and kind is None and entry.counted is None:
            yield Problem(
                field=field,
                message="unsaid",
                values={"name": name},
                found="",
                cause=name,
                severity=Severity.NOTICE,
            )


RULE = Rule(
    code="LIM011",
    name="特殊环节计入时限",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("11b", "xkf-45"),
    summary=Text("听证等特殊环节的时间被计入办结时限。", "The time of a special procedure is counted in the limit."),
    basis=f"{LICENSING}第四十五条",
    recommendation=Text(
        "特殊环节不计入办结时限，单独承诺所需时间并书面告知申请人。",
        "Leave the procedure out of the limit, state its own time and tell the applicant in writing.",
    ),
    messages={
        "default": Message("特殊环节“{name}”的时间计入了办结时限", "The time of “{name}” is counted in the limit"),
        "unsaid": Message("环节“{name}”没有注明时间是否计入办结时限", "Whether the time of “{name}” counts is unsaid"),
    },
    needs=("special_procedures",),
    applies=has_special,
    check=_check,
    page=__doc__,
)
