"""The unique forms of a catalogue's names: each is read once, however often it is published."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._slots import Reader

__all__ = ["Form", "Forms", "without_collector"]

Form = tuple[int, tuple[str, ...]]
"""Number of the core (with what brackets add to it) and the signs: what a hash join compares."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Leave out the garbage collector while millions of small things without cycles are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Forms:
    """名称形式表: the cores of a catalogue, how often each occurs, and the form of each name.

    ``cores[n]`` is the text of core ``n`` with its bracketed rest behind ``|``; ``counts[n]`` the number of names
    that have it; ``of_name[i]`` and ``grants[i]`` the form and the granting act of the i-th name.
    """

    __slots__ = ("cores", "counts", "grants", "numbers", "of_name")

    def __init__(self, names: Sequence[str], lexicon: Lexicon) -> None:
        self.cores: list[str] = []
        self.counts: list[int] = []
        self.of_name: list[Form] = []
        self.grants: list[str] = []
        self.numbers: dict[str, int] = {}
        self._read(names, Reader(lexicon))

    def _read(self, names: Iterable[str], reader: Reader) -> None:
        numbers, counts = self.numbers, self.counts
        known: dict[str, tuple[Form, str]] = {}
        shared: dict[tuple[str, ...], tuple[str, ...]] = {}
        read, forms, grants = reader.key, self.of_name, self.grants
        for name in names:
            found = known.get(name)
            if found is None:
                core, signs, sub, grant = read(name)
                text = f"{core}|{sub}" if sub else core
                number = numbers.get(text)
                if number is None:
                    number = numbers[text] = len(counts)
                    counts.append(0)
                found = known[name] = ((number, shared.setdefault(signs, signs)), grant)
            counts[found[0][0]] += 1
            forms.append(found[0])
            grants.append(found[1])
        self.cores = list(numbers)
