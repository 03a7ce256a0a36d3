"""How an application runs: ways of handing in and handling, the steps, and their flow chart."""

from __future__ import annotations

from itemcatalog.model import ServicePlace, Step
from itemcatalog.sections._blocks import Block, Cell, Flow, FlowStep, Listing
from itemcatalog.sections._draft import Content, Draft, web
from itemcatalog.sections._grids import Column, grid
from itemcatalog.sections._identity import content

__all__ = ["flow", "handling", "procedure", "procedure_flow", "submission"]


def submission(draft: Draft) -> Content | None:
    """申请材料提交: online and at which window."""
    item = draft.item
    desks = "；".join(text for text in (_desk(one) for one in item.places) if text)
    rows: list[tuple[str, Cell | str | None]] = [
        ("网上提交", web(item.online.url)),
        ("移动端提交", web(item.online.mobile_url)),
        ("现场提交", desks),
    ]
    return content(draft, draft.pairs(rows))


def _desk(place: ServicePlace) -> str:
    windows = "、".join(one.name for one in place.windows)
    return "，".join(part for part in (place.name, place.address, windows) if part)


def handling(draft: Draft) -> Content | None:
    """办理方式: forms of handling, how far online, booking and payment."""
    item, online = draft.item, draft.item.online
    rows: list[tuple[str, Cell | str | None]] = [
        ("办理形式", "、".join(item.handling_forms)),
        ("是否网办", draft.yes_no(online.available)),
        ("网上办理深度", online.depth),
        ("网办地址", web(online.url)),
        ("是否支持预约办理", draft.yes_no(online.booking)),
        ("是否支持网上支付", draft.yes_no(online.payment)),
        ("办理系统", online.system),
    ]
    return content(draft, draft.pairs(rows))


_STEP_COLUMNS: tuple[Column[Step], ...] = (
    ("环节", lambda one: one.step),
    ("办理时限", lambda one: str(one.limit) if one.limit else None),
    ("办理要求", lambda one: one.note),
)


def procedure(draft: Draft) -> Content | None:
    """办理流程: a list of steps, or a table where steps have a time or a note."""
    return content(draft, *_steps(draft))


def _steps(draft: Draft) -> list[Block]:
    steps = draft.item.procedure
    detailed = any(one.limit or one.note for one in steps)
    blocks: list[Block] = []
    for heading, group in draft.grouped(steps):
        if detailed and group:
            blocks.append(grid(_STEP_COLUMNS, group, caption="办理流程", heading=heading))
        elif group:
            blocks.append(Listing(cells=tuple(Cell(one.step) for one in group), heading=heading))
    return blocks


def flow(draft: Draft) -> Content | None:
    """办理流程图: the steps as boxes, one chart for each situation."""
    return content(draft, *_charts(draft))


def _charts(draft: Draft) -> list[Block]:
    return [
        Flow(steps=tuple(_box(draft, one) for one in group), heading=heading)
        for heading, group in draft.grouped(draft.item.procedure)
        if group
    ]


def _box(draft: Draft, step: Step) -> FlowStep:
    return FlowStep(name=step.step, limit=draft.limit(step.limit, "statutory_limit") if step.limit else None)


def procedure_flow(draft: Draft) -> Content | None:
    """办理流程 with its chart in one section."""
    return content(draft, *_steps(draft), *_charts(draft))
