"""The body of a Word guide: title, head, and every section with its blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import define, field

from itemcatalog.render.guide._docx_xml import Links, cell, linked, paragraph, row, runs, table
from itemcatalog.render.guide._text import escape
from itemcatalog.sections import Cell, Flow, Grid, GuideSections, Listing, Pairs, Paragraphs, Section

__all__ = ["Body", "body_xml", "column_weights"]

# Relative widths of the columns that hold more, or less, than a few words.
_WEIGHTS: Mapping[str, float] = {
    "序号": 0.55,
    "材料名称": 2.0,
    "依据名称": 2.0,
    "条文内容": 3.2,
    "份数": 1.4,
    "必要性": 1.5,
    "出具机构": 1.2,
    "页数": 0.6,
    "结果名称": 2.0,
    "收费标准": 2.0,
    "收费依据": 2.0,
    "施行日期": 1.35,
    "环节说明": 2.0,
    "办理要求": 2.5,
    "法定依据": 2.0,
    "填报须知": 1.6,
    "受理标准": 1.6,
}
_SPACER = '<w:p><w:pPr><w:pStyle w:val="GuideSpacer"/></w:pPr></w:p>'
_CENTRED = '<w:vAlign w:val="center"/>'
_LABEL_SHARE = 0.26


@define(slots=True, kw_only=True)
class Body:
    """正文: what the body needs while it is written: the width of the text in twips, links, the number of lists."""

    width: int
    links: Links = field(factory=Links)
    lists: int = 0


def body_xml(guide: GuideSections, body: Body, picture: str) -> str:
    """Return everything between the body's tags but the section properties; ``picture`` stands in the title."""
    parts = [paragraph(picture + runs(guide.title), "Title")]
    parts += [paragraph(runs(f"{label}：{one.text}"), "GuideHead") for label, one in guide.head]
    for number, section in enumerate(guide.sections):
        parts.append(_heading(section, number))
        parts += [_block(block, body) for block in section.blocks]
    return "".join(parts)


def _heading(section: Section, number: int) -> str:
    mark = f'<w:bookmarkStart w:id="{number}" w:name="s_{escape(section.id)}"/>'
    text = runs(f"{section.numeral}、{section.title}")
    return paragraph(f'{mark}{text}<w:bookmarkEnd w:id="{number}"/>', "Heading1")


def _block(block: Paragraphs | Listing | Pairs | Grid | Flow, body: Body) -> str:
    heading = paragraph(runs(block.heading), "Heading2") if block.heading else ""
    return heading + _WRITERS[type(block)](block, body)


def _shown(one: Cell, body: Body) -> str:
    return linked(one.text, one.url, one.gap, body.links)


def _paragraphs(block: Paragraphs, body: Body) -> str:
    return "".join(paragraph(_shown(one, body), "GuideText") for one in block.cells)


def _listing(block: Listing, body: Body) -> str:
    body.lists += 1
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{body.lists}"/></w:numPr>'
    return "".join(paragraph(_shown(one, body), "ListNumber", numbered) for one in block.cells)


def _pairs(block: Pairs, body: Body) -> str:
    label_width = int(body.width * _LABEL_SHARE)
    widths = (label_width, body.width - label_width)
    rows = [
        row(
            (
                cell(paragraph(runs(label), "GuideLabel"), widths[0], _CENTRED),
                cell(paragraph(_shown(one, body), "GuideCell"), widths[1], _CENTRED),
            )
        )
        for label, one in block.rows
    ]
    return table(rows, widths, style="GuidePairs", caption="要素", first_column=True) + _SPACER


def _grid(block: Grid, body: Body) -> str:
    widths = _widths(block.columns, body.width)
    header = row(
        (
            cell(paragraph(runs(title), "GuideColumn"), width, _CENTRED)
            for title, width in zip(block.columns, widths, strict=True)
        ),
        header=True,
    )
    rows = [
        row(
            cell(paragraph(_shown(one, body), "GuideCell"), width, _CENTRED)
            for one, width in zip(entry, widths, strict=True)
        )
        for entry in block.rows
    ]
    return table([header, *rows], widths, style="GuideGrid", caption=block.caption) + _SPACER


def column_weights(columns: Sequence[str]) -> list[float]:
    """Return the relative widths of the columns of a table by their titles."""
    return [_WEIGHTS.get(title, 1.0) for title in columns]


def _widths(columns: Sequence[str], total: int) -> list[int]:
    weights = column_weights(columns)
    widths = [int(total * weight / sum(weights)) for weight in weights]
    return [*widths[:-1], total - sum(widths[:-1])]


def _flow(block: Flow, body: Body) -> str:
    width = int(body.width * 0.6)
    rows: list[str] = []
    for number, step in enumerate(block.steps):
        if number:
            rows.append(row((cell(paragraph(runs("↓"), "GuideArrow"), width, _OPEN),)))
        texts = paragraph(runs(step.name), "GuideStep")
        if step.limit:
            texts += paragraph(runs(step.limit), "GuideTime")
        rows.append(row((cell(texts, width, _CENTRED),)))
    return table(rows, (width,), style="GuideFlow", caption="办理流程图", centred=True) + _SPACER


_OPEN = '<w:tcBorders><w:left w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
_WRITERS: Mapping[type, Callable[..., str]] = {
    Paragraphs: _paragraphs,
    Listing: _listing,
    Pairs: _pairs,
    Grid: _grid,
    Flow: _flow,
}
