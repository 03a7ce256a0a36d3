"""What a page states (页面要素): values under item paths, each with its label and place, and what was not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import attrs
from attrs import define, field

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._headers import EXTRA, IGNORED, Hit
from itemcatalog.formats._page import Page, PageTable
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._page_limits import limits_by_case, two_limits
from itemcatalog.formats._page_lines import several_places, unnumbered_lines
from itemcatalog.formats._page_same import same, within
from itemcatalog.formats._page_settle import end_scripted, faults_of_free, name_situations, settle_entries
from itemcatalog.formats._page_weak import HOTLINE, SPONSOR, WEAK_BODY, WEAK_PHONE, weaker
from itemcatalog.formats._page_words import (
    address_and_hours,
    address_and_phone,
    by_value,
    charges_nothing,
    is_gap,
    is_link_word,
    is_no_name,
    key_of,
    left_to_script,
    list_of,
    name_and_code,
    names_window,
    tidy_label,
    unstated,
    without_link_word,
    words_of,
)
from itemcatalog.formats._record import Cell, Record, Spot
from itemcatalog.formats._shapes import LISTS, kind_of

__all__ = ["Facts"]

_MOST_BLANKS = 2
_LIMITS = ("statutory_limit", "promised_limit")
# The part that names an entry of a list: the same label a second time begins the next entry.
_NAMING = frozenset({"materials.name", "legal_bases.title", "results.name", "fees.items.name", "faq.question"})


def _place(file: str, locate: Callable[[object], str], origin: object) -> Place:
    return Place(file=file, cell=locate(origin) if origin is not None else None)


@define(slots=True, kw_only=True)
class Facts:
    """页面要素: collects the values of one guide page on their way into a record."""

    page: Page
    file: str
    lexicon: PageLexicon
    cells: dict[str, Cell] = field(factory=dict)
    rows: dict[str, list[Mapping[str, Cell]]] = field(factory=dict)
    extra: dict[str, str] = field(factory=dict)
    provided: dict[str, None] = field(factory=dict)
    unread: dict[str, None] = field(factory=dict)
    faults: list[Fault] = field(factory=list)
    lists: list[PageTable] = field(factory=list)
    label_marks: Mapping[tuple[object, ...], int] | None = None
    heading_marks: frozenset[tuple[object, ...]] | None = None
    _seen: set[tuple[object, ...]] = field(factory=set)
    _open: dict[str, dict[str, Cell]] = field(factory=dict)
    _cases: dict[tuple[str, str], str] = field(factory=dict)
    _blanks: list[tuple[Hit, str, bool]] = field(factory=list)

    def place(self, origin: object) -> Spot:
        """Return where on the page something stands, told only when it is asked for."""
        return partial(_place, self.file, self.page.locate, origin)

    def state(self, hit: Hit, label: str, value: object, origin: object, *, scripted: bool = False) -> None:
        """Take in the value of a label; a second, different value of the same element is a conflict."""
        self._end_blanks()
        path = self._path(hit, value)
        value = without_link_word(value) if isinstance(value, str) else value
        text = value if isinstance(value, str) else ""
        if path is None or path == IGNORED:
            return
        if scripted or left_to_script(text):
            self._scripted(path, label, origin)
            return
        if text and (is_gap(text) or is_no_name(path, text)):
            return
        if text and is_link_word(text):
            self.unread.setdefault(f"{tidy_label(label)}（链接）", None)
            return
        cell = Cell(value=value, place=self.place(origin), label=self._label(label, hit))
        if path == EXTRA:
            self._keep(label, text)
            return
        if path in _LIMITS and (cases := limits_by_case(text)):
            self._limits(path, cases, cell)
            return
        self.provided[path] = None
        if value in ("", []):
            return
        self._take(path, text, label, cell)

    def _path(self, hit: Hit, value: object) -> str | None:
        """Return the element that a label means with this value; a body or a window that is none stays as it is."""
        path = by_value(hit.path, value)
        second = path == "authority.name" and path != hit.path and path in self.cells
        sentence = path == "places.windows" and isinstance(value, str) and value != "" and not names_window(value)
        return EXTRA if second or sentence else path

    def _take(self, path: str, text: str, label: str, cell: Cell) -> None:
        """Take in a stated value, or the values that it is made of."""
        if path == "places" and (timed := address_and_hours(text)):
            self.provided["places.hours"] = None
            self._group("places", "places.hours", attrs.evolve(cell, value=timed[1]))
            text, cell = timed[0], attrs.evolve(cell, value=timed[0])
        if path == "places":
            for address, phone in address_and_phone(text):
                self._group("places", "places.phones", attrs.evolve(cell, value=phone))
                cell = attrs.evolve(cell, value=address)
                self._group("places", path, cell)
        if path == "name" and (both := name_and_code(text)):
            cell, code = attrs.evolve(cell, value=both[0]), attrs.evolve(cell, value=both[1])
            self.cells.setdefault("codes.implementation", code)
        if path in _LIMITS and (two := two_limits(text)):
            self._two_limits(two, cell)
            return
        if path == "places.windows":
            cell = attrs.evolve(cell, value=unnumbered_lines(text))
        if path.startswith("fees.items.") and charges_nothing(text):
            path = "fees.charged"
            self.provided[path] = None
        head = list_of(path)
        if head == "places" or head in self._open:
            self._group(head, path, cell)
        else:
            self._once(path, cell)

    def empty(self, hit: Hit, label: str, picture: bool = False) -> None:
        """Note a label without a value: the page carries the element, unless a picture says what it is."""
        if picture:
            self.unread.setdefault(f"{tidy_label(label)}（图片）", None)
        elif hit.path not in (IGNORED, EXTRA):
            self.provide(hit.path.rstrip("?"))

    def blank(self, hit: Hit, label: str, picture: bool) -> None:
        """Note a heading with nothing below it; three or more in a row are a strip of links, not empty elements."""
        self._blanks.append((hit, label, picture))

    def _end_blanks(self) -> None:
        if not self._blanks:
            return
        blanks, self._blanks = self._blanks, []
        if len(blanks) <= _MOST_BLANKS and not any(one.kind == "script-blank" for one in self.faults):
            for hit, label, picture in blanks:
                self.empty(hit, label, picture)

    def row(self, path: str, row: Mapping[str, Cell]) -> None:
        """Take in one entry of a list; the same entry twice counts once."""
        self._end_blanks()
        for one in several_places(row) if path == "places" else (row,):
            self._row(path, {name: cell for name, cell in one.items() if not unstated(cell.value)})

    def _row(self, path: str, entry: Mapping[str, Cell]) -> None:
        key = (path, *sorted((name, words_of(cell.value)) for name, cell in entry.items()))
        if entry and key not in self._seen:
            self._seen.add(key)
            self.rows.setdefault(path, []).append(entry)

    def provide(self, path: str) -> None:
        """Note that the page carries an element, filled or not."""
        self.provided[path] = None

    def unknown(self, label: str, text: str) -> None:
        """List a label that was not understood, and keep its text."""
        shown = tidy_label(label)
        if shown and not shown.isdigit():
            self.unread[shown] = None
            self._keep(shown, text)

    def record(self) -> Record:
        """Return the record of the page."""
        self._end_blanks()
        for head in tuple(self._open):
            if self._open[head]:
                self.row(head, self._open.pop(head))
        self.faults = faults_of_free(self.cells, self.faults)
        for label in end_scripted(self.cells, self.faults):
            self.unread.pop(f"{label}（由脚本填写）", None)
        for path, entries in self.rows.items():
            settle_entries(path, entries, self.cells, self._keep)
        name_situations(self.cells, self.rows)
        rows = {path: tuple(entries) for path, entries in self.rows.items()}
        return Record(cells=self.cells, extra=self.extra, place=Place(file=self.file), rows=rows)

    def _label(self, label: str, hit: Hit) -> str:
        shown = tidy_label(label)
        return f"{shown}（{hit.unit}）" if hit.unit and hit.unit not in shown else shown

    def _keep(self, label: str, text: str) -> None:
        if text and not left_to_script(text):
            self.extra.setdefault(tidy_label(label), text)

    def _scripted(self, path: str, label: str, origin: object) -> None:
        shown = tidy_label(label)
        self.unread.setdefault(f"{shown}（由脚本填写）", None)
        self.faults.append(
            Fault(
                kind="script-blank",
                place=_place(self.file, self.page.locate, origin),
                field=path.rstrip("?"),
                values={"label": shown},
            )
        )

    def _group(self, head: str, path: str, cell: Cell) -> None:
        """Put the parts of one place together; a part that is there already begins the next place."""
        name = key_of(head, path)
        current = self._open.setdefault(head, {})
        if name in current and words_of(current[name].value) != words_of(cell.value):
            self.row(head, current)
            current = self._open[head] = {}
        current.setdefault(name, cell)

    def _two_limits(self, two: Mapping[str, str], cell: Cell) -> None:
        """Take the statutory and the promised limit out of one text that states both."""
        for name in _LIMITS:
            part = attrs.evolve(cell, value=two[name])
            self.provided[name] = None
            self._once(name, part)

    def _limits(self, path: str, cases: Sequence[tuple[str, str]], cell: Cell) -> None:
        """Take the limits of several situations out of one text; the page then has no limit for all of them."""
        self.provided["limits"] = None
        kind = attrs.evolve(cell, value=path.partition("_")[0])
        for name, limit in cases:
            if self._cases.setdefault((path, name), limit) != limit:
                self._contradict(path, f"{name}：{limit}", cell, f"{name}：{self._cases[path, name]}")
                continue
            situations = attrs.evolve(cell, value=[name])
            self.row("limits", {"value": attrs.evolve(cell, value=limit), "kind": kind, "situations": situations})

    def _next_entry(self, path: str, cell: Cell) -> None:
        """Begin a list where the label that names its entries stands a second time."""
        head = list_of(path)
        names = [one for one in self.cells if one == head or one.startswith(f"{head}.")]
        self.row(head, {key_of(head, one): self.cells.pop(one) for one in names})
        self._open[head] = {key_of(head, path): cell}

    def _hotline(self, first: Cell, cell: Cell) -> bool:
        """Settle two telephones: the hotline of a site stands back where the item has a telephone of its own."""
        general = weaker(HOTLINE, first, cell)
        if general is not None:
            self.cells["consultation"] = cell if general is first else first
        return general is not None

    def _at_window(self, first: Cell, cell: Cell) -> bool:
        """Settle two telephones: the one that is only called 联系电话 is that of the window."""
        weak, place = weaker(WEAK_PHONE, first, cell), self._open.get("places")
        if weak is None or place is None or "phones" in place:
            return False
        place["phones"] = weak
        self.cells["consultation"] = cell if weak is first else first
        return True

    def _weaker(self, first: Cell, cell: Cell) -> bool:
        """Settle two bodies: the one whose label only says who accepts is the undertaking one."""
        weak = weaker(WEAK_BODY, first, cell)
        if weak is None:
            return False
        self.cells["authority.name"] = cell if weak is first else first
        if words_of(first.value) != words_of(cell.value):
            self.cells.setdefault("authority.undertaking", weak)
        return True

    def _once(self, path: str, cell: Cell) -> None:
        """Take in the value of an element that is stated once; a second one repeats, completes or contradicts it."""
        first = self.cells.setdefault(path, cell)
        if first is cell:
            return
        if path == "authority.name" and (SPONSOR.fullmatch(cell.label or "") or self._weaker(first, cell)):
            return
        if same(path, first.value, cell.value) or within(path, cell.value, first.value):
            return
        if first.label == cell.label and (path in _NAMING or (path in LISTS and (cell.label or "").endswith("名称"))):
            self._next_entry(path, cell)
            return
        if path == "consultation" and (self._hotline(first, cell) or self._at_window(first, cell)):
            return
        longer = within(path, first.value, cell.value)
        if longer or (path in LISTS and kind_of(path) == "noun" and isinstance(cell.value, list)):
            self.cells[path] = attrs.evolve(cell, label=first.label) if longer else first
            return
        self._contradict(path, str(cell.value), cell, str(first.value))

    def _contradict(self, path: str, found: str, cell: Cell, other: str) -> None:
        values = {"label": cell.label or path, "other": other[:200]}
        self.faults.append(Fault(kind="value-conflict", place=cell.place, field=path, found=found[:200], values=values))
