"""Each element of a guide in turn: a copy that says something else is told, corrected in its own cell, and no other."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from itemcatalog.audit import Standardised, run_standardise
from itemcatalog.formats import ReadOptions, jsonl_, xml_
from itemcatalog.formats.read import read_data
from itemcatalog.model import Item
from itemcatalog.standard import Correction
from itemcatalog.workspace import read_workspace

# Header, what the unit's own list says, what the portal says, the field that differs.
ELEMENTS = [
    ("办件类型", "承诺件", "即办件", "case_type"),
    ("服务对象", "企业法人", "企业法人；自然人", "target_groups"),
    ("设定依据", "《取水许可和水资源费征收管理条例》第二条", "《取水许可和水资源费征收管理条例》第三条", "legal_bases"),
    ("法定时限", "45个工作日", "40个工作日", "statutory_limit"),
    ("承诺时限", "12个工作日", "10个工作日", "promised_limit"),
    ("办理条件", "1.有取水工程；2.有论证报告", "1.有取水工程", "conditions"),
    ("申请材料", "1.申请书；2.身份证复印件1份", "1.申请书；2.身份证复印件2份；3.合同", "materials"),
    ("办理流程", "1.申请；2.受理；3.审查", "1.申请；2.受理", "procedure"),
    ("审查方式", "书面审查；现场勘查", "书面审查", "review_methods"),
    ("是否收费", "否", "是", "fees"),
    ("审批结果", "取水许可证", "取水许可批复", "results"),
    ("办理地点", "潍坊市奎文区东风街1号", "潍坊市奎文区东风街2号", "places"),
    ("办理窗口", "2楼3号窗口", "3楼5号窗口", "places"),
    ("办理时间", "周一至周五9:00-12:00", "周一至周五9:00-17:00", "places"),
    ("咨询电话", "0536-8234567、0536-8234568", "0536-8654321", "consultation"),
    ("监督投诉电话", "0536-12345", "0536-12346", "complaint"),
    ("到现场次数", "1", "2", "visits.total"),
    ("是否网上办理", "是", "否", "online.available"),
    ("网上办理深度", "互联网受理", "互联网预审", "online.depth"),
    ("是否支持物流快递", "是", "否", "courier"),
    ("是否支持电子证照", "是", "否", "electronic_licence"),
    ("办理形式", "窗口办理；网上办理", "窗口办理", "handling_forms"),
    ("通办范围", "全市", "全省", "handling_area"),
    ("中介服务", "水资源论证", "无", "intermediary"),
    ("数量限制", "无", "每年10个", "quantity_limit"),
    ("送达方式", "窗口领取；邮寄", "窗口领取", "results"),
    ("适用范围", "全市范围内取水", "区内取水", "scope"),
    ("申请人权利和义务", "享有陈述权", "享有申辩权", "rights"),
    ("常见问题", "问：多久办结？答：12个工作日", "问：多久办结？答：20个工作日", "faq"),
    ("特殊环节", "专家评审", "听证", "special_procedures"),
]
_CHANNEL = '[[channel]]\nid = "{0}"\nkind = "{0}"\ndivision = "370700"\nsource = "{0}.xlsx"\n'


def _rows(portal: bool) -> list[list[str]]:
    rows = [["事项名称", "实施编码", "实施主体", *(one[0] for one in ELEMENTS)]]
    for number, (header, *_) in enumerate(ELEMENTS):
        values = [other if portal and at == header else own for at, own, other, _field in ELEMENTS]
        rows.append([f"取水许可{chr(0x7532 + number)}", f"{'A' * 18}30001197{number:02}000", "潍坊市水利局", *values])
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city's list and its copy on a portal, one item for each element, which only that item's copy has wrong."""
    folder = tmp_path_factory.mktemp("elements")
    for name, portal in (("city", False), ("portal", True)):
        book = openpyxl.Workbook()
        for row in _rows(portal):
            book.worksheets[0].append(row)
        book.save(folder / f"{name}.xlsx")
    text = f"[workspace]\nas_of = 2023-12-31\n{_CHANNEL.format('city')}{_CHANNEL.format('portal')}"
    (folder / "itemcatalog.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def result(folder: Path) -> Standardised:
    """The standard of the two channels."""
    return run_standardise(read_workspace(folder))


def test_every_element_is_told(result: Standardised) -> None:
    """Each copy deviates in its own element and in nothing else, and every correction is written."""
    told = {one.member.item.name: one.field for one in result.corrections}

    assert {row[0]: field for row, (*_, field) in zip(_rows(False)[1:], ELEMENTS, strict=True)} == told
    assert len(result.corrections) == len(ELEMENTS)
    assert [(one.field, str(one.by_hand)) for one in result.by_hand] == []


def test_only_the_wrong_cells_change(result: Standardised) -> None:
    """No more cells differ from the portal's own workbook than were wrong."""
    data = next(one.data for one in result.files if one.path == "portal.xlsx")
    rows = [[str(cell.value) for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].rows]
    changed = [
        (at[0], number)
        for number, (was, now) in enumerate(zip(_rows(True)[1:], rows[1:], strict=True))
        for at, one, other in zip(ELEMENTS, was[3:], now[3:], strict=True)
        if one != other
    ]

    assert [(one[0], number) for number, one in enumerate(ELEMENTS)] == changed


def test_the_corrected_copy_needs_nothing_more(folder: Path, result: Standardised, tmp_path: Path) -> None:
    """The corrected workbook beside the city's list gives no correction and no question."""
    for one in result.files:
        (tmp_path / one.path).write_bytes(one.data)
    (tmp_path / "itemcatalog.toml").write_bytes((folder / "itemcatalog.toml").read_bytes())
    again = run_standardise(read_workspace(tmp_path))

    assert again.corrections == ()
    assert again.questions == ()


def _csv(codec: str) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(_rows(True))
    return buffer.getvalue().encode(codec)


def _objects() -> list[dict[str, str]]:
    head, *rows = _rows(True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def _typed() -> list[Item]:
    return list(read_data(_csv("utf-8"), "p.csv", ReadOptions(channel="portal")).items)


FORMS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "csv": ("portal.csv", lambda: _csv("gb18030")),
    "json": ("portal.json", lambda: json.dumps({"data": _objects()}, ensure_ascii=False, indent=1).encode()),
    "lines": ("portal.jsonl", lambda: "\n".join(json.dumps(one, ensure_ascii=False) for one in _objects()).encode()),
    "own-lines": ("portal.jsonl", lambda: jsonl_.write(_typed())),
    "own-xml": ("portal.xml", lambda: xml_.write(_typed())),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_corrected_in_its_own_way(folder: Path, tmp_path: Path, form: str) -> None:
    """Whatever the portal hands in, every element is told, written back and then nothing is left."""
    name, write = FORMS[form]
    (tmp_path / name).write_bytes(write())
    (tmp_path / "city.xlsx").write_bytes((folder / "city.xlsx").read_bytes())
    text = (folder / "itemcatalog.toml").read_text(encoding="utf-8").replace("portal.xlsx", name)
    (tmp_path / "itemcatalog.toml").write_text(text, encoding="utf-8")
    result = run_standardise(read_workspace(tmp_path))
    for one in result.files:
        (tmp_path / one.path).write_bytes(one.data)

    assert [field for *_, field in ELEMENTS] == [one.field for one in sorted(result.corrections, key=_number)]
    assert (len(result.by_hand), run_standardise(read_workspace(tmp_path)).corrections) == (0, ())


def _number(one: Correction) -> str:
    return one.member.item.codes.implementation or ""
