"""A guide as Markdown (CommonMark with pipe tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from itemcatalog.render.guide._text import linkable, safe
from itemcatalog.sections import Block, Cell, Flow, Grid, GuideSections, Listing, Pairs, Paragraphs

__all__ = ["render_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")
_HANGING = "  \n   "
_LEADING = re.compile(r"^(\s*)([-+=]|[0-9]+[.)])", re.MULTILINE)


def render_markdown(guide: GuideSections) -> bytes:
    """Return the guide as UTF-8 Markdown; whatever a text holds, it shows as that text."""
    lines = [f"# {_text(guide.title)}", ""]
    lines += [f"- {label}：{_text(cell.text)}" for label, cell in guide.head]
    for section in guide.sections:
        lines += ["", f"## {section.numeral}、{_text(section.title)}"]
        for block in section.blocks:
            if block.heading:
                lines += ["", f"### {_text(block.heading)}"]
            lines += ["", *_block(block)]
    lines += ["", "---", "", f"数据校验码 {guide.item_hash[:16]} · 指南格式 {guide.profile}", ""]
    return "\n".join(lines).encode("utf-8")


def _block(block: Block) -> list[str]:
    match block:
        case Paragraphs():
            return [line for cell in block.cells for line in (_cell(cell, "  \n"), "")][:-1]
        case Listing():
            return [f"{number}. {_cell(cell, _HANGING)}" for number, cell in enumerate(block.cells, start=1)]
        case Pairs():
            return _table(("要素", "内容"), ((_text(label), _cell(cell)) for label, cell in block.rows))
        case Grid():
            return _table(block.columns, ([_cell(cell) for cell in row] for row in block.rows))
        case Flow():
            return [
                f"{number}. {_line(step.name)}{f'（{_line(step.limit)}）' if step.limit else ''}"
                for number, step in enumerate(block.steps, start=1)
            ]


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    header = [_text(column) for column in columns]
    body = [f"| {' | '.join(row)} |" for row in rows]
    return [f"| {' | '.join(header)} |", f"|{' --- |' * len(header)}", *body]


def _cell(cell: Cell, newline: str = "<br>") -> str:
    text = newline.join(_text(line) for line in safe(cell.text).split("\n"))
    if cell.url and linkable(cell.url):
        address = cell.url.replace("(", "%28").replace(")", "%29")
        return f"[{text}]({address})"
    return f"**{text}**" if cell.gap else text


def _line(text: str) -> str:
    return _text(" ".join(safe(text).split()))


def _text(text: str) -> str:
    """Escape every character that Markdown would read as a sign."""
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(safe(text).split("\n"))))
