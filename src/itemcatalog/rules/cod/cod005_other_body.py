"""编码中的主体代码与实施主体的代码不一致。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码：实施编码前 18 位为主体代码）；
C0109.1-2018、GB/T 39554.1-2020。
示例：编码主体 11350100003604570X，实施主体代码 113501000036045621 → 对照机构证书改正一处。
局限：编码中的信用代码不成立的由 COD003 报告；
委托、受委托的事项只作 warning（编码可能用委托机关的代码）；9 位组织机构代码与信用代码第 9–17 位比较。
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
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    return not blank(item.authority.credit_code) and readable(item, context)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    authority = item.authority
    entrusted = bool(authority.entrusting) or "受委托" in (authority.kind or "")
    for reading, check in cross_check(item, context, "authority_credit_code"):
        if check.verdict is CodeVerdict.BAD and "credit_code" not in reading.bad:
            yield Problem(
                field=reading.field,
                values={"words": check.words, "name": authority.name or ""},
                found=check.found,
                expected=check.expected,
                severity=Severity.WARNING if entrusted else None,
            )


RULE = Rule(
    code="COD005",
    name="主体代码不一致",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("编码中的主体代码与实施主体的代码不一致。", "The body in the code is not the body of the item."),
    basis=CODES,
    recommendation=Text("对照机构证书，改正编码或者实施主体代码。", "Correct the code or the body's credit code."),
    messages={"default": Message("主体不一致：{words}", "{words}")},
    needs=("codes", "authority.credit_code"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
