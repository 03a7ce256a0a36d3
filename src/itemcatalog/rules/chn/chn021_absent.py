"""应当在某渠道公布的事项，该渠道没有。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：所有办事指南在省网上办事大厅和县(区)政务服务网站以及部门网站
明显公布，并提供电子文档下载服务；
《优化营商环境条例》（国务院令第722号）第三十五条：编制并向社会公开政务服务事项标准化工作流程和办事指南；
工作区 [publish] 写明各渠道的事项须在哪些渠道公布。
示例：市级有“公共场所卫生许可”，网上办事大厅没有 → 补充公布。
局限：只在工作区写明 [publish] 时检查；该渠道有文件未能读取的不检查；
未启用、暂停、取消的事项和只作主项的名称不要求公布；名称、编码都对不上的同一事项会被当作没有，先看“名称匹配”的待确认清单。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.comparison import ComparedGroup
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._words import item_ref
from itemcatalog.rules.chn._differences import NATIONAL
from itemcatalog.rules.presence import PUBLISHED, channel_name, copies_on, demands, readable

__all__ = ["RULE"]


def _applies(group: ComparedGroup, context: Context) -> bool | None:
    wanted = [channel for _, channel in demands(group, context)]
    if not wanted:
        return False
    return True if any(readable(channel, context) for channel in wanted) else None


def _check(group: ComparedGroup, context: Context) -> Iterator[Problem]:
    for member, channel in demands(group, context):
        if readable(channel, context) and not copies_on(group, member, channel):
            yield Problem(
                values={"name": group.name, "channel": channel_name(channel, context)},
                cause=channel,
                channel=member.item.channel,
                item=item_ref(member.item),
                place=member.item.place,
                members=(member.ref,),
            )


RULE = Rule(
    code="CHN021",
    name="应公布的渠道没有该事项",
    scope=Scope.GROUP,
    severity=Severity.WARNING,
    force=Force.PLAN,
    clauses=("9c", NATIONAL),
    lists=("publish",),
    summary=Text(
        "应当在某渠道公布的事项，该渠道没有。", "An item is absent from a channel where it must be published."
    ),
    basis=PUBLISHED,
    recommendation=Text("在该渠道补充公布；已取消的在清单中注明。", "Publish it there, or mark it as cancelled."),
    messages={
        "default": Message(
            "“{name}”应在“{channel}”公布，未找到", "“{name}” must be published on “{channel}”; not found"
        ),
    },
    check=_check,
    applies=_applies,
    page=__doc__,
)
