"""同一渠道中重复列出了同一事项。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（规范管理行政审批和服务事项，实行入驻办理事项目录管理，汇总办理事项目录）。
示例：同一实施机关的“食品生产许可”列了两行、编码相同 → 保留一行。
局限：名称、主项、子项、业务办理项、情形、实施机关、行政区划都相同才算重复；编码相同的按 error，
没有编码或者编码不同的按 warning，没有编码而办理对象不同的只作提示；只有业务办理项号不同的不算重复；来源没有编码，
又没有实施机关、子项、业务办理项各列的不检查；名称写法略有不同的由 NAM 各条规则检查。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import main_of, primary
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, blank, named, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._same import business_told, identity, may_be_twin, own_code
from itemcatalog.rules._sources import GB_39046, PLAN

__all__ = ["RULE"]

_TWICE = (
    "“{name}”在本渠道重复列出（共 {count} 条，另见 {first}）",
    "“{name}” is listed {count} times in this channel (see {first})",
)


class _Listed(NamedTuple):
    channel: str
    identity: tuple[str, ...]
    code: str
    basic: str
    certain: bool
    targets: frozenset[str]
    item: Named


def _project(item: Item, context: Context) -> _Listed | None:
    if blank(item.name):
        return None
    reading = primary(item, context)
    return _Listed(
        channel=item.channel,
        identity=identity(item, context),
        code=own_code(item, context),
        basic=main_of(reading, item, context)[0] if reading else "",
        certain=business_told(item, context),
        targets=frozenset(item.target_groups),
        item=named(item, context),
    )


def _check(kept: Sequence[_Listed], context: Context) -> Iterator[Problem]:
    same: dict[tuple[str, ...], list[_Listed]] = defaultdict(list)
    for one in kept:
        same[one.channel, *one.identity].append(one)
    for key in sorted(key for key, listed in same.items() if len(listed) > 1):
        listed = sorted(same[key], key=lambda one: (one.item.ref.id, str(one.item.place)))
        for one, twin in _twins(listed):
            yield _problem(one, twin, len(listed))


def _twins(listed: list[_Listed]) -> Iterator[tuple[_Listed, _Listed]]:
    """Yield each repetition with an earlier entry: of the same code, without a code, or of another basic code.

    Business items that are only told apart by the last digits of their codes are no twins.
    """
    by_code: dict[str, _Listed] = {}
    by_basic: dict[str, _Listed] = {}
    for one in listed:
        same = by_code.get(one.code) or by_code.get("") or (None if one.code else next(iter(by_code.values()), None))
        other = next((by_basic[basic] for basic in by_basic if basic != one.basic), None)
        if twin := same or other:
            yield one, twin
        by_code.setdefault(one.code, one)
        by_basic.setdefault(one.basic, one)


def _problem(one: _Listed, twin: _Listed, count: int) -> Problem:
    both, same = bool(one.code and twin.code), one.code == twin.code
    other_targets = not one.code and not twin.code and one.targets != twin.targets
    first = twin.item.place.in_words() if str(twin.item.place) else twin.item.ref.id
    return Problem(
        field="name",
        message="codes" if both and not same else "default",
        values={"name": shown(one.item.ref.name), "count": count, "first": first, "codes": f"{one.code}、{twin.code}"},
        found=one.item.ref.name,
        severity=Severity.NOTICE if other_targets else None if both and same and one.certain else Severity.WARNING,
        channel=one.channel,
        item=one.item.ref,
        place=one.item.place,
        members=(twin.item.member, one.item.member),
    )


RULE = Rule(
    code="ITM013",
    name="重复事项",
    scope=Scope.CATALOGUE,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8a",),
    summary=Text("同一渠道中重复列出了同一事项。", "One item is listed more than once in a channel."),
    basis=f"{PLAN}：实行入驻办理事项目录管理，汇总办理事项目录；{GB_39046} 事项管理",
    recommendation=Text("保留一条；情形、对象不同的写明业务办理项或者情形。", "Keep one, or say how they differ."),
    messages={
        "default": Message(*_TWICE),
        "codes": Message(f"{_TWICE[0]}，编码不同（{{codes}}）", f"{_TWICE[1]}, with different codes ({{codes}})"),
    },
    needs=("name",),
    applies=may_be_twin,
    project=_project,
    check=_check,
    page=__doc__,
)
