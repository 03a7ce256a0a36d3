"""The words of the proposed standard: grounds, columns, sheets, what happened to an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from itemcatalog.comparison import Change, EntryDifference
from itemcatalog.findings import Text

__all__ = ["COLUMNS", "QUESTION_COLUMNS", "SHEETS", "WIDTHS", "told"]

COLUMNS: dict[str, Text] = {
    "item": Text("事项", "item"),
    "channel": Text("渠道", "channel"),
    "field": Text("要素", "element"),
    "found": Text("现公布", "published"),
    "expected": Text("应为", "should be"),
    "difference": Text("差异", "difference"),
    "ground": Text("依据", "ground"),
    "place": Text("位置", "place"),
    "how": Text("更正方式", "how"),
    "reply": Text("回复", "reply"),
}
QUESTION_COLUMNS: dict[str, Text] = {
    "item": Text("事项", "item"),
    "field": Text("要素", "element"),
    "number": Text("序号", "no."),
    "found": Text("公布的内容", "published"),
    "unit": Text("公布单位", "units"),
    "count": Text("单位数", "number of units"),
    "channels": Text("渠道", "channels"),
    "doubt": Text("为什么待研判", "why open"),
    "decision": Text("研判结论", "decision"),
}
WIDTHS: Mapping[str, int] = {
    "item": 24,
    "channel": 12,
    "field": 10,
    "number": 6,
    "found": 30,
    "expected": 30,
    "difference": 24,
    "ground": 11,
    "place": 18,
    "how": 13,
    "unit": 26,
    "count": 8,
    "doubt": 22,
    "decision": 16,
    "channels": 22,
    "reply": 16,
}
SHEETS: Mapping[str, Text] = {
    "title": Text("同一标准建议", "the proposed standard"),
    "questions": Text("待研判", "to be decided"),
    "questions-heading": Text(
        "以下要素应由审改办研判以哪一个为准", "a person must decide which of these values stands"
    ),
    "no-questions": Text("没有需要研判的要素", "nothing to decide"),
    "unit-heading": Text("需更正的要素", "elements to correct"),
    "presence": Text("公布情况", "where published"),
    "coverage": Text(
        "{channel}：应公布 {demanded} 项，已公布 {published} 项，其中有可下载指南 {documents} 项",
        "{channel}: {demanded} must be published, {published} are, {documents} with a guide to download",
    ),
    "coverage-bare": Text(
        "{channel}：应公布 {demanded} 项，已公布 {published} 项",
        "{channel}: {demanded} must be published, {published} are",
    ),
    "item": Text("事项", "item"),
    "base": Text("基本编码", "basic code"),
    "stands": Text("以 {number} 为准", "{number} stands"),
    "none-stands": Text("都不采用，另定", "none of them"),
    "written": Text("更正文件中已改", "done in the corrected file"),
    "empty": Text("（空）", "(empty)"),
}
_CHANGES: Mapping[Change, Text] = {
    Change.RENAMED: Text("名称不同", "other name"),
    Change.CHANGED: Text("内容不同", "other content"),
    Change.ADDED: Text("多出", "one more"),
    Change.DROPPED: Text("缺少", "lacking"),
    Change.SPLIT: Text("应合为一项", "to be one entry"),
    Change.MERGED: Text("应分列", "to be entries of their own"),
}
_TOLD = 8


def told(found: Sequence[EntryDifference], language: str) -> str:
    """Return the entries that differ, one a line; the arrow leads from what is published to what should stand."""
    found = [one for one in found if not one.agreement.same]
    lines = [
        f"{_CHANGES[one.change].in_language(language)}：{' → '.join(side for side in (one.right, one.left) if side)}"
        for one in found[:_TOLD]
    ]
    rest = Text(f"另有 {len(found) - _TOLD} 处", f"{len(found) - _TOLD} more").in_language(language)
    return "\n".join([*lines, *([rest] if len(found) > _TOLD else [])])
