"""The sections on what an application rests: legal bases and conditions."""

from __future__ import annotations

from itemcatalog.model import LegalBasis
from itemcatalog.sections._blocks import Block, Cell, Listing, Paragraphs
from itemcatalog.sections._draft import NOTHING, Content, Draft, is_none
from itemcatalog.sections._grids import Column, grid
from itemcatalog.sections._identity import content

__all__ = ["bases", "bases_brief", "conditions"]

_LOGIC = {"any": "符合下列条件之一：", "all": "同时符合下列条件："}
_COLUMNS: tuple[Column[LegalBasis], ...] = (
    ("依据名称", lambda one: titled(one.title)),
    ("文号", lambda one: one.document_number),
    ("条款", lambda one: one.article),
    ("条文内容", lambda one: one.text),
    ("制定机关", lambda one: one.issued_by),
    ("施行日期", lambda one: one.effective.isoformat() if one.effective else None),
)


def bases(draft: Draft) -> Content | None:
    """审批依据: one law or document a row, with number, article and text as far as the data holds them."""
    laws = draft.item.legal_bases
    return content(draft, grid(_COLUMNS, laws, caption="设定依据") if laws else None)


def bases_brief(draft: Draft) -> Content | None:
    """办理依据 of the short version: title and article only."""
    cells = tuple(Cell(_citation(one)) for one in draft.item.legal_bases)
    return content(draft, Listing(cells=cells) if cells else None)


def _citation(basis: LegalBasis) -> str:
    return f"{titled(basis.title) or basis.document_number or basis.text or ''}{basis.article or ''}"


def titled(title: str | None) -> str | None:
    """Return the title of a law in its marks."""
    return title if not title or "《" in title else f"《{title}》"


def conditions(draft: Draft) -> Content | None:
    """申请条件, by situation and applicant; a single condition is running text."""
    entries = draft.item.conditions
    if entries and all(is_none(one.text) for one in entries):
        return NOTHING
    blocks: list[Block] = []
    for heading, group in draft.grouped(entries):
        cells = tuple(Cell(f"{_LOGIC.get(one.logic or '', '')}{one.text}") for one in group)
        if len(cells) == 1:
            blocks.append(Paragraphs(cells=cells, heading=heading))
        elif cells:
            blocks.append(Listing(cells=cells, heading=heading))
    return content(draft, *blocks)
