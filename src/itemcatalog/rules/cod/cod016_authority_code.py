"""实施主体的统一社会信用代码不成立。

依据：GB 32100-2015《法人和其他组织统一社会信用代码编码规则》；GB 11714-1997《全国组织机构代码编制规则》；
福州市2017年“互联网+政务服务”绩效考核实施方案（列明实施机关；按照统一编码规则赋码）。
示例：1151130000877869M（17 位，少一位）→ 对照机构证书补全。
局限：与编码中的主体代码相同的由 COD003、COD004 报告，不重复；9 位组织机构代码校验位不符的只作提示。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from itemcatalog.codes import orgcode, suggest_credit_code, uscc
from itemcatalog.errors import InvalidNumberError
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import primary
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import ELEMENTS

__all__ = ["RULE"]


@functools.lru_cache(maxsize=4096)
def _fault(number: str) -> tuple[str, bool] | None:
    """Return what is wrong with a number and whether it is only the organisation code's check digit."""
    plain = uscc.compact(number)
    try:
        if len(plain) == 9:
            orgcode.validate(plain)
        else:
            uscc.validate(number.strip())
    except InvalidNumberError as error:
        return error.message, len(plain) == 9
    return None


def _applies(item: Item, context: Context) -> bool:
    return not blank(item.authority.credit_code)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    number = item.authority.credit_code or ""
    fault = _fault(number)
    if fault is None:
        return
    reading = primary(item, context)
    inside = (reading.parts.get("credit_code") or reading.parts.get("organisation_code", "")) if reading else ""
    if (inside and uscc.compact(number) in inside) or uscc.is_virtual_body(number):
        return
    known = context.organisations
    suggestion = suggest_credit_code(number, known) if known else None
    yield Problem(
        field="authority.credit_code",
        message="suggested" if suggestion else "default",
        values={"number": shown(number), "why": fault[0], "suggestion": suggestion or ""},
        found=number,
        expected=suggestion,
        severity=Severity.NOTICE if fault[1] else None,
    )


RULE = Rule(
    code="COD016",
    name="主体信用代码不成立",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8a", "8c"),
    summary=Text("实施主体的统一社会信用代码不成立。", "The credit code of the authority is not sound."),
    basis=f"GB 32100-2015；{ELEMENTS}",
    recommendation=Text("对照机构证书更正。", "Correct it against the body's certificate."),
    messages={
        "default": Message("实施主体代码 {number} 不成立：{why}", "The authority's code {number} is not sound: {why}"),
        "suggested": Message(
            "实施主体代码 {number} 不成立：{why}；在册机构中与之最近的是 {suggestion}",
            "The authority's code {number} is not sound: {why}; the nearest registered one is {suggestion}",
        ),
    },
    needs=("authority.credit_code",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
