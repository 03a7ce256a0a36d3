"""A workbook to fill in (填报模板): drop-downs from the code lists, an example row, a sheet of notes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from itemcatalog.codes import list_values
from itemcatalog.formats._grid import column_letters
from itemcatalog.formats._write_xlsx import new_workbook
from itemcatalog.formats._written import COLUMNS

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

__all__ = ["template_xlsx"]

_ROWS = 5_000
# Headers that the template words as offices do; the other columns are those that we write.
_OWN = {
    "legal_bases": "设定依据",
    "special_procedures": "特殊环节",
    "conditions": "受理条件",
    "procedure": "办理流程",
    "results": "审批结果",
    "consultation": "咨询电话",
    "complaint": "监督投诉电话",
}
# Field → the cell of the example row. The order is the order of the columns.
EXAMPLE: Mapping[str, str] = {
    "name": "（示例）社会团体成立登记",
    "parent_name": "社会团体登记",
    "sub_item": "社会团体成立登记",
    "handling_item": "",
    "codes.basic": "000111001001",
    "codes.implementation": "",
    "power_type": "行政许可",
    "case_type": "承诺件",
    "levels": "市级",
    "division": "350100",
    "authority.name": "福州市民政局",
    "authority.credit_code": "",
    "authority.kind": "法定机关",
    "authority.office": "",
    "status": "在用",
    "legal_bases": "《社会团体登记管理条例》第三条",
    "target_groups": "社会组织法人",
    "statutory_limit": "60个工作日",
    "promised_limit": "12个工作日",
    "special_procedures": "",
    "conditions": "1.有50个以上的个人会员或者30个以上的单位会员；\n2.有规范的名称和相应的组织机构；\n3.有固定的住所。",
    "materials.name": "社会团体法人登记申请表",
    "materials.kind": "申请表格文书",
    "materials.issuer": "",
    "materials.source": "申请人自备",
    "materials.necessity": "必要",
    "materials.originals": "1",
    "materials.copies": "0",
    "procedure": "受理→审查→决定→送达",
    "fees.charged": "否",
    "fees.items.standard": "",
    "fees.items.basis": "",
    "results": "社会团体法人登记证书",
    "places.address": "福州市行政服务中心",
    "places.hours": "工作日上午9:00-12:00，下午13:00-17:00",
    "consultation": "0591-12345",
    "complaint": "12345",
    "visits.total": "1",
    "visits.reason": "",
    "online.available": "是",
    "online.depth": "",
    "online.url": "",
    "courier": "是",
    "electronic_licence": "否",
    "handling_forms": "窗口办理",
    "handling_area": "",
    "intermediary": "无",
    "quantity_limit": "无",
    "entered_hall": "是",
    "internal_unit": "",
}
_YES_NO = ("是", "否")
_LISTS: Mapping[str, str] = {
    "power_type": "item_types",
    "case_type": "case_types",
    "levels": "levels",
    "authority.kind": "authority_kinds",
    "status": "item_status",
    "target_groups": "target_groups",
    "materials.kind": "material_kinds",
    "materials.source": "material_sources",
    "materials.necessity": "material_necessity",
    "online.depth": "online_depths",
    "handling_forms": "handling_forms",
    "handling_area": "handling_areas",
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "fees.charged": _YES_NO,
    "online.available": _YES_NO,
    "electronic_licence": _YES_NO,
    "entered_hall": _YES_NO,
    "courier": ("是", "否", "不适用"),
}
_NOTES = (
    "填报说明",
    "1. 一个事项一行。表头不要改动；可以增加列，未识别的列按原表头保留。",
    "2. 第二行为示例（名称以“（示例）”开头），读取时略过，可以删除。",
    "3. 编码一律按文本填写，不要让 Excel 转为数字；不足的位数不要自行补零。",
    "4. 时限写明单位，如“20个工作日”；没有法定时限写“无”；当场办结写“即办”。没有填写与“无”不同。",
    "5. 一个事项有多份材料时，第二份起填在下一行，该行其余各列留空（名称可以纵向合并）。",
    "6. 一个单元格内有多项时，每项一行，或以 1. 2. 编号，或以分号隔开。",
    "7. 有下拉列表的列，列表之外的内容也可以填写；服务对象、行使层级有多项时用顿号隔开。",
    "8. 日期写作 2017-12-31。",
)


def template_xlsx() -> bytes:
    """Return the workbook to fill in; our reader takes a filled one without a mapping. Same bytes every time."""
    buffer = io.BytesIO()
    workbook = new_workbook(buffer)
    page = workbook.add_worksheet("事项")
    notes = workbook.add_worksheet("填报说明")
    codes = workbook.add_worksheet("代码表")
    _fill(workbook, page)
    _offer(workbook, page, codes)
    notes.set_column(0, 0, 100)
    for number, sentence in enumerate(_NOTES):
        notes.write_string(number, 0, sentence)
    page.activate()
    workbook.close()
    return buffer.getvalue()


def _fill(workbook: Workbook, page: Worksheet) -> None:
    head = workbook.add_format({"bold": True, "text_wrap": True, "bg_color": "#DDEBF7", "border": 1, "valign": "top"})
    text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    grey = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "font_color": "#808080"})
    page.set_column(0, len(EXAMPLE) - 1, 18, text)
    for column, (path, example) in enumerate(EXAMPLE.items()):
        page.write_string(0, column, _OWN.get(path) or COLUMNS[path], head)
        if example:
            page.write_string(1, column, example, grey)
    page.freeze_panes(1, 1)


def _offer(workbook: Workbook, page: Worksheet, codes: Worksheet) -> None:
    """Write the choices on a sheet of their own and offer them as drop-downs; other words are still accepted."""
    head = workbook.add_format({"bold": True})
    at = 0
    for column, path in enumerate(EXAMPLE):
        choices = _choices(path)
        if not choices:
            continue
        codes.write_string(0, at, _OWN.get(path) or COLUMNS[path], head)
        for number, choice in enumerate(choices, start=1):
            codes.write_string(number, at, choice)
        letters = column_letters(at)
        page.data_validation(
            1, column, _ROWS, column, _validation(f"=代码表!${letters}$2:${letters}${len(choices) + 1}")
        )
        at += 1


def _choices(path: str) -> tuple[str, ...]:
    if path in _LISTS:
        return tuple(entry.name for entry in list_values(_LISTS[path]))
    return _CHOICES.get(path, ())


def _validation(source: str) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "error_type": "information",
        "error_title": "不在代码表中",
        "error_message": "所填内容不在代码表中；确认无误可以保留。",
    }
