"""办事指南用语含糊，办事人读了仍不知道要什么、多少、多久、找谁。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要素）；《
中华人民共和国
行政许可法》第三十条（行政机关应当提供准确、可靠的信息）；《优化营商环境条例》第三十五条（细化量化政务服务标
准，压缩自由裁量权）。
示例：“具备相应的资金和良好的信誉等” → 注册资本不少于30万元，近三年没有行政处罚记录。
局限：按词表查（codes/wording/vague.csv，每条有建议写法）；书名号、引号内的不算；法律原文也会这样写，是否确属
含糊有疑问的按 notice；
条件里的“相关材料”等可能已经在申请材料中列明，只作提示；《……》第……条规定之后的话是法律原文，不算；
材料名称和条件中的“其他……”由 CRT008、CRT009 检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_service, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING
from itemcatalog.rules.gde._sources import CLEARLY
from itemcatalog.rules.gde._vague import VagueHit, vague_in

__all__ = ["RULE"]

_PAPERS = "材料"
_BEFORE, _LONGEST = 24, 60
_LISTS = (
    ("conditions", "text"),
    ("materials", "acceptance"),
    ("materials", "fill_note"),
    ("special_procedures", "text"),
    ("places", "hours"),
    ("procedure", "note"),
)


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    for name, member in _LISTS:
        entries = getattr(item, name)
        for index, entry in enumerate(entries) if entries else ():
            if (text := getattr(entry, member)) and vague_in(text):
                yield f"{name}[{index}].{member}", text
    for index, fee in enumerate(item.fees.items):
        if fee.standard and vague_in(fee.standard):
            yield f"fees.items[{index}].standard", fee.standard
    if item.quantity_limit and vague_in(item.quantity_limit):
        yield "quantity_limit", item.quantity_limit


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for field, text in _texts(item):
        hits = vague_in(text)
        words = "”“".join(dict.fromkeys(hit.words for hit in hits))
        rewrite = "；".join(dict.fromkeys(hit.entry.rewrite for hit in hits))
        yield Problem(
            field=field,
            values={"words": words, "text": _around(text, hits[0].words), "rewrite": rewrite},
            found=text,
            severity=None if any(_sure(hit, field) for hit in hits) else Severity.NOTICE,
        )


def _sure(hit: VagueHit, field: str) -> bool:
    """Return whether words are vague beyond doubt: what papers a condition means, the list of materials may say."""
    return hit.entry.sure and not (hit.entry.kind == _PAPERS and field.startswith("conditions"))


def _around(text: str, words: str) -> str:
    """Return the part of a text that holds the words, short enough for a message."""
    line = " ".join(text.split())
    start = line.find(words) - _BEFORE
    return shown(line) if start <= 0 or len(line) <= _LONGEST else f"…{shown(line[start:], _LONGEST)}"


RULE = Rule(
    code="GDE006",
    name="用语含糊",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("9a", "xkf-30", "yhyshj-35"),
    summary=Text(
        "办事指南用语含糊，办事人读了仍不知道要什么、多少、多久、找谁。",
        "The wording is vague: the reader still does not know what, how much, how long or whom to ask.",
    ),
    basis=(
        f"{CLEARLY}；{LICENSING}第三十条（行政机关应当提供准确、可靠的信息）；"
        "《优化营商环境条例》第三十五条（细化量化政务服务标准，压缩自由裁量权）"
    ),
    recommendation=Text(
        "写明数量、标准、时间、材料或者部门的名称。", "Name the number, standard, time, document or body."
    ),
    messages={
        "default": Message(
            "用语含糊（“{words}”）：{text}；建议：{rewrite}", "Vague wording (“{words}”): {text}; suggested: {rewrite}"
        )
    },
    needs=("conditions|materials.acceptance|materials.fill_note|special_procedures.text|places.hours|fees.items",),
    applies=is_service,
    check=_check,
    page=__doc__,
)
