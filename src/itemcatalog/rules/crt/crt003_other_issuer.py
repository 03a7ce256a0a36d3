"""证明的出具机构与证明清单不符。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；
《优化营商环境条例》（国务院令第722号）第四十四条（证明清单公布索要单位、开具单位）。
示例：材料“无犯罪记录证明”写居委会出具，清单的开具单位是公安机关 → 改为公安机关。
局限：清单没有写开具单位的不检查；两边的机构名称有相同部分的视为相符。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._proofs import has_proofs, listed, proofs_of_others, same_issuer, valid

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in proofs_of_others(item, context):
        entries = [e for e in listed(material.name, context.certificates or ()) if valid(e, context.as_of)]
        stated = material.issuer or ""
        if entries and not any(same_issuer(stated, entry) for entry in entries):
            known = "、".join(sorted({entry.issuer or "" for entry in entries}))
            yield Problem(
                field=f"materials[{index}].issuer",
                values={"found": material.name, "issuer": stated, "expected": known},
                found=stated,
                expected=known,
                cause=f"{material.name}：{stated}",
            )


RULE = Rule(
    code="CRT003",
    name="证明出具机构不符",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.PLAN,
    summary=Text("证明的出具机构与证明清单不符。", "The issuer of a certificate is not the one that the list names."),
    basis="福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；《优化营商环境条例》（国务院令第722号）第四十四条",
    recommendation=Text("按证明清单更正出具机构。", "Correct the issuer by the certificate list."),
    messages={
        "default": Message(
            "材料“{found}”写由{issuer}出具，证明清单的开具单位是{expected}",
            "“{found}” is said to be issued by {issuer}; the list names {expected}",
        ),
    },
    needs=("materials", "materials.issuer"),
    check=_check,
    lists=("certificates",),
    applies=has_proofs,
    clauses=("8d", "yhyshj-44"),
    page=__doc__,
)
