"""Style and script of a page, inside the page, allowed by their hash and nothing else (F19, S14)."""

from __future__ import annotations

import base64
import functools
import hashlib
from importlib import resources

from markupsafe import Markup

__all__ = ["content_policy", "script", "style"]


@functools.cache
def _text(name: str) -> str:
    return resources.files("itemcatalog.render").joinpath("templates", name).read_text(encoding="utf-8")


def style(name: str) -> Markup:
    """Return a shipped style sheet as an element."""
    return Markup(f"<style>{_text(name)}</style>")  # noqa: S704 - our own file


def script(name: str) -> Markup:
    """Return a shipped script as an element."""
    return Markup(f"<script>{_text(name)}</script>")  # noqa: S704 - our own file


def content_policy(styles: tuple[str, ...], scripts: tuple[str, ...] = ()) -> str:
    """Return the policy for a page that may use exactly these files and fetch nothing."""
    parts = ["default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    parts.append(f"style-src {_hashes(styles)}")
    parts.append(f"script-src {_hashes(scripts)}")
    return "; ".join(parts)


def _hashes(names: tuple[str, ...]) -> str:
    digests = (hashlib.sha256(_text(name).encode()).digest() for name in names)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests) or "'none'"
