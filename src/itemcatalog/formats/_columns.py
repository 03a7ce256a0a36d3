"""Finding the header of a sheet (表头识别): title rows above it, one to three lines, merged groups."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import define

from itemcatalog.formats._grid import Row, blank, column_letters, shown
from itemcatalog.formats._headers import EXTRA, IGNORED, Hit, Lexicon
from itemcatalog.text import normalise

__all__ = ["DOUBTFUL", "NOTE", "Column", "Header", "find_header", "is_label", "labels_of"]

_LONGEST = 60
_LINES = 3
_FIRM = 3
DOUBTFUL = "codes.?"
# Words that head a column of names of anything, and how many other fields make it one of items.
_WEAK_NAMES = frozenset({"名称", "项目名称", "业务名称"})
_NAME_AMONG = 2
_NO_FIELDS = frozenset({IGNORED, EXTRA, DOUBTFUL, "name"})
# What stands around a form: 填报单位：…, 备注：…; never a header.
NOTE = re.compile(
    r"(?:注|备注|附注|说明|填表说明|填报说明|填表人|填报人|制表人?|审核人?|负责人|经办人|联系人|填报单位|填表单位|填报日期|填表日期"
    r"|填报时间|制表日期|制表单位|单位负责人|分管领导|分管负责人|审批人|签字|盖章|单位[（(]盖章[)）])"
    r"(?:[（(][^（）()]*[)）])?[0-9]*[:：].*",
    re.DOTALL,
)
_WEAK_BODY = re.compile("受理|决定|审核|办理部门|办理机构|承办|经办|窗口|牵头|配合|主管")


@define(frozen=True, slots=True, kw_only=True)
class Column:
    """列: its position (from 0) and letters, its header as printed, the item path and the unit of its header.

    ``path`` is None where no table knows the header.
    """

    index: int
    letters: str
    label: str
    path: str | None
    unit: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Header:
    """表头: the first and last row, the columns, and how many of them are understood."""

    first: int
    last: int
    columns: tuple[Column, ...]
    score: float

    def column(self, *paths: str) -> Column | None:
        """Return the first column of one of these paths, in the order of the paths."""
        return next((column for path in paths for column in self.columns if column.path == path), None)

    @property
    def paths(self) -> frozenset[str]:
        """The item paths that the columns carry."""
        return frozenset(column.path for column in self.columns if column.path and column.path not in (IGNORED, EXTRA))


def find_header(
    rows: Sequence[Row], lexicon: Lexicon, keys: frozenset[str], *, alone: bool = False
) -> tuple[int, Header] | None:
    """Return the header among the first rows and its position; ``keys`` are the paths of which one must be there.

    Of several candidates the one that explains the most columns; the upper one of equals. A key alone among columns
    that nobody knows is a header too, unless labels stand below it (then names stand beside values). ``alone``: what
    stands below is not known, and the key is enough.
    """
    found: list[tuple[int, Header]] = []
    weak: list[tuple[int, Header]] = []
    for position in range(len(rows)):
        header = _header_at(rows[position : position + _LINES], lexicon)
        if header is None or not header.paths & keys:
            continue
        below = [row for row in rows[position:] if row.number > header.last][:_LINES]
        labels, texts = _labels_below(below, header, lexicon, keys)
        if labels and labels * 2 >= texts and any(column.path is None for column in header.columns):
            continue
        if header.score >= 2 or _only_cell(rows[position]):
            found.append((position, header))
        elif (texts or alone) and not labels:
            weak.append((position, header))
    best = max(found or weak, key=lambda one: one[1].score, default=None)
    return best if best is None or alone else _first_list(found, best, rows, keys)


def _first_list(
    found: Sequence[tuple[int, Header]], best: tuple[int, Header], rows: Sequence[Row], keys: frozenset[str]
) -> tuple[int, Header]:
    """Return the header of the first of two lists under each other: most of it is understood, and names stand below."""
    for position, header in found:
        if header.last >= best[1].first or header.score < _FIRM or header.score * 2 <= len(header.columns):
            continue
        named = [column.index for column in header.columns if column.path in keys]
        between = [row for row in rows if header.last < row.number < best[1].first]
        if any(_filled(row, named) and sum(not blank(value) for value in row.values) > 1 for row in between):
            return position, header
    return best


def _filled(row: Row, columns: Sequence[int]) -> bool:
    return any(column < len(row.values) and not blank(row.values[column]) for column in columns)


def _only_cell(row: Row) -> bool:
    return len({row.anchor(column) for column, value in enumerate(row.values) if not blank(value)}) == 1


def _labels_below(rows: Sequence[Row], header: Header, lexicon: Lexicon, keys: frozenset[str]) -> tuple[int, int]:
    """Return how many labels and how many texts stand under the key: labels there mean names beside values."""
    key = next(column for column in header.columns if column.path in keys)
    texts = [text for row in rows if (text := _label(row, key.index)) and text != key.label]
    return sum(1 for text in texts if lexicon.find(text) is not None), len(texts)


def is_label(value: object) -> bool:
    """Whether a cell may stand in a header: a short text."""
    return isinstance(value, str) and len(value) <= _LONGEST


def _header_at(rows: Sequence[Row], lexicon: Lexicon) -> Header | None:
    first = [value for value in rows[0].values if not blank(value)]
    if not all(map(is_label, first)) or any(NOTE.match("".join(shown(value).split())) for value in first):
        return None
    best = _header_of(rows[:1], lexicon)
    if _only_cell(rows[0]):
        return best
    for depth in range(2, len(rows) + 1):
        if not _continues(rows[depth - 2], rows[depth - 1], best, lexicon):
            break
        deeper = _header_of(rows[:depth], lexicon)
        if deeper.score < best.score:
            break
        best = deeper
    return best


def _continues(above: Row, below: Row, header: Header, lexicon: Lexicon) -> bool:
    """Whether a row is a further line of the header: labels only, under groups or blanks, none under a name."""
    if below.number != above.number + 1:
        return False
    own = [column for column, value in enumerate(below.values) if not blank(value) and not below.inherited(column)]
    if not own or not all(is_label(below.values[column]) for column in own):
        return False
    groups = _groups(above)
    for column in own:
        if not _open(above, column, groups) and not lexicon.is_part(_label(above, column), _label(below, column)):
            return False
    known = sum(1 for column in own if lexicon.resolve(_levels((above, below), column)) is not None)
    return known * 2 >= len(own)


def _groups(row: Row) -> frozenset[tuple[int, int]]:
    """Return the anchors of the cells of a row that span several columns."""
    anchors = [row.anchor(column) for column, value in enumerate(row.values) if not blank(value)]
    return frozenset(anchor for anchor in anchors if anchors.count(anchor) > 1)


def _open(row: Row, column: int, groups: frozenset[tuple[int, int]]) -> bool:
    """Whether something may stand below: nothing above, a group, or a text whose right neighbour is blank."""
    if column >= len(row.values) or blank(row.values[column]) or row.anchor(column) in groups:
        return True
    following = column + 1
    return not row.anchors and following < len(row.values) and blank(row.values[following])


def _label(row: Row, column: int) -> str:
    return shown(row.values[column]) if column < len(row.values) else ""


def _levels(rows: Sequence[Row], column: int) -> list[str]:
    """Return the lines of one column's header from above; a blank beside a group belongs to the group."""
    levels: list[str] = []
    seen: set[tuple[int, int]] = set()
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        at = column
        if below is not None and not row.anchors and column < len(below.values) and not blank(below.values[column]):
            while at > 0 and (at >= len(row.values) or blank(row.values[at])):
                at -= 1
        value = row.values[at] if at < len(row.values) else ""
        if blank(value) or row.anchor(at) in seen:
            continue
        seen.add(row.anchor(at))
        levels.append(" ".join(shown(value).split()))
    return levels


