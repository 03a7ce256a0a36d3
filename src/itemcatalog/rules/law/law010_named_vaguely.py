"""设定依据没有写出任何法律、法规或者文件的名称。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明设定依据等要素）；《中华人民共和国行政许可法》第三十条。
示例：“按照国家有关规定办理” → 写明法律、法规或者文件的全称和条款。
局限：只在一条依据既没有名称、文号，文字里也没有“法、条例、规定、办法、决定、通知、意见”等字样时提示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.law._titles import has_bases

__all__ = ["RULE"]

_NAMES = re.compile(r"(?<!依)法|条例|规[章定]|办法|细则|决定|通知|意见|公告|方案|目录|标准|规范|批复|号")
_STOCK = re.compile(
    r"(?:按照?|依照?|依据|根据)?(?:国家|上级|中央|省级?|市级?|县级?|地方|部门|本级|单位|行业|主管部门|[、和及与])*的?"
    r"(?:有关|相关|现行|其他)的?(?:法律|行政法规|地方性法规|法规|规章|规范性文件|规定|政策|文件|标准|办法|制度|条款|要求|[、，,和及与或以])+"
)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, basis in enumerate(item.legal_bases):
        text = (basis.text or "").strip()
        if basis.title or basis.document_number or not text:
            continue
        if not _NAMES.search(_STOCK.sub("", text)):
            yield Problem(field=f"legal_bases[{index}]", values={"found": text[:60]}, found=text)


RULE = Rule(
    code="LAW010",
    name="设定依据笼统",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.PLAN,
    summary=Text("设定依据没有写出任何法律、法规或者文件的名称。", "An entry of the legal bases names no text at all."),
    basis="福州市2017年“互联网+政务服务”绩效考核实施方案（列明设定依据等要素）；《中华人民共和国行政许可法》第三十条",
    recommendation=Text("写明法律、法规或者文件的全称和条款。", "Name the text and its article."),
    messages={
        "default": Message(
            "设定依据“{found}”没有写出法律、法规或者文件的名称",
            "The legal basis “{found}” names no text",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=has_bases,
    clauses=("8a", "xkf-30"),
    page=__doc__,
)
