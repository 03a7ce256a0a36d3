"""事项类型与编码中的类型不一致。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（统一职权类别；按照统一编码规则赋码）；
GB/T 39046-2020 表A.1 事项类型；各省编码自有类型表（如广东 20 为其他行政权力、21 为公共服务）。
示例：编码中的类型为 07（行政确认），职权类别写行政许可 → 核对后改正一处。
局限：类型表随编码方案而不同；没有指明编码方案时，任何一种读法一致就不报，都不一致的只作提示；
类型不在表中的由 COD008 提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import Verdict as CodeVerdict
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import cross_check, readable
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import NAMES_AND_CODES

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    return not blank(item.power_type) and readable(item, context)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for reading, check in cross_check(item, context, "type"):
        if check.verdict is CodeVerdict.BAD:
            yield Problem(
                field="power_type",
                values={"words": check.words, "code": reading.text},
                found=item.power_type,
                expected=check.found,
                cause=f"{item.power_type}/{check.found}",
                severity=None if context.scheme else Severity.NOTICE,
            )


RULE = Rule(
    code="ITM014",
    name="类型与编码",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8b", "8c"),
    summary=Text("事项类型与编码中的类型不一致。", "The power type contradicts the type in the code."),
    basis=NAMES_AND_CODES,
    recommendation=Text(
        "对照纵向清单，改正职权类别或者编码。", "Check against the standard list; correct type or code."
    ),
    messages={"default": Message("{words}（编码 {code}）", "{words} (code {code})")},
    needs=("power_type", "codes"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
