"""办事指南的版式: a guide's sections as HTML, Word, PDF, JSON, XML and Markdown."""

from itemcatalog.render.guide._docx import render_docx
from itemcatalog.render.guide._html import render_html

__all__ = ["render_docx", "render_html"]
