"""Joining cores that are one object written in two ways: by a harmless difference, or by the evidence of frequency."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from itemcatalog.matching._characters import confusable
from itemcatalog.matching._cores import CoreJudgement, judge_cores
from itemcatalog.matching._forms import Forms
from itemcatalog.matching._lone import Doubt, lone_pairs, one_character
from itemcatalog.matching._neighbours import candidate_pairs, rare_limit
from itemcatalog.matching._overlap import Overlap
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._turns import (
    Written,
    channels_of,
    cores_in_turns,
    inserted_pairs,
    is_frequent,
    is_listed_beside,
    takes_place,
)

__all__ = ["Merged", "merge_cores"]

_TIMES = 3
_USUAL = 5
_MORE = 2
_MANY = 8

Move = tuple[int, int, tuple[Reason, ...]]


@define(frozen=True, slots=True, kw_only=True)
class Merged:
    """合并后的核心词: ``root[n]`` is the core that core ``n`` stands for, ``why`` the reasons of each that moved.

    ``doubts`` are pairs of cores that may be one object but need a person.
    """

    root: list[int]
    why: dict[int, tuple[Reason, ...]]
    doubts: tuple[Doubt, ...]


@define(frozen=True, slots=True)
class _Judged:
    """Candidate pairs of cores by what the word lists say: one, perhaps one by evidence, in doubt."""

    accepted: list[Move]
    unlike: list[Doubt]
    doubts: list[Doubt]
    frequent: list[tuple[int, int]]


def merge_cores(forms: Forms, bits: Sequence[int], overlap: Overlap) -> Merged:
    """Judge every candidate pair of cores once; a core moves at most once, and only to one that stays.

    ``bits`` are the channels of the names: what a channel lists side by side stays two, what takes turns is one, and
    so are two objects that are each other's only neighbour in channels of much ``overlap``.
    """
    judged = _judged(forms)
    pairs = [*judged.frequent, *inserted_pairs(forms)]
    compared = [*pairs, *((rare, usual) for rare, usual, _ in (*judged.unlike, *judged.doubts))]
    written = channels_of({number for pair in compared for number in pair}, forms, bits)
    accepted, doubts = judged.accepted, judged.doubts
    for rare, usual, judgement in judged.unlike:
        if reason := _frequent(judgement, rare, usual, forms, written):
            accepted.append((rare, usual, (reason,)))
        else:
            doubts.append((rare, usual, judgement))
    accepted += _brackets_moved(forms)
    accepted += cores_in_turns(pairs, forms, written)
    accepted += lone_pairs(doubts, (one for pair in accepted for one in pair[:2]), forms, written, overlap)
    root, why = _moved(accepted, forms)
    cores = forms.cores
    return Merged(root=root, why=why, doubts=tuple(sorted(doubts, key=lambda one: (cores[one[0]], cores[one[1]]))))


def _judged(forms: Forms) -> _Judged:
    judged = _Judged([], [], [], [])
    counts, cores = forms.counts, forms.cores
    seen: set[int] = set()
    for pair in candidate_pairs(cores, counts, len(forms.of_name), forms.lexicon):
        low, high = min(pair), max(pair)
        label = low * len(cores) + high
        if label in seen:
            continue
        seen.add(label)
        if is_frequent(forms, low, high):
            judged.frequent.append((low, high))
        if not _promising(cores[low], cores[high]):
            continue
        rare, usual = sorted((low, high), key=lambda number: (counts[number], cores[number]))
        judgement = judge_cores(cores[rare], cores[usual], forms.lexicon)
        if judgement.weight is Weight.FOR:
            judged.accepted.append((rare, usual, judgement.reasons))
        elif judgement.weight is Weight.DOUBT:
            likely = counts[usual] >= max(_USUAL, _TIMES * counts[rare])
            (judged.unlike if likely else judged.doubts).append((rare, usual, judgement))
    return judged


def _brackets_moved(forms: Forms) -> list[Move]:
    """Find what one name puts in brackets and another in front or behind: 高等学校（公办）, 公办高等学校."""
    found: list[Move] = []
    for text, number in forms.numbers.items():
        core, bracket, sub = text.partition("|")
        for other in (sub + core, core + sub) if bracket and "|" not in sub else ():
            if other in forms.numbers:
                why = Reason(kind="moved", weight=Weight.FOR, left=sub, right="")
                found.append((forms.numbers[other], number, (why,)))
    return found


def _moved(accepted: list[Move], forms: Forms) -> tuple[list[int], dict[int, tuple[Reason, ...]]]:
    """Let each rare core move to the most frequent core that it may join and that has not moved itself."""
    root = list(range(len(forms.cores)))
    why: dict[int, tuple[Reason, ...]] = {}
    order = sorted(accepted, key=lambda one: (-forms.counts[one[1]], forms.cores[one[1]], forms.cores[one[0]]))
    staying: set[int] = set()
    for rare, usual, reasons in order:
        if rare in why or usual in why or rare in staying:
            continue
        root[rare] = usual
        why[rare] = reasons
        staying.add(usual)
    return root, why


def _promising(one: str, other: str) -> bool:
    """Throw out quickly what no reading of the difference can make harmless: one character, neither alike nor soft."""
    if len(one) != len(other):
        return abs(len(one) - len(other)) <= 4
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differing) == 1:
        return confusable(*differing[0])
    return True


def _frequent(judgement: CoreJudgement, rare: int, usual: int, forms: Forms, written: Written) -> Reason | None:
    """Return the reason for joining a rare core to a usual one as a slip, None where a doubt stays."""
    doubts = [one for one in judgement.reasons if one.weight is Weight.DOUBT]
    few, many = forms.counts[rare], forms.counts[usual]
    limit = rare_limit(len(forms.of_name)) * (_TIMES if all(one.kind == "generic" for one in doubts) else 1)
    if few > limit and not (few <= _MORE * limit and many >= _MANY * few):
        return None
    if not all(_slip_like(one) or one_character(one) for one in doubts) or is_listed_beside(rare, usual, written):
        return None
    if not all(map(_slip_like, doubts)) and not (many >= _MANY * few and takes_place(rare, usual, written)):
        return None
    left, right = forms.cores[rare], forms.cores[usual]
    return Reason(kind="frequent", weight=Weight.FOR, left=left, right=right, what=f"{few} 次对 {many} 次")


def _slip_like(reason: Reason) -> bool:
    """Say whether a doubt is of the kind that careless writing makes."""
    if reason.kind in ("slip", "typo", "order", "generic"):
        return True
    one, other = reason.left, reason.right
    if reason.kind == "replaced" and len(one) == len(other):
        return all(a == b or confusable(a, b) for a, b in zip(one, other, strict=True))
    return False
