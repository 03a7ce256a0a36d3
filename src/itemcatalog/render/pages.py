"""HTML pages from the shipped templates: escaped, undefined is an error, only harmless addresses (S14)."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["page", "safe_url"]

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_SPACE = re.compile(r"[\x00-\x20\x7f\u200b\ufeff]+")


def safe_url(url: object) -> str:
    """Return an address when its scheme is http, https, mailto or tel, or it is relative; else ``#``."""
    plain = _SPACE.sub("", str(url or ""))
    if plain.lower().startswith(_SCHEMES):
        return plain
    first = re.split(r"[/?#]", plain, maxsplit=1)[0]
    return "#" if ":" in first or plain.startswith("//") or not plain else plain


def page(template: str, values: Mapping[str, Any]) -> bytes:
    """Render a shipped template (``report.html.j2``) as UTF-8; an undefined name raises."""
    text = _environment().get_template(template).render(values)
    return text.encode("utf-8", errors="replace")


@functools.cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("itemcatalog.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["url"] = safe_url
    return environment
