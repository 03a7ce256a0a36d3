"""Acts and qualifiers that lost a character, have it twice or in the wrong order: 办证进度询, 案备, 殊食品."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from itemcatalog.matching._characters import confusable, is_word
from itemcatalog.matching._forms import Form, Forms
from itemcatalog.matching._hits import ACT, QUALIFIER
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._neighbours import rare_limit
from itemcatalog.matching._overlap import Overlap
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._turns import Written, channels_of

__all__ = ["restore"]

_LONGEST = 5
_SHORT = 2
_MASK = "?"

Meant = Mapping[str, str]
"""The marks that a damaged word may stand for (``""`` for a granting act), each with the whole word."""
Damaged = Mapping[str, Meant]
Split = tuple[int, int, str, Meant]
"""A rare core, the core that is left without the word at one end of it, that word, and what it may stand for."""


def restore(forms: Forms, bits: Sequence[int], overlap: Overlap) -> dict[int, Reason]:
    """Read names whose act or qualifier is damaged as if it were not; return the reason by position of the name.

    Only where the catalogue shows it: the damaged form is rare, the whole one stands in another channel and not in
    its own, nothing else could be meant, and the channels otherwise publish the same items for the greater part.
    """
    damaged = _damaged(forms.lexicon)
    splits = list(_splits(forms, damaged))
    written = channels_of({number for split in splits for number in (split[0], split[1])}, forms, bits)
    meant: dict[Form, dict[Form, Reason]] = defaultdict(dict)
    for rare, core, word, marks in splits:
        for signs in written.get(rare, ()):
            for mark, surface in marks.items():
                whole = tuple(sorted((*signs, mark))) if mark else signs
                if mark not in signs and whole in written[core]:
                    meant[rare, signs][core, whole] = Reason(kind="typo", weight=Weight.FOR, left=word, right=surface)
    found = {
        form: next(iter(targets.items()))
        for form, targets in meant.items()
        if len(targets) == 1 and all(_agree(form, target, written, overlap) for target in targets)
    }
    return _moved(forms, found)


def _agree(form: Form, target: Form, written: Written, overlap: Overlap) -> bool:
    return overlap.complete(written[form[0]][form[1]], written[target[0]][target[1]])


def _moved(forms: Forms, found: Mapping[Form, tuple[Form, Reason]]) -> dict[int, Reason]:
    reasons: dict[int, Reason] = {}
    cores = {number for number, _ in found}
    for position, form in enumerate(forms.of_name if found else ()):
        if form[0] in cores and form in found:
            forms.of_name[position], reasons[position] = found[form]
            forms.counts[form[0]] -= 1
            forms.counts[forms.of_name[position][0]] += 1
    return reasons


def _splits(forms: Forms, damaged: Damaged) -> Iterator[Split]:
    """Yield rare cores that are another core with a few characters, which are no word, behind or before it."""
    numbers, counts, lexicon = forms.numbers, forms.counts, forms.lexicon
    limit = rare_limit(len(forms.of_name))
    for text, number in numbers.items():
        if not 0 < counts[number] <= limit:
            continue
        main, bar, sub = text.partition("|")
        for length in range(1, min(_LONGEST, len(main) - 1) + 1):
            for rest, word in ((main[:-length], main[-length:]), (main[length:], main[:length])):
                core = numbers.get(rest + bar + sub)
                if core is not None and counts[core]:
                    meant = damaged.get(word) or _alike(word, damaged)
                    if meant and not _known(word, lexicon):
                        yield number, core, word, meant


def _known(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.vocabulary or word in lexicon.hits or is_word(word)


def _damaged(lexicon: Lexicon) -> Damaged:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for words in (lexicon.closings, lexicon.openings):
        for surface, hit in words.items():
            if hit.surface == surface and hit.role & (ACT | QUALIFIER) and len(surface) <= _LONGEST:
                mark = "" if hit.kind == "grant" else hit.mark
                for word in _slips(surface):
                    found[word].setdefault(mark, surface)
    return found


def _alike(word: str, damaged: Damaged) -> Meant:
    """Return what a word of two characters may stand for if one of them is mistaken for another (灯记, 登记)."""
    if len(word) != _SHORT:
        return {}
    return {
        mark: surface
        for masked in (_MASK + word[1], word[0] + _MASK)
        for mark, surface in damaged.get(masked, {}).items()
        if all(one == other or confusable(one, other) for one, other in zip(word, surface, strict=True))
    }


def _slips(word: str) -> Iterator[str]:
    """Yield a word with one character missing, doubled or masked, or two neighbours swapped."""
    for at, character in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        yield before + after
        yield before + character * 2 + after
        if len(word) == _SHORT:
            yield before + _MASK + after
        yield before + after[:1] + character + after[1:]
