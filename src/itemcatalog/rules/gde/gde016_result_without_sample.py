"""审批结果是证照，却没有结果样本。

依据：GB/T 39046-2020 表4（结果样本）；福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事
指南，清晰列明相关办理要素）。
示例：食品经营许可证，结果样本为空 → 上传样证。
局限：只看来源有结果样本一栏、结果名称以“证”“证书”“执照”结尾的；批文、决定书不要求样本；只作提示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import GB_39046
from itemcatalog.rules.gde._sources import CLEARLY

__all__ = ["RULE"]

_LICENCE = re.compile(r"(?:证|证书|执照|通行证)(?:[（(][^（）()]*[）)])?$")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, result in enumerate(item.results):
        if result.name and blank(result.sample) and _LICENCE.search(result.name):
            field = f"results[{index}].sample"
            yield Problem(field=field, values={"name": result.name}, found="", cause=result.name)


RULE = Rule(
    code="GDE016",
    name="结果没有样本",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text("审批结果是证照，却没有结果样本。", "The result is a licence, yet there is no sample of it."),
    basis=f"{GB_39046}（结果样本）；{CLEARLY}",
    recommendation=Text("提供样证的图片或者文件。", "Provide a picture or file of the licence."),
    messages={"default": Message("结果“{name}”没有样本", "There is no sample of “{name}”")},
    needs=("results.sample",),
    applies=is_service,
    check=_check,
    page=__doc__,
)
