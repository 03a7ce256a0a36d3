"""Objects that differ in one stretch and take turns over a catalogue: 使用权 / 使用权利, 设计方案 / 设计文件."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Postfix, Prefix

from itemcatalog.matching._alternation import Writing, alternations
from itemcatalog.matching._cores import judge_cores
from itemcatalog.matching._forms import Forms
from itemcatalog.matching._reasons import Reason, Weight

__all__ = [
    "Written",
    "change_of",
    "channels_of",
    "cores_in_turns",
    "inserted_pairs",
    "is_frequent",
    "is_listed_beside",
    "takes_place",
]

_FREQUENT = 3
_LEAST = 8
_NAMES_PER_CONTEXT = 5_000
_WORD = 2

Pair = tuple[int, int]
Change = tuple[str, str]
Written = Mapping[int, Mapping[tuple[str, ...], int]]
"""Core → signs → the channels that have this form."""


def is_frequent(forms: Forms, one: int, other: int) -> bool:
    """Say whether both cores occur often enough to show how they are used."""
    return forms.counts[one] >= _FREQUENT <= forms.counts[other]


def inserted_pairs(forms: Forms) -> Iterator[Pair]:
    """Yield pairs of frequent cores of which one has two characters more inside (建筑工程, 建筑施工工程)."""
    frequent = {text: number for text, number in forms.numbers.items() if forms.counts[number] >= _FREQUENT}
    for text, number in frequent.items():
        for at in range(len(text) - _WORD):
            other = frequent.get(text[:at] + text[at + _WORD :])
            if other is not None:
                yield min(number, other), max(number, other)


def cores_in_turns(pairs: Iterable[Pair], forms: Forms, written: Written) -> list[tuple[int, int, tuple[Reason, ...]]]:
    """Return the pairs of frequent cores whose difference alternates, the rarer core first, with the reason.

    The same difference counts over all its pairs (服务 / 服务业). A pair that one channel lists side by side stays
    apart, and so does one that the word lists know to differ.
    """
    by_change: dict[Change, list[Pair]] = defaultdict(list)
    for one, other in sorted(set(pairs)):
        change = change_of(forms.cores[one], forms.cores[other])
        by_change[min(change, change[::-1])].append((one, other) if change < change[::-1] else (other, one))
    times = _times(by_change, written, max(_LEAST, len(forms.of_name) // _NAMES_PER_CONTEXT))
    found = [
        (pair, reason)
        for change, count in times.items()
        for pair in by_change[change]
        if not is_listed_beside(*pair, written) and (reason := _reason(forms, pair, count)) is not None
    ]
    return [(*_rarer_first(pair, forms), (reason,)) for pair, reason in found]


def _rarer_first(pair: Pair, forms: Forms) -> Pair:
    one, other = sorted(pair, key=lambda number: (forms.counts[number], forms.cores[number]))
    return one, other


def _times(by_change: Mapping[Change, Sequence[Pair]], written: Written, least: int) -> dict[Change, int]:
    contexts = [
        {Writing("core", *change): first, Writing("core", *change[::-1]): second}
        for change, found in by_change.items()
        for pair in found
        for first, second in _shared(pair, written)
    ]
    known = alternations(contexts, {Writing("core", *change): 0 for change in by_change}, least)
    return {(writing.word, writing.mark): others[0][0] for writing, others in known.items()}


def change_of(one: str, other: str) -> Change:
    """Return what stands between the common beginning and the common end of two texts."""
    start = Prefix.similarity(one, other)
    end = Postfix.similarity(one[start:], other[start:])
    return one[start : len(one) - end], other[start : len(other) - end]


def channels_of(numbers: set[int], forms: Forms, bits: Sequence[int]) -> Written:
    """Return, for the given cores, the channels (as bits) of each of their forms."""
    found: dict[int, dict[tuple[str, ...], int]] = {number: {} for number in numbers}
    for (number, signs), bit in zip(forms.of_name, bits, strict=True):
        by_signs = found.get(number)
        if by_signs is not None:
            by_signs[signs] = by_signs.get(signs, 0) | bit
    return found


def _shared(pair: Pair, written: Written) -> Iterator[tuple[int, int]]:
    """Yield the channels of two cores for all signs that both are written with."""
    one, other = written.get(pair[0], {}), written.get(pair[1], {})
    return ((one[signs], other[signs]) for signs in one.keys() & other.keys())


def is_listed_beside(rare: int, usual: int, written: Written) -> bool:
    """Say whether a channel has two cores with the same signs: it knows them to differ."""
    return any(first & second for first, second in _shared((rare, usual), written))


def takes_place(rare: int, usual: int, written: Written) -> bool:
    """Say whether a core always stands where other channels have the usual one, and its own channel has not."""
    found = list(_shared((rare, usual), written))
    return len(found) == len(written.get(rare, {})) and not any(first & second for first, second in found)


def _reason(forms: Forms, pair: Pair, times: int) -> Reason | None:
    one, other = forms.cores[pair[0]], forms.cores[pair[1]]
    if judge_cores(one, other, forms.lexicon).weight is Weight.VETO:
        return None
    left, right = change_of(one, other)
    at = Prefix.similarity(one, other)
    before = one[max(0, at - 1) : at]
    return Reason(kind="takes-turns", weight=Weight.FOR, left=before + left, right=before + right, what=str(times))
