"""A short official document (通报) in Word: title, paragraphs, tables in the usual faces; always the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import define

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["NoticeHeading", "NoticeParagraph", "NoticeTable", "notice_docx"]

_TITLE, _HEADING, _BODY = ("方正小标宋简体", 22), ("黑体", 16), ("仿宋_GB2312", 16)
_CELL = 10.5
_FORBIDDEN = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_FIXED = (1980, 1, 1, 0, 0, 0)


@define(frozen=True, slots=True)
class NoticeHeading:
    """标题: a heading of the document (一、…)."""

    text: str


@define(frozen=True, slots=True)
class NoticeParagraph:
    """段落: a paragraph, indented by two characters."""

    text: str


@define(frozen=True, slots=True)
class NoticeTable:
    """表格: a header and rows of texts; ``widths`` in millimetres."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    widths: tuple[int, ...]


def notice_docx(title: str, parts: Sequence[NoticeHeading | NoticeParagraph | NoticeTable], day: date) -> bytes:
    """Return the document; ``day`` is the only date in it."""
    import docx

    document = docx.Document()
    _page(document)
    _paragraph(document, title, _TITLE, centred=True)
    for part in parts:
        if isinstance(part, NoticeTable):
            _table(document, part)
        elif isinstance(part, NoticeHeading):
            _paragraph(document, part.text, _HEADING, indent=2)
        else:
            _paragraph(document, part.text, _BODY, indent=2)
    core = document.core_properties
    core.title, core.author, core.language = title, "", "zh-CN"
    core.created = core.modified = datetime.combine(day, datetime.min.time())
    stream = io.BytesIO()
    document.save(stream)
    return _fixed(stream.getvalue())


def _page(document: Document) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _paragraph(
    document: Document, text: str, face: tuple[str, float], *, indent: int = 0, centred: bool = False
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.line_spacing, form.space_after, form.space_before = Pt(28), Pt(0), Pt(0)
    form.first_line_indent = Pt(face[1] * indent) if indent else None
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        form.space_after = Pt(14)
    _run(paragraph, text, *face)


def _run(paragraph: Any, text: str, name: str, size: float, *, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(_plain(text))
    run.font.name, run.font.size, run.font.bold = "Times New Roman", Pt(size), bold
    run._element.rPr.rFonts.set(qn("w:eastAsia"), name)


def _plain(text: str) -> str:
    """Take out what XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def _table(document: Document, part: NoticeTable) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(part.header))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, part.widths, strict=True):
        column.width = Mm(width)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for line, bold in ((part.header, True), *((row, False) for row in part.rows)):
        cells = head.cells if bold else table.add_row().cells
        for cell, text, width in zip(cells, line, part.widths, strict=True):
            cell.width = Mm(width)
            _run(cell.paragraphs[0], text, "黑体" if bold else "宋体", _CELL, bold=bold)


def _fixed(data: bytes) -> bytes:
    """Pack the parts again with one date, so that the same document is the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _FIXED), source.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
