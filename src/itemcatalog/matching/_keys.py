"""Reading very many names: only what a join needs, with numbers in place of words."""

from __future__ import annotations

from collections.abc import Sequence

from itemcatalog.matching._fold import fold_all
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._listed import FIRST, beside_filing, listed_grant
from itemcatalog.matching._marks import GRANTS, HIGHEST
from itemcatalog.matching._middle import middle
from itemcatalog.matching._segments import bracketed, only_brackets
from itemcatalog.matching._slots import Reader, telling

__all__ = ["Key", "KeyReader"]

Key = tuple[str, tuple[str, ...], str, str]
"""``(core, signs, sub, grant)`` of a name."""

_MEMORY = 200_000
_DECISION = "审批"
_Numbers = tuple[str, ...]
_Middle = tuple[str, _Numbers, dict[int, int]]
"""Core, numbers, and what stands with the core → number of the key where no number and no bracket tells more."""
_Inside = tuple[str, str, _Numbers, int, bool]
"""What stands behind or between brackets; what they add to the object, their numbers, what else they say, and whether
they set filing beside a decision."""
_NOTHING: _Inside = ("", "", (), 0, False)


class KeyReader:
    """形式解析器: reads names as ``Reader`` does, but keeps no surfaces and counts keys.

    ``keys[n]`` is the key with number ``n``; now and then a key has two numbers.
    """

    __slots__ = (
        "_brackets",
        "_first",
        "_marks",
        "_middles",
        "_numbers",
        "_plain",
        "_reader",
        "_signs",
        "keys",
        "lexicon",
    )

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.keys: list[Key] = []
        self._reader = Reader(lexicon)
        self._marks = self._reader.peeler.marks
        self._first = self._marks.bits((FIRST,))
        self._middles: dict[str, _Middle] = {}
        self._brackets: dict[str, _Inside] = {}
        self._plain: dict[str, dict[int, int]] = {}
        self._signs: dict[int, tuple[str, ...]] = {}
        self._numbers: dict[Key, int] = {}

    def numbers(self, names: Sequence[str]) -> list[int]:
        """Return the number of the key of each name."""
        found: list[int] = []
        brackets, middles, marks, first = self._brackets, self._middles, self._marks, self._first
        peel, signs_of, keys = self._reader.peeler.peel, self._signs_of, self.keys
        for raw, folded in zip(names, fold_all(names), strict=True):
            name = only_brackets(folded, self.lexicon) if " " in folded or "-" in folded else folded
            main, opened, rest = name.partition("(")
            inside = brackets.get(rest) if opened else _NOTHING
            if inside is None or not main or ")" in main:
                main, inside = self._parted(name)
            between, sub, more, inner, filing = inside
            text, says = peel(main + between if between else main)
            core, numbers, plain = middles.get(text) or self._middle(text)
            if not core:
                found.append(self._by_words(raw))
                continue
            if filing and HIGHEST[says & GRANTS] == _DECISION:
                says |= first
            says |= inner
            if says & GRANTS and says & marks.acts:
                says = says & ~GRANTS
                if not says & first and listed_grant(raw, self.lexicon):
                    says |= first
            sub = telling(core, sub)
            if sub or numbers or more:
                signs = tuple(sorted({*signs_of(says), *numbers, *more}))
                found.append(self._counted((core, signs, sub, HIGHEST[says & GRANTS])))
                continue
            number = plain.get(says)
            if number is None:
                number = plain[says] = len(keys)
                keys.append((core, signs_of(says), "", HIGHEST[says & GRANTS]))
            found.append(number)
        return found

    def _parted(self, name: str) -> tuple[str, _Inside]:
        main, pieces = bracketed(name, self.lexicon)
        sub, reading = self._reader.inside(pieces)
        numbers = tuple(mark for mark in reading.marks if mark.startswith("number:"))
        says = self._marks.bits(reading.marks.keys() - set(numbers), reading.grant)
        filing = beside_filing(_DECISION, pieces)
        before, opened, rest = name.partition("(")
        if opened and before and ")" not in before and len(self._brackets) < _MEMORY:
            self._brackets[rest] = main.removeprefix(before), sub, numbers, says, filing
        return main, ("", sub, numbers, says, filing)

    def _middle(self, text: str) -> _Middle:
        core, numbers = middle(text, self.lexicon)
        found = core, tuple(mark for mark, _ in numbers), self._plain.setdefault(core, {})
        if len(self._middles) < _MEMORY:
            self._middles[text] = found
        return found

    def _by_words(self, raw: str) -> int:
        """Read a name of nothing but acts and qualifiers."""
        slots = self._reader.slots(raw)
        return self._counted((slots.core, slots.signs, slots.sub, slots.grant))

    def _signs_of(self, says: int) -> tuple[str, ...]:
        found = self._signs.get(says)
        if found is None:
            found = self._signs[says] = self._marks.signs(says)
        return found

    def _counted(self, key: Key) -> int:
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.keys)
            self.keys.append(key)
        return found
