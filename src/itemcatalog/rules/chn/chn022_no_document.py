"""按要求公布的事项没有可下载的办事指南。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：所有办事指南在省网上办事大厅和县(区)政务服务网站以及部门网站
明显公布，并提供电子文档下载服务；
《优化营商环境条例》（国务院令第722号）第三十五条：编制并向社会公开政务服务事项标准化工作流程和办事指南；
按 [publish] 公布的事项应当可以下载办事指南。
示例：网上办事大厅有“护士执业注册”，但没有指南文件 → 上传指南。
局限：只在工作区写明 [publish]、且该渠道载有“办事指南下载”一栏时检查；不打开所链接的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.comparison import ComparedGroup, Member
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._words import item_ref
from itemcatalog.rules.chn._differences import NATIONAL
from itemcatalog.rules.presence import PUBLISHED, channel_name, copies_on, demands, without_document

__all__ = ["RULE"]


def _copies(group: ComparedGroup, context: Context) -> list[Member]:
    """Return the published copies that are demanded, each once."""
    found = {id(one): one for member, channel in demands(group, context) for one in copies_on(group, member, channel)}
    return list(found.values())


def _applies(group: ComparedGroup, context: Context) -> bool | None:
    copies = _copies(group, context)
    if not copies:
        return False
    return True if any(without_document(one) is not None for one in copies) else None


def _check(group: ComparedGroup, context: Context) -> Iterator[Problem]:
    for member in _copies(group, context):
        if without_document(member):
            yield Problem(
                field="document.url",
                values={"name": group.name, "channel": channel_name(member.item.channel, context)},
                cause="",
                channel=member.item.channel,
                item=item_ref(member.item),
                place=member.item.place,
                members=(member.ref,),
            )


RULE = Rule(
    code="CHN022",
    name="应公布的渠道没有可下载的指南",
    scope=Scope.GROUP,
    severity=Severity.WARNING,
    force=Force.PLAN,
    clauses=("9c", NATIONAL),
    lists=("publish",),
    summary=Text("按要求公布的事项没有可下载的办事指南。", "A published item offers no guide to download."),
    basis=PUBLISHED,
    recommendation=Text("上传办事指南文件。", "Upload the guide."),
    messages={
        "default": Message(
            "“{name}”在“{channel}”没有可下载的办事指南", "“{name}” has no guide to download on “{channel}”"
        ),
    },
    check=_check,
    applies=_applies,
    page=__doc__,
)
