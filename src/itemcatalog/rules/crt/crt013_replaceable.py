"""证明清单写着可以替代的证明，仍要求申请人提交。

依据：《优化营商环境条例》（国务院令第722号）第四十四条：对通过法定证照、法定文书、书面告知承诺、政府部门内部核查和部门间核查、
网络核验、合同凭证等能够办理的，不得设定证明事项。
示例：材料“无房证明”，证明清单为保留、替代方式“部门间核查” → 改为部门间核查，删去该材料。
局限：2020年1月1日前不适用；没有提供证明清单的、清单没有替代方式的、没有写出具机构的不检查；
已取消的由 CRT002 检查；清单上既有保留又有替代，以哪一项为准由人核对，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Certificate, Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, says_none
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import BUSINESS
from itemcatalog.rules.crt._proofs import has_proofs, listed, proofs_of_others, valid

__all__ = ["RULE"]


def _instead(entry: Certificate) -> str | None:
    text = entry.replacement
    return None if text is None or blank(text) or says_none(text) else text


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in proofs_of_others(item, context):
        kept = [one for one in listed(material.name, context.certificates or ()) if valid(one, context.as_of)]
        instead = [text for one in kept if (text := _instead(one))]
        if instead and len(instead) == len(kept):
            yield Problem(
                field=f"materials[{index}].name",
                values={"found": material.name, "instead": instead[0]},
                found=material.name,
                expected=instead[0],
            )


RULE = Rule(
    code="CRT013",
    name="可替代的证明仍索要",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    summary=Text(
        "证明清单写着可以替代的证明，仍要求申请人提交。",
        "A certificate is demanded for which the list itself names a replacement.",
    ),
    basis=f"{BUSINESS}第四十四条（能够核查、核验、告知承诺的，不得设定证明事项）",
    recommendation=Text(
        "按清单所列替代方式办理，删去该材料；不能替代的，更正清单。",
        "Use the replacement and drop the certificate, or correct the list.",
    ),
    messages={
        "default": Message(
            "材料“{found}”在证明清单上写有替代方式：{instead}",
            "The certificate list names a replacement for “{found}”: {instead}",
        ),
    },
    needs=("materials", "materials.issuer"),
    check=_check,
    lists=("certificates",),
    applies=has_proofs,
    clauses=("yhyshj-44",),
    valid_from=date(2020, 1, 1),
    page=__doc__,
)
