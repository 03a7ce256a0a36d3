"""How much of what one channel publishes another publishes too: what it means that a name is missing there."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from itemcatalog.matching._forms import Form, Forms

__all__ = ["Overlap", "bits_of"]

_SAMPLE = 2_000
_FEW = 10
_GREATER_PART = 0.5


class Overlap:
    """重合度: for each kind of item (a mark, or ``""`` for all) and two channels the share that both publish.

    Counted when first asked, over an even sample of the objects of a large catalogue.
    """

    def __init__(self, forms: Forms, bits: Sequence[int]) -> None:
        self._forms = forms
        self._bits = bits

    def share(self, one: int, other: int, mark: str = "") -> float:
        """Return the share of the items of channel ``one`` that channel ``other`` has in the same form.

        0 where fewer than ten are common: nothing is known then.
        """
        has, both = self._counts
        common = both[mark, one, other]
        return common / (has[mark, one] + 1) if common >= _FEW else 0.0

    def surprise(self, one: int, other: int, mark: str = "") -> float:
        """Return how surprising it is (natural logarithm) that ``other`` lacks an item that ``one`` has."""
        return -math.log(1 - self.share(one, other, mark))

    def complete(self, one: int, other: int) -> bool:
        """Say whether sets of channels have nothing in common, but publish the same items for the greater part."""
        return not one & other and all(
            self.share(first, second) >= _GREATER_PART <= self.share(second, first)
            for first in bits_of(one)
            for second in bits_of(other)
        )

    @cached_property
    def _counts(self) -> tuple[Counter[tuple[str, int]], Counter[tuple[str, int, int]]]:
        step = len(self._forms.numbers) // _SAMPLE + 1
        written: defaultdict[Form, int] = defaultdict(int)
        for form, bit in zip(self._forms.of_name, self._bits, strict=True):
            if not form[0] % step:
                written[form] |= bit
        together = Counter((mark, channels) for (_, signs), channels in written.items() for mark in ("", *signs))
        has: Counter[tuple[str, int]] = Counter()
        both: Counter[tuple[str, int, int]] = Counter()
        for (mark, channels), times in together.items():
            for one in (places := bits_of(channels)):
                has[mark, one] += times
                for other in places:
                    both[mark, one, other] += times
        return has, both


def bits_of(channels: int) -> list[int]:
    """Return the single channels of a set of channels."""
    return [1 << at for at in range(channels.bit_length()) if channels >> at & 1]
