"""Names that depart from the list that should stand (纵向清单), with the name that the list has instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define

from itemcatalog.findings import Fault
from itemcatalog.matching._compare import compare_names
from itemcatalog.matching._entries import Entry, main_name, plain_name
from itemcatalog.matching._find import Finder
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import Verdict
from itemcatalog.text import normalise

__all__ = ["ListedName", "list_departures"]

_NEAR = 0.75


@define(frozen=True, slots=True, kw_only=True)
class ListedName:
    """清单事项名称: one row of the list that should stand: main item, sub-item, basic code."""

    name: str
    sub_item: str | None = None
    basic_code: str | None = None

    @property
    def full(self) -> str:
        """Return main item and sub-item in one name."""
        sub = self.sub_item
        return self.name if not sub or normalise(sub) in normalise(self.name) else f"{self.name}（{sub}）"


def list_departures(
    entries: Sequence[Entry], standard: Iterable[ListedName] | None, lexicon: Lexicon
) -> Iterator[Fault]:
    """Yield ``list-name-differs`` (the list has the item under another name) and ``list-name-missing``.

    ``values``: ``expected`` the list's name, ``ground`` ``code``, ``name`` or ``near``. Without a list nothing is said.
    """
    if standard is None:
        return
    listed = sorted(set(standard), key=lambda one: (one.full, one.basic_code or ""))
    by_code = {normalise(one.basic_code): one for one in listed if one.basic_code}
    by_name = {plain_name(form): one for one in listed for form in (one.full, one.name, one.sub_item or one.name)}
    finder = Finder([one.full for one in listed], lexicon)
    for entry in entries:
        name = main_name(entry)
        if not name:
            continue
        coded = by_code.get(normalise(entry.codes.get("basic", "")))
        if coded is not None:
            if plain_name(name) not in (plain_name(coded.full), plain_name(coded.sub_item or coded.name)):
                yield _fault("list-name-differs", entry, coded.full, "code", name)
        elif plain_name(name) not in by_name:
            yield from _by_name(entry, name, finder, lexicon)


def _by_name(entry: Entry, name: str, finder: Finder, lexicon: Lexicon) -> Iterator[Fault]:
    best = next(iter(finder.find(name, 1)), None)
    verdict = compare_names(name, best.name, lexicon).verdict if best is not None else Verdict.DIFFERENT
    if best is not None and verdict is Verdict.SAME:
        yield _fault("list-name-differs", entry, best.name, "name", name)
    elif best is not None and verdict is Verdict.REVIEW and best.score >= _NEAR:
        yield _fault("list-name-differs", entry, best.name, "near", name)
    else:
        yield _fault("list-name-missing", entry, None, "", name)


def _fault(kind: str, entry: Entry, expected: str | None, ground: str, found: str) -> Fault:
    values = {"name": entry.name, "expected": expected, "ground": ground}
    return Fault(kind=kind, channel=entry.channel, field="name", found=found, item_id=entry.id, values=values)
