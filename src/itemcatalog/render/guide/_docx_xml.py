"""WordprocessingML (ISO/IEC 29500) of the parts of a guide: paragraphs, tables, links, the flow of steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from itemcatalog.render.guide._text import escape, linkable

__all__ = ["Links", "cell", "linked", "paragraph", "row", "runs", "table"]


@define(slots=True)
class Links:
    """链接表: the outside addresses of one document and their relationship ids."""

    ids: dict[str, str] = field(factory=dict)

    def of(self, address: str) -> str:
        """Return the relationship id of an address."""
        return self.ids.setdefault(address, f"rLink{len(self.ids) + 1}")

    def xml(self) -> str:
        """Return the relationships of all addresses."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        return "".join(
            f'<Relationship Id="{key}" Type="{kind}" Target="{escape(address)}" TargetMode="External"/>'
            for address, key in self.ids.items()
        )


def runs(text: str, *, style: str = "") -> str:
    """Return a text as one run; line feeds and tabs become breaks and tabs."""
    shown = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    if "\t" in shown:
        shown = shown.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{shown}</w:t></w:r>'


def linked(text: str, url: str | None, gap: bool, links: Links) -> str:
    """Return a text as a run, as a link where its address is allowed, or marked where the data says nothing."""
    if url and linkable(url):
        return f'<w:hyperlink r:id="{links.of(url)}" w:history="1">{runs(text, style="Hyperlink")}</w:hyperlink>'
    return runs(text, style="GuideGap") if gap else runs(text)


def paragraph(content: str, style: str, properties: str = "") -> str:
    """Return a paragraph of a style around finished runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def cell(content: str, width: int, properties: str = "") -> str:
    """Return a table cell around finished paragraphs; ``width`` in twentieths of a point."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], *, header: bool = False) -> str:
    """Return a table row that no page break divides; a header row repeats on every page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    rows: Iterable[str],
    widths: Sequence[int],
    *,
    style: str,
    caption: str,
    first_column: bool = False,
    centred: bool = False,
) -> str:
    """Return a table of fixed column widths with a caption for screen readers."""
    look = f'<w:tblLook w:val="{"0080" if first_column else "0000" if centred else "0020"}"/>'
    place = '<w:jc w:val="center"/>' if centred else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{place}'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val="{escape(caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
