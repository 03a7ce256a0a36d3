"""The kinds of faults that readers return: the one list; each is the page and wording of one rule (INP or COD)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define

__all__ = ["KINDS", "PER_COLUMN", "UNCLEAR", "Kind"]


@define(frozen=True, slots=True, kw_only=True)
class Kind:
    """读取问题种类: what it means, and what ``Fault.values`` holds beside ``label`` and ``found``.

    ``unclear``: a value is written but was not understood, so the field is neither filled nor missing.
    ``per_column``: one fault for a whole column of a source, with ``count``.
    """

    meaning: str
    values: tuple[str, ...] = ()
    unclear: bool = False
    per_column: bool = False


def _unclear(meaning: str, *values: str) -> Kind:
    return Kind(meaning=meaning, values=values, unclear=True)


# ``fields`` are the item paths of the columns in doubt, ``first`` the header of the first of them.
_ROW = ("row", "count", "width", "first", "fields")

KINDS: Mapping[str, Kind] = {
    "input-unreadable": Kind(meaning="整个文件无法读取（损坏、加密、被拒绝），其余文件继续", values=("reason",)),
    "undecodable": Kind(meaning="有字节无法按所判定的编码解码，已以替换符代替", values=("codec", "offset", "count")),
    "codec-uncertain": Kind(meaning="编码不确定，按所列编码读取", values=("codec",)),
    "sheet-without-header": Kind(meaning="工作表中没有可识别的表头，未读取", values=("sheet",)),
    "sheet-empty": Kind(meaning="工作表没有数据行", values=("sheet",)),
    "column-twice": Kind(meaning="两列对应同一要素且取值不能合并", values=("other",)),
    "hidden-content": Kind(meaning="隐藏的行、列或工作表已读取", values=("what", "count")),
    "merged-over-items": Kind(meaning="合并单元格跨越多个事项，其值用于区域内每一行", values=("range",)),
    "value-conflict": Kind(meaning="同一标签在来源中有两个不同的值", values=("other",)),
    "cell-error": _unclear("单元格为公式错误值（#REF! 等）"),
    "formula-guard": Kind(meaning="去掉了防止公式执行的前导撇号", per_column=True, values=("count",)),
    "not-an-item": Kind(meaning="此处不是一个事项（不是对象、没有内容），未读取", values=("reason",)),
    "name-missing": Kind(meaning="事项没有名称；仍作为一个事项计入"),
    "wrong-shape": _unclear("要素的类型或格式不符合数据规范，未采用该值", "expected", "reason"),
    "unknown-field": Kind(meaning="数据规范中没有的字段，原样保留在 extra 中", values=()),
    "duplicate-key": Kind(meaning="同一对象中键重复", values=("key",)),
    "row-cut": _unclear("一行的列数少于表头（被截断，或单元格内有未加引号的换行）", *_ROW),
    "row-broken": Kind(meaning="一行因单元格内未加引号的换行断成几行，已合并读取", values=("row", "last", "fields")),
    "row-moved": _unclear("一行的列数多于表头（有未加引号的分隔符，其后各列错位）", *_ROW),
    "orphan-row": Kind(meaning="附表（材料、收费、常见问题）的行找不到所属事项", values=("table", "key")),
    "limit-unclear": _unclear("时限已填写但无法理解（区间、多个时限、按规定等）"),
    "limit-without-unit": Kind(
        meaning="时限只有数字，表头和单位列都没有写明单位", values=("count",), unclear=True, per_column=True
    ),
    "visits-unclear": _unclear("到现场次数已填写但无法理解"),
    "date-unclear": _unclear("日期已填写但不是完整日期"),
    "number-unclear": _unclear("份数、页数或金额已填写但无法理解"),
    "yes-no-unclear": _unclear("是否类要素已填写但不是“是”或“否”"),
    "entries-unequal": _unclear("并列各列的条数不一致，无法逐条对应", "entries", "values"),
    "code-damaged": _unclear("编码在 Excel 中已失真，无法恢复"),
    "code-as-number": Kind(meaning="编码以数字存储，前导零可能丢失", values=("count",), per_column=True),
    "fullwidth-code": Kind(meaning="编码中有全角字符，可自动更正", values=("suggestion",)),
    "control-characters": Kind(meaning="文字中有控制字符或残缺字符，已去除", values=("count",)),
    "text-cut": Kind(meaning="文字似乎不完整（以“：”“……”或连接词结尾）", values=("ending",)),
    "label-unread": Kind(meaning="标签或表头未被识别，原样保留", values=("label", "why"), per_column=True),
    "script-blank": Kind(meaning="页面中的值由脚本填写，无法读取", values=("label",)),
    "document-not-guide": Kind(meaning="页面不是办事指南，按其所示内容读取", values=("what",)),
}

# A value of such a kind is written: the rules that need the field do not run, they are "not checked".
UNCLEAR = frozenset(name for name, kind in KINDS.items() if kind.unclear)

# Faults of such a kind are joined to one for each column of a source.
PER_COLUMN = frozenset(name for name, kind in KINDS.items() if kind.per_column)
