"""Our matcher, with the whole lexicon and with words hidden."""

from __future__ import annotations

import random
from collections.abc import Iterator

from matching_data import Matcher, Rows, Scored

from itemcatalog.matching import Entry, Lexicon, Verdict, default_lexicon, match_entries


def hidden(share: float, seed: int) -> Lexicon:
    """Return the lexicon without a share of the words of each class."""
    lexicon = default_lexicon()
    by_class: dict[str, list[int]] = {}
    for place, term in enumerate(lexicon.terms):
        by_class.setdefault(term.kind, []).append(place)
    pick = random.Random(seed)
    gone = [one for places in by_class.values() for one in pick.sample(places, int(len(places) * share))]
    return lexicon.without(lexicon.terms[place] for place in gone)


def _with(share: float, seed: int = 0) -> Matcher:
    def match(rows: Rows) -> Iterator[Scored]:
        lexicon = hidden(share, seed) if share else default_lexicon()
        named = enumerate(zip(rows.channels, rows.names, strict=True))
        entries = [Entry(id=str(n), channel=channel, name=name) for n, (channel, name) in named]
        for pair in match_entries(entries, lexicon):
            if pair.verdict is Verdict.SAME:
                yield int(pair.left), int(pair.right), 1.0

    return match


TOOLS: dict[str, Matcher] = {
    "itemcatalog": _with(0),
    **{f"itemcatalog, 15 % hidden, draw {seed}": _with(0.15, seed) for seed in range(1, 6)},
}
