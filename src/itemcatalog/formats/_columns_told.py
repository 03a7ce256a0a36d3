"""What the values of a column say where its header leaves it open (按内容定列): the kind of a code, limits, units."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import attrs

from itemcatalog.formats._columns import DOUBTFUL, Column, Header
from itemcatalog.formats._grammar import parse_limit, unit_of_text
from itemcatalog.formats._grid import Row, shown
from itemcatalog.formats._headers import IGNORED
from itemcatalog.text import normalise

__all__ = ["with_columns_told"]

_SHORTEST_CODE = 9
# DOMAIN §1.1: 基本编码 12, 业务办理项编码 33 characters.
_CODE_LENGTHS = {12: "codes.basic", 33: "codes.handling"}
_LIMITS = ("statutory_limit", "promised_limit")
_OF_TIME = re.compile("时限|期限|时间|天数")
_BOTH = (re.compile("法定"), re.compile("承诺"))
_UNIT_LABELS = frozenset({"单位", "计量单位", "时限单位"})

_Told = Callable[[Header, Column, Sequence[str]], Sequence[Column]]


def with_columns_told(header: Header, rows: Sequence[Row]) -> Header:
    """Return the header in which values have settled what the labels leave open.

    编码 has the kind of code of its most frequent length; one 办理时限 whose cells name both limits
    (``法定：20工作日；承诺：5工作日``) is two columns; 办理时间 that holds limits is no office hour; 单位 behind a
    limit that holds 工作日 is its unit, not an office; 特别程序 under 时限 is a limit only where limits stand in it.
    """
    columns: list[Column] = []
    for column in header.columns:
        texts = _texts(rows, column.index)
        columns += next((told for one in _TOLD if (told := one(header, column, texts))), [column])
    return attrs.evolve(header, columns=tuple(columns))


def _texts(rows: Sequence[Row], index: int) -> list[str]:
    """Return the texts of one column; a section that runs across the sheet speaks for its first column only."""
    own = [row for row in rows if index < len(row.values) and row.anchor(index)[1] == index]
    return [text for row in own if (text := shown(row.values[index]).strip())]


def _code(header: Header, column: Column, texts: Sequence[str]) -> Sequence[Column]:
    """Tell a code by the most frequent length: 12 basic, 33 handling, 9 and more an item's own, else internal.

    编号 that counts the rows is no code.
    """
    if column.path != DOUBTFUL:
        return ()
    counted = [text for text in texts if text != column.label]
    if counted and counted == [str(number) for number in range(1, len(counted) + 1)]:
        return [attrs.evolve(column, path=IGNORED)]
    lengths = [len(text) for text in texts]
    usual = max(sorted(set(lengths)), key=lengths.count, default=0)
    other = "codes.implementation" if usual >= _SHORTEST_CODE else "codes.internal"
    return [attrs.evolve(column, path=_CODE_LENGTHS.get(usual, other))]


def _both_limits(header: Header, column: Column, texts: Sequence[str]) -> Sequence[Column]:
    """Take a column apart in which every cell names the statutory and the promised limit."""
    open_ = column.path is None or column.path == "places.hours"
    if not (open_ and texts and _OF_TIME.search(column.label)) or header.paths & frozenset(_LIMITS):
        return ()
    if not all(_names_both(text) for text in texts):
        return ()
    return [attrs.evolve(column, path=path) for path in _LIMITS]


def _names_both(text: str) -> bool:
    read = all(not parse_limit(text, None, kind).unclear for kind in ("statutory", "promised"))
    return read and all(word.search(text) for word in _BOTH)


def _no_hours(header: Header, column: Column, texts: Sequence[str]) -> Sequence[Column]:
    """Read 办理时间 as what is promised where most of its cells are limits (当场, 30日) and none is an hour."""
    if column.path != "places.hours" or "promised_limit" in header.paths or not texts:
        return ()
    limits = [parse_limit(text, None, "promised") for text in texts]
    known = sum(1 for limit in limits if not limit.unclear)
    hours = any(":" in normalise(text) or "周" in text for text in texts)
    return [attrs.evolve(column, path="promised_limit")] if known * 2 > len(texts) and not hours else ()


def _unit(header: Header, column: Column, texts: Sequence[str]) -> Sequence[Column]:
    """Read 单位 as the unit of the limit before it where all its cells are units of time."""
    if normalise(column.label) not in _UNIT_LABELS or not texts or not all(map(unit_of_text, texts)):
        return ()
    before = [one.path for one in header.columns if one.index < column.index and one.path in _LIMITS]
    return [attrs.evolve(column, path=f"{before[-1]}.unit")] if before else ()


def _special(header: Header, column: Column, texts: Sequence[str]) -> Sequence[Column]:
    """Read 特别程序 under 时限 as the procedures (听证20日) unless its cells are limits and nothing else."""
    if column.path != "special_procedures.limit" or _OF_TIME.search(column.label.rpartition("·")[2]):
        return ()
    limits = [parse_limit(text, None, "statutory") for text in texts]
    known = [limit.unclear for limit in limits if not limit.none]
    return () if known and not any(known) else [attrs.evolve(column, path="special_procedures", unit=None)]


_TOLD: tuple[_Told, ...] = (_code, _both_limits, _no_hours, _unit, _special)
