"""An act that one name writes in one piece and the other in two (办件进度查询, 办件进度相关查询, 查询办件进度)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from itemcatalog.matching._hits import ACT, Hit
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._slots import Slots

__all__ = ["reunited"]

_SHORTEST = 2


def reunited(left: Slots, right: Slots, lexicon: Lexicon) -> tuple[Slots, Slots, list[Reason]]:
    """Put the halves of an act together in the name whose object holds the first of them."""
    if left.core == right.core:
        return left, right, []
    whole, reasons = _joined(left, right, lexicon)
    if reasons:
        return left, whole, [Reason(kind="moved", weight=Weight.FOR, right=reasons)]
    whole, reasons = _joined(right, left, lexicon)
    if reasons:
        return whole, right, [Reason(kind="moved", weight=Weight.FOR, left=reasons)]
    return left, right, []


def _joined(owner: Slots, other: Slots, lexicon: Lexicon) -> tuple[Slots, str]:
    """Return the other name with the act of this one, and the half that its object held; ``""`` where none does."""
    for mark in owner.signs:
        if mark in other.signs or not mark.startswith("act:"):
            continue
        for first, rest in _parted(owner.surface(mark), mark[4:], lexicon):
            if not _says(other, rest) or not other.core.endswith(first):
                continue
            signs = tuple(sorted({*other.signs, mark} - {rest.mark}))
            words = (*(one for one in other.words if one[0] != rest.mark), (mark, first + rest.surface))
            core = other.core.removesuffix(first)
            grant, decision = owner.grant, owner.decision
            joined = evolve(other, core=core, signs=signs, words=words, grant=grant, decision=decision, plain="")
            return joined, first
    return other, ""


def _parted(surface: str, canonical: str, lexicon: Lexicon) -> Iterator[tuple[str, Hit]]:
    """Yield the ways in which an act is a text and a shorter act."""
    for text in dict.fromkeys((surface, canonical)):
        for at in range(_SHORTEST, len(text) - _SHORTEST + 1):
            rest = lexicon.hits.get(text[at:])
            if rest is not None and rest.role & ACT:
                yield text[:at], rest


def _says(slots: Slots, act: Hit) -> bool:
    return slots.grant == act.canonical if act.kind == "grant" else act.mark in slots.signs
