"""Two objects that are each other's only neighbour, each missing just where the other stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Prefix

from itemcatalog.matching._characters import is_word
from itemcatalog.matching._cores import CoreJudgement
from itemcatalog.matching._forms import Forms
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._order import all_of
from itemcatalog.matching._overlap import Overlap
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._turns import Written, change_of, is_listed_beside

__all__ = ["Doubt", "lone_pairs", "one_character"]

_SLIPS = 2
_TELLING = 4
_HARMLESS = frozenset(("generic", "object-near", "slip", "typo", "order", "soft"))

Doubt = tuple[int, int, CoreJudgement]


def lone_pairs(
    doubts: Sequence[Doubt], moved: Iterable[int], forms: Forms, written: Written, overlap: Overlap
) -> list[tuple[int, int, tuple[Reason, ...]]]:
    """Return the doubts that the rest of the catalogue settles, with the reason.

    Both cores have no other neighbour, stand with the same signs in different channels that otherwise publish the
    same items for the greater part, and differ in a general noun, a slip or the order only. What tells two items of
    one channel apart elsewhere (企业人员, 企业) is no such noun, unless it is four times as often all that differs.
    """
    likely = [doubt for doubt in doubts if _complete(written.get(doubt[0], {}), written.get(doubt[1], {}), overlap)]
    beside = Counter(_changed(forms, one, other) for one, other, _ in doubts if is_listed_beside(one, other, written))
    apart = Counter(_changed(forms, one, other) for one, other, _ in likely)
    neighbours = Counter(number for one, other, _ in likely for number in (one, other))
    neighbours.update(moved)
    return [
        (one, other, (_reason(forms, one, other, judgement),))
        for one, other, judgement in likely
        if neighbours[one] == neighbours[other] == 1
        and all(_harmless(reason, forms, one, other) for reason in judgement.reasons)
        and sum(reason.kind == "slip" for reason in judgement.reasons) < _SLIPS
        and beside[(change := _changed(forms, one, other))] * _TELLING <= apart[change]
    ]


def one_character(reason: Reason) -> bool:
    """Say whether one character more or less is all that differs."""
    return reason.kind == "inserted" and len(reason.left) + len(reason.right) == 1


def _harmless(reason: Reason, forms: Forms, one: int, other: int) -> bool:
    if one_character(reason):
        return _breaks_word(forms.cores[one], forms.cores[other], forms.lexicon)
    return reason.kind in _HARMLESS or (
        reason.kind == "inserted" and all_of(reason.left or reason.right, forms.lexicon.weak_words)
    )


def _breaks_word(one: str, other: str, lexicon: Lexicon) -> bool:
    """Say whether what is missing leaves half a word behind (养老构), not whole ones (注册安全 of 注册核安全)."""
    short, at = min(one, other, key=len), Prefix.similarity(one, other)

    def known(start: int, stop: int) -> bool:
        word = short[max(0, start) : stop]
        return len(word) > 1 and (word in lexicon.vocabulary or is_word(word))

    return not ((at == 0 or known(at - 2, at)) and (at == len(short) or known(at, at + 2)))


def _changed(forms: Forms, one: int, other: int) -> frozenset[str]:
    return frozenset(change_of(forms.cores[one], forms.cores[other]))


def _complete(one: Mapping[tuple[str, ...], int], other: Mapping[tuple[str, ...], int], overlap: Overlap) -> bool:
    """Say whether two cores fill each other's gaps in channels that otherwise agree."""
    shared = one.keys() & other.keys()
    return bool(shared) and all(overlap.complete(one[signs], other[signs]) for signs in shared)


def _reason(forms: Forms, one: int, other: int, judgement: CoreJudgement) -> Reason:
    what = "、".join(dict.fromkeys(str(reason) for reason in judgement.reasons))
    return Reason(kind="only-neighbour", weight=Weight.FOR, left=forms.cores[one], right=forms.cores[other], what=what)
