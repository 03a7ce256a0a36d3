"""What the catalogue's own words become in its lexicon, once their evidence is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from itemcatalog.matching._alternation import Writing
from itemcatalog.matching._fold import fold
from itemcatalog.matching._forms import Form, Forms
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._segments import segments
from itemcatalog.matching._slots import Reader
from itemcatalog.matching._terms import OWN, Term

__all__ = ["WordTerms", "own_words"]

_SAMPLES = 24
_CLEAR = 2

Explained = Mapping[Writing, Sequence[tuple[int, Writing]]]
Places = Mapping[Form, tuple[Form, int]]
"""Context of an unknown word → the form in which it stands there, and its channels."""


class WordTerms:
    """自有词: turns writings that alternate into terms, with the surfaces that names show."""

    __slots__ = ("_forms", "_grants", "_kinds", "_met", "_names", "_reader")

    def __init__(self, forms: Forms, names: Sequence[str], met: Mapping[Writing, Places]) -> None:
        self._forms = forms
        self._met = met
        self._reader = Reader(forms.lexicon)
        lexicon = forms.lexicon
        known = (*lexicon.applicants.values(), *lexicon.closings.values(), *lexicon.openings.values())
        self._kinds = {hit.mark: hit.kind for hit in known}
        self._names: dict[Form, str] = {}
        self._grants: dict[Form, str] = {}
        for form, name, grant in zip(forms.of_name, names, forms.grants, strict=True):
            self._names.setdefault(form, name)
            if grant:
                self._grants.setdefault(form, grant)

    def terms(self, explained: Explained) -> list[Term]:
        """Return the terms of all writings whose best explanation is clear; one meaning per word and place."""
        found: dict[tuple[str, str], tuple[int, Term]] = {}
        for writing, others in explained.items():
            times, other = others[0]
            if len(others) > 1 and others[1][0] * _CLEAR > times:
                continue
            for place, term in self._of(writing, other, f"{times} 处互换"):
                if (place, term.term) not in found or found[place, term.term][0] < times:
                    found[place, term.term] = times, term
        return _smallest([(place, term) for (place, _), (_, term) in found.items()])

    def _of(self, writing: Writing, other: Writing, evidence: str) -> Iterator[tuple[str, Term]]:
        for place, surface in self._surfaces(writing):
            if other.place == "mark" and other.mark in self._kinds:
                canonical = other.mark.partition(":")[2]
                yield place, Term(surface, self._kinds[other.mark], canonical, evidence, OWN)
            elif other.place == "plain":
                grant = self._usual_grant(writing) if place == "end" else ""
                kind = "grant" if grant else {"end": "suffix", "front": "prefix", "bracket": "bracket"}[place]
                yield place, Term(surface, kind, grant, evidence, OWN)

    def _surfaces(self, writing: Writing) -> list[tuple[str, str]]:
        """Return the word as names write it, with the known word beside it where its meaning rests on both."""
        if writing.place != "bracket" and not writing.mark:
            return [(writing.place, writing.word)]
        found: set[tuple[str, str]] = set()
        for form, _ in list(self._met[writing].values())[:_SAMPLES]:
            name = self._names[form]
            if writing.place == "bracket":
                main, pieces = segments(name, self._forms.lexicon)
                found.update(("bracket", piece) for piece in pieces if writing.word in piece)
                found.update([("end", writing.word)] if main.endswith(writing.word) and not writing.mark else ())
                continue
            whole = writing.word + self._reader.slots(name).surface(writing.mark)
            found.update([(writing.place, whole)] if whole in fold(name) else ())
        return sorted(found)

    def _usual_grant(self, writing: Writing) -> str:
        """Return the granting act in whose place the word stands in most names, ``""`` where it only follows one."""
        cores = self._forms.cores
        grants = Counter(
            self._grants.get(context, "") if cores[form[0]] == cores[context[0]] + writing.word else ""
            for context, (form, _) in self._met[writing].items()
        )
        return max(grants, key=lambda grant: (grants[grant], grant))


def _smallest(terms: Sequence[tuple[str, Term]]) -> list[Term]:
    """Leave out what holds another of the words: the next reading takes it apart (核发县级, after 核发)."""
    ends = [term.term for place, term in terms if place != "bracket"]
    return [
        term
        for place, term in terms
        if place == "bracket" or not any(word != term.term and word in term.term for word in ends)
    ]


def own_words(left: str, right: str, learnt: Sequence[Term]) -> tuple[Reason, ...]:
    """Return which learnt words stand in only one of two names, with their meaning and evidence."""
    found = []
    for term in learnt:
        if (term.term in left) != (term.term in right):
            meaning = f"即“{term.canonical}”" if term.canonical else "可省略"
            sides = {"left": term.term} if term.term in left else {"right": term.term}
            found.append(Reason(kind="own-word", weight=Weight.FOR, what=f"{meaning}，{term.note}", **sides))
    return tuple(found)
