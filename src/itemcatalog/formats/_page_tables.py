"""Tables of a guide page: lists under a header row, labels beside their values, and both in one table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from itemcatalog.formats._columns import find_header
from itemcatalog.formats._entry_texts import counts_in
from itemcatalog.formats._grammar import split_words
from itemcatalog.formats._grid import Row
from itemcatalog.formats._headers import IGNORED, Hit, Lexicon
from itemcatalog.formats._page import PageCell, PageTable, PageText
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._page_lines import LONGEST_LABEL, is_label_text, labelled
from itemcatalog.formats._page_materials import asides_of, counted, is_link_line
from itemcatalog.formats._record import Cell
from itemcatalog.formats._shapes import LISTS, MAIN

__all__ = [
    "goes_on_in_turn",
    "holds_items",
    "list_columns",
    "row_cells",
    "says_nothing",
    "two_line_header",
    "under_header",
    "unique",
]

_LONGEST_WORD = 8
_NECESSITY = re.compile(r"(?:非|不)?必[要需须](?:提供|提交)?|容缺(?:后补)?")
_TICKED = ("☑", "√", "✓", "✔", "■")
_BOXES = (*_TICKED, "□", "☐", "○")
_CHOICE = re.compile(r"任选其[一1][^\n]{0,20}")
_NUMBERS = ("序号", "序", "No.", "编号")
_LISTED = frozenset(
    {"materials", "materials.name", "legal_bases.title", "procedure", "results", "results.name", "fees.items.name"}
)
_ITEM_NAMES = frozenset({"name", "sub_item", "handling_item"})
_LINKED = ("template", "sample", "url", "mobile_url")


def unique(row: Sequence[PageCell]) -> list[PageCell]:
    """Return the cells of a row, each spanning cell once."""
    kept: list[PageCell] = []
    for cell in row:
        if not kept or kept[-1] is not cell:
            kept.append(cell)
    return kept


def list_columns(
    row: Sequence[PageCell], lexicon: PageLexicon, contexts: Sequence[str]
) -> tuple[str, dict[int, Hit]] | None:
    """Return the list field whose header a row is, and the path of each column; None when it is no header of a list.

    A header holds labels only, at least two columns of one list, or one beside a number column. The answer is
    remembered: tables of one portal have the same headers.
    """
    cells = unique(row)
    if len(cells) < 2 or not all(cell.text == "" or is_label_text(cell.text) for cell in cells):
        return None
    key = (tuple((cell.column, cell.text) for cell in cells), tuple(contexts))
    if key not in lexicon.headers:
        lexicon.remember_header(key, _list_columns(cells, lexicon, contexts))
    return lexicon.headers[key]


def _list_columns(
    cells: Sequence[PageCell], lexicon: PageLexicon, contexts: Sequence[str]
) -> tuple[str, dict[int, Hit]] | None:
    hits: dict[int, list[Hit]] = {}
    named = [cell.text for cell in cells if (hit := lexicon.find(cell.text)) is not None and hit.path in _LISTED]
    for cell in cells:
        around = [lexicon.resolve([one, cell.text]) for one in (*contexts, *named[:1]) if one and one != cell.text]
        found = [*around, lexicon.find(cell.text)]
        hits[cell.column] = [hit for hit in found if hit is not None]
    told = {column: several for column, several in hits.items() if several}
    if not told:
        return None
    numbered = any(hit.path == IGNORED or hit.path.endswith(".order") for several in told.values() for hit in several)
    best: tuple[str, dict[int, Hit]] | None = None
    for field in LISTS:
        columns = _columns_of(field, told)
        enough = len(columns) >= 2 or (len(columns) == 1 and numbered)
        enough = enough and not _in_turn(cells, columns, hits)
        if enough and _names(field, columns) and (best is None or len(columns) > len(best[1])):
            best = (field, columns)
    written = [one for one in cells if one.text]
    labels = sum(bool(hits[one.column]) for one in written)
    enough = best is not None and (
        len(best[1]) * 2 >= len(written) - numbered or (labels > 2 and labels >= len(written) - 1)
    )
    return best if enough else None


def _in_turn(cells: Sequence[PageCell], columns: Mapping[int, Hit], hits: Mapping[int, Sequence[Hit]]) -> bool:
    """Whether a row is labels and values in turn (结果名称 · 许可证 · 结果类型 · 证照), and no header."""
    if len(cells) < 4 or len(cells) % 2 or all(cell.header for cell in cells):
        return False
    labels, values = cells[::2], cells[1::2]
    return all(one.column in columns for one in labels) and not any(hits[one.column] for one in values)


def goes_on_in_turn(row: Sequence[PageCell], below: Sequence[PageCell], lexicon: Lexicon) -> bool:
    """Whether two rows are labels and values in turn, whatever the values of the first one are called."""
    cells, under = unique(row), unique(below)
    if len(cells) < 4 or len(cells) % 2 or len(under) != len(cells) or all(cell.header for cell in cells):
        return False
    labels = [lexicon.find(cell.text) is not None for cell in under]
    return lexicon.find(cells[-1].text) is None and all(labels[::2]) and not any(labels[1::2])


def two_line_header(rows: Sequence[Sequence[PageCell]], number: int, lexicon: Lexicon) -> list[PageCell] | None:
    """Return a header of two rows as one (份数 over 原件 and 复印件), told by cells that cover both; else None."""
    if number + 2 >= len(rows):
        return None
    upper, lower = rows[number], rows[number + 1]
    covering = {id(cell) for cell, below in zip(upper, lower, strict=True) if cell is below}
    under = [below for cell, below in zip(upper, lower, strict=True) if cell is not below]
    if len(covering) < 2 or len(under) < 2 or not all(is_label_text(cell.text) for cell in under):
        return None
    if any(upper[at] is rows[number + 2][at] for at in range(len(upper))):
        return None
    pairs = zip(upper, lower, strict=True)
    return [cell if cell is below else _under_label(cell, below, lexicon) for cell, below in pairs]


def _under_label(upper: PageCell, lower: PageCell, lexicon: Lexicon) -> PageCell:
    spelt = (lower.text + upper.text, upper.text + lower.text, lower.text)
    text = next((one for one in spelt if lexicon.find(one) is not None), lower.text)
    return PageCell(lower.blocks, text, lower.origin, lower.header, row=lower.row, column=lower.column)


def _columns_of(field: str, hits: Mapping[int, Sequence[Hit]]) -> dict[int, Hit]:
    columns: dict[int, Hit] = {}
    for column, several in hits.items():
        hit = next((one for one in several if one.path == field or one.path.startswith(f"{field}.")), None)
        if hit is not None and hit.path not in {one.path for one in columns.values()}:
            columns[column] = hit
    return columns


def _names(field: str, columns: Mapping[int, Hit]) -> bool:
    """Whether the columns name the entries: a list of materials without names is none."""
    names = {field, f"{field}.{MAIN[field]}", f"{field}.name", f"{field}.title", f"{field}.kind", f"{field}.address"}
    return any(hit.path in names for hit in columns.values())


def holds_items(table: PageTable, lexicon: Lexicon) -> bool:
    """Return whether a table is a list of items: a header with a name and another field, two rows below it."""
    if len(table.rows) < 3 or not all(len(cell.text) <= LONGEST_LABEL for cell in table.rows[0]):
        return False
    hits = (lexicon.find(cell.text) for row in table.rows[:3] for cell in unique(row))
    if not any(hit is not None and hit.path in _ITEM_NAMES for hit in hits):
        return False
    rows = [Row(number, [cell.text for cell in row]) for number, row in enumerate(table.rows[:6], start=1)]
    found = find_header(rows, lexicon, _ITEM_NAMES)
    return found is not None and found[1].score >= 2 and len(table.rows) > found[1].last + 1


def under_header(above: PageTable | None, table: PageTable, lexicon: PageLexicon) -> tuple[PageTable, PageTable | None]:
    """Return a table with the header that stands alone in the table above it, and the table if it is such a header.

    Portals draw the header of a list that scrolls as a table of its own.
    """
    if above is not None and table.rows and len(table.rows[0]) == len(above.rows[0]):
        return attrs.evolve(table, rows=[*above.rows, *table.rows], headers=1), None
    alone = len(table.rows) == 1 and list_columns(table.rows[0], lexicon, ("申请材料", "办理流程")) is not None
    return table, table if alone else None


def row_cells(
    field: str,
    columns: Mapping[int, Hit],
    row: Sequence[PageCell],
    header: Mapping[int, str],
    facts: Facts,
) -> dict[str, Cell]:
    """Return the cells of one entry by path within the entry; a column of no known path stays in ``extra``."""
    entry: dict[str, Cell] = {}
    for cell in unique(row):
        label = header.get(cell.column, "")
        hit = columns.get(cell.column)
        place = facts.place(cell.origin)
        if hit is None:
            if cell.text and label and label not in _NUMBERS:
                entry[label] = Cell(value=cell.text, place=place, label=label)
            continue
        name = hit.path[len(field) + 1 :] or MAIN[field]
        if name in ("situations", "applicants"):
            entry[name] = Cell(value=list(split_words(cell.text)), place=place, label=label)
        elif name == "name" and field == "materials" and "\n" in cell.text:
            entry = _named(cell, label, facts) | entry
        elif name != "order" and hit.of_item:
            entry |= _told(name, Cell(value=_value(name, cell), place=place, label=label))
    return counted(entry) if field == "materials" else entry


def _value(name: str, cell: PageCell) -> str:
    return cell.url if name in _LINKED and cell.url else cell.text


def _named(cell: PageCell, label: str, facts: Facts) -> dict[str, Cell]:
    """Tell the name of a material from what stands below it in its cell: links, labels of the material, copies."""
    place = facts.place(cell.origin)
    first, *below = cell.text.split("\n")
    lines = [first]
    entry: dict[str, Cell] = {}
    for line in below:
        pair = labelled(line)
        part = facts.lexicon.resolve(["申请材料", pair[0]]) if pair else None
        if pair and part and part.path.startswith("materials."):
            entry[part.path[len("materials.") :]] = Cell(value=pair[1].strip(), place=place, label=pair[0])
        elif pair and len(pair[0]) <= _LONGEST_WORD:
            entry[pair[0]] = Cell(value=pair[1].strip(), place=place, label=pair[0])
        elif said := asides_of(line):
            entry |= {name: Cell(value=text, place=place, label=label) for name, text in said.items()}
        elif not is_link_line(line, lambda word: _links(facts.lexicon, word)):
            lines.append(line)
    return {"name": Cell(value="\n".join(lines), place=place, label=label)} | entry


def _links(lexicon: Lexicon, word: str) -> bool:
    hit = lexicon.resolve(["申请材料", word])
    return hit is not None and hit.path in ("materials.template", "materials.sample")


def _told(name: str, cell: Cell) -> dict[str, Cell]:
    """Spread a cell that says several things: copies of two kinds, a choice beside a necessity."""
    text = str(cell.value)
    if name in ("pages", "originals", "copies", "kind"):
        if text[:1] in _BOXES:
            cell = attrs.evolve(cell, value=text.strip("".join(_BOXES) + " ") or ("1" if text[0] in _TICKED else ""))
        found, _ = counts_in(text)
        told = {key: Cell(value=str(count), place=cell.place, label=cell.label) for key, count in found.items()}
        if name == "kind":
            return {"necessity" if _NECESSITY.fullmatch(text) else "kind": cell} | told
        return told or {name: cell}
    if name in ("form", "kind") and len(said := asides_of(text)) > 1:
        return {key: attrs.evolve(cell, value=value) for key, value in said.items()}
    if name in ("acceptance", "fill_note", "form") and not {"originals", "copies"}.isdisjoint(said := asides_of(text)):
        return {key: attrs.evolve(cell, value=value) for key, value in said.items()}
    if name == "necessity" and not {"kind", "originals", "copies"}.isdisjoint(said := asides_of(text)):
        return {key: attrs.evolve(cell, value=value) for key, value in said.items()}
    if name == "necessity" and (choice := _CHOICE.search(text)):
        rest = (text[: choice.start()] + text[choice.end() :]).strip("；;，, \n")
        told = {"choice": Cell(value=choice[0], place=cell.place, label=cell.label)}
        return told | ({name: Cell(value=rest, place=cell.place, label=cell.label)} if rest else {})
    return {name: cell}


def says_nothing(block: PageText) -> bool:
    """Whether a text outside of any section can be no label: a link elsewhere, or a long text without a colon."""
    if "：" in block.text or ":" in block.text or "【" in block.text or "\n" in block.text:
        return False
    if len(block.parts) > 1:
        return False
    return len(block.text) > LONGEST_LABEL or (block.url is not None and not block.url.startswith(("#", "javascript")))
