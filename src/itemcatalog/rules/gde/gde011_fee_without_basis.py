"""收费而没有写收费依据。

依据：《中华人民共和国行政许可法》第五十八条、第五十九条（收费须有法律、行政法规依据，按照公布的法定项目和标准
收费）；福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）。
示例：驾驶证工本费 每证10元，依据为空 → 发改价格〔2004〕2831号。
局限：来源没有收费依据一栏的不检查；依据与标准写在同一格的视为已写；不是行政许可的按 warning。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Fee, Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING
from itemcatalog.rules.gde._fees import charges, free_of_charge, severity_of
from itemcatalog.rules.gde._sources import CLEARLY

__all__ = ["RULE"]

_CITED = re.compile(r"《[^》]+》|[〔\[（(][0-9]{4}[）)〕\]].{0,3}[0-9]+号")


def _cites(fee: Fee) -> bool:
    return not blank(fee.basis) or any(_CITED.search(text) for text in (fee.name, fee.standard) if text)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    fees = item.fees.items
    if not fees:
        yield Problem(field="fees.items", message="bare", found="", severity=severity_of(item))
    for index, fee in enumerate(fees):
        if not _cites(fee) and not free_of_charge(fee):
            what = shown(fee.name or fee.standard)
            yield Problem(
                field=f"fees.items[{index}].basis",
                values={"fee": what},
                found=fee.basis or "",
                severity=severity_of(item),
            )


RULE = Rule(
    code="GDE011",
    name="收费没有依据",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("9a", "9b"),
    summary=Text("收费而没有写收费依据。", "A fee is charged and no basis is given."),
    basis=f"{LICENSING}第五十八条、第五十九条（收费须有法律、行政法规依据，按照公布的法定项目和标准收费）；{CLEARLY}",
    recommendation=Text("写明收费依据的文件名称和文号；没有依据的停止收费。", "Name the document, or stop charging."),
    messages={
        "default": Message("收费（{fee}）没有写依据", "No basis is given for the fee ({fee})"),
        "bare": Message("写明收费，却没有收费项目和依据", "A fee is charged; neither the fee nor its basis is given"),
    },
    needs=("fees.charged|fees.items.standard", "fees.items.basis"),
    applies=charges,
    check=_check,
    page=__doc__,
)
