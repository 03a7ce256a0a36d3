"""Page → items: one guide, or a table of many items; a page that is neither is said to be none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from itemcatalog.files import sha256
from itemcatalog.findings import Fault, Place
from itemcatalog.formats._build import build_item
from itemcatalog.formats._grid import Grid, Merge
from itemcatalog.formats._items import read_sheet
from itemcatalog.formats._page import Page, PageTable, PageText
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_lexicon import PageLexicon, page_lexicon
from itemcatalog.formats._page_lines import without_number
from itemcatalog.formats._page_name import guide_title, page_name, says_what_is_done
from itemcatalog.formats._page_own import OWN, restored
from itemcatalog.formats._page_read import read_blocks
from itemcatalog.formats._page_split import guides_in
from itemcatalog.formats._page_words import name_and_code
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._sheet import SheetReader
from itemcatalog.model import Item, Source

__all__ = ["read_page"]

_FEWEST = 3
_OF_NOTICES = re.compile(r"(?:工作|基本|办理)?(?:时限|流程)|收费|(?:如何|怎么|怎样)办理?")


def read_page(page: Page, data: bytes, file: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Yield items, faults and the source of a page that was read."""
    source = Source(path=file, channel=options.channel, sha256=sha256(data), codec=page.codec)
    known = page_lexicon(options)
    facts = _facts(page, file, known)
    if facts.lists and not _is_guide(facts):
        yield from _joined(source, [_items(table, known, options, source) for table in facts.lists])
    elif _conflicts(facts) and len(parts := guides_in(page.blocks, known)) > 1:
        yield from _joined(
            source, [_part(attrs.evolve(page, title="", blocks=part), known, options, source) for part in parts]
        )
    else:
        yield from _guide(page, facts, options, source)


def _facts(page: Page, file: str, known: PageLexicon) -> Facts:
    facts = Facts(page=page, file=file, lexicon=known)
    read_blocks(page.blocks, facts)
    return facts


def _conflicts(facts: Facts) -> list[str | None]:
    """Return the fields that a page states twice, differently: perhaps several guides in one document."""
    return [one.field for one in facts.faults if one.kind == "value-conflict"]


def _joined(source: Source, several: Iterable[Iterable[Item | Fault | Source]]) -> Iterator[Item | Fault | Source]:
    """Yield what several readings of one page found, and one source: it carries what each of them carries."""
    sources: list[Source] = []
    for one in several:
        for found in one:
            if isinstance(found, Source):
                sources.append(found)
            else:
                yield found
    carried = [one.provides for one in sources if one.items] or [frozenset()]
    yield attrs.evolve(
        source,
        items=sum(one.items for one in sources),
        provides=frozenset.intersection(*carried),
        unread=tuple(dict.fromkeys(label for one in sources for label in one.unread)),
        notes=tuple(dict.fromkeys(note for one in sources for note in one.notes)),
    )


def _is_guide(facts: Facts) -> bool:
    return "name" in facts.cells and len(facts.cells) + len(facts.rows) >= _FEWEST


def _part(page: Page, known: PageLexicon, options: ReadOptions, source: Source) -> Iterator[Item | Fault | Source]:
    """Read one of several guides in a document; its place is where it begins."""
    facts = _facts(page, source.path, known)
    place = Place(file=source.path, cell=page.locate(page.blocks[0].origin))
    first = page.blocks[0]
    if "name" not in facts.cells and isinstance(first, PageText) and says_what_is_done(first.text):
        page = attrs.evolve(page, title=first.text)
    yield from _guide(page, facts, options, source, place)


def _guide(
    page: Page, facts: Facts, options: ReadOptions, source: Source, place: Place | None = None
) -> Iterator[Item | Fault | Source]:
    record = facts.record()
    for fault in facts.faults:
        yield attrs.evolve(fault, channel=options.channel)
    if _enough(page, facts, record, _FEWEST if place is None else _FEWEST - 1):
        cells = dict(record.cells)
        if "name" not in cells and (name := page_name(page, facts.lexicon)):
            cells |= _named(name, Place(file=source.path, cell="title"))
        named = Record(cells=cells, extra=record.extra, place=place or record.place, rows=record.rows)
        item, faults = build_item(named, options)
        yield restored(item, page.meta[OWN]) if OWN in page.meta else item
        yield from faults
        source = attrs.evolve(source, items=1)
    else:
        yield Fault(
            kind="document-not-guide",
            channel=options.channel,
            place=Place(file=source.path),
            values={"what": page.title or "没有可识别的要素"},
        )
    yield attrs.evolve(source, provides=_provides(facts, options), unread=tuple(facts.unread))


def _named(name: str, place: Place) -> dict[str, Cell]:
    """Return the cells of a name out of a heading, and of the code that stands behind it there."""
    both = name_and_code(name)
    cells = {"name": Cell(value=both[0] if both else name, place=place, label="标题")}
    return {"codes.implementation": Cell(value=both[1], place=place, label="标题")} | cells if both else cells


def _enough(page: Page, facts: Facts, record: Record, least: int) -> bool:
    """Whether a page states enough to be a guide; one that calls itself a guide, or waits for a script, needs less."""
    stated = len(record.cells) + len(record.rows)
    if "name" not in record.cells and not _of_item(record) and not guide_title(page, facts.lexicon):
        return False
    if len(_conflicts(facts)) > 1 and "name" not in record.cells and page_name(page, facts.lexicon) is None:
        return False
    if stated >= least or "name" in record.cells or not stated:
        return stated > 0
    scripted = {one.field for one in facts.faults if one.kind == "script-blank"}
    return stated + len(scripted) >= _FEWEST or (stated > 1 and guide_title(page, facts.lexicon))


def _of_item(record: Record) -> bool:
    """Whether a label is none of those that notices of any kind have too: 时限, 收费, 工作流程, 如何办理."""
    cells = [*record.cells.values(), *(cell for rows in record.rows.values() for row in rows for cell in row.values())]
    return any(not _OF_NOTICES.fullmatch(without_number(cell.label or "").strip("：: ")) for cell in cells)


def _provides(facts: Facts, options: ReadOptions) -> frozenset[str]:
    """Return the fields whose labels the page carries; what a script would fill is not among them."""
    if options.provides is not None:
        return options.provides
    blank = {fault.field for fault in facts.faults if fault.kind == "script-blank"}
    heads = {path for path in facts.provided if path not in blank}
    return frozenset(heads | {path.partition(".")[0] for path in heads if path.startswith(_LISTED)})


_LISTED = ("materials.", "legal_bases.", "results.", "places.", "special_procedures.", "procedure.")


def _items(
    table: PageTable, known: PageLexicon, options: ReadOptions, source: Source
) -> Iterator[Item | Fault | Source]:
    """Read a table of many items as a sheet; rows are counted from the top of the table."""
    grid = Grid(name=None, rows=[[cell.text for cell in row] for row in table.rows], merges=_merges(table))
    reader = SheetReader(grid, source.path, known, where=options.where)
    yield from read_sheet(reader, options, source)


def _merges(table: PageTable) -> tuple[Merge, ...]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells):
            spans.setdefault(id(cell), []).append((row, column))
    boxes: Mapping[int, Sequence[tuple[int, int]]] = {key: spots for key, spots in spans.items() if len(spots) > 1}
    return tuple(
        Merge(spots[0][0], spots[0][1], max(row for row, _ in spots), max(column for _, column in spots))
        for spots in boxes.values()
    )
