"""A guide as one HTML page: semantic, without script or outside resource, for screen, phone and paper."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from itemcatalog.render.guide._flow import flow_chart
from itemcatalog.render.guide._qr import qr_svg
from itemcatalog.render.guide._text import linkable, safe
from itemcatalog.sections import Cell, Flow, Grid, GuideSections, Listing, Pairs, Paragraphs

__all__ = ["render_html", "style_hash", "template_text"]

_TEMPLATES = Path(__file__).resolve().parent / "templates"


def render_html(guide: GuideSections) -> bytes:
    """Return the page as UTF-8; same guide, same bytes."""
    template, style, digest = _template()
    code = qr_svg(guide.url) if guide.url and linkable(guide.url) else None
    page: str = template.render(guide=guide, qr=code, style=style, style_hash=digest)
    return safe(page).encode("utf-8")


def template_text(name: str) -> str:
    """Return one packaged template or style sheet."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def style_hash(style: str) -> str:
    """Return the Content-Security-Policy hash of a style sheet or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")


@functools.cache
def _template() -> tuple[Any, Markup, str]:
    style = template_text("guide.css")
    return environment().get_template("guide.html.jinja"), Markup(style), style_hash(style)  # noqa: S704 - our own file


@functools.cache
def environment() -> Any:
    """Return the environment of the packaged templates: escaping on, an undefined name is an error."""
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    made.tests["linkable"] = linkable
    for name, kind in _KINDS.items():
        made.tests[name] = _test(kind)
    made.filters["chart"] = flow_chart
    made.filters["shown"] = _shown
    return made


def _shown(cell: Cell) -> Markup:
    """Write a cell: a link where its address is allowed, a gap where the data says nothing, else its text."""
    text = escape(cell.text)
    if "\n" in cell.text:
        text = Markup("<br>\n").join(text.split("\n"))
    if cell.url and linkable(cell.url):
        return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(cell.url, text)
    return Markup('<span class="gap">{}</span>').format(text) if cell.gap else text


def _test(kind: type) -> Callable[[object], bool]:
    return lambda block: isinstance(block, kind)


_KINDS: dict[str, type] = {
    "paragraphs": Paragraphs,
    "listing": Listing,
    "pairs": Pairs,
    "grid": Grid,
    "flow": Flow,
}
