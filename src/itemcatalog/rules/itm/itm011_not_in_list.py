"""要素的值不在其代码表中。

依据：GB/T 39046-2020 表A.1 事项类型、A.2 行使层级、A.3 实施主体性质、A.4 服务对象、A.6 办件类型；
事项状态按全国平台交换表。
示例：办件类型“快办件” → 即办件或者承诺件；行使层级“本级” → 市级。
局限：只作提示：标准允许扩展事项类型，地方也有自己的写法；常见的别称（个人、企业、许可、市本级等）、
写着取消和别的话的状态（取消（国发〔2019〕6号））都认。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from itemcatalog.codes import list_values, lookup
from itemcatalog.codes.lists import lookup_all
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, item_status, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import GB_39046

__all__ = ["RULE"]

_ALL_GROUPS = (
    "法人",
    "其他法人",
    "社会公众",
    "全社会",
    "不限",
    "所有",
    "单位",
    "组织",
    "机关事业单位",
    "个体工商户",
    "农民专业合作社",
)


@functools.lru_cache(maxsize=4096)
def _known(name: str, value: str) -> bool:
    if blank(value) or lookup(name, value) is not None or (name == "item_status" and item_status(value)):
        return True
    if name == "target_groups":
        parts = [part for part, entry in lookup_all(name, value) if entry is None]
        return all(part in _ALL_GROUPS or lookup("target_groups_gbt39046", part) is not None for part in parts)
    return all(entry is not None for _, entry in lookup_all(name, value))


@functools.cache
def _choices(name: str) -> str:
    return "、".join(entry.name for entry in list_values(name))


def _values(item: Item) -> Iterator[tuple[str, str, str]]:
    singles = (
        ("power_type", "item_types", item.power_type),
        ("case_type", "case_types", item.case_type),
        ("status", "item_status", item.status),
        ("authority.kind", "authority_kinds", item.authority.kind),
    )
    for field, name, value in singles:
        if value:
            yield field, name, value
    for name, values in (("levels", item.levels), ("target_groups", item.target_groups)):
        for index, value in enumerate(values):
            yield f"{name}[{index}]", name, value


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, name, value in _values(item):
        if not _known(name, value):
            choices = _choices(name)
            yield Problem(
                field=field, values={"value": shown(value), "choices": choices}, found=value, expected=choices
            )


RULE = Rule(
    code="ITM011",
    name="值不在代码表",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("8b", "9a"),
    summary=Text("要素的值不在其代码表中。", "A value is not in its code list."),
    basis=f"{GB_39046}及附录A各代码表",
    recommendation=Text(
        "改用代码表中的名称，或者用 [channel.values] 对应。", "Use a name of the list, or map it in the workspace."
    ),
    messages={"default": Message("“{value}”不在代码表中（{choices}）", "“{value}” is not in the list ({choices})")},
    check=_check,
    page=__doc__,
)