def labels_of(rows: Sequence[Row]) -> dict[int, list[str]]:
    """Return for each column that has a header the lines of that header."""
    width = max(len(row.values) for row in rows)
    found = {column: _levels(rows, column) for column in range(width)}
    return {column: levels for column, levels in found.items() if levels}


def _header_of(rows: Sequence[Row], lexicon: Lexicon) -> Header:
    labels = labels_of(rows)
    hits = {column: lexicon.resolve(levels) for column, levels in labels.items()}
    known = _settled(hits, {column: levels[-1] for column, levels in labels.items()}, lexicon.of_items)
    columns = tuple(
        Column(
            index=column,
            letters=column_letters(column),
            label="·".join(labels[column]),
            path=known[column].path if column in known else None,
            unit=known[column].unit if column in known else None,
        )
        for column in labels
    )
    return Header(first=rows[0].number, last=rows[-1].number, columns=columns, score=_score(columns))


def _settled(hits: Mapping[int, Hit | None], labels: Mapping[int, str], of_items: bool) -> dict[int, Hit]:
    """Decide what depends on the other columns.

    办结时限 is the promised limit only beside a statutory one; 名称 is an item's name only among other item fields
    (``of_items``: in a list of items);
    a body that accepts or decides stands back where another column names the one that exercises the item.
    """
    known = {column: hit for column, hit in hits.items() if hit is not None}
    paths = {hit.path for hit in known.values()}
    bodies = [column for column, hit in known.items() if hit.path == "authority.name"]
    firm = [column for column in bodies if not _WEAK_BODY.search(labels[column])]
    settled: dict[int, Hit] = {}
    for column, hit in known.items():
        path = hit.path
        if path == "promised_limit?":
            if "promised_limit" in paths or "statutory_limit" not in paths:
                continue
            path = "promised_limit"
        if path == "name" and of_items and _is_weak_name(labels[column], paths, all(hits.values())):
            continue
        if firm and column in bodies and column not in firm:
            continue
        settled[column] = Hit(path=path, unit=hit.unit)
    return settled


def _is_weak_name(label: str, paths: set[str], all_known: bool) -> bool:
    """Whether a word may head a column of names of anything; 事项 beside a number and a remark is one of items."""
    word = normalise(label)
    if word == "事项":
        return not (all_known and paths <= {"name", IGNORED, EXTRA}) and len(paths - _NO_FIELDS) < _NAME_AMONG
    return word in _WEAK_NAMES and len(paths - _NO_FIELDS) < _NAME_AMONG


def _score(columns: Sequence[Column]) -> float:
    """Return how much is understood: fields count one each, columns that are known but hold no field a half."""
    fields = {column.path for column in columns if column.path}
    return sum(0.5 if path in (IGNORED, EXTRA) else 1.0 for path in fields)
