"""Whether one item may be a part of another: by code, by parent, by what its name says more or less."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from itemcatalog.changes._bodies import Bodies, main_code
from itemcatalog.findings import Text
from itemcatalog.matching import NameComparison, Verdict, compare_names
from itemcatalog.model import Item
from itemcatalog.text import normalise

__all__ = ["Neighbours", "full_name", "names_of", "part_of", "title_key"]

# Reasons that say "only one of the two names says this": what a part and its whole differ in.
_ONE_SIDED = frozenset({"act-missing", "qualifier-missing", "sub-missing", "number-missing", "inserted", "generic"})
_CANDIDATES = 12


def full_name(item: Item) -> str:
    """Return the name with sub-item and business item in brackets, where the name does not say them already."""
    parts = [part for part in (item.sub_item, item.handling_item) if part and part not in item.name]
    return item.name + "".join(f"（{part}）" for part in parts)


def title_key(item: Item) -> tuple[str, str, str]:
    """Return what makes two items the same by name: full name, authority and division."""
    return normalise(full_name(item)), normalise(item.authority.name or ""), item.division or ""


@functools.lru_cache(16_384)
def names_of(left: str, right: str) -> NameComparison:
    """Compare two names, remembering the answer."""
    return compare_names(left, right)


def part_of(part: Item, whole: Item, bodies: Bodies) -> Text | None:
    """Return why an item looks like a part of another one, None when nothing says so."""
    if not bodies.same(part, whole):
        return None
    if part.sub_item and not whole.sub_item and normalise(part.name) == normalise(whole.name):
        return Text(f"主项名称为“{whole.name}”", f"its main item is “{whole.name}”")
    if part.parent_name and normalise(part.parent_name) == normalise(whole.name) and part.name != whole.name:
        return Text(f"主项名称为“{whole.name}”", f"its main item is “{whole.name}”")
    answer = names_of(full_name(part), full_name(whole))
    if answer.verdict is Verdict.SAME:
        return Text("名称可视为相同", "the names may be read as the same")
    doubts = [reason for reason in answer.reasons if reason.weight > 0]
    if answer.verdict is not Verdict.REVIEW or not doubts:
        return None
    one_sided = all(reason.kind in _ONE_SIDED and bool(reason.left) != bool(reason.right) for reason in doubts)
    one_way = len({bool(reason.left) for reason in doubts}) == 1
    if one_sided and (one_way or main_code(part) == main_code(whole) is not None):
        return Text("；".join(str(r) for r in doubts), "; ".join(r.text.en for r in doubts))
    return None


class Neighbours:
    """近似索引: finds the items whose names share most pairs of characters, without comparing all with all."""

    def __init__(self, items: Sequence[Item], bodies: Bodies) -> None:
        self._items, self._bodies = items, bodies
        self._index: dict[str, list[int]] = defaultdict(list)
        self._parents: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            for pair in set(_pairs(full_name(item))):
                self._index[pair].append(number)
            if item.parent_name:
                self._parents[normalise(item.parent_name)].append(number)

    def near(self, item: Item) -> Iterator[Item]:
        """Yield the items of the same parent, and at most a dozen of the nearest names of the authority, in order."""
        found: Counter[int] = Counter()
        for pair in set(_pairs(full_name(item))):
            for number in self._index.get(pair, ()):
                found[number] += 1
        ranked = sorted(found, key=lambda n: (-found[n] / len(full_name(self._items[n])), n))
        own = islice((n for n in ranked if self._bodies.same(item, self._items[n])), _CANDIDATES)
        seen = dict.fromkeys([*self._parents.get(normalise(item.name), []), *own])
        return (self._items[number] for number in seen)


def _pairs(name: str) -> Iterable[str]:
    plain = normalise(name)
    return (plain[n : n + 2] for n in range(len(plain) - 1)) if len(plain) > 1 else (plain,)
