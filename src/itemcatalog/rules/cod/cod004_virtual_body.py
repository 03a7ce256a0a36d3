"""编码使用虚拟主体，不是统一社会信用代码。

依据：GB 32100-2015《法人和其他组织统一社会信用代码编码规则》；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码：实施编码前 18 位为实施主体的统一社会信用代码）。
示例：TE440000GD030003VV2442199374000 → 用有统一社会信用代码的实施主体重新赋码。
局限：省级平台给没有信用代码的内设机构编了 TE 开头的代码，可能一时无法更换，按 warning。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import readable, readings
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for reading in readings(item, context):
        if reading.code.virtual_body:
            body = reading.code.credit_code or reading.text
            yield Problem(field=reading.field, values={"code": body}, found=body)
            return


RULE = Rule(
    code="COD004",
    name="虚拟主体",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("编码使用虚拟主体，不是统一社会信用代码。", "The code names a virtual body instead of a credit code."),
    basis=f"GB 32100-2015；{CODES}",
    recommendation=Text(
        "改用实施主体的统一社会信用代码重新赋码。", "Code the item again with the credit code of its authority."
    ),
    messages={
        "default": Message(
            "编码中的主体 {code} 是虚拟主体，不是统一社会信用代码",
            "The body {code} in the code is virtual, no unified social credit code",
        )
    },
    needs=("codes",),
    applies=readable,
    check=_check,
    page=__doc__,
)
