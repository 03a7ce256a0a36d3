"""A guide as PDF (extra ``pdf``, typst): embedded fonts, tagged, with bookmarks; same guide, same bytes."""

from __future__ import annotations

import functools
import json
from typing import Any

from itemcatalog.errors import ConfigurationError
from itemcatalog.render.guide._docx_body import column_weights
from itemcatalog.render.guide._html import template_text
from itemcatalog.render.guide._plain import guide_dict
from itemcatalog.render.guide._qr import qr_svg
from itemcatalog.render.guide._text import linkable
from itemcatalog.sections import DocumentLook, GuideSections

__all__ = ["render_pdf"]

_PAPERS = {"A4": "a4", "A3": "a3", "Letter": "us-letter"}
# Fonts that hold the characters of Chinese guides, in the order in which they are taken.
_SERIF = ("FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "宋体", "Songti SC")
_SANS = ("SimHei", "黑体", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "微软雅黑", "PingFang SC")
_OTHERS = (
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "AR PL UMing CN",
    "AR PL SungtiL GB",
    "Noto Sans SC",
    "Noto Serif SC",
)


def render_pdf(guide: GuideSections, look: DocumentLook) -> bytes:
    """Return the document; raise ``ConfigurationError`` without typst or without a font for Chinese."""
    typst = _typst()
    inputs = {"guide": _words(_data(guide)), "look": _words(_look(look))}
    data: bytes = typst.compile(template_text("guide.typ").encode("utf-8"), sys_inputs=inputs)
    return data


def _words(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


@functools.cache
def _typst() -> Any:
    try:
        import typst
    except ImportError as error:
        raise ConfigurationError("生成 PDF 需要安装附加组件：pip install itemcatalog[pdf]") from error
    return typst


@functools.cache
def _fonts() -> frozenset[str]:
    return frozenset(_typst().Fonts().families())


def _data(guide: GuideSections) -> dict[str, Any]:
    """Return the guide as the template reads it: links only where allowed, numerals, column widths."""
    plain = guide_dict(guide)
    plain["head"] = [{"label": label, "text": cell.text} for label, cell in guide.head]
    for section, raw in zip(guide.sections, plain["sections"], strict=True):
        raw["numeral"] = section.numeral
        for block in raw["blocks"]:
            _prepare(block)
    code = qr_svg(guide.url) if guide.url and linkable(guide.url) else None
    if code:
        plain["qr"] = str(code).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return plain


def _prepare(block: dict[str, Any]) -> None:
    if block["kind"] == "grid":
        block["widths"] = column_weights(block["columns"])
    rows = block.get("rows", []) if block["kind"] == "grid" else [block.get("cells") or block.get("rows") or []]
    for row in rows:
        for cell in row:
            if "url" in cell and not linkable(cell["url"]):
                del cell["url"]


def _look(look: DocumentLook) -> dict[str, Any]:
    return {
        "paper": _PAPERS[look.page],
        "margins": list(look.margins_mm),
        "title": _family(look.title_font, _SERIF),
        "heading": _family(look.heading_font, _SANS),
        "body": _family(look.body_font, _SERIF),
        "title_size": look.title_size,
        "heading_size": look.heading_size,
        "body_size": look.body_size,
        "table_size": look.table_size,
    }


def _family(wishes: tuple[str, ...], fallback: tuple[str, ...]) -> list[str]:
    """Return the fonts of a role that this machine has, best first; a machine without any is told so."""
    have = _fonts()
    found = [name for name in (*wishes, *fallback, *_SERIF, *_SANS, *_OTHERS) if name.lower() in have or name in have]
    if not found:
        raise ConfigurationError(
            "没有找到中文字体，无法生成 PDF；请安装“Noto Serif CJK SC”（如 fonts-noto-cjk）或仿宋、黑体"
        )
    return list(dict.fromkeys(found))
