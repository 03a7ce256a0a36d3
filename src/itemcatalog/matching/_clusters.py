"""Which entries stand together: decisions, then equal codes, then equal names; one of each channel and unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from itemcatalog.matching._buckets import Buckets
from itemcatalog.matching._decisions import Replayed
from itemcatalog.matching._entries import main_name
from itemcatalog.matching._reasons import Reason, Verdict
from itemcatalog.text import normalise

__all__ = ["Clusters"]

Doubt = tuple[int, int, Verdict, float, tuple[Reason, ...]]
_CODES = ("handling", "implementation", "local_implementation", "portal")


class Clusters:
    """聚类: a union of entries that keeps at most one entry per channel and unit.

    ``units[i]`` names the implementing unit of entry ``i``; ``ties`` are sets of positions that fit equally well.
    """

    __slots__ = ("_members", "_root", "buckets", "decided", "ties", "units")

    def __init__(self, buckets: Buckets, units: Sequence[str], decided: Replayed) -> None:
        self.buckets = buckets
        self.units = units
        self.decided = decided
        self._root = list(range(len(units)))
        self._members: dict[int, list[int]] = {}
        self.ties: list[tuple[int, ...]] = []
        for one, other in decided.same:
            self._join(one, other)
        self._by_codes()
        for by_signs in buckets.of_core.values():
            for members in by_signs.values():
                if len(members) > 1:
                    self._by_name(members)
        self._by_basic_code()

    def root(self, position: int) -> int:
        """Return the entry that stands for the cluster of an entry."""
        root = self._root
        while root[position] != position:
            root[position] = root[root[position]]
            position = root[position]
        return position

    def members(self, position: int) -> list[int]:
        """Return all entries of the cluster of an entry, in order."""
        return self._members.get(self.root(position)) or [position]

    def groups(self) -> Iterator[list[int]]:
        """Yield every cluster once, singles included, in the order of their first entries."""
        for position in range(len(self._root)):
            if self.members(position)[0] == position:
                yield self.members(position)

    def taken(self) -> list[int]:
        """Return, for each entry, the channels in which its cluster has an entry, its own left out."""
        bits = self.buckets.channel_bits
        taken = [0] * len(bits)
        for members in self._members.values():
            for one in members:
                for other in members:
                    if bits[other] != bits[one]:
                        taken[one] |= bits[other]
        return taken

    def settled(self, doubts: Iterable[Doubt]) -> list[Doubt]:
        """Join the pairs of clusters that are the same by name after all; return those that stay in doubt."""
        left = []
        for doubt in doubts:
            one, other, verdict = doubt[:3]
            if verdict is Verdict.SAME and self._fits(one, other):
                self._join(one, other)
            else:
                left.append(doubt)
        return left

    def same_unit(self, position: int) -> str:
        """Return what names the implementing unit of an entry: its implementation code, else body and division."""
        return self.buckets.entries[position].codes.get("implementation") or self.units[position] or f"?{position}"

    def _slots(self, position: int) -> set[tuple[str, str]]:
        entries = self.buckets.entries
        return {(entries[one].channel, self.units[one]) for one in self.members(position)}

    def _parted(self, one: int, other: int) -> bool:
        """Say whether a reviewer keeps two clusters apart."""
        different = self.decided.different
        return bool(different) and any(
            (min(a, b), max(a, b)) in different for a in self.members(one) for b in self.members(other)
        )

    def _fits(self, one: int, other: int) -> bool:
        return self._slots(one).isdisjoint(self._slots(other)) and not self._parted(one, other)

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            members = sorted([*self.members(first), *self.members(second)])
            self._members.pop(second, None)
            self._root[second] = first
            self._members[first] = members

    def _by_codes(self) -> None:
        """Join entries with one full code, as long as the code is that of one item in each channel."""
        for scheme in _CODES:
            holders: dict[str, list[int]] = {}
            for position, entry in enumerate(self.buckets.entries):
                code = entry.codes.get(scheme)
                if code and (scheme == "handling" or "handling" not in entry.codes):
                    holders.setdefault(normalise(code), []).append(position)
            for members in holders.values():
                channels = {self.buckets.channel_bits[one] for one in members}
                if len(members) > 1 and len(channels) == len(members):
                    self._join_fitting(members)

    def _by_basic_code(self) -> None:
        """Join what shares a basic code that each channel and unit uses once, unless the main names conflict."""
        holders: dict[str, list[int]] = {}
        for position, entry in enumerate(self.buckets.entries):
            if code := entry.codes.get("basic"):
                holders.setdefault(normalise(code), []).append(position)
        for members in holders.values():
            heads = sorted({self.root(one) for one in members})
            if len(heads) > 1 and not self._crowded(members):
                for other in heads[1:]:
                    if self._fits(heads[0], other) and self._may_be_one(heads[0], other):
                        self._join(heads[0], other)

    def _may_be_one(self, one: int, other: int) -> bool:
        left, right = self.buckets.entries[one], self.buckets.entries[other]
        if normalise(left.handling_item or "") != normalise(right.handling_item or ""):
            return False
        return self.buckets.compare(main_name(left), main_name(right)).verdict is not Verdict.DIFFERENT

    def _join_fitting(self, members: Sequence[int]) -> None:
        for other in members[1:]:
            if self._fits(members[0], other):
                self._join(members[0], other)

    def _by_name(self, members: list[int]) -> None:
        """Join the clusters of one bucket; in a crowded one the finest evidence decides.

        Where it does not, a channel and unit that lists several stays out, and the others are joined without it.
        """
        for part in self._parts(members, self._grant):
            left = part
            for key in (self._basic, self._exact):
                left = self._settled(left, key) if self._crowded(left) else left
            if not self._crowded(left):
                self._join_all(left)
            elif len({self.buckets.channel_bits[one] for one in left}) > 1:
                self._join_all(self._alone(left))
                self.ties.append(tuple(left))

    def _settled(self, members: list[int], key: Callable[[int], str]) -> list[int]:
        """Join the parts of a crowded bucket that finer evidence tells apart; return what is left."""
        left = []
        for fine in self._parts(members, key):
            if len(fine) > 1 and not self._crowded(fine):
                self._join_all(fine)
            else:
                left += fine
        return sorted(left)

    def _join_all(self, members: Sequence[int]) -> None:
        heads = sorted({self.root(one) for one in members})
        for other in heads[1:]:
            if self._fits(heads[0], other):
                self._join(heads[0], other)

    def _crowded(self, members: Sequence[int]) -> bool:
        """Say whether two clusters of one bucket want the same place."""
        seen: set[tuple[str, str]] = set()
        for head in sorted({self.root(one) for one in members}):
            slots = self._slots(head)
            if seen & slots:
                return True
            seen |= slots
        return False

    def _alone(self, members: Sequence[int]) -> list[int]:
        """Return the entries whose places nobody else of the bucket wants."""
        heads = {self.root(one) for one in members}
        wanted = Counter(slot for head in heads for slot in self._slots(head))
        return [one for one in members if all(wanted[slot] == 1 for slot in self._slots(one))]

    def _parts(self, members: list[int], key: Callable[[int], str]) -> list[list[int]]:
        """Part entries by a piece of evidence; those that lack it go with the only part there is."""
        by_value: dict[str, list[int]] = {}
        for one in members:
            by_value.setdefault(key(one), []).append(one)
        unknown = by_value.pop("", [])
        if len(by_value) > 1:
            return [*by_value.values(), unknown]
        return [sorted([*unknown, *(one for part in by_value.values() for one in part)])]

    def _grant(self, position: int) -> str:
        return self.buckets.forms.grants[position]

    def _basic(self, position: int) -> str:
        return self.buckets.entries[position].codes.get("basic", "")

    def _exact(self, position: int) -> str:
        entry = self.buckets.entries[position]
        return normalise(f"{entry.name}|{entry.sub_item or ''}|{entry.handling_item or ''}")
