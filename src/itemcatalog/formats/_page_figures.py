"""Figures drawn over their labels (数字在上、标签在下): 5个工作日 over 承诺时限, 1次 over 到现场次数."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from itemcatalog.formats._page import Block, PageText

__all__ = ["figure_over", "with_figures"]

_FIGURE = re.compile(
    r"[0-9]{1,3}\s*(?:个?工作日|个?自然日|个月|[日天次元年]|小时)(?:以?内)?|即办|即时办结|当场(?:办结)?|免费|不收费"
)
_BEGINNINGS = frozenset("0123456789即当免不")
_LONGEST = 14
# The mark of a line that was put together here.
FIGURE = "figure"


def figure_over(block: PageText, is_label: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return label and value of a line that is a figure and its label; None for any other line."""
    parts = block.parts
    if not 2 <= len(parts) <= 4 or len(parts[-1]) > _LONGEST:
        return None
    value = "".join(parts[:-1])
    figure = block.style == FIGURE or _FIGURE.fullmatch(value) is not None
    return (parts[-1], value) if figure and is_label(parts[-1]) else None


def with_figures(blocks: Sequence[Block], is_label: Callable[[str], bool]) -> list[Block]:
    """Return the blocks, each figure with the label below it, alone with it in one element, as one line.

    What else stands so over a label beside such figures (承诺件 over 办件类型) is drawn as they are.
    """
    found = {at for at, one in enumerate(blocks) if _is_figure(one) and _box(blocks, at, is_label) is not None}
    if not found:
        return list(blocks)
    rows = {_row(_box(blocks, at, is_label)) for at in found} - {None}
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        box = _box(blocks, at, is_label)
        taken = at in found or (box is not None and _row(box) in rows)
        kept.append(_line(blocks[at], blocks[at + 1]) if taken else blocks[at])
        at += 1 + taken
    return kept


def _is_figure(block: Block) -> bool:
    if not isinstance(block, PageText) or block.text[:1] not in _BEGINNINGS or len(block.text) > _LONGEST:
        return False
    return _FIGURE.fullmatch(block.text) is not None


def _box(blocks: Sequence[Block], at: int, is_label: Callable[[str], bool]) -> Any:
    """Return the element that holds a short text, the label behind it and nothing else; None where there is none."""
    value, label = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(value, PageText) or not isinstance(label, PageText):
        return None
    if not 0 < len(value.text) <= _LONGEST or not 0 < len(label.text) <= _LONGEST:
        return None
    shared = [one for one, other in zip(value.scope, label.scope, strict=False) if one is other]
    around = (blocks[at - 1] if at else None, blocks[at + 2] if at + 2 < len(blocks) else None)
    if not shared or any(isinstance(one, PageText) and shared[-1] in one.scope for one in around):
        return None
    return shared[-1] if is_label(label.text) else None


def _row(box: Any) -> Any:
    return box.getparent() if box is not None else None


def _line(value: Block, label: Block) -> Block:
    if not isinstance(value, PageText) or not isinstance(label, PageText):
        return value
    return attrs.evolve(value, text=f"{value.text} {label.text}", parts=(value.text, label.text), style=FIGURE)
