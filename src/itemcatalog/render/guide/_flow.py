"""办理流程图: the steps of a procedure as inline SVG, one box under the other."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

from itemcatalog.sections import Flow, FlowStep

__all__ = ["flow_chart", "wrap"]

_WIDTH = 352
_BOX = 320
_LINE = 22
_PADDING = 10
_GAP = 30
_COLUMNS = 36  # half-width columns of one line of text in a box


def flow_chart(flow: Flow, section_id: str, number: int) -> Markup:
    """Return the chart as SVG with a title and a description for those who do not see it."""
    key = escape(f"{section_id}-{number}")
    top, parts = 4, []
    for position, step in enumerate(flow.steps):
        drawing, height = _box(step, top, ends=position in (0, len(flow.steps) - 1))
        parts.append(drawing)
        top += height
        if position < len(flow.steps) - 1:
            parts.append(_arrow(top))
            top += _GAP
    described = escape("；".join(f"第{number}步 {step.name}" for number, step in enumerate(flow.steps, start=1)))
    title = escape("办理流程图" + (f"（{flow.heading}）" if flow.heading else ""))
    return Markup(  # noqa: S704 - every text was escaped above
        f'<svg viewBox="0 0 {_WIDTH} {top + 4}" role="img" aria-labelledby="ft-{key} fd-{key}">'
        f'<title id="ft-{key}">{title}</title><desc id="fd-{key}">{described}</desc>{"".join(parts)}</svg>'
    )


def _box(step: FlowStep, top: int, *, ends: bool) -> tuple[str, int]:
    lines = wrap(step.name, _COLUMNS)
    times = wrap(step.limit, _COLUMNS) if step.limit else []
    height = (len(lines) + len(times)) * _LINE + 2 * _PADDING
    left = (_WIDTH - _BOX) // 2
    radius = min(height // 2, 21) if ends else 4
    texts = [_text(line, "step", top, row) for row, line in enumerate(lines)]
    texts += [_text(line, "time", top, row) for row, line in enumerate(times, start=len(lines))]
    rect = f'<rect class="box" x="{left}" y="{top}" width="{_BOX}" height="{height}" rx="{radius}"/>'
    return f'<g class="node">{rect}{"".join(texts)}</g>', height


def _text(line: str, kind: str, top: int, row: int) -> str:
    y = top + _PADDING + row * _LINE + 16
    return f'<text class="{kind}" x="{_WIDTH // 2}" y="{y}">{escape(line)}</text>'


def _arrow(top: int) -> str:
    middle, end = _WIDTH // 2, top + _GAP - 2
    return (
        f'<path class="arrow" d="M{middle} {top}V{end}M{middle - 5} {end - 7}L{middle} {end}L{middle + 5} {end - 7}"/>'
    )


def wrap(text: str, columns: int) -> list[str]:
    """Break a text into lines of so many half-width columns; a Chinese character takes two."""
    lines, line, width = [], "", 0
    for character in " ".join(text.split()):
        size = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if width + size > columns:
            lines.append(line)
            line, width = "", 0
        line += character
        width += size
    return [*lines, line] if line or not lines else lines
