"""同一部法律法规在一个渠道里用了两种名称。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明设定依据等要素）。
示例：多数事项写《中华人民共和国食品安全法》，个别事项写《食品安全法》 → 统一用全称。
局限：只认法规库中的法律法规；渠道里只用简称或者只用全称的不算；提示用得少的写法，两种一样多时提示简称。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define

from itemcatalog.codes.laws import find_law, law_key
from itemcatalog.findings import ItemRef, Message, Place, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._words import item_ref
from itemcatalog.rules.law._titles import cites, titled

__all__ = ["RULE"]


@define(frozen=True, slots=True)
class _Cited:
    """One citation: where it stands, the full title of its text, and the way it is written."""

    channel: str
    ref: ItemRef
    place: Place
    index: int
    full: str
    way: str


def _project(item: Item, context: Context) -> tuple[_Cited, ...] | None:
    found = [(index, title, find_law(title)) for index, _, title in titled(item)]
    return (
        tuple(
            _Cited(item.channel, item_ref(item), item.place, index, entry.title, law_key(title))
            for index, title, entry in found
            if entry is not None
        )
        or None
    )


def _check(kept: Sequence[tuple[_Cited, ...]], context: Context) -> Iterator[Problem]:
    ways: dict[tuple[str, str], Counter[str]] = {}
    cited = [one for citations in kept for one in citations]
    for one in cited:
        ways.setdefault((one.channel, one.full), Counter())[one.way] += 1
    for one in cited:
        counts = ways[one.channel, one.full]
        usual = max(counts, key=lambda way: (counts[way], len(way), way))
        if one.way != usual:
            yield Problem(
                field=f"legal_bases[{one.index}].title",
                values={"found": one.way, "expected": usual, "count": counts[usual]},
                found=one.way,
                expected=one.full,
                channel=one.channel,
                item=one.ref,
                place=one.place,
            )


RULE = Rule(
    code="LAW007",
    name="同一法律两种名称",
    scope=Scope.CATALOGUE,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    summary=Text("同一部法律法规在一个渠道里用了两种名称。", "One text is cited under two titles on one channel."),
    basis="福州市2017年“互联网+政务服务”绩效考核实施方案（列明设定依据等要素）",
    recommendation=Text("统一用法律法规全称。", "Use the full title throughout."),
    messages={
        "default": Message(
            "依据写作《{found}》，本渠道另有 {count} 处写作《{expected}》：统一用全称",
            "The basis is written “{found}”; {count} other places of this channel write “{expected}”",
        ),
    },
    needs=("legal_bases",),
    project=_project,
    check=_check,
    applies=cites,
    clauses=("8a",),
    page=__doc__,
)
