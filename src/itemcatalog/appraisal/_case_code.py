"""What one case is, packed into one whole number (办件编码化): the same facts, the same number."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NOT_CARRIED", "REFUSED_OFFSET", "WAY_OFFLINE", "WAY_ONLINE", "WAY_UNTOLD", "CaseCode"]

WAY_OFFLINE, WAY_ONLINE, WAY_UNTOLD = 0, 1, 2
#: In place of a ``Timing``: the table does not carry what the answer needs.
NOT_CARRIED = 7
#: ``refusal`` is 0 for a case that was not refused, else 1 + ``Reason``; 7 = not carried.
REFUSED_OFFSET = 1


class CaseCode(NamedTuple):
    """办件要点: the unit's number, the way, the answers, and the first milestone at or after the application.

    ``handling`` (asked of online applications only) and ``reporting`` are a ``Timing`` or ``NOT_CARRIED``; ``known``
    says that the catalogue has the item, ``online_item`` whether the item is served online (0 no, 1 yes, 2 not
    stated), ``core`` that no core field is empty.
    """

    unit: int
    way: int
    handling: int
    reporting: int
    handled: int
    refusal: int
    period: int
    known: int
    online_item: int
    core: int

    def packed(self) -> int:
        """Return the number."""
        return (
            self.unit << 20 | self.way << 18 | self.handling << 15 | self.reporting << 12 | self.handled << 11
            | self.refusal << 8 | self.period << 4 | self.known << 3 | self.online_item << 1 | self.core
        )  # fmt: skip

    @classmethod
    def of(cls, code: int) -> CaseCode:
        """Take a number apart."""
        return cls(
            unit=code >> 20, way=code >> 18 & 3, handling=code >> 15 & 7, reporting=code >> 12 & 7,
            handled=code >> 11 & 1, refusal=code >> 8 & 7, period=code >> 4 & 15, known=code >> 3 & 1,
            online_item=code >> 1 & 3, core=code & 1,
        )  # fmt: skip
