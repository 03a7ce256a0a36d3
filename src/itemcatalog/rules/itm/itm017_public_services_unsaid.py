"""公共服务事项的条件、材料、收费、时限或者结果空着，没有写明是没有还是漏填。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；《国务院关于在线政务服务的若干规定》
（国务院令第716号）第六条（明确受理条件、办事材料、办理流程等信息）。
示例：查询类服务的申请材料空着 → 无需提交材料。
局限：查询、咨询类服务多数本来没有条件和材料，只作提示；一个渠道的公共服务四分之一以上空着同一项时，
整个渠道只报一条并写明有多少项；不到的逐项报出；写明法定时限而没有承诺时限的由 LIM004 检查。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, blank, few_members, is_service, named
from itemcatalog.rules._powers import is_public
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._run import unclear_fields
from itemcatalog.rules._sources import ONLINE, PLAN
from itemcatalog.rules._unclear import is_unclear
from itemcatalog.rules.itm._element import FEE_COLUMNS

__all__ = ["RULE"]

_ELEMENTS = {
    "conditions": Text("办理条件", "conditions"),
    "materials": Text("申请材料", "materials"),
    "fees": Text("收费情况", "fees"),
    "promised_limit": Text("承诺办结时限", "promised limit"),
    "results": Text("办理结果", "results"),
}
#: From this share on, an element is left open by the channel, not by single items.
_MOST = 0.25


class _Told(NamedTuple):
    channel: str
    provided: frozenset[str]
    unsaid: frozenset[str]
    item: Named


def _unsaid(item: Item, path: str) -> bool:
    if path == "promised_limit":
        return item.promised_limit is None and item.statutory_limit is None and not item.limits
    if path == "fees":
        return item.fees.charged is None and not item.fees.items
    return blank(getattr(item, path))


def _applies(item: Item, context: Context) -> bool | None:
    return is_service(item) and is_public(item, context)


def _provided(carried: frozenset[str]) -> frozenset[str]:
    return carried.intersection(_ELEMENTS) - (frozenset() if carried.intersection(FEE_COLUMNS) else {"fees"})


def _project(item: Item, context: Context) -> _Told:
    carried, unclear = context.provides(item), unclear_fields(item, context)
    provided = context.memo((__name__, carried), lambda: _provided(carried))
    provided = frozenset(path for path in provided if not is_unclear(path, unclear)) if unclear else provided
    unsaid = frozenset(path for path in provided if _unsaid(item, path))
    return _Told(item.channel, provided, unsaid, named(item, context))


def _check(kept: Sequence[_Told], context: Context) -> Iterator[Problem]:
    by_channel: dict[str, list[_Told]] = defaultdict(list)
    for one in kept:
        by_channel[one.channel].append(one)
    for channel in sorted(by_channel):
        for path in _ELEMENTS:
            total = sum(path in one.provided for one in by_channel[channel])
            empty = [one.item for one in by_channel[channel] if path in one.unsaid]
            if empty:
                yield from _problems(channel, path, sorted(empty, key=lambda one: one.ref.id), total)


def _problems(channel: str, path: str, empty: list[Named], total: int) -> Iterator[Problem]:
    values = {"element": _ELEMENTS[path], "count": len(empty), "total": total}
    if len(empty) > 1 and len(empty) >= total * _MOST:
        yield Problem(
            field=path, message="channel", values=values, found="", channel=channel, members=few_members(empty)
        )
        return
    for one in empty:
        yield Problem(field=path, values=values, found="", channel=channel, item=one.ref, place=one.place)


RULE = Rule(
    code="ITM017",
    name="公共服务要素没有写明",
    scope=Scope.CATALOGUE,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("9a", "zxzwfw-6"),
    summary=Text(
        "公共服务事项的条件、材料、收费、时限或者结果空着，没有写明是没有还是漏填。",
        "A public service leaves conditions, materials, fees, limit or result open: none, or forgotten.",
    ),
    basis=f"{PLAN}（清晰列明相关办理要素）；{ONLINE}第六条（明确受理条件、办事材料、办理流程等信息）",
    recommendation=Text("没有的写明“无”（无条件受理、无需提交材料、不收费）。", "Where there is none, say so."),
    messages={
        "default": Message("公共服务事项的{element}空着", "The {element} of a public service are left open"),
        "channel": Message(
            "本渠道 {total} 个公共服务事项中，{count} 个的{element}空着：没有的应当写明",
            "Of {total} public services of the channel {count} leave the {element} open: say so where there is none",
        ),
    },
    needs=("conditions|materials|fees|promised_limit|results",),
    applies=_applies,
    project=_project,
    check=_check,
    page=__doc__,
)
