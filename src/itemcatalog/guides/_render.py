"""From sections to the bytes of each format, by the packaged layouts or by the user's own templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from attrs import define, field

from itemcatalog.errors import UsageError
from itemcatalog.guides._templates import UserTemplates
from itemcatalog.render.guide import render_docx, render_html, render_json, render_markdown, render_pdf, render_xml
from itemcatalog.sections import GuideSections, Profile

__all__ = ["Renderer"]

_RENDERERS: Mapping[str, Callable[[GuideSections, Profile], bytes]] = {
    "html": lambda guide, _: render_html(guide),
    "docx": lambda guide, profile: render_docx(guide, profile.document),
    "pdf": lambda guide, profile: render_pdf(guide, profile.document),
    "json": lambda guide, _: render_json(guide),
    "xml": lambda guide, _: render_xml(guide),
    "md": lambda guide, _: render_markdown(guide),
}


@define(slots=True, kw_only=True)
class Renderer:
    """版式: renders guides of one profile; used as a context, so that the child of user templates ends with it.

    Raises ``UsageError`` for an unknown format.
    """

    profile: Profile
    formats: tuple[str, ...]
    templates: Path | None = None
    _own: UserTemplates | None = field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        for kind in self.formats:
            if kind not in _RENDERERS:
                raise UsageError(f"没有指南格式 {kind}；可用：{'、'.join(_RENDERERS)}")
        if self.templates is not None:
            self._own = UserTemplates.load(self.templates)

    @property
    def digest(self) -> str | None:
        """The hash of the user's templates."""
        return self._own.digest if self._own else None

    def render(self, guide: GuideSections, kind: str) -> bytes:
        """Return a guide in one of the formats."""
        if self._own and self._own.has(kind):
            return self._own.render(guide, kind)
        return _RENDERERS[kind](guide, self.profile)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._own:
            self._own.close()
