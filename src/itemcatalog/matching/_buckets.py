"""The hash join: entries whose names have one form stand in one bucket, and what may stand in another."""

from __future__ import annotations

from collections.abc import Sequence

from itemcatalog.matching._compare import compare_names
from itemcatalog.matching._confused import Confusion, confused_acts, swapped
from itemcatalog.matching._damaged import restore
from itemcatalog.matching._displaced import Displaced, displaced_forms
from itemcatalog.matching._entries import Entry
from itemcatalog.matching._forms import Form, Forms
from itemcatalog.matching._learn import LearntSynonym, synonym_doubts
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._merge import Merged, merge_cores
from itemcatalog.matching._overlap import Overlap
from itemcatalog.matching._own_words import learn_words
from itemcatalog.matching._reasons import NameComparison, Reason
from itemcatalog.matching._word_terms import own_words

__all__ = ["Buckets"]


class Buckets:
    """分桶: the entries of a catalogue by root core and signs.

    ``of_core[n]`` maps signs to the positions of the entries that have them with root core ``n``.
    """

    __slots__ = (
        "channel_bits",
        "confused",
        "displaced",
        "doubts",
        "entries",
        "forms",
        "learnt",
        "lexicon",
        "merged",
        "names",
        "of_core",
        "restored",
    )

    def __init__(
        self,
        entries: Sequence[Entry],
        names: Sequence[str],
        lexicon: Lexicon,
        synonyms: Sequence[LearntSynonym] = (),
    ) -> None:
        self.entries = entries
        self.names = names
        self.forms = Forms(names, lexicon)
        bit_of = {channel: 1 << at for at, channel in enumerate(dict.fromkeys(entry.channel for entry in entries))}
        self.channel_bits = [bit_of[entry.channel] for entry in entries]
        self.learnt = learn_words(self.forms, names, self.channel_bits)
        self.lexicon = self.forms.lexicon
        overlap = Overlap(self.forms, self.channel_bits)
        self.restored = restore(self.forms, self.channel_bits, overlap)
        self.merged: Merged = merge_cores(self.forms, self.channel_bits, overlap)
        self.doubts = [*self.merged.doubts, *synonym_doubts(synonyms, self.forms.numbers)]
        self.of_core: dict[int, dict[tuple[str, ...], list[int]]] = {}
        self._fill()
        self.displaced: Displaced = displaced_forms(
            self.of_core,
            self.forms.cores,
            self.channel_bits,
            self.lexicon,
            lambda one, other: self.compare(names[one], names[other]),
        )
        self._join_displaced()
        self.confused: Confusion = confused_acts(self.of_core, lexicon.near, self.channel_bits)
        self._join_confused()

    def _fill(self) -> None:
        root, of_core = self.merged.root, self.of_core
        for position, (number, signs) in enumerate(self.forms.of_name):
            by_signs = of_core.get(root[number])
            if by_signs is None:
                by_signs = of_core[root[number]] = {}
            members = by_signs.get(signs)
            if members is None:
                by_signs[signs] = [position]
            else:
                members.append(position)

    def _join_displaced(self) -> None:
        """Bring together what says the same words in other places."""
        for (number, signs), ((into, usual), _) in self.displaced.items():
            members = self.of_core[number].pop(signs)
            usual_members = self.of_core[into][usual]
            usual_members[:] = sorted([*usual_members, *members])

    def _join_confused(self) -> None:
        """Bring together what this catalogue writes with either of two confused acts."""
        for other, (mark, _) in self.confused.items():
            for by_signs in self.of_core.values():
                for signs in [one for one in by_signs if other in one]:
                    moved = by_signs.pop(signs)
                    into = by_signs.setdefault(swapped(signs, other, mark), [])
                    into[:] = sorted([*into, *moved])

    def moved(self, one: int, other: int) -> tuple[Reason, ...]:
        """Return why two entries of one bucket are one that say the same words in other places, else nothing."""
        left, right = self._form(one), self._form(other)
        if left == right:
            return ()
        if right in self.displaced:
            return self.displaced[right][1]
        return tuple(reason.mirrored() for reason in self.displaced[left][1]) if left in self.displaced else ()

    def _form(self, position: int) -> Form:
        number, signs = self.forms.of_name[position]
        return self.merged.root[number], signs

    def explained(self, one: int, other: int) -> tuple[Reason, ...]:
        """Return what only this catalogue tells of two equal forms: words made whole, and its own words."""
        left, right = self.restored.get(one), self.restored.get(other)
        if not self.learnt and not left and not right:
            return ()
        made_whole = [*((left,) if left else ()), *((right.mirrored(),) if right else ())]
        return (*made_whole, *own_words(self.entries[one].name, self.entries[other].name, self.learnt))

    def compare(self, a: str, b: str) -> NameComparison:
        """Compare two names of the catalogue with its lexicon."""
        return compare_names(a, b, self.lexicon)
