"""申请表没有提供空白表格或者示范文本。

依据：《中华人民共和国行政许可法》第二十九条（申请书格式文本应当提供）、第三十条（申请书示范文本应当公示）；
福州市2017年“互联网+政务服务”绩效考核实施方案：提供电子文档下载服务。
示例：材料“食品经营许可申请书”没有空白表格 → 上传空白表格和填写样本。
局限：来源没有空白表格、示范文本这两列的不检查；只看申请表、申请书、登记表、申报表一类。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope

__all__ = ["RULE"]

_FORM = re.compile(r"(?:申请|申报|登记|审批|备案|报名|审核|核准)(?:表|书)(?:[（(].*[）)])?$")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in enumerate(item.materials):
        form = material.kind == "申请表" or _FORM.search(material.name)
        if form and blank(material.template) and blank(material.sample):
            yield Problem(field=f"materials[{index}].template", values={"found": material.name}, found=material.name)


def _applies(item: Item, context: Context) -> bool:
    return is_service(item) and any(m.kind == "申请表" or _FORM.search(m.name) for m in item.materials)


RULE = Rule(
    code="CRT012",
    name="申请表没有范本",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    summary=Text("申请表没有提供空白表格或者示范文本。", "No blank form or sample is offered for an application form."),
    basis="《中华人民共和国行政许可法》第二十九条、第三十条；福州市2017年“互联网+政务服务”绩效考核实施方案：提供电子文档下载服务",
    recommendation=Text("上传空白表格和填写样本。", "Offer the blank form and a filled sample."),
    messages={
        "default": Message(
            "申请表“{found}”没有空白表格，也没有填写样本",
            "“{found}” has neither a blank form nor a filled sample",
        ),
    },
    needs=("materials", "materials.template|materials.sample"),
    check=_check,
    applies=_applies,
    page=__doc__,
)
