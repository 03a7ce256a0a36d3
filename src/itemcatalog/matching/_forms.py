"""The unique forms of a catalogue's names: each is read once, however often it is published."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from itemcatalog.matching._fold import fold
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._slots import Reader
from itemcatalog.matching._terms import Term

__all__ = ["Form", "Forms", "without_collector"]

_LONGEST = 8
_RECURRING = 5

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

    __slots__ = ("cores", "counts", "grants", "lexicon", "numbers", "of_name")

    def __init__(self, names: Sequence[str], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._start()
        self._read(names, Reader(lexicon))
        learnt = self._recurring()
        if learnt:
            self.lexicon = lexicon.extended(Term(piece, "learnt", piece, "习得") for piece in learnt)
            self._read_again(names, Reader(lexicon), Reader(self.lexicon), learnt)

    def _start(self) -> None:
        self.counts: list[int] = []
        self.of_name: list[Form] = []
        self.grants: list[str] = []
        self.numbers: dict[str, int] = {}

    def _read(self, names: Iterable[str], reader: Reader) -> None:
        numbers, counts = self.numbers, self.counts
        known: dict[str, tuple[Form, str]] = {}
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
                found = known[name] = ((number, signs), grant)
            form, grant = found
            counts[form[0]] += 1
            forms.append(form)
            grants.append(grant)
        self.cores = list(numbers)

    def _recurring(self) -> tuple[str, ...]:
        """Return what stands in brackets behind many objects of this catalogue and is in no word list."""
        objects: Counter[str] = Counter()
        for text in self.cores:
            _, bracket, sub = text.partition("|")
            if bracket:
                objects.update(piece for piece in set(sub.split("|")) if 2 <= len(piece) <= _LONGEST)
        known = self.lexicon.openings.keys() | self.lexicon.closings.keys() | self.lexicon.vocabulary
        return tuple(sorted(piece for piece, count in objects.items() if count >= _RECURRING and piece not in known))

    def _read_again(self, names: Sequence[str], first: Reader, second: Reader, learnt: Sequence[str]) -> None:
        """Read the catalogue once more with what it taught; names without a learnt word read as before."""
        words = re.compile("|".join(map(re.escape, learnt)))
        self._start()
        self._read(names, _Either(first, second, words))


class _Either(Reader):
    """Two readers in one: the second for names in which a learnt word stands."""

    __slots__ = ("_first", "_second", "_words")

    def __init__(self, first: Reader, second: Reader, words: re.Pattern[str]) -> None:
        super().__init__(second.lexicon)
        self._first, self._second, self._words = first, second, words

    def key(self, raw: str) -> tuple[str, tuple[str, ...], str, str]:
        """Read with the lexicon that the name needs."""
        return (self._second if self._words.search(fold(raw)) else self._first).key(raw)
