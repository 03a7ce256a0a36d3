"""Which authority of the old state is which one of the new state (机构改革), and where an item is exercised."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from itertools import groupby

from itemcatalog.codes import place_names
from itemcatalog.model import Item
from itemcatalog.text import normalise

__all__ = ["Bodies", "main_code", "place_of"]

_MAIN = 9
_LONGEST_PLACE = 12


def main_code(item: Item) -> str | None:
    """Return the nine characters of the main item in the basic code (P T D M), None without a code."""
    return (item.codes.base or "")[:_MAIN] or None


def place_of(item: Item) -> str:
    """Return the division of an item, else the place that its authority's name begins with; empty = unknown."""
    return item.division or _leading_place(normalise(item.authority.name or ""))


@functools.lru_cache(4_096)
def _leading_place(name: str) -> str:
    known = place_names()
    ends = (n for n in range(min(len(name), _LONGEST_PLACE), 1, -1) if name[:n] in known)
    first = next(ends, 0)
    return name[:first] + _leading_place(name[first:]) if first else ""


def _name(item: Item) -> str:
    return normalise(item.authority.name or "")


class Bodies:
    """机构沿革: tells whether two items of two states may be of one authority.

    An authority goes on under its own name. One that is not there any more went on in one that was not there before,
    of the same place, when a linked item shows it or the basic code of the main item is the same.
    """

    def __init__(self, old: Iterable[Item], new: Iterable[Item], links: Iterable[tuple[Item, Item]]) -> None:
        before, after = set(map(_name, old)), set(map(_name, new))
        self._gone, self._come = before - after, after - before
        self._shown = {(_name(was), _name(now)) for was, now in links}

    def same(self, one: Item, other: Item) -> bool:
        """Return False only when two items name two authorities of which none became the other."""
        names = _name(one), _name(other)
        if not all(names) or names[0] == names[1]:
            return True
        return any(self._became(was, now, (one, other)) for was, now in (names, names[::-1]))

    def _became(self, was: str, now: str, items: Sequence[Item]) -> bool:
        if was not in self._gone or now not in self._come:
            return False
        shown = (was, now) in self._shown
        one_code = _all_equal([main_code(item) for item in items])
        return shown or (one_code and _all_equal([place_of(item) for item in items]))


def _all_equal(values: Sequence[str | None]) -> bool:
    """Return whether the values are stated and equal."""
    return len(list(groupby(values))) == 1 and bool(values[0])
