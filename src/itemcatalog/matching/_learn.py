"""What a catalogue teaches about its own words: synonyms of items with one code, qualifiers that recur in brackets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define
from rapidfuzz.distance import Indel

from itemcatalog.matching._cores import CoreJudgement
from itemcatalog.matching._entries import Entry, by_channel_and_id, main_name
from itemcatalog.matching._lexicon import Lexicon, default_lexicon
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._slots import Reader, Slots
from itemcatalog.matching._terms import Term
from itemcatalog.text import clean, normalise

__all__ = ["LearntSynonym", "learn_qualifiers", "learn_synonyms", "synonym_doubts"]

_SCHEMES = ("handling", "implementation", "basic")
_LEAST_CODES = 2
_LEAST_CORES = 3
_SHORTEST, _LONGEST = 2, 8


@define(frozen=True, slots=True, kw_only=True)
class LearntSynonym:
    """习得同义词: two words that replace each other in names of items with one code; a doubt until a person confirms.

    ``codes`` are the codes that show it, ``examples`` two names each.
    """

    left: str
    right: str
    codes: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]

    @property
    def evidence(self) -> str:
        """Return what a report prints: how many codes, and the first example."""
        left, right = self.examples[0]
        return f"{len(self.codes)} 个编码，如 {self.codes[0]}：{left} / {right}"

    def as_term(self) -> Term:
        """Return the term that a person confirms by putting it into ``[lexicon]``."""
        return Term(self.right, "synonym", self.left, "习得", self.evidence)


def learn_synonyms(entries: Iterable[Entry], lexicon: Lexicon | None = None) -> tuple[LearntSynonym, ...]:
    """Return pairs of words that at least two codes show to be one, strongest evidence first.

    Only items of one code count whose names agree in acts, qualifiers and numbers, and whose objects differ in one
    stretch.
    """
    reader = Reader(lexicon or default_lexicon())
    shown: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    for code, names in _names_by_code(by_channel_and_id(entries)):
        slots = {name: reader.slots(name) for name in names}
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                if pair := _replaced(slots[one], slots[other]):
                    shown[pair].setdefault(code, (one, other))
    found = [
        LearntSynonym(left=pair[0], right=pair[1], codes=tuple(codes), examples=tuple(codes.values()))
        for pair, codes in shown.items()
        if len(codes) >= _LEAST_CODES
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.codes), one.left, one.right)))


def _names_by_code(entries: Sequence[Entry]) -> Iterator[tuple[str, list[str]]]:
    for scheme in _SCHEMES:
        by_code: dict[str, dict[str, str]] = defaultdict(dict)
        for entry in entries:
            if code := entry.codes.get(scheme):
                name = main_name(entry) if scheme == "basic" else entry.name
                by_code[normalise(code)].setdefault(normalise(name), clean(name))
        yield from ((code, sorted(names.values())) for code, names in by_code.items() if 1 < len(names) <= _LONGEST)


def _replaced(left: Slots, right: Slots) -> tuple[str, str] | None:
    """Return the one stretch in which two objects differ, as a sorted pair; nothing where more differs."""
    if left.signs != right.signs or left.sub != right.sub or left.core == right.core:
        return None
    parts = [code for code in Indel.opcodes(left.core, right.core) if code.tag != "equal"]
    if not parts:
        return None
    start, end = parts[0].src_start, parts[-1].src_end
    one, other = left.core[start:end], right.core[parts[0].dest_start : parts[-1].dest_end]
    if not (_SHORTEST <= len(one) <= _LONGEST and _SHORTEST <= len(other) <= _LONGEST):
        return None
    return (one, other) if one < other else (other, one)


def synonym_doubts(
    synonyms: Iterable[LearntSynonym], numbers: Mapping[str, int]
) -> Iterator[tuple[int, int, CoreJudgement]]:
    """Yield pairs of cores that are one if the learnt words are synonyms: doubts, never the same."""
    for synonym in synonyms:
        for core, number in numbers.items():
            if synonym.right in core:
                other = numbers.get(core.replace(synonym.right, synonym.left, 1))
                if other is not None:
                    reason = Reason(
                        kind="learnt-synonym",
                        weight=Weight.DOUBT,
                        left=synonym.right,
                        right=synonym.left,
                        what=synonym.evidence,
                    )
                    yield number, other, CoreJudgement(0.9, (reason,))


def learn_qualifiers(names: Iterable[str], lexicon: Lexicon | None = None) -> tuple[Term, ...]:
    """Return what recurs in brackets behind at least three objects and no word list knows, as terms of class learnt."""
    reader = Reader(lexicon or default_lexicon())
    cores: dict[str, set[str]] = defaultdict(set)
    for name in dict.fromkeys(names):
        slots = reader.slots(name)
        for piece in slots.sub.split("|"):
            if _SHORTEST <= len(piece) <= _LONGEST:
                cores[piece].add(slots.core)
    return tuple(
        Term(piece, "learnt", piece, "习得", f"{len(found)} 个事项的括号中出现")
        for piece, found in sorted(cores.items())
        if len(found) >= _LEAST_CORES
    )
