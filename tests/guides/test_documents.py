"""Word guides as offices write them: one large table, headings with paragraphs, bold labels, lists of items."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions
from itemcatalog.formats.docx_ import read
from itemcatalog.model import Item, Source


def parts(document: Any) -> tuple[list[Item], list[Fault], Source]:
    """Return what a document gives: items, faults, source."""
    out = io.BytesIO()
    document.save(out)
    found = list(read(out.getvalue(), "guide.docx", ReadOptions(channel="d")))
    return (
        [one for one in found if isinstance(one, Item)],
        [one for one in found if isinstance(one, Fault)],
        next(one for one in found if isinstance(one, Source)),
    )


def table(document: Any, rows: list[list[str]]) -> Any:
    """Add a table; ``<`` joins a cell with the one on its left, ``^`` with the one above."""
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == "<":
                made.cell(number, column - 1).merge(made.cell(number, column))
            elif text == "^":
                made.cell(number - 1, column).merge(made.cell(number, column))
            else:
                made.cell(number, column).text = text
    return made


def test_one_table_with_merged_cells() -> None:
    """The usual form: labels beside values, a label over several rows, the list of materials in the same table."""
    document = docx.Document()
    document.add_paragraph("行政许可事项办事指南")
    table(
        document,
        [
            ["事项名称", "取水许可", "<", "<"],
            ["实施机关", "示例市水利局", "办理对象", "企业法人"],
            ["办理时限", "法定时限", "45日", "<"],
            ["^", "承诺时限", "15个工作日", "<"],
            ["申请材料", "序号", "材料名称", "份数"],
            ["^", "1", "申请书", "原件2份"],
            ["^", "2", "论证报告", "原件1份，复印件1份"],
            ["收费标准", "不收费", "<", "<"],
        ],
    )
    items, faults, source = parts(document)

    assert (
        items[0].name,
        items[0].authority.name,
        str(items[0].statutory_limit),
        str(items[0].promised_limit),
        items[0].fees.charged,
    ) == ("取水许可", "示例市水利局", "45个自然日", "15个工作日", False)
    assert [(one.name, one.originals, one.copies) for one in items[0].materials] == [
        ("申请书", 2, None),
        ("论证报告", 1, 1),
    ]
    assert (faults, source.unread) == ([], ())


def test_headings_with_paragraphs_and_lists() -> None:
    """Real headings, also of a Chinese Word, with text and numbered entries below them."""
    document = docx.Document()
    document.styles.add_style("标题 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_heading("取水许可办事指南", 0)
    document.add_heading("一、设定依据", 1)
    document.add_paragraph("《中华人民共和国水法》第七条")
    document.add_paragraph("二、申请条件", style="标题 1")
    document.add_paragraph("符合水资源规划", style="List Number")
    document.add_paragraph("有节水措施", style="List Number")
    document.add_heading("三、办结时限", 1)
    document.add_paragraph("法定办结时限：45个工作日")
    document.add_paragraph("承诺办结时限：15个工作日")
    items, _, _ = parts(document)

    assert (
        items[0].name,
        items[0].legal_bases[0].title,
        str(items[0].statutory_limit),
        str(items[0].promised_limit),
    ) == ("取水许可", "中华人民共和国水法", "45个工作日", "15个工作日")
    assert [one.text for one in items[0].conditions] == ["符合水资源规划", "有节水措施"]


def test_bold_labels_in_running_text() -> None:
    """A bold label and its value in one paragraph, with or without a colon."""
    document = docx.Document()
    for label, value in (("事项名称", "取水许可"), ("承诺办结时限：", "15个工作日"), ("咨询电话", "0591-88888888")):
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(value)
    items, _, _ = parts(document)

    assert (
        items[0].name,
        str(items[0].promised_limit),
        items[0].consultation.phones[0].number,
    ) == ("取水许可", "15个工作日", "0591-88888888")


def test_a_table_of_many_items() -> None:
    """A list of items in Word is read as a list."""
    document = docx.Document()
    document.add_paragraph("事项清单")
    table(document, [["序号", "事项名称", "实施主体"], ["1", "取水许可", "示例市水利局"], ["2", "河道采砂许可", "^"]])
    items, _, source = parts(document)

    assert (
        [(one.name, one.authority.name) for one in items],
        source.items,
    ) == ([("取水许可", "示例市水利局"), ("河道采砂许可", "示例市水利局")], 2)


def test_values_keep_their_place_in_words() -> None:
    """A fault says in which table, row and column, or in which paragraph, the value stands."""
    document = docx.Document()
    document.add_paragraph("法定办结时限：按照规定")
    table(document, [["事项名称", "取水许可"], ["承诺办结时限", "视情况"]])
    _, faults, _ = parts(document)

    assert {"guide.docx · 第 1 段", "guide.docx · 表格 1 第 2 行第 2 列"} == {str(one.place) for one in faults}


def test_another_document_is_no_guide() -> None:
    """A letter gives no item and says so."""
    document = docx.Document()
    document.add_paragraph("关于停电的通知")
    items, faults, _ = parts(document)

    assert (items, [one.kind for one in faults]) == ([], ["document-not-guide"])
