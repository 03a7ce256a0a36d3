"""Marks as bits: what a part of a name says is one number, and two parts together say what ``|`` makes of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

__all__ = ["GRANTS", "GRANT_RANK", "HIGHEST", "Marks"]

GRANT_RANK = {"": 0, "申领": 1, "审批": 2, "登记": 3}
"""Families of granting acts; of several in one name the highest counts."""

GRANTS = 0b111
"""The bits of the granting acts, by rank."""


class Marks:
    """记号: gives each mark a bit, after those of the granting acts; ``acts`` are the bits of all other acts.

    Numbers in names have no end and get no bit.
    """

    __slots__ = ("_bits", "_lock", "_names", "acts")

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._lock = Lock()
        self._names: list[str] = []
        self.acts = 0

    def bits(self, marks: Iterable[str], grant: str = "") -> int:
        """Return the bits of marks and of a granting act."""
        found = 1 << GRANT_RANK[grant] >> 1
        for mark in marks:
            found |= self._bits.get(mark) or self._new(mark)
        return found

    def _new(self, mark: str) -> int:
        with self._lock:
            if mark not in self._bits:
                bit = 1 << len(self._names) + len(GRANT_RANK) - 1
                self._names.append(mark)
                if mark.startswith("act:"):
                    self.acts |= bit
                self._bits[mark] = bit
            return self._bits[mark]

    def signs(self, bits: int) -> tuple[str, ...]:
        """Return the marks of some bits, sorted."""
        left, names = bits >> len(GRANT_RANK) - 1, []
        while left:
            lowest = left & -left
            names.append(self._names[lowest.bit_length() - 1])
            left ^= lowest
        return tuple(sorted(names))


HIGHEST = ("", "申领", "审批", "审批", "登记", "登记", "登记", "登记")
"""Bits of granting acts → the one that counts."""
