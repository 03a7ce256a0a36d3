"""要求提交的证明不在证明清单上。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；
《优化营商环境条例》（国务院令第722号）第四十四条（没有法律、法规或者国务院决定依据的证明事项一律不得设定，清单之外不得索要证明）。
示例：材料“无房证明”（房管部门出具），证明清单没有 → 取消该材料，或者改为部门间核查、告知承诺。
局限：没有提供证明清单的不检查；申请人自己出具的不检查；没有写出具机构的，
名称与清单完全相同才算在清单上，其余不判断；清单上有名称相近的证明时按 warning，由人核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._by_name import known_by_name
from itemcatalog.rules.crt._proofs import listed, nearest, proofs_of_others

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    certificates = context.certificates or ()
    for index, material in proofs_of_others(item, context):
        if listed(material.name, certificates):
            continue
        near = nearest(material.name, certificates)
        sure = near is None and material.kind == "证明"
        yield Problem(
            field=f"materials[{index}].name",
            message="near" if near else "default",
            values={"found": material.name, "issuer": material.issuer, "expected": near or ""},
            found=material.name,
            expected=near,
            severity=None if sure else Severity.WARNING,
        )


def _applies(item: Item, context: Context) -> bool | None:
    return known_by_name(item, context, _check)


RULE = Rule(
    code="CRT001",
    name="证明不在清单",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.PLAN,
    summary=Text("要求提交的证明不在证明清单上。", "A certificate is demanded that is not on the certificate list."),
    basis="福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；《优化营商环境条例》（国务院令第722号）第四十四条",
    recommendation=Text(
        "取消该证明，改由部门间核查、网络核验或者告知承诺；确有依据的，先报审改办列入清单。",
        "Drop the certificate or verify it between offices; where it has a basis, have it listed first.",
    ),
    messages={
        "default": Message(
            "材料“{found}”（{issuer}出具）是证明，不在证明清单上",
            "“{found}” (issued by {issuer}) is a certificate that is not on the list",
        ),
        "near": Message(
            "材料“{found}”（{issuer}出具）不在证明清单上，清单上相近的有“{expected}”，请核对",
            "“{found}” (issued by {issuer}) is not on the list; “{expected}” is near",
        ),
    },
    needs=("materials",),
    check=_check,
    lists=("certificates",),
    applies=_applies,
    clauses=("8d", "yhyshj-44"),
    page=__doc__,
)
