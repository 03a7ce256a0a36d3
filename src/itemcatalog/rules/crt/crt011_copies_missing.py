"""材料没有写明份数。

依据：GB/T 39046-2020 表4（原件份数、复印件份数）；福州市2017年“互联网+政务服务”绩效考核实施方案：清晰列明相关办理要素。
示例：原件、复印件份数都空着 → 写明“原件1份”或者“复印件2份”。
局限：来源没有份数这一列的不检查；只要写了一个份数（包括 0）就算写明；只交电子材料的不要求。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import has_materials
from itemcatalog.rules._rule import Force, Problem, Rule, Scope

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in enumerate(item.materials):
        if material.originals is None and material.copies is None and "电子" not in (material.form or ""):
            yield Problem(
                field=f"materials[{index}].copies",
                values={"found": material.name},
                found=material.name,
                cause=item.authority.name or "",
            )


RULE = Rule(
    code="CRT011",
    name="材料份数缺失",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    summary=Text("材料没有写明份数。", "The number of copies of a document is not stated."),
    basis="GB/T 39046-2020 表4；福州市2017年“互联网+政务服务”绩效考核实施方案：清晰列明相关办理要素",
    recommendation=Text("补充原件或者复印件份数。", "State the number of originals or copies."),
    messages={
        "default": Message(
            "材料“{found}”没有写明原件、复印件份数",
            "“{found}”: neither originals nor copies are stated",
        ),
    },
    needs=("materials", "materials.originals|materials.copies"),
    check=_check,
    applies=has_materials,
    clauses=("9a",),
    page=__doc__,
)
