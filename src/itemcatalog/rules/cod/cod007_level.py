"""编码中的行使层级与事项不一致。

依据：GB/T 39046-2020 表A.2 行使层级；C0109.1-2018、GB/T 39554.1-2020（实施编码第 19 位为事项的行使层级）；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码）。
示例：编码第 19 位为 3（市级），行使层级写县级 → 核对后改正一处。
局限：行使层级指事项在哪一级行使，不是机构的级别；没有写行使层级、只与行政区划的层级不同的，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import Verdict as CodeVerdict
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import cross_check, readable
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES, GB_39046

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    return bool(item.levels or context.division_of(item)) and readable(item, context)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    aspect = "level" if item.levels else "division_level"
    for reading, check in cross_check(item, context, aspect):
        if check.verdict is CodeVerdict.BAD or (not item.levels and check.verdict is CodeVerdict.UNKNOWN):
            yield Problem(
                field=reading.field,
                values={"words": check.words, "code": reading.text},
                found=check.found,
                expected=check.expected,
                severity=None if item.levels else Severity.NOTICE,
            )


RULE = Rule(
    code="COD007",
    name="行使层级不一致",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("编码中的行使层级与事项不一致。", "The level in the code is not the level of the item."),
    basis=f"{GB_39046}及表A.2；{CODES}",
    recommendation=Text("核对行使层级，改正编码或者事项。", "Check the level; correct the code or the item."),
    messages={"default": Message("{words}（编码 {code}）", "{words} (code {code})")},
    needs=("codes",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
