"""Joining cores that are one object written in two ways: by a harmless difference, or by the evidence of frequency."""

from __future__ import annotations

from attrs import define

from itemcatalog.matching._characters import confusable
from itemcatalog.matching._cores import CoreJudgement, judge_cores
from itemcatalog.matching._forms import Forms
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._neighbours import candidate_pairs, rare_limit
from itemcatalog.matching._reasons import Reason, Weight

__all__ = ["Merged", "merge_cores"]

_TIMES = 3
_USUAL = 5


Doubt = tuple[int, int, CoreJudgement]


@define(frozen=True, slots=True, kw_only=True)
class Merged:
    """合并后的核心词: ``root[n]`` is the core that core ``n`` stands for, ``why`` the reasons of each that moved.

    ``doubts`` are pairs of cores that may be one object but need a person.
    """

    root: list[int]
    why: dict[int, tuple[Reason, ...]]
    doubts: tuple[Doubt, ...]


def merge_cores(forms: Forms, lexicon: Lexicon) -> Merged:
    """Judge every candidate pair of cores once; a core moves at most once, and only to one that stays."""
    accepted: list[tuple[int, int, tuple[Reason, ...]]] = []
    doubts: list[tuple[int, int, CoreJudgement]] = []
    counts, cores = forms.counts, forms.cores
    names = len(forms.of_name)
    seen: set[int] = set()
    for pair in candidate_pairs(cores, counts, names, lexicon):
        low, high = min(pair), max(pair)
        label = low * len(cores) + high
        if label in seen:
            continue
        seen.add(label)
        if not _promising(cores[low], cores[high]):
            continue
        rare, usual = sorted((low, high), key=lambda number: (counts[number], cores[number]))
        judgement = judge_cores(cores[rare], cores[usual], lexicon)
        reasons = _accepted(judgement, cores[rare], cores[usual], counts[rare], counts[usual], names)
        if reasons:
            accepted.append((rare, usual, reasons))
        elif judgement.weight is Weight.DOUBT:
            doubts.append((rare, usual, judgement))
    accepted += _brackets_moved(forms)
    root, why = _moved(accepted, forms)
    return Merged(root=root, why=why, doubts=tuple(sorted(doubts, key=lambda one: (cores[one[0]], cores[one[1]]))))


def _brackets_moved(forms: Forms) -> list[tuple[int, int, tuple[Reason, ...]]]:
    """Find what one name puts in brackets and another in front or behind: 高等学校（公办）, 公办高等学校."""
    found: list[tuple[int, int, tuple[Reason, ...]]] = []
    for text, number in forms.numbers.items():
        core, bracket, sub = text.partition("|")
        for other in (sub + core, core + sub) if bracket and "|" not in sub else ():
            if other in forms.numbers:
                why = Reason(kind="moved", weight=Weight.FOR, left=sub, right="")
                found.append((forms.numbers[other], number, (why,)))
    return found


def _moved(
    accepted: list[tuple[int, int, tuple[Reason, ...]]], forms: Forms
) -> tuple[list[int], dict[int, tuple[Reason, ...]]]:
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


def _accepted(judgement: CoreJudgement, rare: str, usual: str, few: int, many: int, names: int) -> tuple[Reason, ...]:
    """Return the reasons for joining a rare core to a usual one, nothing where a doubt stays."""
    if judgement.weight is Weight.FOR:
        return judgement.reasons
    doubts = [one for one in judgement.reasons if one.weight is Weight.DOUBT]
    limit = rare_limit(names) * (_TIMES if all(one.kind == "generic" for one in doubts) else 1)
    if judgement.weight is Weight.VETO or few > limit or many < max(_USUAL, _TIMES * few):
        return ()
    if all(map(_slip_like, doubts)):
        evidence = Reason(kind="frequent", weight=Weight.FOR, left=rare, right=usual, what=f"{few} 次对 {many} 次")
        return (evidence,)
    return ()


def _slip_like(reason: Reason) -> bool:
    """Say whether a doubt is of the kind that careless writing makes."""
    if reason.kind in ("slip", "typo", "order", "generic"):
        return True
    one, other = reason.left, reason.right
    if reason.kind == "replaced" and len(one) == len(other):
        return all(a == b or confusable(a, b) for a, b in zip(one, other, strict=True))
    return False
