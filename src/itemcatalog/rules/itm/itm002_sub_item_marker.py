"""子项名称与编码中的子项号不一致。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照纵向清单要求，统一办事事项名称、子项；按照统一编码规则赋码）；
编码规则：基本编码末三位 000 表示无子项、00Y 表示主项、001 起为子项（C0109.1-2018、GB/T 39554.1-2020）。
示例：基本编码 440101007000（无子项）却填了子项“变更” → 核对子项，或者改用带子项号的编码。
局限：只看 12/31/33 位编码；子项与事项名称、主项名称相同的不算填了子项，与事项名称互相包含的只作提示；
有子项号而没写子项、主项名称的，无子项号而主项名称与事项名称互不包含的，只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import LAYOUT_2018, primary, readable
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, is_service, says_none, shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._same import normal
from itemcatalog.rules._sources import NAMES_AND_CODES

__all__ = ["RULE"]


def _none(text: str) -> bool:
    return says_none(text) or text == "无子项"


def _named(item: Item) -> str | None:
    text = item.sub_item or ""
    if blank(text) or _none(text.strip()) or normal(text) in (normal(item.name), normal(item.parent_name or "")):
        return None
    return text


def _other_main(item: Item) -> bool:
    """Return whether an item that is no business item of its main item names another text as its main item."""
    if blank(item.parent_name) or not blank(item.handling_item) or item.codes.handling is not None:
        return False
    main, name = normal(item.parent_name or ""), normal(item.name)
    return main not in name and name not in main and not _none(main)


def _applies(item: Item, context: Context) -> bool | None:
    return is_service(item) and readable(item, context)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    reading = primary(item, context)
    if reading is None or reading.code.scheme not in LAYOUT_2018 or "sub" not in reading.parts:
        return
    marker, named = reading.parts["sub"], _named(item)
    values = {"code": reading.text, "marker": marker, "sub": shown(named)}
    if marker == "000" and named:
        near = normal(named) in normal(item.name) or normal(item.name) in normal(named)
        yield Problem(field="sub_item", values=values, found=named, severity=Severity.NOTICE if near else None)
    elif marker == "000" and _other_main(item):
        values["sub"] = shown(item.parent_name)
        yield Problem(
            field="parent_name",
            message="parent",
            values=values,
            found=item.parent_name,
            severity=Severity.NOTICE,
        )
    elif marker not in ("000", "00Y") and not named and blank(item.parent_name):
        unnamed = context.carries(item, "sub_item") and blank(item.sub_item)
        if unnamed:
            yield Problem(field="sub_item", message="unnamed", values=values, found="", severity=Severity.NOTICE)


RULE = Rule(
    code="ITM002",
    name="子项与子项号",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    clauses=("8b", "8c"),
    summary=Text("子项名称与编码中的子项号不一致。", "The sub-item does not agree with the number in the code."),
    basis=NAMES_AND_CODES,
    recommendation=Text(
        "核对子项名称和基本编码末三位。", "Check the sub-item and the last three characters of the basic code."
    ),
    messages={
        "default": Message(
            "编码 {code} 的子项号为 {marker}（无子项），却填写了子项“{sub}”",
            "Code {code} says no sub-item ({marker}), yet the sub-item “{sub}” is given",
        ),
        "parent": Message(
            "编码 {code} 的子项号为 {marker}（无子项），主项名称“{sub}”却与事项名称不同",
            "Code {code} says no sub-item ({marker}), yet the main item “{sub}” has another name",
        ),
        "unnamed": Message(
            "编码 {code} 是第 {marker} 个子项，没有写明子项或主项名称",
            "Code {code} is of sub-item {marker}, but neither sub-item nor main item is named",
        ),
    },
    needs=("sub_item|parent_name", "codes"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
