"""Reading one table row by row: group labels, headers of lists, labels beside values, all in one table."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import Protocol

from attrs import define, field

from itemcatalog.formats._headers import Hit
from itemcatalog.formats._page import Block, PageCell, tables_in
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_html_parse import pictured
from itemcatalog.formats._page_layout import bare_entries
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._page_lines import is_label_text
from itemcatalog.formats._page_situations import group_cells
from itemcatalog.formats._page_tables import goes_on_in_turn, list_columns, row_cells, two_line_header, unique
from itemcatalog.formats._page_words import tidy_label
from itemcatalog.formats._shapes import LISTS

__all__ = ["GridReader"]

# Labels above labels without end are no groups: a page has a handful of them.
_DEEPEST = 8


class _Pairs(Protocol):
    """Whoever takes a label with the blocks behind it."""

    def pair(self, label: str, origin: object, blocks: Sequence[Block], *, scripted: bool = False) -> None:
        """Take one pair."""

    def inside(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of a cell that is neither label nor value."""

    @property
    def open(self) -> bool:
        """Whether a section is open that what follows belongs to."""


@define(frozen=True, slots=True)
class _Turns:
    """交替行: the rows that hold one known label and nothing else; ``alike``: from each on all are odd or all even."""

    rows: list[int]
    alike: list[bool]

    @classmethod
    def of(cls, rows: list[int]) -> _Turns:
        """Look at the rows once from the end, however often it is asked."""
        alike = [True] * len(rows)
        for at in range(len(rows) - 2, -1, -1):
            alike[at] = alike[at + 1] and (rows[at] - rows[at + 1]) % 2 == 0
        return cls(rows, alike)

    def take(self, first: int, number: int) -> bool:
        """Whether from a row on labels take turns with values, and a row is a label's turn."""
        at = bisect.bisect_left(self.rows, first)
        several = len(self.rows) - at > 2
        return several and self.alike[at] and (self.rows[at] - first) % 2 == 0 and (number - first) % 2 == 0


