"""特殊环节没有公开承诺所需时限。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，
要公开承诺上述特殊环节服务时限；《中华人民共和国行政许可法》第四十五条（应当将所需时间书面告知申请人）。
示例：特殊环节“专家评审”，时限为空 → 专家评审，15 个工作日。
局限：八类以外的环节（现场勘查、公示等）只作提示；说明文字里写了时间的视为已经公开；
来源把特殊环节分列而没有时限一列的不检查；方案没有约束力的地方（只适用行政许可法）按 warning。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.lim._special import has_special, name_of, speaks_of_time, special_procedures

__all__ = ["RULE"]


_OTHER_PARTS = ("special_procedures.basis", "special_procedures.counted")


def _applies(item: Item, context: Context) -> bool | None:
    """A table that parts the procedures into columns, but not their time, cannot tell; a text could have told."""
    if not has_special(item, context):
        return False
    apart = any(context.carries(item, part) for part in _OTHER_PARTS)
    return True if context.carries(item, "special_procedures.limit") or not apart else None


def _severity(kind: str | None, item: Item, context: Context) -> Severity:
    if kind is None:
        return Severity.NOTICE
    ordered = context.policy.binds(("11b",), context.as_of) and context.carries(item, "special_procedures.limit")
    return Severity.ERROR if ordered else Severity.WARNING


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, entry, kind in special_procedures(item):
        if not speaks_of_time(entry):
            name = shown(name_of(entry))
            yield Problem(
                field=f"special_procedures[{index}].limit",
                message="default" if kind else "other",
                values={"name": name},
                found=str(entry.limit) if entry.limit is not None else "",
                cause=name,
                severity=_severity(kind, item, context),
            )


RULE = Rule(
    code="LIM009",
    name="特殊环节无时限",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("11b", "xkf-45"),
    summary=Text("特殊环节没有公开承诺所需时限。", "A special procedure is published without the time it takes."),
    basis=f"{PLAN}：公开承诺特殊环节服务时限；{LICENSING}第四十五条",
    recommendation=Text("逐个特殊环节写明所需时间和单位。", "State the time and unit of each special procedure."),
    messages={
        "default": Message("特殊环节“{name}”没有承诺时限", "The special procedure “{name}” has no time limit"),
        "other": Message("环节“{name}”没有写明时限", "The step “{name}” has no time limit"),
    },
    needs=("special_procedures",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
