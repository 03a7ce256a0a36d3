"""没有可以下载的办事指南电子文档。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（在省网上办事大厅、县（区）政务服务网、部门网站公布办事
指南并提供电子文档下载）。
示例：指南下载一栏为空 → 指南文档的地址。
局限：来源没有下载地址一栏的不检查；文档能否打开不检查；
工作区 [publish] 要求公布的渠道由 CHN022 检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool:
    demanded = context.memo(__name__, lambda: frozenset().union(*(context.publish or {}).values()))
    return is_service(item) and item.channel not in demanded


def _check(item: Item, context: Context) -> Iterator[Problem]:
    if blank(item.document.url) and item.document.sha256 is None:
        yield Problem(field="document.url", found="")


RULE = Rule(
    code="GDE019",
    name="指南不能下载",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.PLAN,
    clauses=("9c",),
    summary=Text("没有可以下载的办事指南电子文档。", "There is no guide to download."),
    basis=f"{PLAN}（公布办事指南并提供电子文档下载）",
    recommendation=Text("上传办事指南文档并写明下载地址。", "Publish the guide as a file and give its address."),
    messages={"default": Message("没有办事指南的下载地址", "No guide is offered for download")},
    needs=("document.url",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
