"""What a page states (页面要素): values under item paths, each with its label and place, and what was not read."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

import attrs
from attrs import define, field

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._headers import EXTRA, IGNORED, Hit
from itemcatalog.formats._page import Page, PageTable
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._record import Cell, Record
from itemcatalog.formats._shapes import LISTS, kind_of
from itemcatalog.sections import DEFAULT_PROFILE, load_profile
from itemcatalog.text import normalise

__all__ = ["Facts", "is_gap", "left_to_script", "tidy_label"]

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\$\{.*?\}|<%=?.*?%>|\[\[.+?\]\]|#\{.*?\}")
_LOADING = re.compile(r"(?:正在)?加载中?[.。…]*|loading[.…]*|undefined|null|NaN", re.IGNORECASE)
_LONGEST_WAIT = 16
_ENDS = ":：﹕ \t\n"
_HOURS = re.compile(
    r"[0-9]{1,2}\s*[:：时点]\s*[0-9]{0,2}|周[一二三四五六日]|星期|上午|下午|节假日|工作日\s*[(（]?[0-9]{1,2}[:：]"
)
_DURATION = re.compile(r"[0-9一二三四五六七八九十两]+\s*个?\s*(?:工作日|自然日|日|天|月|小时)|即办|当场|即时")
# Labels that stand for more than one element; the value tells which.
_TOLD_BY_VALUE = {"promised_limit?", "promised_limit", "places.hours"}
_GROUPED = ("places",)
_FREE = re.compile(r"^(?:本事项|该事项|办理)?(?:不收费|免费|免收费|不收取(?:任何)?费用|无收费)[。.]?$")
# Who runs the web site stands in the foot of its pages: 主办单位：福州市行政服务中心.
_SPONSOR = re.compile(r"(?:网站)?主办(?:单位)?")
# Labels of a body that need not be the implementing one; it stands back where another label names that.
_WEAK_BODY = re.compile(r"受理|决定|联系|办理部门|经办|承办|窗口|责任")


def tidy_label(label: str) -> str:
    """Return a label as it is listed: one line, without the colon behind it."""
    return " ".join(label.split()).strip(_ENDS)


def left_to_script(text: str) -> bool:
    """Return True for a value that only a script of the page would fill: a template sign, 加载中, undefined."""
    if len(text) <= _LONGEST_WAIT and _LOADING.fullmatch(text.strip()):
        return True
    return ("{" in text or "<%" in text or "[[" in text) and _TEMPLATE.search(text) is not None


def is_gap(text: str) -> bool:
    """Return True for the words by which our guides say that the data does not state an element, and for a dash."""
    return text.strip() in _gaps()


@functools.cache
def _gaps() -> frozenset[str]:
    phrases = load_profile(DEFAULT_PROFILE).phrases
    return frozenset({phrases["missing"], phrases["unstated"], "—", "——", "－", "-"})


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
    _seen: set[tuple[object, ...]] = field(factory=set)
    _open: dict[str, dict[str, Cell]] = field(factory=dict)

    def place(self, origin: object) -> Place:
        """Return where on the page something stands."""
        return Place(file=self.file, cell=self.page.locate(origin) if origin is not None else None)

    def state(self, hit: Hit, label: str, value: object, origin: object, *, scripted: bool = False) -> None:
        """Take in the value of a label; a second, different value of the same element is a conflict."""
        path = _by_value(hit.path, value)
        text = value if isinstance(value, str) else ""
        if path in (IGNORED,) or path is None:
            return
        if scripted or left_to_script(text):
            self._scripted(path, label, origin)
            return
        if text and is_gap(text):
            return
        cell = Cell(value=value, place=self.place(origin), label=self._label(label, hit))
        if path == EXTRA:
            self._keep(label, text)
            return
        self.provided[path] = None
        if value in ("", []):
            return
        if path.startswith("fees.items.") and isinstance(value, str) and _FREE.search(value):
            path = "fees.charged"
            self.provided[path] = None
        head = path.partition(".")[0]
        if head in _GROUPED:
            self._group(head, path, cell)
        elif path in self.cells:
            self._again(path, cell)
        else:
            self.cells[path] = cell

    def row(self, path: str, row: Mapping[str, Cell]) -> None:
        """Take in one entry of a list; the same entry twice counts once."""
        entry = {name: cell for name, cell in row.items() if not _unstated(cell.value)}
        key = (path, *sorted((name, _words(cell.value)) for name, cell in entry.items()))
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
        for head in _GROUPED:
            if self._open.get(head):
                self.row(head, self._open.pop(head))
        for path, entries in self.rows.items():
            self._settle(path, entries)
        self._situations()
        rows = {path: tuple(entries) for path, entries in self.rows.items()}
        return Record(cells=self.cells, extra=self.extra, place=Place(file=self.file), rows=rows)

    def _settle(self, path: str, entries: list[Mapping[str, Cell]]) -> None:
        """Join what stands beside a table: an entry's own label fills it, a list in words is not counted twice."""
        if any("situations" not in entry and "applicants" not in entry for entry in entries):
            self.cells.pop(path, None)
        for name in [one for one in self.cells if one.startswith(f"{path}.")]:
            cell = self.cells.pop(name)
            key = name[len(path) + 1 :]
            if path == "results" and key == "delivery":
                self.cells.setdefault("delivery", cell)
            elif len(entries) == 1:
                entries[0] = {key: cell, **entries[0]}
            else:
                self._keep(cell.label or name, str(cell.value))

    def _situations(self) -> None:
        """Name the situations that the entries speak of, in the order of the page."""
        named: dict[str, Cell] = {}
        for entries in self.rows.values():
            for entry in entries:
                cell = entry.get("situations")
                for name in cell.value if cell and isinstance(cell.value, list) else ():
                    named.setdefault(name, cell) if cell else None
        if named and "situations" not in self.cells:
            first = next(iter(named.values()))
            self.cells["situations"] = attrs.evolve(first, value=list(named))

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
            Fault(kind="script-blank", place=self.place(origin), field=path.rstrip("?"), values={"label": shown})
        )

    def _group(self, head: str, path: str, cell: Cell) -> None:
        """Put the parts of one place together; a part that is there already begins the next place."""
        name = path.partition(".")[2] or "address"
        current = self._open.setdefault(head, {})
        if name in current and _words(current[name].value) != _words(cell.value):
            self.row(head, current)
            current = self._open[head] = {}
        current.setdefault(name, cell)

    def _weaker(self, first: Cell, cell: Cell) -> bool:
        """Settle two bodies: the one whose label only says who accepts is the undertaking one."""
        weak = [one for one in (first, cell) if _WEAK_BODY.search(one.label or "")]
        if len(weak) != 1:
            return False
        self.cells["authority.name"] = cell if weak[0] is first else first
        if _words(first.value) != _words(cell.value):
            self.cells.setdefault("authority.undertaking", weak[0])
        return True

    def _again(self, path: str, cell: Cell) -> None:
        first = self.cells[path]
        if path == "authority.name" and (_SPONSOR.fullmatch(cell.label or "") or self._weaker(first, cell)):
            return
        one, two = _words(first.value), _words(cell.value)
        if one == two or two in one:
            return
        if one in two or (path in LISTS and kind_of(path) == "noun" and isinstance(cell.value, list)):
            self.cells[path] = attrs.evolve(cell, label=first.label) if one in two else first
            return
        self.faults.append(
            Fault(
                kind="value-conflict",
                place=cell.place,
                field=path,
                found=str(cell.value)[:200],
                values={"label": cell.label or path, "other": str(first.value)[:200]},
            )
        )


def _by_value(path: str, value: object) -> str | None:
    """Tell a label of several meanings by its value: 办理时间 is hours or a limit."""
    if path not in _TOLD_BY_VALUE or not isinstance(value, str):
        return "promised_limit" if path == "promised_limit?" else path
    if path == "places.hours":
        return "promised_limit" if _DURATION.fullmatch(value.strip("。内 ")) else path
    return "places.hours" if _HOURS.search(value) and not _DURATION.match(value) else "promised_limit"


def _unstated(value: object) -> bool:
    return value in ("", []) or (isinstance(value, str) and is_gap(value))


def _words(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(_words(one) for one in value)
    return str(normalise(str(value)))
