"""证明清单没有允许该事项索要这份证明。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；
《优化营商环境条例》（国务院令第722号）第四十四条。
示例：“出生医学证明”在清单上只适用于“户口登记”，养犬登记也要求提交 → 删去该材料。
局限：清单没有写适用事项的不检查；事项名称是否同一不能确定时不提示；
没有写出具机构的，名称与清单完全相同才检查，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._by_name import demanded, known_by_name
from itemcatalog.rules.crt._proofs import listed_under, valid

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for one in demanded(item, context):
        entries = [entry for entry in one.entries if valid(entry, context.as_of)]
        if entries and not any(listed_under(item, entry) for entry in entries):
            allowed = "、".join(sorted({name for entry in entries for name in entry.items}))
            yield Problem(
                field=f"materials[{one.at}].name",
                values={"found": one.material.name, "expected": allowed},
                found=one.material.name,
                expected=allowed,
                severity=None if one.issuer_told else Severity.NOTICE,
            )


def _applies(item: Item, context: Context) -> bool | None:
    return known_by_name(item, context, _check)


RULE = Rule(
    code="CRT004",
    name="证明不适用于该事项",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.PLAN,
    summary=Text("证明清单没有允许该事项索要这份证明。", "The list allows the certificate for other items only."),
    basis="福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；《优化营商环境条例》（国务院令第722号）第四十四条",
    recommendation=Text(
        "删去该材料；确有依据的，报审改办把该事项列入适用范围。",
        "Drop the certificate, or have the item added to the list.",
    ),
    messages={
        "default": Message(
            "材料“{found}”在证明清单上只适用于：{expected}",
            "The list allows “{found}” only for: {expected}",
        ),
    },
    needs=("materials",),
    check=_check,
    lists=("certificates",),
    applies=_applies,
    clauses=("8d", "yhyshj-44"),
    page=__doc__,
)
