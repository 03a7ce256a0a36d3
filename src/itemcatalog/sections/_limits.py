"""办结时限, 特殊环节 and 到现场次数."""

from __future__ import annotations

from collections.abc import Sequence

from itemcatalog.model import Limit, SpecialProcedure
from itemcatalog.sections._blocks import Block, Cell, Grid
from itemcatalog.sections._draft import Content, Draft, visit_rows
from itemcatalog.sections._grids import Column, grid
from itemcatalog.sections._identity import content

__all__ = ["limits", "limits_special", "special", "visits"]

_LABELS = {"statutory": "法定办结时限", "promised": "承诺办结时限"}


def limits(draft: Draft) -> Content | None:
    """办结时限: statutory and promised limit of the item, then those that depend on the situation."""
    return content(draft, *_limit_blocks(draft))


def limits_special(draft: Draft) -> Content | None:
    """办结时限 with the special procedures that lie outside it (行政许可法第四十五条)."""
    blocks = _limit_blocks(draft)
    return content(draft, *blocks, _special_grid(draft) if blocks else None)


def special(draft: Draft) -> Content | None:
    """特殊环节 as a section of its own."""
    return content(draft, _special_grid(draft))


def visits(draft: Draft) -> Content | None:
    """到现场次数: in all, and by way of applying where the data says so."""
    return content(draft, draft.pairs(visit_rows(draft)))


def _limit_blocks(draft: Draft) -> list[Block]:
    item = draft.item
    if item.statutory_limit is None and item.promised_limit is None and not item.limits:
        return []
    kinds = {one.kind for one in item.limits}
    rows: list[tuple[str, Cell | str | None]] = []
    for kind, limit in (("statutory", item.statutory_limit), ("promised", item.promised_limit)):
        if limit is not None:
            rows += _rows(draft, kind, limit)
        elif kind not in kinds:
            rows.append((_LABELS[kind], draft.gap(_LABELS[kind])))
    blocks: list[Block | None] = [draft.pairs(rows)]
    for heading, group in draft.grouped(item.limits):
        parts = [part for one in group for part in _rows(draft, one.kind or "promised", one)]
        blocks.append(draft.pairs(parts, heading))
    return [block for block in blocks if block is not None]


def _rows(draft: Draft, kind: str, limit: Limit) -> list[tuple[str, Cell | str | None]]:
    label = _LABELS.get(kind, "办结时限")
    phrase = "statutory_limit" if kind == "statutory" else "promised_limit"
    return [(label, draft.limit(limit, phrase)), (f"{label}说明", limit.note)]


def _special_grid(draft: Draft) -> Grid | None:
    entries: Sequence[SpecialProcedure] = draft.item.special_procedures
    if not entries:
        return None
    columns: tuple[Column[SpecialProcedure], ...] = (
        ("环节名称", lambda one: one.kind),
        ("环节说明", lambda one: one.text),
        ("所需时限", lambda one: draft.limit(one.limit, "statutory_limit") if one.limit else draft.gap("特殊环节时限")),
        ("法定依据", lambda one: one.basis),
        ("是否收费", lambda one: draft.yes_no(one.charged)),
        ("环节收费依据", lambda one: one.fee_basis),
        ("是否计算在法定办结时限内", lambda one: draft.yes_no(one.counted)),
        ("适用情形", draft.heading),
    )
    return grid(columns, entries, caption="特殊环节")
