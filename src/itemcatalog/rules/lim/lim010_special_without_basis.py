"""特殊环节没有写明法定依据。

依据：《中华人民共和国行政许可法》第四十五条（“依法”需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的）；
福州市2017年“互联网+政务服务”绩效考核实施方案（依法需要……的，要公开承诺特殊环节服务时限）。
示例：特殊环节“检测”，依据为空 → 写明要求检测的法律、法规条款。
局限：来源没有特殊环节依据这一列的不检查；说明文字引用了《……》的视为有依据；八类以外的环节只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.lim._special import has_special, name_of, special_procedures

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, entry, kind in special_procedures(item):
        if blank(entry.basis) and "《" not in (entry.text or ""):
            name = shown(name_of(entry))
            yield Problem(
                field=f"special_procedures[{index}].basis",
                values={"name": name},
                found="",
                cause=name,
                severity=None if kind else Severity.NOTICE,
            )


RULE = Rule(
    code="LIM010",
    name="特殊环节无依据",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("11b", "xkf-45"),
    summary=Text("特殊环节没有写明法定依据。", "A special procedure is published without its legal basis."),
    basis=f"{LICENSING}第四十五条；{PLAN}：依法需要……的",
    recommendation=Text(
        "写明要求该环节的法律、法规条款；没有依据的取消该环节。",
        "Name the clause that demands the procedure; without one, drop it.",
    ),
    messages={"default": Message("特殊环节“{name}”没有法定依据", "The special procedure “{name}” has no legal basis")},
    needs=("special_procedures.basis",),
    applies=has_special,
    check=_check,
    page=__doc__,
)
