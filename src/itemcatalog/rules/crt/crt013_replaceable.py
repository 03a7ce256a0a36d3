"""证明清单写着可以替代的证明，仍要求申请人提交。

依据：《优化营商环境条例》（国务院令第722号）第四十四条：对通过法定证照、法定文书、书面告知承诺、政府部门内部核查和部门间核查、
网络核验、合同凭证等能够办理的，不得设定证明事项。
示例：材料“无房证明”，证明清单为保留、替代方式“部门间核查” → 改为部门间核查，删去该材料。
局限：2020年1月1日前不适用；没有提供证明清单的、清单没有替代方式的不检查；没有写出具机构的，名称与清单完全相同才检查；
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
from itemcatalog.rules.crt._by_name import demanded, known_by_name
from itemcatalog.rules.crt._proofs import valid

__all__ = ["RULE"]


def _instead(entry: Certificate) -> str | None:
    text = entry.replacement
    return None if text is None or blank(text) or says_none(text) else text


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for one in demanded(item, context):
        kept = [entry for entry in one.entries if valid(entry, context.as_of)]
        instead = [text for entry in kept if (text := _instead(entry))]
        if instead and len(instead) == len(kept):
            yield Problem(
                field=f"materials[{one.at}].name",
                values={"found": one.material.name, "instead": instead[0]},
                found=one.material.name,
                expected=instead[0],
            )


def _applies(item: Item, context: Context) -> bool | None:
    return known_by_name(item, context, _check)


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
    needs=("materials",),
    check=_check,
    lists=("certificates",),
    applies=_applies,
    clauses=("yhyshj-44",),
    valid_from=date(2020, 1, 1),
    page=__doc__,
)
