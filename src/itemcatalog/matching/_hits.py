"""What a known word does to a name, and cutting a text at the words that are known."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define

from itemcatalog.matching._fold import fold_term
from itemcatalog.matching._terms import ACTS, QUALIFIERS, Term

__all__ = [
    "ACT",
    "FILLER",
    "OBJECT",
    "OPENING",
    "QUALIFIER",
    "SUFFIX",
    "TYPO",
    "WORD",
    "Hit",
    "core_of",
    "cut",
    "hit_of",
]

_OPENING_GRANTS = frozenset(("审批", "申领"))


@define(frozen=True, slots=True)
class Hit:
    """命中: what a word does to a name when it is met in it; built once per word."""

    kind: str
    canonical: str
    surface: str
    mark: str
    role: int


OBJECT, TYPO, WORD, FILLER, SUFFIX, ACT, QUALIFIER, OPENING = 1, 2, 4, 8, 16, 32, 64, 128
"""Roles of a hit as bits: part of the object · slip · replaced in the core · dropped · dropped at the end · act ·
taken out anywhere · may stand in front of the object."""


def _role(kind: str, canonical: str) -> int:
    if kind in ACTS:
        opens = kind in ("nature", "change") or canonical in _OPENING_GRANTS
        return ACT | (OPENING if opens and kind != "deed" else 0)
    if kind in QUALIFIERS:
        return QUALIFIER | OPENING
    simple = {"object": OBJECT, "typo": TYPO, "filler": FILLER | OPENING, "suffix": SUFFIX}
    return simple.get(kind, WORD)


def hit_of(term: Term, word: str) -> Hit:
    """Return what a term does to a name when its folded word is met."""
    canonical = term.canonical if term.kind in ACTS else fold_term(term.canonical)
    kind = "act" if term.kind in ACTS else term.kind
    return Hit(term.kind, canonical, word, f"{kind}:{term.canonical}", _role(term.kind, term.canonical))


Heads = Mapping[str, tuple[int, ...]]
"""First two characters → lengths of the words that begin so, longest first."""


def cut(text: str, heads: Heads, hits: Mapping[str, Hit]) -> list[str | Hit]:
    """Cut a text at the words that are known, longest first from the left; objects stay part of the text."""
    found: list[str | Hit] = []
    at = start = 0
    while at < len(text) - 1:
        hit = _longest(text, at, heads, hits)
        if hit is None:
            at += 1
        elif hit.role & OBJECT:
            at += len(hit.surface)
        elif hit.role & TYPO:
            text = text[:at] + hit.canonical + text[at + len(hit.surface) :]
            at += len(hit.canonical)
        else:
            if start < at:
                found.append(text[start:at])
            found.append(hit)
            at += len(hit.surface)
            start = at
    if start < len(text):
        found.append(text[start:])
    return found


def _longest(text: str, at: int, heads: Heads, hits: Mapping[str, Hit]) -> Hit | None:
    for length in heads.get(text[at : at + 2], ()):
        hit = hits.get(text[at : at + length])
        if hit is not None:
            return hit
    return None


def core_of(text: str, heads: Heads, hits: Mapping[str, Hit]) -> str:
    """Return a text with synonyms and slips brought to one form, and without words that say nothing."""
    core = ""
    for part in cut(text, heads, hits):
        if isinstance(part, str):
            core += part
        elif part.role & (WORD | QUALIFIER):
            core += part.canonical
        elif not part.role & FILLER:
            core += part.surface
    return core
