"""编码中的区划或省级前缀与事项所在地不一致。

依据：C0109.1-2018、GB/T 39554.1-2020（基本编码前 2 位：00 为国家目录，其余为省级行政区划代码）；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码）；旧编码自带 6 位区划的与事项区划比较。
示例：福建的事项，基本编码以 44（广东）开头 → 35 或者 00。
局限：事项和渠道都没有行政区划的不检查；区划更名前后的代码不算不一致；信用代码第 3–8 位从不比较。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import Verdict as CodeVerdict
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import cross_check, readable
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    return context.division_of(item) is not None and readable(item, context)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for reading, check in cross_check(item, context, "division"):
        if check.verdict is CodeVerdict.BAD:
            yield Problem(
                field=reading.field,
                values={"words": check.words, "code": reading.text},
                found=check.found,
                expected=check.expected,
            )


RULE = Rule(
    code="COD015",
    name="编码区划不一致",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text(
        "编码中的区划或省级前缀与事项所在地不一致。", "The division or province in the code is not that of the item."
    ),
    basis=CODES,
    recommendation=Text("对照基本目录更正编码。", "Correct the code against the catalogue."),
    messages={"default": Message("{words}（编码 {code}）", "{words} (code {code})")},
    needs=("codes",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
