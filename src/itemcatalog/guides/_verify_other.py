"""Comparing another office's guide with the data, field by field, and its headings with a profile."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from itemcatalog.comparison import FIELDS, Agreement, EntryDifference, FieldSpec
from itemcatalog.formats.guide_ import PublishedGuide
from itemcatalog.guides._deviation import Deviation, Kind
from itemcatalog.guides._published import published
from itemcatalog.model import Item, empty
from itemcatalog.sections import Profile
from itemcatalog.text import normalise

__all__ = ["compare_other"]

_LONGEST = 200
# What a guide must state by the plan, with the fields that answer it.
_STATED: Mapping[str, tuple[str, ...]] = {
    "设定依据": ("legal_bases",),
    "受理条件": ("conditions",),
    "申请材料": ("materials",),
    "办结时限": ("promised_limit", "statutory_limit", "limits"),
    "收费": ("fees",),
    "审批结果": ("results",),
    "咨询途径": ("consultation",),
    "监督投诉渠道": ("complaint",),
}


def compare_other(item: Item, guide: PublishedGuide, found: Item, profile: Profile) -> Iterator[Deviation]:
    """Yield the differences of a page from the data.

    Only what both state is compared; an element that the page does not carry is lost only where nothing on the page
    was left unread or to a script.
    """
    provides = guide.source.provides if guide.source else frozenset()
    stated, shown = published(item), published(found)
    for spec in FIELDS:
        yield from _compare_field(spec, stated, shown, provides)
    yield from _lost(item, guide, provides)
    yield from _order(guide.headings, profile)


def _compare_field(spec: FieldSpec, item: Item, found: Item, provides: frozenset[str]) -> Iterator[Deviation]:
    should, stands = spec.value(item), spec.value(found)
    if empty(should) or not _carries(provides, spec.path):
        return
    where = spec.label.zh
    if empty(stands):
        if spec.path in provides:
            yield Deviation(kind=Kind.VALUE, where=where, expected=_cut(spec.show(should)), found="（空白）")
        return
    if getattr(stands, "unclear", False):
        yield Deviation(kind=Kind.UNREAD, where=where, found=_cut(spec.show(stands)))
        return
    agreement, differences = spec.compare(should, stands, provides)
    if agreement.same:
        return
    kind = Kind.WORDING if agreement is Agreement.WORDING else Kind.VALUE
    if not differences:
        yield Deviation(kind=kind, where=where, expected=_cut(spec.show(should)), found=_cut(spec.show(stands)))
    for one in differences:
        if not one.agreement.same:
            yield _entry(where, one)


def _entry(where: str, one: EntryDifference) -> Deviation:
    kind = Kind.WORDING if one.agreement is Agreement.WORDING else Kind.VALUE
    return Deviation(kind=kind, where=where, expected=_cut(one.left), found=_cut(one.right))


def _carries(provides: frozenset[str], path: str) -> bool:
    return path in provides or any(one.startswith(f"{path}.") for one in provides)


def _lost(item: Item, guide: PublishedGuide, provides: frozenset[str]) -> Iterator[Deviation]:
    """Name the elements that the data states and the page does not carry."""
    doubtful = bool(guide.source and guide.source.unread) or any(one.kind == "script-blank" for one in guide.faults)
    for where, paths in _STATED.items():
        if all(empty(getattr(item, path)) for path in paths) or any(_carries(provides, path) for path in paths):
            continue
        yield Deviation(kind=Kind.UNREAD if doubtful else Kind.SECTION_LOST, where=where)


def _order(headings: Sequence[str], profile: Profile) -> Iterator[Deviation]:
    """Check the order of a page whose headings are those of the profile; another order accuses nobody."""
    titles = {str(normalise(spec.title)): number for number, spec in enumerate(profile.sections)}
    bare = [str(normalise(heading)).lstrip("(一二三四五六七八九十0123456789").lstrip("),.、 ") for heading in headings]
    there = [titles[one] for one in bare if one in titles]
    if len(there) * 2 < len(titles) or there == sorted(there):
        return
    moved = next(two for one, two in itertools.pairwise(there) if two < one)
    yield Deviation(kind=Kind.SECTION_ORDER, where=profile.sections[moved].title)


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
