"""The index of a folder of guides: one page with search and filters that works from disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from attrs import define
from markupsafe import Markup

from itemcatalog.render.guide._html import environment, style_hash, template_text
from itemcatalog.render.guide._text import safe

__all__ = ["IndexRow", "render_index"]

# What a person calls each format; the order is that of the links.
FORMAT_NAMES = {"html": "网页", "docx": "Word", "pdf": "PDF", "md": "Markdown", "json": "JSON", "xml": "XML"}


@define(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """索引行: one guide; ``paths`` by format, relative to the index; ``more`` is searched too."""

    name: str
    code: str
    authority: str
    targets: tuple[str, ...]
    channel: str
    paths: tuple[tuple[str, str], ...]
    more: str = ""
    draft: bool = False

    @property
    def page(self) -> str | None:
        """The address of the web page, if there is one."""
        return next((quote(path) for kind, path in self.paths if kind == "html"), None)

    @property
    def files(self) -> list[tuple[str, str]]:
        """The downloads: what a person calls the format, and the address."""
        return [(FORMAT_NAMES.get(kind, kind), quote(path)) for kind, path in self.paths if kind != "html"]


@define(frozen=True, slots=True, kw_only=True)
class _Filter:
    """筛选: one drop-down with its values and how many guides each has."""

    key: str
    label: str
    values: list[tuple[str, int]]


def render_index(rows: Sequence[IndexRow], *, title: str) -> bytes:
    """Return the page as UTF-8; rows in the order given."""
    style, script = template_text("index.css"), template_text("index.js")
    filters = [
        _filter("authority", "实施主体", (row.authority for row in rows)),
        _filter("target", "办理对象", (target for row in rows for target in row.targets)),
        _filter("channel", "渠道", (row.channel for row in rows)),
    ]
    page: str = (
        environment()
        .get_template("index.html.jinja")
        .render(
            rows=rows,
            title=title,
            filters=[one for one in filters if one.values],
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=style_hash(style),
            script_hash=style_hash(script),
        )
    )
    return safe(page).encode("utf-8")


def _filter(key: str, label: str, values: Iterable[str]) -> _Filter:
    counted = Counter(value for value in values if value)
    return _Filter(key=key, label=label, values=sorted(counted.items()))
