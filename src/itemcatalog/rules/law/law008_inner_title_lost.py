"""转发、印发类文件的名称里丢了被印发的文件名。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明设定依据等要素）；《中华人民共和国行政许可法》第三十条
（公示许可事项的依据）。
示例：《福建省人民政府办公厅关于印发的通知》 → 《福建省人民政府办公厅关于印发〈福建省……办法〉的通知》。
局限：只认“关于印发（转发、公布、发布、修改、废止、批转）的通知（决定、公告、意见、函）”这种中间没有内容的写法。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.law._titles import cites, titled

__all__ = ["RULE"]

_LOST = re.compile(
    r"关于(?:重新)?(?:印发|转发|批转|公布|发布|修改|修订|废止|贯彻落实|贯彻|实施)(?:等[^的]{0,6})?"
    r"的(?:通知|决定|公告|意见|函|令|批复|通告)"
)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, _, title in titled(item):
        if _LOST.search(title):
            yield Problem(field=f"legal_bases[{index}].title", values={"found": title}, found=title)


RULE = Rule(
    code="LAW008",
    name="印发文件名称残缺",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.PLAN,
    summary=Text(
        "转发、印发类文件的名称里丢了被印发的文件名。",
        "The title of the text that was issued is lost from the title of the notice that issued it.",
    ),
    basis=f"{PLAN}（列明设定依据等要素）；{LICENSING}第三十条（公示许可事项的依据）",
    recommendation=Text("补全被印发文件的名称。", "Complete the title of the text that was issued."),
    messages={
        "default": Message(
            "《{found}》里丢了被印发文件的名称",
            "“{found}” has lost the title of the text that was issued",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=cites,
    clauses=("8a", "xkf-30"),
    page=__doc__,
)
