"""要求提交的证明已经取消。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；
《优化营商环境条例》（国务院令第722号）第四十四条。
示例：材料“居民养犬证明”，证明清单状态为“取消”，替代方式为“部门核查” → 删去该材料。
局限：没有提供证明清单的不检查；同名证明有一条仍在保留的，不算取消；失效日期早于审核基准日的按取消论。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._proofs import has_proofs, listed, proofs_of_others, valid

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in proofs_of_others(item, context):
        entries = listed(material.name, context.certificates or ())
        if entries and not any(valid(entry, context.as_of) for entry in entries):
            instead = next((entry.replacement for entry in entries if entry.replacement), None)
            yield Problem(
                field=f"materials[{index}].name",
                values={"found": material.name, "instead": instead or Text("清单未写", "not stated")},
                found=material.name,
            )


RULE = Rule(
    code="CRT002",
    name="证明已取消",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.PLAN,
    summary=Text("要求提交的证明已经取消。", "A certificate is demanded that was cancelled."),
    basis="福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；《优化营商环境条例》（国务院令第722号）第四十四条",
    recommendation=Text(
        "删去该材料，按清单所列替代方式办理。", "Drop the certificate; use the replacement that the list names."
    ),
    messages={
        "default": Message(
            "材料“{found}”在证明清单上已取消，替代方式：{instead}",
            "“{found}” was cancelled on the certificate list; instead: {instead}",
        ),
    },
    needs=("materials", "materials.issuer"),
    check=_check,
    lists=("certificates",),
    applies=has_proofs,
    clauses=("8d", "yhyshj-44"),
    page=__doc__,
)
