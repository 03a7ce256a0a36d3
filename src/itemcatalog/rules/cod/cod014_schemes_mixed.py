"""同一渠道混用了不同的编码方案。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：行政审批和服务事项按照统一编码规则赋码。
示例：多数事项用 31 位实施编码，少数仍用 350128XK00102 一类的旧编码 → 统一改用新编码。
局限：只比较实施编码和业务办理项编码；国家方案与广东方案结构相同，不算混用；只作提示，每个渠道和方案报一次。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itemcatalog.codes import SCHEMES
from itemcatalog.findings import MemberRef, Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import LAYOUT_2018, read_code
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import member
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]


class _Used(NamedTuple):
    channel: str
    scheme: str
    text: str
    member: MemberRef


def _family(scheme: str | None) -> str | None:
    return "national" if scheme in LAYOUT_2018 else scheme


def _project(item: Item, context: Context) -> _Used | None:
    text = item.codes.handling or item.codes.implementation
    code = read_code(text, context.scheme) if text else None
    if text is None or code is None or not code.recognised or code.scheme is None:
        return None
    return _Used(item.channel, _family(code.scheme) or "", text, member(item))


def _check(kept: Sequence[_Used], context: Context) -> Iterator[Problem]:
    channels: dict[str, dict[str, list[_Used]]] = defaultdict(lambda: defaultdict(list))
    for one in kept:
        channels[one.channel][one.scheme].append(one)
    for channel in sorted(channels):
        schemes = channels[channel]
        usual = _family(context.scheme) or max(sorted(schemes), key=lambda scheme: len(schemes[scheme]))
        for scheme in sorted(set(schemes) - {usual}):
            yield _problem(channel, scheme, usual, sorted(schemes[scheme], key=lambda one: one.text))


def _problem(channel: str, scheme: str, usual: str, used: list[_Used]) -> Problem:
    return Problem(
        field="codes",
        values={"count": len(used), "scheme": _title(scheme), "usual": _title(usual), "example": used[0].text},
        found=used[0].text,
        cause=scheme,
        channel=channel,
        members=tuple(one.member for one in used),
    )


def _title(scheme: str) -> Text:
    return SCHEMES.get(scheme).title


RULE = Rule(
    code="COD014",
    name="编码方案混用",
    scope=Scope.CATALOGUE,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("同一渠道混用了不同的编码方案。", "A channel mixes coding schemes."),
    basis=CODES,
    recommendation=Text("统一改用同一编码方案。", "Bring all codes into one scheme."),
    messages={
        "default": Message(
            "有 {count} 个编码属于{scheme}（如 {example}），其余属于{usual}",
            "{count} codes are of the scheme {scheme} (such as {example}), the rest of {usual}",
        )
    },
    needs=("codes.implementation|codes.handling",),
    project=_project,
    check=_check,
    page=__doc__,
)
