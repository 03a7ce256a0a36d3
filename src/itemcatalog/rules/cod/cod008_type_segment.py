"""编码中的事项类型不在编码方案的类型表中。

依据：GB/T 39046-2020 表A.1 事项类型（11 起可扩展）；各省编码自有类型表；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码）。
示例：编码中的类型为 12 → 核对编码方案，或者改用表中的类型。
局限：标准允许扩展，类型表取自公开数据，只作提示；与职权类别矛盾的由 ITM014 报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import primary, readable
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES, GB_39046

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    reading = primary(item, context)
    if reading is None or "type" not in reading.unknown or not reading.code.recognised:
        return
    segment = reading.code.segment("type")
    if segment is not None:
        values = {"value": segment.value, "code": reading.text}
        yield Problem(field=reading.field, values=values, found=segment.value)


RULE = Rule(
    code="COD008",
    name="类型段不在表中",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text(
        "编码中的事项类型不在编码方案的类型表中。",
        "The type in the code is not in the table of its scheme.",
    ),
    basis=f"{GB_39046}；{CODES}",
    recommendation=Text("核对编码方案和事项类型。", "Check scheme and type."),
    messages={
        "default": Message(
            "编码 {code} 中的类型 {value} 不在类型表中", "The type {value} in code {code} is not in the table"
        ),
    },
    needs=("codes",),
    applies=readable,
    check=_check,
    page=__doc__,
)
