"""材料已可用电子证照，仍要求提交纸质原件。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：支持通过网上办事大厅提交电子证照及其他可信电子材料进行事项申报；
《国务院关于在线政务服务的若干规定》（国务院令第716号）第十条（电子证照与纸质证照具有同等法律效力）。
示例：“营业执照”标明可用电子证照，又写“必要、原件1份、纸质” → 注明可免交纸质原件。
局限：只看材料自己标明的电子证照和形式，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in enumerate(item.materials):
        paper_only = material.form == "纸质" and (material.originals or 0) > 0
        if material.electronic_licence and paper_only and material.necessity in (None, "必要"):
            yield Problem(
                field=f"materials[{index}].originals",
                values={"found": material.name, "copies": material.originals},
                found=material.name,
            )


def _applies(item: Item, context: Context) -> bool:
    return is_service(item) and any(material.electronic_licence for material in item.materials)


RULE = Rule(
    code="CRT007",
    name="可用电子证照仍收纸质",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    summary=Text(
        "材料已可用电子证照，仍要求提交纸质原件。",
        "A paper original is demanded although an electronic licence serves.",
    ),
    basis="福州市2017年“互联网+政务服务”绩效考核实施方案：支持提交电子证照及其他可信电子材料进行事项申报；《国务院关于在线政务服务的若干规定》（国务院令第716号）第十条",
    recommendation=Text(
        "注明电子证照可以代替纸质原件。", "Say that the electronic licence replaces the paper original."
    ),
    messages={
        "default": Message(
            "材料“{found}”可用电子证照，仍要求纸质原件 {copies} 份",
            "“{found}” is served by an electronic licence, yet {copies} paper originals are demanded",
        ),
    },
    needs=("materials", "materials.electronic_licence", "materials.form", "materials.originals"),
    check=_check,
    applies=_applies,
    clauses=("7b",),
    page=__doc__,
)
