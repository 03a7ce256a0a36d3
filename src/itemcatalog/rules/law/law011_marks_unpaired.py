"""设定依据的书名号不成对，看不出名称到哪里为止。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明设定依据等要素）；《中华人民共和国行政许可法》第三十条；
《标点符号用法》（GB/T 15834-2011）4.15（书名号成对使用）。
示例：《中华人民共和国食品安全法第三十五条 → 《中华人民共和国食品安全法》第三十五条。
局限：名称和原文已经分开的依据不看；引号、括号不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import PLAN
from itemcatalog.rules.law._titles import has_bases

__all__ = ["RULE"]


def _unpaired(text: str) -> bool:
    return text.count("《") != text.count("》")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, basis in enumerate(item.legal_bases):
        text = basis.title or basis.text or ""
        if _unpaired(text) and not (basis.title and basis.text):
            yield Problem(field=f"legal_bases[{index}]", values={"found": shown(text)}, found=text)


RULE = Rule(
    code="LAW011",
    name="书名号不成对",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    summary=Text(
        "设定依据的书名号不成对，看不出名称到哪里为止。",
        "The title marks of a legal basis are not in pairs, so where its title ends cannot be told.",
    ),
    basis=f"{PLAN}（列明设定依据等要素）；《标点符号用法》（GB/T 15834-2011）4.15",
    recommendation=Text("补上缺少的书名号。", "Add the mark that is missing."),
    messages={
        "default": Message(
            "设定依据“{found}”的书名号不成对",
            "The title marks of “{found}” are not in pairs",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=has_bases,
    clauses=("8a", "xkf-30"),
    page=__doc__,
)
