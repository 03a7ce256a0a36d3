"""事项的行政区划代码在审核日无效。

依据：GB/T 2260《中华人民共和国行政区划代码》历次版本（长乐市 350182 于 2017 年 10 月改为长乐区 350112）；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码）。
示例：2017-12-31 审核时行政区划写 350182 → 350112。
局限：更名、撤并的只作提示；没有国家代码的功能区（福州高新区等）认本库的扩展代码；
用文字写的区划（锦江区）认不出是哪一个的不检查；
2019-04 至 2023-06 之间的变更没有准确日期，新旧代码都认；信用代码中的区划从不判断。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date

from itemcatalog.codes import CrossCheck, check_division_date
from itemcatalog.codes import Verdict as CodeVerdict
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]


@functools.lru_cache(maxsize=1024)
def _dated(code: str, on: date) -> CrossCheck | None:
    return check_division_date(code, on)


def _applies(item: Item, context: Context) -> bool | None:
    if item.division is None or blank(item.division):
        return False
    return True if any(one.isdigit() for one in item.division) else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    check = _dated(item.division, context.as_of) if item.division else None
    if check is None or check.verdict is CodeVerdict.OK:
        return
    known = check.verdict is CodeVerdict.UNKNOWN
    yield Problem(
        field="division",
        values={"words": check.words},
        found=item.division,
        expected=check.expected or None,
        severity=Severity.NOTICE if known else None,
    )


RULE = Rule(
    code="COD006",
    name="行政区划无效",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("事项的行政区划代码在审核日无效。", "The division of the item was not valid on the day of the audit."),
    basis=f"GB/T 2260；{CODES}",
    recommendation=Text("改用审核日有效的行政区划代码。", "Use the division code that was valid on that day."),
    messages={"default": Message("区划无效：{words}", "{words}")},
    needs=("division",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
