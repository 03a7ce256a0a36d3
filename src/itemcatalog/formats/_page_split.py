"""Several guides in one document (汇编): told by the label that names an item, or by headings over the same labels."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from itemcatalog.formats._page import Block, PageCell, PageTable, PageText, TermList, joined, texts_of
from itemcatalog.formats._page_headings import mark_of
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._page_lines import labelled
from itemcatalog.formats._page_name import says_what_is_done
from itemcatalog.formats._page_tables import holds_items, unique

__all__ = ["guides_in"]

_NAMING = frozenset({"name"})
_FEWEST = 3
_SHARED = 4
_MOST = 2_000
_MOST_PARTS = 8
_MOST_GUIDES = 2_000


def guides_in(blocks: Sequence[Block], known: PageLexicon) -> list[Sequence[Block]]:
    """Return the blocks of each guide; one list of all blocks where the page is a single one."""
    parted = list(_parted(blocks, known))
    named = [(at, name) for at, block in enumerate(parted) if (name := _name_in(parted, at, block, known))]
    starts = [at for n, (at, name) in enumerate(named) if not n or name != named[n - 1][1]]
    if len(starts) > 1 and len({name for _, name in named}) == len(starts):
        names = dict(named)
        starts = [_with_heading(parted, at, names[at]) for at in starts]
        return _cut(parted, starts, known, 2) or [blocks]
    return [blocks] if named else _by_headings(parted, known) or [blocks]


def _by_headings(blocks: Sequence[Block], known: PageLexicon) -> list[Sequence[Block]]:
    for level in range(1, 5):
        starts = [
            at
            for at, one in enumerate(blocks)
            if isinstance(one, PageText) and one.level == level and known.find(one.text) is None
            if says_what_is_done(one.text)
        ]
        if len(starts) > 1 and (cut := _cut(blocks, starts, known, _SHARED)):
            return cut
    return _by_links(blocks, known)


def _by_links(blocks: Sequence[Block], known: PageLexicon) -> list[Sequence[Block]]:
    """Cut at links of one kind that name items, each over the same few labels: the cards of a list."""
    marks: dict[object, list[int]] = {}
    for at, one in enumerate(blocks):
        if isinstance(one, PageText) and one.url and says_what_is_done(one.text):
            marks.setdefault(mark_of(one), []).append(at)
    cuts = (_cut(blocks, starts, known, _SHARED) for starts in marks.values() if len(starts) > 1)
    return next(filter(None, cuts), [])


def _cut(blocks: Sequence[Block], starts: Sequence[int], known: PageLexicon, shared: int) -> list[Sequence[Block]]:
    """Cut the blocks where each guide begins; nothing where the parts do not speak of the same elements."""
    if len(starts) > _MOST_GUIDES:
        return []
    ends = [*starts[1:], len(blocks)]
    cut = [blocks[start:end] for start, end in zip(starts, ends, strict=True)]
    said = [_elements(part, known) for part in cut]
    alike = all(len(one & two) >= shared for one, two in itertools.pairwise(said))
    links = all(isinstance(part[0], PageText) and part[0].url for part in cut)
    cards = len(said) >= (2 if links else _FEWEST) and len(set(said)) == 1 and len(said[0]) > 1
    return list(cut) if cards or (alike and all(len(one) >= _FEWEST for one in said)) else []


def _elements(blocks: Sequence[Block], known: PageLexicon) -> frozenset[str]:
    found: set[str] = set()
    for number, one in enumerate(texts_of(blocks)):
        if number > _MOST:
            break
        for text in (one.text, *one.parts[: _MOST_PARTS if len(one.parts) > 1 else 0]):
            if (hit := known.label_hit(text)) is not None and hit.of_item:
                found.add(hit.path)
    return frozenset(found)


def _with_heading(blocks: Sequence[Block], at: int, name: str) -> int:
    """Return where a guide begins: at the headings and lines above its name that belong to it."""
    start = at
    while start and isinstance(above := blocks[start - 1], PageText):
        if not above.text or above.level or name in above.text:
            start -= 1
        else:
            break
    return start


def _name_in(blocks: Sequence[Block], at: int, block: Block, known: PageLexicon) -> str | None:
    """Return the name that a block states behind its label."""
    if isinstance(block, PageText):
        pair = labelled(block.text)
        if pair and pair[1].strip():
            return pair[1].strip() if _names(pair[0], known) else None
        if len(block.parts) > 1 and _names(block.parts[0], known):
            return block.text[len(block.parts[0]) :].strip("：: ")
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        alone = _names(block.text, known) and not block.url and isinstance(behind, PageText) and not behind.level
        return behind.text if alone and isinstance(behind, PageText) else None
    if isinstance(block, TermList):
        return next((joined(inner) for term, inner in block.rows[:_FEWEST] if _names(term.text, known)), None)
    return next((name for row in block.rows[:_FEWEST] if (name := _name_in_row(row, known))), None)


def _name_in_row(row: Sequence[PageCell], known: PageLexicon) -> str | None:
    cells = unique(row)
    if len(cells) < 2 or len(cells) > 4 or not _names(cells[0].text, known):
        return None
    return cells[1].text if known.find(cells[1].text) is None else None


def _names(label: str, known: PageLexicon) -> bool:
    hit = known.find(label.strip()) if 0 < len(label) <= 16 else None
    return hit is not None and hit.path in _NAMING and "事项" in label


def _parted(blocks: Sequence[Block], known: PageLexicon) -> Iterator[Block]:
    """Yield the blocks, a table that holds several guides below one another as several tables."""
    for block in blocks:
        starts: list[int] = []
        if isinstance(block, PageTable) and len(block.rows) > 2 * _FEWEST and not holds_items(block, known):
            starts = [at for at, row in enumerate(block.rows) if _name_in_row(row, known)]
        if isinstance(block, PageTable) and len(starts) > 1:
            bounds = [0, *starts[1:], len(block.rows)]
            for start, end in itertools.pairwise(bounds):
                yield attrs.evolve(block, rows=block.rows[start:end])
        else:
            yield block