@define(slots=True)
class GridReader:
    """表格解读: one table, or the rows that a spanning label covers; ``contexts`` are the labels around it."""

    facts: Facts
    lexicon: PageLexicon
    pairs: _Pairs
    contexts: list[str]
    group: str = ""
    _turns: _Turns | None = field(default=None, init=False)

    def read(self, rows: Sequence[Sequence[PageCell]]) -> None:
        """Read the rows from the top."""
        number = 0
        while number < len(rows):
            number += self._rows_at(rows, number)

    def _rows_at(self, rows: Sequence[Sequence[PageCell]], number: int) -> int:
        """Read what begins at a row and return how many rows that took."""
        row = rows[number]
        cells = [cell for cell in unique(row) if cell.text or cell.scripted]
        if not cells:
            return 1
        header = two_line_header(rows, number, self.lexicon)
        found = list_columns(header, self.lexicon, self.contexts) if header else None
        if header and found is not None and number + 2 < len(rows):
            return 2 + self._entries(rows, number + 2, *found, header)
        spanned = self._spanned(rows, number)
        if spanned > 1 and len(unique(row)) > 1:
            self._inside(rows[number : number + spanned], row[0])
            return spanned
        found = list_columns(row, self.lexicon, self.contexts)
        below = rows[number + 1] if number + 1 < len(rows) else None
        if found is not None and below is not None and not goes_on_in_turn(row, below, self.lexicon):
            return 1 + self._entries(rows, number + 1, *found, row)
        if self._columns_of_labels(rows, number):
            return 2
        if len(unique(row)) == 1:
            return self._single(rows, number)
        self._labelled(unique(row))
        return 1

    def _spanned(self, rows: Sequence[Sequence[PageCell]], number: int) -> int:
        """Return how many rows the first cell of a row covers, if it is a label."""
        first = rows[number][0]
        if not is_label_text(first.text) or (first.row != rows[number][-1].row and first.row != number):
            return 1
        length = 0
        while number + length < len(rows) and rows[number + length][0] is first:
            length += 1
        return length

    def _inside(self, rows: Sequence[Sequence[PageCell]], label: PageCell) -> None:
        """Read the rows beside a label that covers them: one column of values, or a table of its own."""
        width = next((at for at, cell in enumerate(rows[0]) if cell is not label), len(rows[0]))
        inner = [list(row[width:]) for row in rows]
        if len(inner[0]) == 1 or all(len(unique(row)) == 1 for row in inner):
            blocks = [block for row in inner for block in row[0].blocks]
            self.pairs.pair(label.text, label.origin, blocks)
            return
        hit = self._hit(label.text)
        if hit is not None and hit.path in LISTS and (entries := bare_entries(inner)):
            self.pairs.pair(label.text, label.origin, entries)
            return
        GridReader(self.facts, self.lexicon, self.pairs, [label.text, *self.contexts], self.group).read(inner)

    def _entries(
        self,
        rows: Sequence[Sequence[PageCell]],
        first: int,
        field: str,
        columns: dict[int, Hit],
        header: Sequence[PageCell],
    ) -> int:
        """Read the entries of a list from its first row until a row that is none; return their number."""
        labels = {cell.column: tidy_label(cell.text) for cell in unique(header)}
        for hit in columns.values():
            self.facts.provide(hit.path)
        for label in [text for column, text in labels.items() if column not in columns]:
            if label and self.lexicon.resolve([*self.contexts, label]) is None:
                self.facts.unread.setdefault(label, None)
        width = len(unique(header))
        taken = 0
        while first + taken < len(rows) and not self._ends_list(row := rows[first + taken], width):
            taken += 1
            entry = row_cells(field, columns, row, labels, self.facts)
            if entry:
                grouped = group_cells(self.group, self.facts.place(row[0].origin))
                self.facts.row(field, entry | grouped)
        return taken

    def _ends_list(self, row: Sequence[PageCell], width: int) -> bool:
        cells = unique(row)
        first = next((cell for cell in cells if cell.text), None)
        if first is None:
            return False
        if len(cells) == 1:
            return width > 1
        known = is_label_text(first.text) and self.lexicon.find(first.text) is not None
        return len(cells) < width and (known or first.header)

    def _columns_of_labels(self, rows: Sequence[Sequence[PageCell]], number: int) -> bool:
        """Read a row of labels over one row of values (各列一个标签)."""
        upper = unique(rows[number])
        marked = len(upper) > 1 and all(cell.header for cell in upper)
        fits = marked or (len(upper) > 2 and number + 2 == len(rows))
        if not fits or number + 1 >= len(rows) or not all(is_label_text(cell.text) for cell in upper):
            return False
        below = {cell.column: cell for cell in unique(rows[number + 1])}
        known = [cell for cell in upper if self._hit(cell.text) is not None]
        if len(known) < len(upper) - 1 or any(self._hit(cell.text) for cell in below.values()):
            return False
        for cell in upper:
            value = below.get(cell.column)
            if value is not None:
                self.pairs.pair(cell.text, cell.origin, value.blocks, scripted=value.scripted)
        return True

    def _single(self, rows: Sequence[Sequence[PageCell]], number: int) -> int:
        """Read a cell over the whole width: a label for what is below it, or a text of its own."""
        cell = rows[number][0]
        end = number + 1
        deep = len(self.contexts) >= _DEEPEST
        if deep or not is_label_text(cell.text) or (self.pairs.open and self._hit(cell.text) is None):
            self.pairs.inside(cell.blocks)
            return 1
        text = end < len(rows) and len(unique(rows[end])) == 1 and self._hit(rows[end][0].text) is None
        while end < len(rows) and not self._is_single_label(rows, number, end):
            if text and len(unique(rows[end])) > 1:
                break
            end += 1
        below = rows[number + 1 : end]
        if below and all(len(unique(row)) == 1 for row in below):
            blocks = [block for row in below for block in row[0].blocks]
            self.pairs.pair(cell.text, cell.origin, blocks)
        elif (hit := self._hit(cell.text)) and hit.path in LISTS and (entries := bare_entries(below)):
            self.pairs.pair(cell.text, cell.origin, entries)
        elif below:
            GridReader(self.facts, self.lexicon, self.pairs, [cell.text, *self.contexts], self.group).read(below)
        elif "：" in cell.text:
            self.pairs.inside(cell.blocks)
        return end - number

    def _is_single_label(self, rows: Sequence[Sequence[PageCell]], first: int, number: int) -> bool:
        """Whether a row is the next label of a column of labels and values in turn, or a known one."""
        cells = unique(rows[number])
        if len(cells) != 1 or not is_label_text(cells[0].text):
            return False
        if self._hit(cells[0].text) is not None:
            return True
        if self._turns is None:
            known = [at for at, row in enumerate(rows) if len(unique(row)) == 1 and self._hit(row[0].text)]
            self._turns = _Turns.of(known)
        return self._turns.take(first, number)

    def _labelled(self, cells: Sequence[PageCell]) -> None:
        """Read a row of labels and values side by side."""
        cells = [cell for cell in cells if cell.text not in _COLONS]
        at = 0
        while at < len(cells):
            label = cells[at]
            value = cells[at + 1] if at + 1 < len(cells) else None
            third = cells[at + 2] if at + 2 < len(cells) else None
            if value is None or not is_label_text(label.text):
                if len(label.blocks) > 1 or tables_in(label.blocks) or "：" in label.text:
                    self.pairs.inside(label.blocks)
                at += 1
                continue
            if third is not None and self._under(label.text, value.text) and self._hit(third.text) is None:
                GridReader(self.facts, self.lexicon, self.pairs, [label.text, *self.contexts]).pair(value, third)
                at += 3
                continue
            if self._hit(label.text) is None and not label.header and at + 2 < len(cells) and self._hit(value.text):
                at += 1
                continue
            self.pair(label, value)
            at += 2

    def pair(self, label: PageCell, value: PageCell) -> None:
        """Take one label with the cell behind it, in its context."""
        hit = self._hit(label.text)
        if hit is not None and not value.blocks and not value.scripted:
            self.facts.empty(hit, label.text, pictured(value.origin))
            return
        context = next((one for one in self.contexts if self.lexicon.is_part(one, label.text)), None)
        if hit is None and _COUNTER.fullmatch(label.text):
            self.pairs.inside(value.blocks)
            return
        if hit is None or context is None:
            self.pairs.pair(self._whole(label.text), label.origin, value.blocks, scripted=value.scripted)
            return
        text = value.url if hit.path.endswith("url") and value.url else value.text
        self.facts.state(hit, label.text, text, value.origin, scripted=value.scripted and not value.text)

    def _whole(self, label: str) -> str:
        """Return a label that means nothing alone with the one around it: 时间 beside 办理 is 办理时间."""
        if self.lexicon.find(label.strip("：: \n")) is not None:
            return label
        spelt = (f"{one}{label}" for one in reversed(self.contexts))
        return next((one for one in spelt if self.lexicon.find(one.strip("：: \n")) is not None), label)

    def _under(self, upper: str, lower: str) -> bool:
        return is_label_text(lower) and self.lexicon.is_part(upper, lower)

    def _hit(self, label: str) -> Hit | None:
        if not is_label_text(label):
            return None
        return self.lexicon.resolve([*reversed(self.contexts), label.strip("：: \n")])


# What only counts the rows, in a cell of its own.
_COUNTER = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]?[、.．]?")
# A column that only holds the colon behind the labels.
_COLONS = ("：", ":", "*")
