"""The unique forms of a catalogue's names: each is read once, however often it is published."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from itemcatalog.matching._keys import Key, KeyReader
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reading import read_numbers
from itemcatalog.matching._terms import Term

__all__ = ["Form", "Forms", "without_collector"]

_LONGEST = 8
_RECURRING = 5
_PER_NAMES = 2_000

Form = tuple[int, tuple[str, ...]]
"""Number of the core (with what brackets add to it) and the signs: what a hash join compares."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Leave out the garbage collector while millions of small things without cycles are made.

    What has been made counts as old afterwards, so that the first young garbage does not cost a walk through all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class Forms:
    """名称形式表: the cores of a catalogue, how often each occurs, and the form of each name.

    ``cores[n]`` is the text of core ``n`` with its bracketed rest behind ``|``; ``counts[n]`` the number of names
    that have it; ``of_name[i]`` and ``grants[i]`` the form and the granting act of the i-th name.
    """

    __slots__ = ("_signs", "cores", "counts", "grants", "lexicon", "numbers", "of_name")

    def __init__(self, names: Sequence[str], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.counts: list[int] = []
        self.of_name: list[Form] = []
        self.grants: list[str] = []
        self.numbers: dict[str, int] = {}
        self._signs: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._read(names, KeyReader(lexicon))
        self.cores = list(self.numbers)
        if learnt := self._recurring(len(names)):
            self.read_again(names, (Term(piece, "learnt", piece, "习得") for piece in learnt), learnt)

    def _read(self, names: Sequence[str], reader: KeyReader) -> None:
        unique = list(dict.fromkeys(names))
        keys = read_numbers(unique, reader)
        if len(unique) < len(names):
            key_of = dict(zip(unique, keys, strict=True))
            keys = [key_of[name] for name in names]
        forms, grants = list(self._forms_of(reader.keys)), [key[-1] for key in reader.keys]
        self.of_name = [forms[key] for key in keys]
        self.grants = [grants[key] for key in keys]
        counts = self.counts
        for number, _ in self.of_name:
            counts[number] += 1

    def _forms_of(self, keys: Iterable[Key]) -> Iterator[Form]:
        numbers, counts, known = self.numbers, self.counts, self._signs
        for core, signs, sub, _ in keys:
            text = f"{core}|{sub}" if sub else core
            number = numbers.get(text)
            if number is None:
                number = numbers[text] = len(counts)
                counts.append(0)
            yield number, known.setdefault(signs, signs)

    def _recurring(self, names: int) -> tuple[str, ...]:
        """Return what stands in brackets behind many objects of this catalogue and is in no word list."""
        objects: Counter[str] = Counter()
        for text in self.numbers:
            _, bracket, sub = text.partition("|")
            if bracket:
                objects.update(piece for piece in set(sub.split("|")) if 2 <= len(piece) <= _LONGEST)
        known = self.lexicon.openings.keys() | self.lexicon.closings.keys() | self.lexicon.vocabulary
        least = max(_RECURRING, names // _PER_NAMES)
        return tuple(sorted(piece for piece, count in objects.items() if count >= least and piece not in known))

    def read_again(self, names: Sequence[str], terms: Iterable[Term], words: Collection[str]) -> None:
        """Extend the lexicon, and read the names once more that hold one of the words.

        A learnt qualifier that now has a meaning is one no longer.
        """
        new = tuple(terms)
        explained = {one.term for one in new if one.kind != "learnt"}
        old = (one for one in self.lexicon.terms if one.kind == "learnt" and one.term in explained)
        self.lexicon = self.lexicon.without(old).extended(new)
        reader = KeyReader(self.lexicon)
        parts = re.compile("|".join(map(re.escape, sorted(words))))
        marks = {f"learnt:{word}" for word in words}
        touched = {number for text, number in self.numbers.items() if self.counts[number] and parts.search(text)}
        places = [
            place
            for place, (number, signs) in enumerate(self.of_name)
            if number in touched or not marks.isdisjoint(signs) or parts.search(names[place])
        ]
        keys = reader.numbers([names[place] for place in places])
        forms = list(self._forms_of(reader.keys))
        for place, key in zip(places, keys, strict=True):
            self.counts[self.of_name[place][0]] -= 1
            self.of_name[place], self.grants[place] = forms[key], reader.keys[key][-1]
            self.counts[forms[key][0]] += 1
        self.cores = list(self.numbers)
