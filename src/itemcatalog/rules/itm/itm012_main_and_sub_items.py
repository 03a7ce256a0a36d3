"""主项的子项标志与目录中的子项不符。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照纵向清单要求，统一办事事项名称、子项；按照统一编码规则赋码）；
编码规则：基本编码末三位 000 表示无子项、00Y 表示主项下设子项、001 起为子项（C0109.1-2018、GB/T 39554.1-2020）。
示例：主项编码以 000 结尾，目录中却有同一主项的第 001、002 个子项 → 主项编码改为 00Y。
局限：只在同一渠道、同一实施主体内看 12/31/33 位编码；标志 00Y 而渠道没有列出子项的只作提示（可能不在本级办理）。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import LAYOUT_2018, primary
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, named
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import NAMES_AND_CODES

__all__ = ["RULE"]


class _Marked(NamedTuple):
    channel: str
    authority: str
    head: str
    sub: str
    item: Named


def _project(item: Item, context: Context) -> _Marked | None:
    reading = primary(item, context)
    if reading is None or reading.code.scheme not in LAYOUT_2018 or "sub" not in reading.parts:
        return None
    code = reading.code
    return _Marked(
        channel=item.channel,
        authority=(reading.parts.get("credit_code") or item.authority.name or "").strip(),
        head=(code.basic or "")[:9],
        sub=reading.parts["sub"],
        item=named(item, context),
    )


def _check(kept: Sequence[_Marked], context: Context) -> Iterator[Problem]:
    families: dict[tuple[str, str, str], list[_Marked]] = defaultdict(list)
    for one in kept:
        families[one.channel, one.authority, one.head].append(one)
    for key in sorted(families):
        heads = sorted((one for one in families[key] if one.sub in ("000", "00Y")), key=lambda one: one.item.ref.id)
        subs = sorted({one.sub for one in families[key]} - {"000", "00Y"})
        for one in heads:
            if (one.sub == "000") is bool(subs):
                yield _problem(one, subs)


def _problem(one: _Marked, subs: list[str]) -> Problem:
    return Problem(
        field="codes",
        message="default" if subs else "alone",
        values={"head": one.head, "sub": one.sub, "subs": "、".join(subs)},
        found=f"{one.head}{one.sub}",
        expected=f"{one.head}00Y" if subs else None,
        severity=None if subs else Severity.NOTICE,
        channel=one.channel,
        item=one.item.ref,
        place=one.item.place,
        members=(one.item.member,),
    )


RULE = Rule(
    code="ITM012",
    name="主项与子项",
    scope=Scope.CATALOGUE,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8b", "8c"),
    summary=Text("主项的子项标志与目录中的子项不符。", "The marker of a main item does not fit the sub-items present."),
    basis=NAMES_AND_CODES,
    recommendation=Text(
        "有子项的主项编码以 00Y 结尾；核对子项是否列全。",
        "End the code of a main item with sub-items in 00Y; check that all are listed.",
    ),
    messages={
        "default": Message(
            "编码 {head}{sub} 表示无子项，渠道中却有同一主项的子项 {subs}",
            "Code {head}{sub} says no sub-items, yet the channel holds the sub-items {subs} of the same main item",
        ),
        "alone": Message(
            "编码 {head}{sub} 表示下设子项，渠道中没有列出任何子项",
            "Code {head}{sub} says there are sub-items, yet the channel lists none",
        ),
    },
    needs=("codes",),
    project=_project,
    check=_check,
    page=__doc__,
)
