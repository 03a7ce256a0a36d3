"""申请材料: the list of materials by situation and applicant, and the links to templates and samples."""

from __future__ import annotations

from itemcatalog.model import Material
from itemcatalog.sections._blocks import Cell, Listing
from itemcatalog.sections._draft import NOTHING, Content, Draft, is_none, link
from itemcatalog.sections._grids import Column, grid, used
from itemcatalog.sections._identity import content

__all__ = ["materials", "samples"]


def materials(draft: Draft) -> Content | None:
    """申请材料: one table a situation; the same columns in all, only those that hold something."""
    entries = draft.item.materials
    if entries and all(is_none(one.name) for one in entries):
        return NOTHING
    columns = used(_columns(draft), entries)
    tables = [
        grid(columns, group, caption="申请材料目录", heading=heading)
        for heading, group in draft.grouped(entries)
        if group
    ]
    return content(draft, *tables)


def samples(draft: Draft) -> Content | None:
    """申请材料示范文本: every template and sample that can be had, each by its material."""
    cells = []
    for one in draft.item.materials:
        for kind, address in (("空白表格", one.template), ("示范文本", one.sample)):
            cell = link(f"{one.name}（{kind}）", address)
            if cell is not None:
                cells.append(cell if cell.url else Cell(f"{one.name}（{kind}）：{cell.text}"))
    return content(draft, Listing(cells=tuple(cells)) if cells else None)


def _count(one: Material) -> str:
    counts = (("原件", one.originals), ("复印件", one.copies))
    return "\n".join(f"{word}{number}份" for word, number in counts if number is not None)


def _columns(draft: Draft) -> tuple[Column[Material], ...]:
    choices = list(dict.fromkeys(one.choice for one in draft.item.materials if one.choice))

    def necessity(one: Material) -> str:
        chosen = draft.profile.say("choice", number=choices.index(one.choice) + 1) if one.choice else None
        return "\n".join(part for part in (one.necessity, chosen) if part)

    return (
        ("材料名称", lambda one: one.name),
        ("材料编码", lambda one: one.code),
        ("材料类型", lambda one: one.kind),
        ("材料形式", lambda one: one.form),
        ("份数", _count),
        ("页数", lambda one: one.pages),
        ("必要性", necessity),
        ("是否可容缺", lambda one: draft.yes_no(one.deferrable)),
        ("电子证照", lambda one: draft.yes_no(one.electronic_licence)),
        ("来源渠道", lambda one: one.source),
        ("出具机构", lambda one: one.issuer),
        ("材料用途", lambda one: one.use),
        ("填报须知", lambda one: one.fill_note),
        ("受理标准", lambda one: one.acceptance),
        ("材料依据", lambda one: one.basis),
        ("空白表格", lambda one: link("下载", one.template)),
        ("示范文本", lambda one: link("查看", one.sample)),
    )
