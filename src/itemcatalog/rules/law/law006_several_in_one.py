"""一条设定依据里写了几部法律法规。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明设定依据等要素）；《中华人民共和国行政许可法》第三十条（公示许可事项的依据）。
示例：《公司法》、《公司登记管理条例》第六条、第三条 → 分成两条，各写各的条款。
局限：只看一条依据的名称里是否还有书名号，或者列表中的一条是否写了几部；一个单元格里写几部的，读作几条，不算；
依据正文中提到的其他文件不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.law._titles import cites, titled

__all__ = ["RULE"]

# Where the reader split an entry of a list that named several texts, the first basis keeps it as written.
_ENTRY = "原条"
_SEVERAL = re.compile(r"》\s*(?:[、，,；;和及与]|以及)?\s*《")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, basis, title in titled(item):
        entry = basis.extra.get(_ENTRY) if isinstance(basis.extra.get(_ENTRY), str) else title
        if _SEVERAL.search(title) or entry is not title:
            yield Problem(field=f"legal_bases[{index}].title", values={"found": shown(entry)}, found=entry)


RULE = Rule(
    code="LAW006",
    name="一条依据含几部法律法规",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.PLAN,
    summary=Text("一条设定依据里写了几部法律法规。", "One entry of the legal bases names several texts."),
    basis=f"{PLAN}（列明设定依据等要素）；{LICENSING}第三十条（公示许可事项的依据）",
    recommendation=Text("一部法律法规写一条，各写各的条款。", "Write one text per entry, each with its own article."),
    messages={
        "default": Message(
            "一条依据里写了几部法律法规：{found}",
            "One entry names several texts: {found}",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=cites,
    clauses=("8a", "xkf-30"),
    page=__doc__,
)
