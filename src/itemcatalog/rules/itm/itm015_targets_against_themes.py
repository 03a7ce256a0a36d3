"""办理对象与主题的受众不一致。

依据：GB/T 39046-2020 表4（服务对象；服务主题分自然人、法人）；
福州市2017年“互联网+政务服务”绩效考核实施方案（列明办理对象，清晰列明相关办理要素）。
示例：办理对象只有企业法人，主题却是“自然人：生育收养” → 核对办理对象和主题。
局限：只作提示；主题没有注明受众的，只看名称只属于一方的（生育收养、户籍办理、入伍服役、婚姻登记，法人注销、投资审批）。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes.lists import lookup_all
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item, Theme
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import GB_39046, PLAN

__all__ = ["RULE"]

_BOTH = ("自然人", "法人")

# Themes of the national portal that only one of the two lists has and that speak of nobody else.
# Employers file for 就业创业 and 离职退休, undertakers for 死亡殡葬; persons have 税收财务, 融资信贷 and 年检年审.
_OF_PERSONS = ("生育收养", "户籍办理", "入伍服役", "婚姻登记")
_OF_BODIES = ("法人注销", "投资审批")
_AUDIENCE = dict.fromkeys(_OF_PERSONS, "自然人") | dict.fromkeys(_OF_BODIES, "法人")


def _audience(theme: Theme) -> str | None:
    """Return whom a theme is for: as stated, else by a name that only one list has."""
    return theme.audience if theme.audience in _BOTH else _AUDIENCE.get(theme.name or "")


def _audiences(item: Item) -> frozenset[str] | None:
    """Return which of 自然人 and 法人 the target groups name; None where one of them is not known."""
    found = set()
    for text in item.target_groups:
        for _, entry in lookup_all("target_groups", text):
            if entry is None:
                return None
            found.add("自然人" if entry.name == "自然人" else "法人")
    return frozenset(found) or None


def _applies(item: Item, context: Context) -> bool | None:
    if not is_service(item) or not any(map(_audience, item.themes)) or not item.target_groups:
        return False
    return True if _audiences(item) else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    themes = [(audience, theme) for theme in item.themes if (audience := _audience(theme))]
    audiences = _audiences(item) or frozenset(_BOTH)
    for audience in sorted({audience for audience, _ in themes} - audiences):
        names = "、".join(theme.name for whose, theme in themes if whose == audience)
        yield Problem(
            field="themes",
            values={"targets": "、".join(item.target_groups), "audience": audience, "themes": shown(names)},
            found=names,
            cause=audience,
        )


RULE = Rule(
    code="ITM015",
    name="对象与主题",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("8a", "9a"),
    summary=Text("办理对象与主题的受众不一致。", "The target groups do not fit the audience of the themes."),
    basis=f"{GB_39046}；{PLAN}：清晰列明相关办理要素",
    recommendation=Text("核对办理对象和主题。", "Check target groups and themes."),
    messages={
        "default": Message(
            "办理对象为“{targets}”，却列在{audience}主题“{themes}”下",
            "The targets are “{targets}”, yet the item stands under the {audience} themes “{themes}”",
        )
    },
    needs=("target_groups", "themes"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
