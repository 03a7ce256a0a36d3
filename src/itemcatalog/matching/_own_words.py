"""The words of a catalogue that no list knows: acts at the ends of names, empty words, notes in brackets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from itemcatalog.matching._alternation import Writing, alternations
from itemcatalog.matching._forms import Form, Forms
from itemcatalog.matching._hits import FILLER, OBJECT, SUFFIX
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._overlap import Overlap
from itemcatalog.matching._terms import CONTRASTS, Term
from itemcatalog.matching._turns import Written, channels_of
from itemcatalog.matching._word_terms import WordTerms

__all__ = ["learn_words"]

_ROUNDS = 3
_SHORTEST, _LONGEST = 2, 8
_LEAST_OBJECTS = 3
_ENOUGH_OBJECTS = 60
_NAMES_PER_OBJECT = 4_000
_SAMPLE = 5_000
_LEAST = 8
_NAMES_PER_CONTEXT = 5_000

Affixes = dict[int, list[tuple[int, Writing]]]
"""Core → what it is besides another core of the catalogue: the other core, and the word before or behind it."""


def learn_words(forms: Forms, names: Sequence[str], bits: Sequence[int]) -> tuple[Term, ...]:
    """Read the names again with the words that the catalogue itself explains; return those words.

    ``bits`` are the channels of the names. What one round explains (许可证办理 is empty) shows other words to the next.
    """
    learnt: dict[tuple[str, str], Term] = {}
    for _ in range(_ROUNDS):
        terms, words = _learnt(forms, names, bits)
        new = {(one.term, one.kind): one for one in terms if (one.term, one.kind) not in learnt}
        if not new:
            break
        forms.read_again(names, new.values(), words)
        learnt.update(new)
    return tuple(learnt.values())


def _learnt(forms: Forms, names: Sequence[str], bits: Sequence[int]) -> tuple[list[Term], set[str]]:
    affixes = _affixes(forms)
    noted = _noted(forms)
    if not affixes and not noted:
        return [], set()
    numbers = {*affixes, *noted, *(core for found in affixes.values() for core, _ in found)}
    written = channels_of(numbers, forms, bits)
    met = _met(affixes, noted, written)
    contexts = _contexts(met, written)
    asked = {writing: len(places) for writing, places in met.items()}
    least = max(_LEAST, len(names) // _NAMES_PER_CONTEXT)
    explained = alternations(contexts.values(), asked, least, Overlap(forms, bits))
    if not explained:
        return [], set()
    return WordTerms(forms, names, met).terms(explained), {writing.word for writing in explained}


def _noted(forms: Forms) -> set[int]:
    """Return the cores with a qualifier that only brackets have taught."""
    marks = {f"learnt:{one.term}" for one in forms.lexicon.terms if one.kind == "learnt"}
    if not marks:
        return set()
    return {number for number, signs in forms.of_name if not marks.isdisjoint(signs)}


def _is_learnt(mark: str) -> bool:
    return mark.startswith("learnt:")


def _affixes(forms: Forms) -> Affixes:
    """Find cores that are another core and one unknown word more, a word that recurs before or behind many.

    Large catalogues are looked at by a sample of their cores, from the whole of which it is taken evenly.
    """
    texts = [text for text, number in forms.numbers.items() if forms.counts[number]]
    step = len(texts) // _SAMPLE + 1
    found = list(_divided(texts[::step], forms))
    objects = Counter(writing for _, _, writing in found)
    least = max(_LEAST_OBJECTS, len(forms.of_name) // (_NAMES_PER_OBJECT * step))
    affixes: Affixes = defaultdict(list)
    looked: Counter[Writing] = Counter()
    for number, core, writing in found:
        if objects[writing] >= least and looked[writing] < _ENOUGH_OBJECTS:
            looked[writing] += 1
            affixes[number].append((core, writing))
    return affixes


def _divided(texts: Iterable[str], forms: Forms) -> Iterator[tuple[int, int, Writing]]:
    """Yield each core that ends or begins with an unknown word: its number, that of the rest, and the word."""
    numbers, counts, lexicon = forms.numbers, forms.counts, forms.lexicon
    for text in texts:
        main, bar, sub = text.partition("|")
        behind, count = bar + sub, counts[numbers[text]]
        for length in range(_SHORTEST, min(_LONGEST, len(main) - _SHORTEST) + 1):
            core = numbers.get(main[:-length] + behind)
            if core is not None and counts[core] >= count and (word := _bare(main[-length:], lexicon)):
                yield numbers[text], core, Writing("end", word)
            core = numbers.get(main[length:] + behind)
            if core is not None and counts[core] >= count and (word := _unknown(main[:length], lexicon)):
                yield numbers[text], core, Writing("front", word)


def _bare(word: str, lexicon: Lexicon) -> str:
    """Return what is left of an ending without the granting and empty words that it opens with (许可证住所 → 住所)."""
    at = 0
    while at < len(word) - 1:
        for length in range(len(word) - at - _SHORTEST, 1, -1):
            hit = lexicon.closings.get(word[at : at + length])
            if hit is not None and (hit.kind == "grant" or hit.role & (FILLER | SUFFIX)):
                at += length
                break
        else:
            break
    return _unknown(word[at:], lexicon)


def _unknown(word: str, lexicon: Lexicon) -> str:
    """Return a word unless a list knows it as part of objects (生产, 广告发布)."""
    hit = lexicon.hits.get(word)
    known = lexicon.contrasts.get(word, ("",))[0] in CONTRASTS or (hit is not None and hit.role & OBJECT)
    return "" if known or len(word) < _SHORTEST else word


Met = dict[Writing, dict[Form, tuple[Form, int]]]
"""Unknown writing → context → the form in which it stands there, and its channels."""


def _met(affixes: Affixes, noted: set[int], written: Written) -> Met:
    found: Met = defaultdict(dict)
    for number, others in affixes.items():
        for signs, bits in written.get(number, {}).items():
            for core, writing in others:
                found[writing][core, signs] = (number, signs), bits
                for mark, rest in _without_one(signs):
                    if mark.startswith("act:") and writing.place == "end":
                        found[writing._replace(mark=mark)][core, rest] = (number, signs), bits
    for number in sorted(noted):
        for signs, bits in written[number].items():
            for learnt, rest in _without_one(signs):
                if _is_learnt(learnt):
                    writing = Writing("bracket", learnt.partition(":")[2])
                    found[writing][number, rest] = (number, signs), bits
                    for mark, others_ in _without_one(rest):
                        if not mark.startswith("act:"):
                            found[writing._replace(mark=mark)][number, others_] = (number, signs), bits
    return found


def _without_one(signs: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for at, mark in enumerate(signs):
        yield mark, signs[:at] + signs[at + 1 :]


def _contexts(met: Met, written: Written) -> dict[Form, dict[Writing, int]]:
    """Return, for each context of an unknown word, every writing that stands in it and its channels."""
    found: dict[Form, dict[Writing, int]] = defaultdict(dict)
    for writing, places in met.items():
        for context, (_, bits) in places.items():
            found[context][writing] = found[context].get(writing, 0) | bits
    for core in sorted({core for core, _ in found}):
        for signs, bits in written.get(core, {}).items():
            if (core, signs) in found:
                found[core, signs][Writing("plain")] = bits
            for mark, rest in _without_one(signs):
                if (core, rest) in found and not _is_learnt(mark):
                    found[core, rest][Writing("mark", "", mark)] = bits
    return found
