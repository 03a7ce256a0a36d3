"""事项名称中夹有看不见的字符、部首字或者私用区字符。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”。
示例：“导游证\u200b核发”中夹有零宽空格 → 删去；“⻓乐区”用了部首字 → 改为“长乐区”。
局限：只看名称、子项、业务办理项和实施主体；全角数字和标点不算。比对名称时已按正确的字处理，不影响判断是否同一事项。
"""

from __future__ import annotations

import operator
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.text import AnomalyKind, anomalies, is_plain

__all__ = ["RULE"]

_FIELDS = ("name", "parent_name", "sub_item", "handling_item", "authority.name")
_texts = operator.attrgetter(*_FIELDS)
_HARMLESS = frozenset({AnomalyKind.FULL_WIDTH_DIGIT, AnomalyKind.CONFUSABLE})


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for path, text in zip(_FIELDS, _texts(item), strict=True):
        if not text or is_plain(text):
            continue
        odd = [one for one in anomalies(text) if one.kind not in _HARMLESS]
        if odd:
            points = "、".join(dict.fromkeys(f"U+{ord(one.character):04X}" for one in odd))
            yield Problem(
                field=path,
                values={"found": text, "points": points, "position": odd[0].position + 1},
                found=text,
                cause=f"{path}：{points}",
            )


RULE = Rule(
    code="NAM012",
    name="名称夹有异常字符",
    scope=Scope.ITEM,
    severity=Severity.NOTICE,
    force=Force.LAW,
    summary=Text(
        "事项名称中夹有看不见的字符、部首字或者私用区字符。",
        "A name holds invisible characters, radicals or private use characters.",
    ),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；"
        "《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）："
        "同一事项名称、编码、依据、类型等基本要素“四级四同”"
    ),
    recommendation=Text("重新录入该名称。", "Type the name again."),
    messages={
        "default": Message(
            "“{found}”第 {position} 个字符起夹有异常字符 {points}",
            "“{found}” holds odd characters {points} from character {position} on",
        ),
    },
    check=_check,
    clauses=("8b",),
    page=__doc__,
)
