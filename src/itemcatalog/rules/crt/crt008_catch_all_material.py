"""申请材料有兜底条款。

依据：《中华人民共和国行政许可法》第三十条（公示需要提交的全部材料的目录）；《国务院关于在线政务服务的若干规定》（国务院令第716号）第六条；
福州市2017年“互联网+政务服务”绩效考核实施方案：清晰列明相关办理要素。
示例：“法律法规规定的其他材料” → 逐项列明，没有的删去。
局限：“其他”后面写明了是什么材料的不算（“三年以上其他法律职业经历证明”“变更其他登记事项的证明材料”）；
以“等”结尾、要查别的文件才知道的按 notice。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import has_materials
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._catch_all import catch_all

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in enumerate(item.materials):
        hit = catch_all(material.name)
        if hit is not None:
            yield Problem(
                field=f"materials[{index}].name",
                message="default" if hit.kind == "open" else hit.kind,
                values={"found": material.name, "words": hit.words},
                found=material.name,
                severity=None if hit.sure else Severity.NOTICE,
            )


RULE = Rule(
    code="CRT008",
    name="材料兜底条款",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    summary=Text("申请材料有兜底条款。", "The list of materials has a catch-all entry."),
    basis="《中华人民共和国行政许可法》第三十条（公示需要提交的全部材料的目录）；《国务院关于在线政务服务的若干规定》（国务院令第716号）第六条；福州市2017年“互联网+政务服务”绩效考核实施方案：清晰列明相关办理要素",
    recommendation=Text("逐项列明所需材料，没有的删去。", "Name each document; drop what cannot be named."),
    messages={
        "default": Message(
            "材料“{found}”是兜底条款（“{words}”），申请人无法知道要交什么",
            "“{found}” is a catch-all (“{words}”): nobody can know what to hand in",
        ),
        "list": Message(
            "材料“{found}”以“{words}”结尾，没有列完",
            "“{found}” ends in “{words}”: the list of documents is not complete",
        ),
        "refers": Message(
            "材料“{found}”没有写出名称，要查别的文件才知道（“{words}”）：列明名称，或者写明在哪里查到",
            "“{found}” names no document (“{words}”): name it, or say where it can be looked up",
        ),
    },
    needs=("materials",),
    check=_check,
    applies=has_materials,
    page=__doc__,
)
