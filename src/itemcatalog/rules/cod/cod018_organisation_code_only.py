"""实施主体只有组织机构代码，没有统一社会信用代码。

依据：GB 32100-2015《法人和其他组织统一社会信用代码编码规则》（2017 年底前完成存量换码）；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码：实施编码前 18 位为主体的统一社会信用代码）。
示例：其他事项的主体代码都是 18 位，本项只有 9 位 994000188 → 填写 18 位统一社会信用代码。
局限：整个渠道都只用 9 位组织机构代码的（该列本来就是组织机构代码）不报；代码不成立的由 COD016 报告。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.codes import uscc
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import Named, blank, named
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

_SHORT = (9, 10)


class _Body(NamedTuple):
    channel: str
    number: str
    item: Named


def _project(item: Item, context: Context) -> _Body | None:
    number = item.authority.credit_code
    return None if number is None or blank(number) else _Body(item.channel, number, named(item, context))


def _check(kept: Sequence[_Body], context: Context) -> Iterator[Problem]:
    channels: dict[str, list[_Body]] = defaultdict(list)
    for one in kept:
        channels[one.channel].append(one)
    for channel in sorted(channels):
        short = [one for one in channels[channel] if len(uscc.compact(one.number)) in _SHORT]
        if 2 * len(short) < len(channels[channel]):
            yield from map(_problem, sorted(short, key=lambda one: one.item.ref.id))


def _problem(one: _Body) -> Problem:
    return Problem(
        field="authority.credit_code",
        values={"number": one.number},
        found=one.number,
        channel=one.channel,
        item=one.item.ref,
        place=one.item.place,
    )


RULE = Rule(
    code="COD018",
    name="只有组织机构代码",
    scope=Scope.CATALOGUE,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text(
        "实施主体只有组织机构代码，没有统一社会信用代码。",
        "The authority has only an organisation code, no unified social credit code.",
    ),
    basis=f"GB 32100-2015；{CODES}",
    recommendation=Text("填写 18 位统一社会信用代码。", "State the credit code of 18 characters."),
    messages={
        "default": Message(
            "实施主体代码 {number} 只是组织机构代码，应为 18 位统一社会信用代码",
            "The authority's code {number} is only an organisation code; a credit code has 18 characters",
        )
    },
    needs=("authority.credit_code",),
    project=_project,
    check=_check,
    page=__doc__,
)
