"""收费而没有写收费标准。

依据：《中华人民共和国行政许可法》第五十九条（按照公布的法定项目和标准收费）；福州市2017年“互联网+政务服务”
绩效考核实施方案（统一收费等服务标准）。
示例：收费标准为空 → 每证10元。
局限：来源没有收费标准一栏的不检查；标准写在收费名称里（含有金额）的视为已写；只写“按规定收费”的和不是行政许
可的按 warning。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Fee, Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.gde._fees import charges, severity_of
from itemcatalog.text import normalise

__all__ = ["RULE"]

# 按规定收费 names no standard, though the cell is not empty.
_WHOSE = "(?:国家|物价|有关|相关|部门|文件|政策)*"
_OPEN = re.compile(rf"(?:按照?|依照?|根据)?{_WHOSE}规定(?:的?标准)?(?:收费|收取|执行)?[.。]?|收费|收取|是|有")
_AMOUNT = re.compile(r"[0-9一二三四五六七八九十百千万]\s*元|[0-9]%")


def _has_standard(fee: Fee) -> bool:
    return bool(fee.tiers) or not blank(fee.standard) or bool(_AMOUNT.search(fee.name or ""))


def _check(item: Item, context: Context) -> Iterator[Problem]:
    fees = item.fees.items
    if not fees:
        yield Problem(field="fees.items", message="bare", found="", severity=severity_of(item))
    for index, fee in enumerate(fees):
        if fee.standard and not fee.tiers and _OPEN.fullmatch(normalise(fee.standard)):
            yield Problem(
                field=f"fees.items[{index}].standard",
                message="open",
                values={"standard": fee.standard},
                found=fee.standard,
                severity=Severity.WARNING,
            )
        elif not _has_standard(fee):
            yield Problem(
                field=f"fees.items[{index}].standard",
                values={"fee": shown(fee.name or fee.basis)},
                found=fee.standard or "",
                severity=severity_of(item),
            )


RULE = Rule(
    code="GDE012",
    name="收费没有标准",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("9a", "9b"),
    summary=Text("收费而没有写收费标准。", "A fee is charged and no standard is given."),
    basis=f"{LICENSING}第五十九条（按照公布的法定项目和标准收费）；{PLAN}（统一收费等服务标准）",
    recommendation=Text("写明收费项目和金额。", "State what is charged and how much."),
    messages={
        "default": Message("收费（{fee}）没有写标准", "No standard is given for the fee ({fee})"),
        "bare": Message("写明收费，却没有收费项目和标准", "A fee is charged, and nothing else is said"),
        "open": Message("收费标准只写“{standard}”", "The standard of the fee reads just “{standard}”"),
    },
    needs=("fees.charged", "fees.items.standard"),
    applies=charges,
    check=_check,
    page=__doc__,
)
