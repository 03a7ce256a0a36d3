"""办事指南的版式: a guide's sections as HTML, Word, PDF, JSON, XML and Markdown."""

from itemcatalog.render.guide._docx import render_docx
from itemcatalog.render.guide._html import render_html
from itemcatalog.render.guide._index import IndexRow, render_index
from itemcatalog.render.guide._markdown import render_markdown
from itemcatalog.render.guide._pdf import render_pdf
from itemcatalog.render.guide._plain import GUIDE_NAMESPACE, guide_dict, render_json, render_xml

__all__ = [
    "GUIDE_NAMESPACE",
    "IndexRow",
    "guide_dict",
    "render_docx",
    "render_html",
    "render_index",
    "render_json",
    "render_markdown",
    "render_pdf",
    "render_xml",
]
