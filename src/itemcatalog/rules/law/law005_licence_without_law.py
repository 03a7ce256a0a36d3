"""行政许可的全部设定依据都低于法律、行政法规、国务院决定和地方性法规。

依据：《中华人民共和国行政许可法》第十四条至第十七条（其他规范性文件一律不得设定行政许可；部门规章不得设定行政许可）。
示例：只引《某部门关于加强管理的通知》 → 补充设定该许可的法律、行政法规；没有的，报审改办研究取消。
局限：只有每一条依据的层级都能确定时才判断；只凭文号（某某部令、〔2016〕66号一类）认定层级的只作提示；含政府规章的（省级政府规章可以设定临时性许可）只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_licence
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.law._titles import ABOVE_RULES, level_of

__all__ = ["RULE"]


def _applies(item: Item, context: Context) -> bool | None:
    licence = is_licence(item, context)
    if not licence:
        return licence
    if not item.legal_bases:
        return False
    return True if _levels(item) is not None else None


def _levels(item: Item) -> list[tuple[str, bool]] | None:
    """Return the levels of all bases; None when one of them cannot be told and none is high enough."""
    found = [level_of(basis.title, basis.document_number) if basis.title else None for basis in item.legal_bases]
    stated = [level for level in found if level is not None]
    high = any(level in ABOVE_RULES for level, _ in stated)
    return stated if high or len(stated) == len(found) else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    levels = _levels(item) or []
    if any(level in ABOVE_RULES for level, _ in levels):
        return
    names = sorted({level for level, _ in levels})
    sure = all(certain for _, certain in levels) and "政府规章" not in names
    titles = "、".join(f"《{basis.title}》" for basis in item.legal_bases)
    yield Problem(
        field="legal_bases",
        values={"found": f"{'、'.join(names)}（{titles}）"},
        found=titles,
        severity=None if sure else Severity.NOTICE,
    )


RULE = Rule(
    code="LAW005",
    name="行政许可依据层级不足",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    summary=Text(
        "行政许可的全部设定依据都低于法律、行政法规、国务院决定和地方性法规。",
        "Every legal basis of a licence ranks below law, regulation, State Council decision and local statute.",
    ),
    basis="《中华人民共和国行政许可法》第十四条至第十七条",
    recommendation=Text(
        "补充有权设定该许可的法律、法规；没有的，报审改办研究取消。",
        "Add the law or regulation that sets the licence; where there is none, let the review office decide.",
    ),
    messages={
        "default": Message(
            "行政许可的依据只有{found}，没有法律、行政法规、国务院决定或者地方性法规",
            "The licence rests only on {found}: no law, regulation, State Council decision or local statute",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=_applies,
    page=__doc__,
)
