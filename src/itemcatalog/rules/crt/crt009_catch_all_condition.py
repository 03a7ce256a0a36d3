"""受理条件有兜底条款。

依据：《中华人民共和国行政许可法》第三十条（公示许可的条件）；福州市2017年“互联网+政务服务”绩效考核实施方案：清晰列明相关办理要素。
示例：“符合法律、法规规定的其他条件” → 列明是哪部法的哪些条件，没有的删去。
局限：条件写明了出处条款（“《消防法》第十五条规定的其他条件”）的不算；许多法律自己就有兜底条款，所以只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._catch_all import catch_all_condition

__all__ = ["RULE"]


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, condition in enumerate(item.conditions):
        hit = catch_all_condition(condition.text)
        if hit is not None:
            yield Problem(
                field=f"conditions[{index}].text",
                message="rules" if hit.kind == "rules" else "default",
                values={"found": condition.text[:80], "words": hit.words},
                found=condition.text,
                cause=hit.words,
            )


def _applies(item: Item, context: Context) -> bool:
    return is_service(item) and bool(item.conditions)


RULE = Rule(
    code="CRT009",
    name="条件兜底条款",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    summary=Text("受理条件有兜底条款。", "The conditions have a catch-all entry."),
    basis="《中华人民共和国行政许可法》第三十条（公示许可的条件）；福州市2017年“互联网+政务服务”绩效考核实施方案：清晰列明相关办理要素",
    recommendation=Text(
        "列明是哪部法律法规的哪些条件，没有的删去。", "Name the law and its conditions; drop what cannot be named."
    ),
    messages={
        "default": Message(
            "条件“{found}”是兜底条款（“{words}”）",
            "The condition “{found}” is a catch-all (“{words}”)",
        ),
        "rules": Message(
            "条件“{found}”没有写明是哪些规定（“{words}”）",
            "The condition “{found}” does not say which rules (“{words}”)",
        ),
    },
    needs=("conditions",),
    check=_check,
    applies=_applies,
    page=__doc__,
)
