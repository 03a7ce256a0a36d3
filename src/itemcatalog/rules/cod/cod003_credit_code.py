"""编码中的统一社会信用代码不成立。

依据：GB 32100-2015《法人和其他组织统一社会信用代码编码规则》（18 位、字符集、校验位）；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码：实施编码前 18 位为实施主体代码）。
示例：13440000515356094L（校验位不符）→ 对照机构证书更正。
局限：只验证代码本身，不验证机构是否存在；TE 开头的虚拟主体见 COD004；第 3–8 位从不当作事项的行政区划；
只有在册机构中恰有一个与之相差一个字符时才给出建议，从不自动更正。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import suggest_credit_code
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import readable, readings
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

_NO_NOTE = Text("统一社会信用代码不成立", "The credit code is not sound")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    seen: set[str] = set()
    for reading in readings(item, context):
        segment = reading.code.segment("credit_code") if "credit_code" in reading.bad else None
        if segment is None or not reading.code.recognised or segment.value in seen:
            continue
        seen.add(segment.value)
        known = context.organisations
        suggestion = suggest_credit_code(segment.value, known) if known else None
        yield Problem(
            field=reading.field,
            message="suggested" if suggestion else "default",
            values={"code": segment.value, "why": segment.note or _NO_NOTE, "suggestion": suggestion or ""},
            found=segment.value,
            expected=suggestion,
        )


RULE = Rule(
    code="COD003",
    name="信用代码不成立",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("编码中的统一社会信用代码不成立。", "The unified social credit code in the code is not sound."),
    basis=f"GB 32100-2015；{CODES}",
    recommendation=Text(
        "对照机构证书更正主体代码，并重新赋码。",
        "Correct the body's code against its certificate and code the item again.",
    ),
    messages={
        "default": Message(
            "编码中的统一社会信用代码 {code} 不成立：{why}", "The credit code {code} in the code is not sound: {why}"
        ),
        "suggested": Message(
            "编码中的统一社会信用代码 {code} 不成立：{why}；在册机构中与之最近的是 {suggestion}",
            "The credit code {code} in the code is not sound: {why}; the nearest registered one is {suggestion}",
        ),
    },
    needs=("codes",),
    applies=readable,
    check=_check,
    page=__doc__,
)
