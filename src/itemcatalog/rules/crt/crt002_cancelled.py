"""要求提交的证明已经取消。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：严格按照“证明清单”要求对外公开服务，不得在办事过程随意要求申请人出具证明材料；
《优化营商环境条例》（国务院令第722号）第四十四条。
示例：材料“居民养犬证明”，证明清单状态为“取消”，替代方式为“部门核查” → 删去该材料。
没有写出具机构，名称与清单上取消的一条完全相同（“经营场所产权证明”）的，也算；清单写有出具机构的，按 warning。
局限：没有提供证明清单的不检查；同名证明有一条仍在保留的，不算取消；失效日期早于审核基准日的按取消论；
没有写出具机构的，名称只是相近、只写“身份证明”一类泛称、或者是申请表、承诺书等自己写的材料，不判断；
出具机构与清单不同，或者没有写出具机构而索要单位、适用事项与清单不同、名称没有“证明”二字的，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Certificate, Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._by_name import Demanded, demanded, known_by_name
from itemcatalog.rules.crt._proofs import PROOF, listed_under, same_body, same_issuer, valid

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for one in demanded(item, context):
        if one.entries and not any(valid(entry, context.as_of) for entry in one.entries):
            instead = next((entry.replacement for entry in one.entries if entry.replacement), None)
            yield Problem(
                field=f"materials[{one.at}].name",
                values={"found": one.material.name, "instead": instead or Text("清单未写", "not stated")},
                found=one.material.name,
                severity=_severity(item, one),
            )


def _severity(item: Item, one: Demanded) -> Severity | None:
    """Return how sure it is that an entry means this certificate: by its issuer or, where none is told, by name.

    A list that cancels what one body issues (收入证明 of the committee) leaves open what another issues (the employer).
    """
    if one.issuer_told:
        return None if any(same_issuer(one.material.issuer or "", entry) for entry in one.entries) else Severity.NOTICE
    meant = [entry for entry in one.entries if _meant(item, one, entry)]
    if not meant:
        return Severity.NOTICE
    return None if any(blank(entry.issuer) for entry in meant) else Severity.WARNING


def _meant(item: Item, one: Demanded, entry: Certificate) -> bool:
    demander = item.authority.name is None or same_body(item.authority.name, entry.requester)
    return bool(PROOF.search(one.material.name)) and demander and listed_under(item, entry)


def _applies(item: Item, context: Context) -> bool | None:
    return known_by_name(item, context, _check)


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
    needs=("materials",),
    check=_check,
    lists=("certificates",),
    applies=_applies,
    clauses=("8d", "yhyshj-44"),
    page=__doc__,
)
