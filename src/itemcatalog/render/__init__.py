"""Pages, workbooks and charts: how things look; this room knows no rule."""

from itemcatalog.render.assets import content_policy, script, style
from itemcatalog.render.charts import bar
from itemcatalog.render.pages import page, safe_url
from itemcatalog.render.tables import csv_bytes, guarded
from itemcatalog.render.workbook import Column, Sheet, workbook

__all__ = [
    "Column",
    "Sheet",
    "bar",
    "content_policy",
    "csv_bytes",
    "guarded",
    "page",
    "safe_url",
    "script",
    "style",
    "workbook",
]
