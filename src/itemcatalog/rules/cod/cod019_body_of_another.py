"""编码中的主体代码是本渠道另一实施主体的代码。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码：实施编码前 18 位为主体代码）；
C0109.1-2018、GB/T 39554.1-2020。
示例：市公安局的 20 项编码都用同一主体代码，一项用了市司法局的 → 改用市公安局的代码。
局限：来源写有实施主体代码的由 COD005 逐项核对；本规则比较同一渠道各单位编码中最常用的主体代码，
两个单位都有三项以上才判断；几个单位共用一个代码（合署办公）的，一个名称含在另一个里的（挂牌机构、下属单位）不判断。
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import primary
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, blank, named
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._same import normal
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

_FEWEST = 3


class _Coded(NamedTuple):
    channel: str
    authority: str
    body: str
    field: str
    item: Named


def _project(item: Item, context: Context) -> _Coded | None:
    authority = item.authority
    if blank(authority.name) or not blank(authority.credit_code) or authority.entrusting:
        return None
    reading = primary(item, context)
    if reading is None or "credit_code" in reading.bad or not (body := reading.parts.get("credit_code")):
        return None
    return _Coded(item.channel, authority.name or "", body, reading.field, named(item, context))


def _check(kept: Sequence[_Coded], context: Context) -> Iterator[Problem]:
    channels: dict[str, dict[str, list[_Coded]]] = defaultdict(lambda: defaultdict(list))
    for one in kept:
        channels[one.channel][one.authority].append(one)
    for channel in sorted(channels):
        usual = {name: body for name, listed in channels[channel].items() if (body := _usual(listed))}
        for name in sorted(name for name in usual if len(channels[channel][name]) >= _FEWEST):
            astray = [one for one in channels[channel][name] if one.body != usual[name]]
            for one in sorted(astray, key=lambda one: one.item.ref.id):
                owners = [other for other in sorted(usual) if usual[other] == one.body]
                if len(owners) == 1 and len(channels[channel][owners[0]]) >= _FEWEST and _apart(name, owners[0]):
                    yield _problem(one, usual[name], owners[0])


def _apart(name: str, other: str) -> bool:
    """Return whether two bodies are apart: a name in the other is one body, its other plate or an office of its own."""
    mine, theirs = normal(name), normal(other)
    return mine not in theirs and theirs not in mine


def _usual(listed: list[_Coded]) -> str | None:
    """Return the body that at least two thirds of an authority's codes name."""
    body, count = Counter(sorted(one.body for one in listed)).most_common(1)[0]
    return body if 3 * count >= 2 * len(listed) else None


def _problem(one: _Coded, usual: str, owner: str) -> Problem:
    return Problem(
        field=one.field,
        values={"name": one.authority, "body": one.body, "owner": owner, "usual": usual},
        found=one.body,
        expected=usual,
        channel=one.channel,
        item=one.item.ref,
        place=one.item.place,
    )


RULE = Rule(
    code="COD019",
    name="用了别的主体代码",
    scope=Scope.CATALOGUE,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("编码中的主体代码是本渠道另一实施主体的代码。", "The body in a code is another authority's."),
    basis=CODES,
    recommendation=Text("核对实施主体，改正编码或者实施主体。", "Check the authority; correct the code or its name."),
    messages={
        "default": Message(
            "“{name}”的编码用了 {body}，那是“{owner}”的主体代码；本单位其他事项用 {usual}",
            "A code of “{name}” has {body}, the body of “{owner}”; its other items have {usual}",
        )
    },
    needs=("codes", "authority.name"),
    project=_project,
    check=_check,
    page=__doc__,
)
