"""Reading our own guides back: the sections exactly as they were written, from HTML and Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from itemcatalog.formats._page import Block, Page, PageCell, PageTable, PageText, TermList, joined
from itemcatalog.sections import Block as Written
from itemcatalog.sections import (
    Cell,
    Flow,
    FlowStep,
    Grid,
    GuideSections,
    Listing,
    Pairs,
    Paragraphs,
    Profile,
    Section,
    State,
)

__all__ = ["MARK", "own_guide"]

# The names under which a guide says what it is: meta elements of a page, custom properties of a document.
MARK = "itemcatalog."


def own_guide(page: Page, profile: Profile) -> GuideSections | None:
    """Return the sections of a guide that this library wrote; None for any other page."""
    if f"{MARK}profile" not in page.meta:
        return None
    starts = [at for at, one in enumerate(page.blocks) if isinstance(one, PageText) and one.key]
    ends = [*starts[1:], len(page.blocks)]
    sections = [
        _section(page.blocks[start:end], number, profile)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
    top = page.blocks[: starts[0]] if starts else page.blocks
    title = next((one.text for one in top if isinstance(one, PageText) and one.level == 1), "")
    head = _head(top)
    label = next((one for one in head if one not in ("实施主体", "更新日期")), None)
    stamp = head.get("更新日期")
    return GuideSections(
        profile=page.meta[f"{MARK}profile"],
        title=title,
        name=_name(title, profile),
        code=head.get(label) if label else None,
        code_label=label,
        item_id=page.meta.get(f"{MARK}item", ""),
        item_hash=page.meta.get(f"{MARK}hash", ""),
        date=_date(stamp),
        authority=head.get("实施主体"),
        url=page.meta.get(f"{MARK}url"),
        sections=tuple(sections),
    )


def _name(title: str, profile: Profile) -> str:
    before, _, after = profile.title.partition("{name}")
    return title.removeprefix(before).removesuffix(after)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _head(blocks: Sequence[Block]) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, TermList):
            found |= {term.text: joined(inner) for term, inner in block.rows}
        elif isinstance(block, PageText) and block.style == "GuideHead":
            label, _, value = block.text.partition("：")
            found[label] = value
    return found


def _section(blocks: Sequence[Block], number: int, profile: Profile) -> Section:
    first = blocks[0]
    title, key = (first.text, first.key or "") if isinstance(first, PageText) else ("", "")
    spec = next((one for one in profile.sections if one.id == key), None)
    gaps = frozenset((profile.phrases["missing"], profile.phrases["unstated"]))
    written = tuple(_written(blocks[1:], gaps))
    return Section(
        id=key,
        title=title.partition("、")[2] or title,
        number=number,
        state=_state(written, profile, spec.none if spec else None),
        mandatory=spec.mandatory if spec else False,
        blocks=written,
    )


def _state(blocks: Sequence[Written], profile: Profile, none: str | None) -> State:
    only = blocks[0].cells[0].text if len(blocks) == 1 and isinstance(blocks[0], Paragraphs) else None
    if only in (profile.phrases["missing"], profile.phrases["unstated"]):
        return State.MISSING
    return State.NONE if only in (none, profile.phrases["none"]) and only is not None else State.FILLED


def _written(blocks: Sequence[Block], gaps: frozenset[str]) -> list[Written]:
    """Return the blocks of a section; texts that follow one another are one block."""
    made: list[Written] = []
    heading: str | None = None
    for block in blocks:
        if isinstance(block, PageText):
            if block.level:
                heading = block.text
                continue
            if not block.text:
                continue
            _add_text(made, block, heading, gaps)
        elif isinstance(block, TermList):
            rows = tuple((term.text, _joined_cell(inner, gaps)) for term, inner in block.rows)
            made.append(Pairs(rows=rows, heading=heading))
        else:
            made.append(_table(block, heading, gaps))
        heading = None
    return made


def _add_text(made: list[Written], block: PageText, heading: str | None, gaps: frozenset[str]) -> None:
    kind: type[Listing] | type[Paragraphs] = Listing if block.group is not None else Paragraphs
    cell = Cell(block.text, block.url, block.text in gaps)
    last = made[-1] if made else None
    if heading is None and isinstance(last, kind):
        made[-1] = kind(cells=(*last.cells, cell), heading=last.heading)
    else:
        made.append(kind(cells=(cell,), heading=heading))


def _table(table: PageTable, heading: str | None, gaps: frozenset[str]) -> Written:
    if table.style == "GuideFlow":
        steps = [_step(row[0]) for row in table.rows if row[0].text != "↓"]
        return Flow(steps=tuple(steps), heading=heading)
    if table.style == "GuidePairs":
        return Pairs(rows=tuple((row[0].text, _cell(row[1], gaps)) for row in table.rows), heading=heading)
    columns = tuple(cell.text for cell in table.rows[0])
    rows = tuple(tuple(_cell(cell, gaps) for cell in row) for row in table.rows[1:])
    return Grid(columns=columns, rows=rows, caption=table.caption, heading=heading)


def _step(cell: PageCell) -> FlowStep:
    texts = [one for one in cell.blocks if isinstance(one, PageText)]
    limit = next((one.text for one in texts if one.style == "GuideTime"), None)
    return FlowStep(name=next((one.text for one in texts if one.style != "GuideTime"), ""), limit=limit)


def _cell(cell: PageCell, gaps: frozenset[str]) -> Cell:
    return Cell(cell.text, cell.url, cell.text in gaps)


def _joined_cell(blocks: Sequence[Block], gaps: frozenset[str]) -> Cell:
    url = next((one.url for one in blocks if isinstance(one, PageText) and one.url), None)
    text = joined(blocks)
    return Cell(text, url, text in gaps)
