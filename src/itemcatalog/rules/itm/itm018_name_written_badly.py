"""事项名称的写法不规范：带着序号、括号不成对、末尾有标点，或者写进了实施机关的全称。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称；按照纵向清单要求统一办事事项名称）；
GB/T 39046-2020 表4（事项名称）。
示例：“12.取水许可” → “取水许可”；“某市水利局取水许可” → “取水许可”。
局限：只作提示；名称本身以数字、年份开头的（110报警服务、2寸照片，一、二类医疗器械）不算序号；
写进机关全称只看行政许可（公共服务查询的可能就是该机关的信息）；看不见的字符由 NAM012 报告。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, is_licence, is_service, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import GB_39046, PLAN

__all__ = ["RULE"]

_NUMERAL = "[一二三四五六七八九十]{1,3}"
# 一、二类医疗器械 and 三、四级医疗机构 count what they name.
_SERIAL = re.compile(
    r"\s*(?:[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9]{1,3}[.．、)）](?![0-9])"
    rf"|{_NUMERAL}、(?!{_NUMERAL}[、级类等种档期批])|[①-⑳])\s*(?=[\u4e00-\u9fff])"
)
# Either width of a round bracket closes the other; the other signs have one form.
_PAIRS = (("（(", "）)"), ("《", "》"), ("【", "】"))
_END = re.compile(r"[。；;，,、：:．]\s*$")
_SHORTEST, _FEWEST = 5, 4


def _faults(item: Item) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the way a name is written, and the name without it where that is plain."""
    name = item.name
    if serial := _SERIAL.match(name):
        yield "serial", name[serial.end() :]
    if end := _END.search(name):
        yield "end", name[: end.start()]
    for opens, closes in _PAIRS:
        if sum(map(name.count, opens)) != sum(map(name.count, closes)):
            yield "pairs", ""
            break
    body = item.authority.name or ""
    if len(body) >= _SHORTEST and name.startswith(body) and len(name) - len(body) >= _FEWEST and is_licence(item):
        yield "body", name[len(body) :]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for message, better in _faults(item):
        yield Problem(
            field="name",
            message=message,
            values={"name": shown(item.name)},
            found=item.name,
            expected=better or None,
            cause=message,
        )


def _applies(item: Item, context: Context) -> bool:
    return is_service(item) and not blank(item.name)


RULE = Rule(
    code="ITM018",
    name="名称写法不规范",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    clauses=("8a", "8b"),
    summary=Text(
        "事项名称的写法不规范：带着序号、括号不成对、末尾有标点，或者写进了实施机关的全称。",
        "A name is written badly: with a number, an unpaired bracket, a mark at its end or its authority's name.",
    ),
    basis=f"{PLAN}：列明行政审批和服务事项名称；{GB_39046} 事项名称",
    recommendation=Text("按纵向清单改正名称。", "Correct the name by the standard list."),
    messages={
        "serial": Message("事项名称“{name}”带着序号", "The name “{name}” begins with a serial number"),
        "end": Message("事项名称“{name}”末尾有标点", "The name “{name}” ends in a punctuation mark"),
        "pairs": Message("事项名称“{name}”的括号或者引号不成对", "A bracket of the name “{name}” is not paired"),
        "body": Message("事项名称“{name}”写进了实施机关的全称", "The name “{name}” begins with its authority's name"),
    },
    needs=("name",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
