"""Comparing one of our own guides with the data, section by section and line by line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from attrs import define

from itemcatalog.guides._deviation import Deviation, Kind
from itemcatalog.sections import Cell, Flow, Grid, GuideSections, Listing, Pairs, Paragraphs, Section
from itemcatalog.text import normalise

__all__ = ["compare_own"]

_LONGEST = 200


@define(frozen=True, slots=True)
class _Line:
    """行: what a section says in one line, and the key by which two lines are compared."""

    key: str
    shown: str
    gap: bool = False


def compare_own(expected: GuideSections, found: GuideSections) -> Iterator[Deviation]:
    """Yield every difference of a guide from what the data would make of it now.

    A section that the data does not state is a notice; its words for that may be those of a draft or a final guide.
    """
    yield from _compare_head(expected, found)
    yield from _compare_order(expected, found)
    there = {section.id: section for section in found.sections}
    for section in expected.sections:
        if section.missing and section.mandatory:
            yield Deviation(kind=Kind.NOT_STATED, where=section.title)
        elif section.gaps:
            yield Deviation(kind=Kind.NOT_STATED, where=f"{section.title} · {'、'.join(section.gaps)}")
        other = there.get(section.id)
        if other is not None:
            yield from _compare_section(section, other)


def _compare_head(expected: GuideSections, found: GuideSections) -> Iterator[Deviation]:
    pairs = (
        ("标题", expected.title, found.title),
        (expected.code_label or found.code_label or "编码", expected.code, found.code),
        ("实施主体", expected.authority, found.authority),
    )
    for where, should, stands in pairs:
        if _key(should or "") != _key(stands or ""):
            yield Deviation(kind=Kind.VALUE, where=where, expected=should, found=stands)


def _compare_order(expected: GuideSections, found: GuideSections) -> Iterator[Deviation]:
    wanted = {section.id: section for section in expected.sections}
    there = [section.id for section in found.sections]
    for key, section in wanted.items():
        if key not in there:
            yield Deviation(kind=Kind.SECTION_LOST, where=section.title)
    for section in found.sections:
        if section.id not in wanted or there.count(section.id) > 1:
            yield Deviation(kind=Kind.SECTION_ADDED, where=section.title)
    kept = [key for key in there if key in wanted]
    order = [key for key in wanted if key in there]
    if kept != order and len(kept) == len(order):
        moved = next(key for key, other in zip(kept, order, strict=True) if key != other)
        yield Deviation(kind=Kind.SECTION_ORDER, where=wanted[moved].title)


def _compare_section(expected: Section, found: Section) -> Iterator[Deviation]:
    should, stands = list(_lines(expected)), list(_lines(found))
    if _key(expected.title) != _key(found.title):
        yield Deviation(kind=Kind.VALUE, where=expected.title, expected=expected.title, found=found.title)
    matcher = difflib.SequenceMatcher(None, [one.key for one in should], [one.key for one in stands], autojunk=False)
    for kind, first, last, other, end in matcher.get_opcodes():
        if kind == "equal" or _both_gaps(should[first:last], stands[other:end]):
            continue
        yield Deviation(
            kind=Kind.VALUE,
            where=expected.title,
            expected=_shown(should[first:last]),
            found=_shown(stands[other:end]),
        )


def _both_gaps(should: Sequence[_Line], stands: Sequence[_Line]) -> bool:
    return len(should) == len(stands) and all(one.gap and two.gap for one, two in zip(should, stands, strict=True))


def _shown(lines: Sequence[_Line]) -> str | None:
    text = " / ".join(line.shown for line in lines)
    return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") if lines else None


def _lines(section: Section) -> Iterator[_Line]:
    for block in section.blocks:
        if block.heading:
            yield _line(block.heading)
        match block:
            case Paragraphs() | Listing():
                yield from (_cell_line(cell) for cell in block.cells)
            case Pairs():
                yield from (_cell_line(cell, f"{label}：") for label, cell in block.rows)
            case Grid():
                yield _line(" | ".join(block.columns))
                yield from (_row_line(row) for row in block.rows)
            case Flow():
                yield from (_line(f"{step.name}{step.limit or ''}") for step in block.steps)


def _line(text: str) -> _Line:
    return _Line(_key(text), text)


def _cell_line(cell: Cell, label: str = "") -> _Line:
    shown = f"{label}{cell.text}"
    return _Line(f"{_key(shown)} {_target(cell)}", shown if not cell.url else f"{shown}（{cell.url}）", cell.gap)


def _row_line(row: Sequence[Cell]) -> _Line:
    key = "|".join(f"{_key(cell.text)} {_target(cell)}" for cell in row)
    shown = " | ".join(f"{cell.text}（{cell.url}）" if cell.url else cell.text for cell in row)
    return _Line(key, shown, any(cell.gap for cell in row))


def _target(cell: Cell) -> str:
    return cell.url or ""


def _key(text: str) -> str:
    return "".join(str(normalise(text)).split())
