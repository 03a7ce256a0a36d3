"""A sheet that is one guide (名称、值 side by side, headings, small tables): read as a page with one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._grid import Row, blank, column_letters, shown
from itemcatalog.formats._headers import EXTRA, IGNORED, item_lexicon
from itemcatalog.formats._page import Block, Page, PageCell, PageTable, PageText
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._sheet import NAMES
from itemcatalog.model import Item, Source

__all__ = ["is_label_sheet", "read_label_sheet"]

_FEWEST = 4
_NOTE = "名称与值并列，按一份办事指南读取"


def is_label_sheet(rows: Sequence[Row]) -> bool:
    """Whether a sheet without a header holds a name and at least three other labels, each with a value beside it."""
    known = item_lexicon({}, {})
    paths: set[str] = set()
    for row in rows:
        for index, value in enumerate(row.values[:-1]):
            if isinstance(value, str) and len(value) <= 30 and not blank(row.values[index + 1]):
                hit = known.find(value)
                if hit is not None and hit.path not in (IGNORED, EXTRA) and row.values[index + 1] != value:
                    paths.add(hit.path)
    return len(paths) >= _FEWEST and bool(paths & NAMES)


def read_label_sheet(rows: Sequence[Row], options: ReadOptions, source: Source) -> Iterator[Item | Fault | Source]:
    """Yield the one item of such a sheet, the faults met and its source; places are addresses of the sheet."""
    from itemcatalog.formats._page_items import read_page

    place = Place(file=source.path, sheet=source.sheet, row=rows[0].number)
    page = Page(title=source.sheet or "", blocks=_blocks(rows), locate=str, codec=source.codec)
    for one in read_page(page, b"", source.path, options):
        if isinstance(one, Source):
            yield attrs.evolve(source, items=one.items, provides=one.provides, unread=one.unread, notes=(_NOTE,))
        elif isinstance(one, Item):
            yield attrs.evolve(one, place=place, id=str(place))
        else:
            yield attrs.evolve(one, place=_placed(one.place, source.sheet), item_id=one.item_id and str(place))


def _placed(place: Place, sheet: str | None) -> Place:
    digits = (place.cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return attrs.evolve(place, sheet=sheet, row=int(digits) if digits.isdigit() else place.row)


def _blocks(rows: Sequence[Row]) -> list[Block]:
    """Return the titles above, then one table; a merged range is one cell in each of its places."""
    cells: dict[tuple[int, int], PageCell] = {}
    width = max(len(row.values) for row in rows)
    lines = [[_cell(row, index, cells) for index in range(width)] for row in rows]
    titles = 0
    while titles < len(lines) and len({id(cell) for cell in lines[titles] if cell.text}) == 1:
        titles += 1
    blocks: list[Block] = [
        PageText(text=next(cell.text for cell in line if cell.text), origin=line[0].origin, level=1)
        for line in lines[:titles]
    ]
    return [*blocks, *(PageTable(rows=part, origin=part[0][0].origin) for part in _parts(lines[titles:]))]


def _parts(lines: Sequence[list[PageCell]]) -> Iterator[list[list[PageCell]]]:
    """Split where a label with its value follows the rows of a small table: there the small table ends."""
    part: list[list[PageCell]] = []
    for line in lines:
        if part and _is_pair(line) and not _is_pair(part[-1]):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _is_pair(line: Sequence[PageCell]) -> bool:
    """Whether a row begins with a label that has a value, no label, beside it."""
    known = item_lexicon({}, {})
    texts = [cell.text for cell in dict.fromkeys(line) if cell.text]
    return len(texts) > 1 and known.find(texts[0]) is not None and known.find(texts[1]) is None


def _cell(row: Row, index: int, cells: dict[tuple[int, int], PageCell]) -> PageCell:
    number, column = row.anchor(index)
    if (number, column) not in cells:
        text = shown(row.values[index]).strip() if index < len(row.values) else ""
        origin = f"{column_letters(column)}{number}"
        cells[number, column] = PageCell(
            blocks=[PageText(text=text, origin=origin)], text=text, origin=origin, row=number, column=column
        )
    return cells[number, column]
