"""审批结果只写了种类，没有写是什么证照或者文书。

依据：GB/T 39046-2020 表4（结果名称）；福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事
指南，清晰列明相关办理要素）。
示例：审批结果 证照 → 食品经营许可证。
局限：只认整个名称就是“证照”“批文”“许可证”之类的，或者只写“详见附件”“另行通知”的；写“无”的不算；是否确属含糊有疑问，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import GB_39046
from itemcatalog.rules.gde._sources import CLEARLY
from itemcatalog.text import normalise

__all__ = ["RULE"]

_KINDS = frozenset(
    [
        "证照",
        "证件",
        "证书",
        "证",
        "许可证",
        "许可证书",
        "许可证件",
        "资格证",
        "资格证书",
        "执照",
        "批文",
        "批复",
        "批准文件",
        "批复文件",
        "批准文书",
        "许可文书",
        "审批意见",
        "文件",
        "审批文件",
        "许可文件",
        "决定",
        "决定书",
        "许可决定",
        "审批决定",
        "结果",
        "审批结果",
        "办理结果",
        "办结结果",
        "通知",
        "通知书",
        "证明",
        "凭证",
        "回执",
        "其他",
        "其它",
        "证照/批文",
        "批文/证照",
        "证照,批文",
        "出证办结",
        "出文办结",
        "审批办结",
        "办结",
        "备案",
        "备案证明",
        "登记证",
        "登记证书",
        "文书",
        "法律文书",
        "详见附件",
        "见附件",
        "详见附表",
        "详见文件",
        "详见办事指南",
        "同上",
        "另行通知",
        "以实际为准",
        "视情况而定",
    ]
)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, result in enumerate(item.results):
        if result.name and normalise(result.name).rstrip(".。") in _KINDS:
            yield Problem(field=f"results[{index}].name", values={"name": result.name}, found=result.name)


RULE = Rule(
    code="GDE015",
    name="结果名称含糊",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("9a",),
    summary=Text(
        "审批结果只写了种类，没有写是什么证照或者文书。", "The result names a kind, not the document that is issued."
    ),
    basis=f"{GB_39046}（结果名称）；{CLEARLY}",
    recommendation=Text("写结果文书的全称。", "Give the full name of the document."),
    messages={"default": Message("审批结果只写“{name}”", "The result reads just “{name}”")},
    needs=("results.name|results",),
    applies=is_service,
    check=_check,
    page=__doc__,
)
