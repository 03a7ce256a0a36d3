"""Reading one sheet (读工作表): header, sections, items; the rest is passed over and said."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

from attrs import define

from itemcatalog.findings import Fault, Place, Text
from itemcatalog.formats._assemble import assemble, continues
from itemcatalog.formats._columns import Header, find_header
from itemcatalog.formats._columns_told import with_columns_told
from itemcatalog.formats._dittos import Dittos
from itemcatalog.formats._grid import Grid, Row, blank, column_letters, rows_of, shown
from itemcatalog.formats._headers import Lexicon
from itemcatalog.formats._layout import Layout, at, doubles, names_told
from itemcatalog.formats._notes import Notes, rows_in_words
from itemcatalog.formats._ragged import Ragged
from itemcatalog.formats._ragged_doubt import kept, sound
from itemcatalog.formats._record import Cell, Record
from itemcatalog.formats._row_kinds import RowJudge, RowKind, cells_of, section_of
from itemcatalog.text import normalise

__all__ = ["NAMES", "Keys", "SheetReader"]

_LOOKED_AT = 60
_LONGEST_GUIDE = 1_000
NAMES = frozenset({"name", "parent_name", "sub_item", "handling_item"})
_WORDS = {
    RowKind.HEADER: "重复表头",
    RowKind.TOTAL: "合计",
    RowKind.NOTE: "说明",
    RowKind.EXAMPLE: "示例",
}


@define(frozen=True, slots=True, kw_only=True)
class Keys:
    """关键列: the columns one of which a header must have, and those of which a row must fill one."""

    header: frozenset[str] = frozenset({"name", "sub_item", "handling_item"})
    row: frozenset[str] = NAMES


class SheetReader:
    """工作表读取器: yields the records of one sheet; its attributes then tell of it."""

    def __init__(
        self,
        grid: Grid,
        file: str,
        lexicon: Lexicon,
        *,
        keys: Keys | None = None,
        where: Mapping[str, str] | None = None,
    ) -> None:
        self._grid = grid
        self._file = file
        self._lexicon = lexicon
        self._keys = keys or Keys()
        self._where = {normalise(label): value for label, value in (where or {}).items()}
        self._facts: dict[str, Cell] = {}
        self._filtered = 0
        self._dittos = Dittos()
        self._headed: frozenset[str] = frozenset()
        self._sectioned: frozenset[str] = frozenset()
        self._name_words = lexicon.words_for(self._keys.header)
        self.header: Header | None = None
        self.notes = Notes()
        self.count = 0
        self.empty = True
        self.rows: list[Row] = []
        self.provides: frozenset[str] = frozenset()
        self.unread: tuple[str, ...] = ()
        for remark in grid.remarks:
            self.notes.say(remark)

    def __iter__(self) -> Iterator[Record | Fault]:
        rows = rows_of(self._grid)
        looked_at = list(itertools.islice(rows, _LOOKED_AT))
        self.empty = not looked_at
        found = find_header(looked_at, self._lexicon, self._keys.header)
        if found is None:
            self.rows = [*looked_at, *itertools.islice(rows, _LONGEST_GUIDE)]
            return
        position, header = found
        header = with_columns_told(header, [row for row in looked_at[position:] if row.number > header.last])
        for row in looked_at[:position]:
            self.notes.skip(row.number, "标题")
        self._begin(header)
        yield from self._limits_of_no_kind(header)
        after = [row for row in looked_at[position:] if row.number > header.last]
        whole: Iterable[Row] = itertools.chain(after, rows)
        if self._grid.ragged:
            heads = [row for row in looked_at[position:] if row.number <= header.last]
            whole = Ragged(header, heads, after, self._name_words).rows(whole)
        yield from self._records(whole, self._layout(header))
        if self._filtered:
            self.notes.say(f"按 where 条件略过 {self._filtered} 项")
        yield from self.hidden()

    def _begin(self, header: Header) -> None:
        """Take a header; of two lists on a sheet only the columns of both are carried: no other is an empty cell."""
        first, self.header = self.header is None, header
        self._dittos.begin()
        lines = str(header.first) if header.first == header.last else f"{header.first}–{header.last}"
        self.notes.say(f"表头在第 {lines} 行")
        told = header.paths | ({"name"} if names_told(header) else frozenset())
        self._headed = told if first else self._headed & told
        self.provides = self._headed | self._sectioned
        for path, labels in doubles(header).items():
            self.notes.say(
                f"{'、'.join(f'“{label}”' for label in labels)}同为一个要素（{path}），不同的值只取前一列，其余原样保留"
            )
        unread = [column.label for column in header.columns if column.path is None]
        self.unread = tuple(dict.fromkeys((*self.unread, *unread)))

    def _limits_of_no_kind(self, header: Header) -> Iterator[Fault]:
        """Report 办结时限 where no column is a statutory or a promised limit: which of them it is, nobody can tell."""
        if not any(path.startswith(_LIMITS) for path in header.paths):
            for column in header.columns:
                hit = self._lexicon.find(column.label) if column.path is None else None
                if hit is not None and hit.path == "promised_limit?":
                    place = Place(file=self._file, sheet=self._grid.name, cell=f"{column.letters}{header.last}")
                    yield Fault(kind="label-unread", place=place, values={"label": column.label, "why": _NO_KIND})

    def _layout(self, header: Header) -> Layout:
        return Layout.of(self._file, self._grid.name, header, self._keys.row, self._grid.epoch)

    def _records(self, rows: Iterable[Row], layout: Layout) -> Iterator[Record | Fault]:
        group: list[Row] = []
        facts: Mapping[str, Cell] = dict(self._facts)
        judge = _judge(layout)
        before = layout.header.last
        title: Row | None = None
        for written in rows:
            row = self._dittos.read(written)
            if row is not written:
                self.notes.say("“同上”按本列上一行的内容读取")
            kind = judge.kind(row)
            if kind is RowKind.ITEM and group and continues(row, group, layout):
                self._dittos.meet(row)
                group.append(row)
                before = row.number
                continue
            other = self._other_header(row, before) if kind is RowKind.ITEM else None
            if other is not None and _only_a_title(group, row):
                self.notes.skip(group.pop().number, "标题")
            yield from self._finished(group, layout, facts)
            yield from self._no_title(title, other is not None, layout)
            group, title = [], None
            if kind is not RowKind.ITEM:
                facts = self._passed(row, kind, layout)
                continue
            if other is not None:
                layout = self._layout(other)
                judge = _judge(layout)
            elif self._filled(row, layout):
                self._dittos.meet(row)
                group = [row]
            elif len(cells_of(row)) == 1:
                title = row
            else:
                yield self._no_item(row, layout)
            before = row.number
        yield from self._finished(group, layout, facts)
        yield from self._no_title(title, False, layout)

    def _finished(self, group: list[Row], layout: Layout, facts: Mapping[str, Cell]) -> Iterator[Record]:
        if not group:
            return
        if self._where and not self._wanted(group[0], layout):
            self._filtered += 1
            return
        self.count += 1
        rows, defects = sound(group, layout) if self._grid.ragged else (group, ())
        record = assemble(rows, layout, facts)
        yield kept(record, group, defects, layout) if defects else record

    def _wanted(self, row: Row, layout: Layout) -> bool:
        values = {normalise(column.label): shown(at(row, column.index)).strip() for column in layout.header.columns}
        return all(values.get(label) == value for label, value in self._where.items())

    def _filled(self, row: Row, layout: Layout) -> bool:
        """Whether a row states a name, or without one at least two fields: then it is an item all the same."""
        if any(one.path in self._keys.row and not blank(at(row, one.index)) for one in layout.identity):
            return True
        return sum(1 for one in layout.fields if not blank(at(row, one.index))) >= 2

    def _other_header(self, row: Row, before: int) -> Header | None:
        """Return the header of a second table further down in the sheet: after a gap, or with a name's own header."""
        worded = any(type(value) is str and value in self._name_words for value in row.values)
        if not worded and row.number == before + 1:
            return None
        found = find_header([row], self._lexicon, self._keys.header, alone=worded)
        if found is None or found[1].score * 2 < len(cells_of(row)) or (not worded and found[1].score < 3):
            return None
        header = with_columns_told(found[1], ())
        self._begin(header)
        return header

    def _no_title(self, row: Row | None, above_header: bool, layout: Layout) -> Iterator[Fault]:
        """Pass over a text alone that turned out to be the title of another list; report any other."""
        if row is not None and above_header:
            self.notes.skip(row.number, "标题")
        elif row is not None:
            yield self._no_item(row, layout)

    def _no_item(self, row: Row, layout: Layout) -> Fault:
        self.notes.skip(row.number, "没有名称，也没有其他要素")
        text = "；".join(shown(row.values[column]) for column in cells_of(row).values())
        place = Place(file=layout.file, sheet=layout.sheet, row=row.number)
        return Fault(kind="not-an-item", place=place, found=text[:200], values={"reason": "没有名称，也没有其他要素"})

    def _passed(self, row: Row, kind: RowKind, layout: Layout) -> Mapping[str, Cell]:
        """Note a row that is no item; return what the sections say from here on."""
        if kind is not RowKind.SECTION:
            self.notes.skip(row.number, _WORDS[kind])
            return dict(self._facts)
        (anchor, column), *_ = cells_of(row).items()
        text = shown(row.values[column]).strip()
        section = section_of(text)
        if section is None or (section[0] in layout.header.paths and not _in_its_column(layout, section[0], column)):
            self.notes.skip(row.number, "分节行")
            return dict(self._facts)
        path, value = section
        address = f"{column_letters(anchor[1])}{row.number}"
        place = Place(file=self._file, sheet=self._grid.name, row=row.number, cell=address)
        self._section(path, Cell(value=value, place=place, label=text))
        meaning = "实施主体" if path == "authority.name" else "职权类别"
        self.notes.say(f"第 {row.number} 行“{text}”作为其后各行的{meaning}")
        return dict(self._facts)

    def _section(self, path: str, cell: Cell) -> None:
        """Set what a section states; an outer section ends the inner ones."""
        outer = list(self._facts)
        for inner in outer[outer.index(path) :] if path in self._facts else ():
            del self._facts[inner]
        self._facts[path] = cell
        self._sectioned |= {path}
        self.provides = self._headed | self._sectioned

    def hidden(self) -> Iterator[Fault]:
        """Say and report what a person looking at the sheet does not see."""
        grid = self._grid
        hidden = []
        if grid.hidden:
            hidden.append((Text("工作表", "the sheet"), 1))
        if grid.hidden_rows:
            hidden.append((rows_in_words(list(grid.hidden_rows)), len(grid.hidden_rows)))
        if grid.hidden_columns:
            letters = [column_letters(column) for column in sorted(grid.hidden_columns)]
            hidden.append((Text(f"{'、'.join(letters)} 列", f"columns {', '.join(letters)}"), len(letters)))
        place = Place(file=self._file, sheet=grid.name)
        for what, count in hidden:
            self.notes.say(f"隐藏的{what.zh}已一并读取")
            yield Fault(kind="hidden-content", place=place, found=what.zh, values={"what": what, "count": count})


_LIMITS = ("statutory_limit", "promised_limit", "limits")
_NO_KIND = Text("（没有写明是法定时限还是承诺时限）", " (it does not say whether the limit is statutory or promised)")


def _judge(layout: Layout) -> RowJudge:
    return RowJudge(layout.header, tuple(column.index for column in layout.identity))


def _only_a_title(group: list[Row], below: Row) -> bool:
    """Whether the row right above a header holds one text alone: the title of the table, no item."""
    return len(group) == 1 and group[0].number == below.number - 1 and len(cells_of(group[0])) == 1


def _in_its_column(layout: Layout, path: str, index: int) -> bool:
    return any(column.path == path and column.index == index for column in layout.header.columns)
