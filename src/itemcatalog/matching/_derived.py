"""Words that follow from other words of a lexicon: canonical forms, 变更名称 from 名称变更, 遗失补办 from 补办."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itemcatalog.matching._terms import ACTS, QUALIFIERS, Term

__all__ = ["derived_terms"]

_CHANGE = "变更"
_ASK = "查询"
_PAPER = "证"
_BEFORE: dict[str, tuple[str, ...]] = {
    "补发": ("遗失", "丢失", "损毁", "损坏", "灭失", "遗失损毁"),
    "换发": ("到期", "期满", "届满", "有效期满", "有效期届满"),
    "延续": ("有效期", "到期", "期满", "有效期满", "有效期届满"),
}
"""Act → what names often put before it without changing what is done."""


def derived_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the words that follow from a lexicon and do not stand in it."""
    given = tuple(terms)
    words = {one.term for one in given if one.kind in ACTS or one.kind in QUALIFIERS or one.kind == "synonym"}
    found: dict[str, Term] = {}
    for one in given:
        for term in _from(one):
            if term.term not in words:
                found.setdefault(term.term, term)
    for term in _asked(given):
        if term.term not in words:
            found.setdefault(term.term, term)
    return tuple(found.values())


def _asked(terms: tuple[Term, ...]) -> Iterator[Term]:
    """Yield what is asked for with every word for asking: 进度查询, 进度信息查询, 进度查看."""
    acts = [one for one in terms if one.kind == "nature"]
    words = [one.term for one in acts if one.canonical == _ASK != one.term]
    for one in acts:
        if one.canonical != _ASK and one.term.endswith(_ASK):
            stem = one.term.removesuffix(_ASK)
            yield from (Term(stem + word, one.kind, one.canonical, one.note, one.source) for word in words)


def _from(one: Term) -> Iterator[Term]:
    if one.kind in ACTS or one.kind in QUALIFIERS:
        yield Term(one.canonical, one.kind, one.canonical, one.note, one.source)
    if one.kind == "grant" and len(one.term) > len(_PAPER) + 1 and one.term.endswith(_PAPER):
        yield Term(one.term.removesuffix(_PAPER), one.kind, one.canonical, one.note, one.source)
    if one.kind != "change":
        return
    if one.canonical != _CHANGE and one.term.endswith(_CHANGE):
        yield Term(_CHANGE + one.term.removesuffix(_CHANGE), one.kind, one.canonical, one.note, one.source)
    if one.canonical != _CHANGE and one.term.startswith(_CHANGE):
        yield Term(one.term.removeprefix(_CHANGE) + _CHANGE, one.kind, one.canonical, one.note, one.source)
    for before in _BEFORE.get(one.canonical, ()):
        yield Term(before + one.term, one.kind, one.canonical, one.note, one.source)
        yield Term(before + one.canonical, one.kind, one.canonical, one.note, one.source)
