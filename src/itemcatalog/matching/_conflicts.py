"""What names, codes and bodies of a catalogue contradict: material for the rules of family NAM."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from itemcatalog.findings import Fault
from itemcatalog.matching._clusters import Clusters
from itemcatalog.matching._compare import compare_names
from itemcatalog.matching._entries import Entry, full_name, main_name, plain_name
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import NameComparison, Reason, Verdict
from itemcatalog.text import clean, normalise

__all__ = ["conflicts"]

Doubts = Iterable[tuple[int, int, Verdict, float, tuple[Reason, ...]]]
_FULL_CODES = ("handling", "implementation", "local_implementation")


def conflicts(entries: Sequence[Entry], clusters: Clusters, doubts: Doubts, lexicon: Lexicon) -> Iterator[Fault]:
    """Yield faults of kinds ``code-names-differ``, ``name-codes-differ``, ``name-near``, ``name-tie``,
    ``sub-items-differ`` and ``authority-named-twice``.

    Each is charged to one item (``channel``, ``item_id``) and names the other in ``values``: ``other_channel``,
    ``other_id``, ``other_name``, ``reasons`` (a tuple of ``Text``). A code under two names also says whether it
    should be each item's alone (``own``) and the other's name without sub-item and business item (``other_item``).
    """
    yield from _one_code_two_names(entries, lexicon)
    yield from _one_name_two_codes(entries, clusters)
    yield from _near_names(entries, clusters, doubts)
    yield from _ties(entries, clusters)
    yield from _sub_items(entries)
    yield from _authorities(entries)


def _fault(kind: str, one: Entry, other: Entry, field: str, found: str, **values: Any) -> Fault:
    return Fault(
        kind=kind,
        channel=one.channel,
        field=field,
        found=found,
        item_id=one.id,
        values={
            "name": full_name(one),
            "other_channel": other.channel,
            "other_id": other.id,
            "other_name": full_name(other),
            **values,
        },
    )


def _texts(reasons: Sequence[Reason]) -> tuple[Any, ...]:
    return tuple(one.text for one in reasons)


def _holders(entries: Sequence[Entry], scheme: str) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if code := entry.codes.get(scheme):
            found.setdefault(normalise(code), []).append(entry)
    return found


def _one_code_two_names(entries: Sequence[Entry], lexicon: Lexicon) -> Iterator[Fault]:
    """A full code names one item: each other name under it is a conflict; a basic code only its main and sub-item."""
    told: set[tuple[str, str]] = set()
    for scheme in (*_FULL_CODES, "basic"):
        for code, holders in _holders(entries, scheme).items():
            named = {plain_name(_name_for(entry, scheme)): entry for entry in reversed(holders) if entry.name}
            if len(named) < 2:
                continue
            first = _usual(holders, scheme)
            for entry in sorted(named.values(), key=lambda one: (one.channel, one.id)):
                comparison = _differing(first, entry, scheme, lexicon)
                if comparison is not None and (entry.channel, entry.id) not in told:
                    told.add((entry.channel, entry.id))
                    yield _fault(
                        "code-names-differ", entry, first, "name", entry.name,
                        code=code, scheme=scheme, verdict=comparison.verdict.value, reasons=_texts(comparison.reasons),
                        own=_is_own(entry, scheme) and _is_own(first, scheme), other_item=first.name,
                    )  # fmt: skip


def _usual(holders: Sequence[Entry], scheme: str) -> Entry:
    """Return the first item under the name that most of the holders of a code use: the others depart from it."""
    counts = Counter(plain_name(_name_for(entry, scheme)) for entry in holders if entry.name)
    best = max(counts.values())
    return next(entry for entry in holders if counts[plain_name(_name_for(entry, scheme))] == best)


def _name_for(entry: Entry, scheme: str) -> str:
    """Return what a code stands for: of an implementation code shared by business items only the main name."""
    return main_name(entry) if _is_shared(entry, scheme) else full_name(entry)


def _is_own(entry: Entry, scheme: str) -> bool:
    """Say whether a code is the one that names this item alone: the most exact that it has."""
    return scheme == next((one for one in _FULL_CODES if entry.codes.get(one)), None)


def _is_shared(entry: Entry, scheme: str) -> bool:
    return scheme == "basic" or (scheme != "handling" and "handling" in entry.codes)


def _differing(first: Entry, entry: Entry, scheme: str, lexicon: Lexicon) -> NameComparison | None:
    left, right = _name_for(first, scheme), _name_for(entry, scheme)
    same_item = _is_shared(entry, scheme) and _own_names(first) == _own_names(entry)
    if same_item or plain_name(left) == plain_name(right):
        return None
    comparison = compare_names(left, right, lexicon)
    return None if comparison.verdict is Verdict.SAME else comparison


def _own_names(entry: Entry) -> tuple[str, str]:
    """Return name and sub-item: where they are equal, the items under one code differ in their business items only."""
    return plain_name(entry.name), plain_name(entry.sub_item or "")


def _one_name_two_codes(entries: Sequence[Entry], clusters: Clusters) -> Iterator[Fault]:
    """One name of one body in one division has one code."""
    for by_signs in clusters.buckets.of_core.values():
        for members in by_signs.values():
            if len(members) > 1:
                yield from _codes_of_one_name([(entries[one], clusters.units[one]) for one in members])


def _codes_of_one_name(members: Sequence[tuple[Entry, str]]) -> Iterator[Fault]:
    told: set[tuple[str, str]] = set()
    coded = {unit for entry, unit in members if entry.authority_credit_code}
    for scheme in ("implementation", "basic"):
        named: dict[str, list[Entry]] = {}
        for entry, own in members:
            unit = _unit(entry, own, coded)
            if entry.codes.get(scheme) and unit and "handling" not in entry.codes:
                named.setdefault(f"{unit}|{normalise(full_name(entry))}", []).append(entry)
        for holders in named.values():
            usual = _usual_code(holders, scheme)
            for entry in holders:
                departs = _stem(entry.codes[scheme]) != _stem(usual.codes[scheme])
                if departs and (entry.channel, entry.id) not in told:
                    told.add((entry.channel, entry.id))
                    yield _fault(
                        "name-codes-differ", entry, usual, f"codes.{scheme}", entry.codes[scheme],
                        code=entry.codes[scheme], other_code=usual.codes[scheme], scheme=scheme,
                    )  # fmt: skip


def _unit(entry: Entry, own: str, coded: set[str]) -> str:
    """Return the unit of an entry: of one that has no credit code the unit whose code begins its own code."""
    body = f"{normalise(entry.codes.get('implementation', ''))[:_CREDIT_CODE]}@{entry.division or ''}"
    return body if not entry.authority_credit_code and body in coded else own


# A code of 33 characters is an implementation code of 31 and the number of a business item.
_CREDIT_CODE, _IMPLEMENTATION, _BUSINESS_ITEM = 18, 31, 33


def _stem(code: str) -> str:
    """Return a code without the number of a business item: where that is not written out, names are equal."""
    plain = normalise(code)
    return plain[:_IMPLEMENTATION] if len(plain) == _BUSINESS_ITEM else plain


def _usual_code(holders: Sequence[Entry], scheme: str) -> Entry:
    """Return the first item with the code that most holders of a name have; among equals the longest code.

    A code that lost its zeros in Excel is shorter than a sound one.
    """
    counts = Counter(normalise(entry.codes[scheme]) for entry in holders)
    return max(holders, key=lambda one: (counts[normalise(one.codes[scheme])], len(one.codes[scheme])))


def _near_names(entries: Sequence[Entry], clusters: Clusters, doubts: Doubts) -> Iterator[Fault]:
    """Two names that a person should look at, of items that found no partner in the other's channel."""
    decided = clusters.decided
    for one, other, _, score, reasons in doubts:
        pair = (min(one, other), max(one, other))
        if pair in decided.same or pair in decided.different or clusters.root(one) == clusters.root(other):
            continue
        yield _fault(
            "name-near", entries[other], entries[one], "name", entries[other].name,
            score=score, reasons=_texts(reasons),
        )  # fmt: skip


def _ties(entries: Sequence[Entry], clusters: Clusters) -> Iterator[Fault]:
    """Items of one channel and unit that answer equally well to one name: one fault for all of one name."""
    for tied in clusters.ties:
        by_channel: dict[str, list[int]] = {}
        for one in tied:
            by_channel.setdefault(entries[one].channel, []).append(one)
        for same in by_channel.values():
            firsts = {normalise(full_name(entries[one])): one for one in reversed(same[1:])}
            for one in sorted(firsts.values()):
                yield _fault(
                    "name-tie", entries[one], entries[same[0]], "name", entries[one].name,
                    candidates=tuple((entries[at].channel, entries[at].id) for at in same),
                )  # fmt: skip


def _sub_items(entries: Sequence[Entry]) -> Iterator[Fault]:
    """Two channels that part one main item into different sub-items; one sub-item of each is no partition."""
    mains: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        if entry.parent_name and entry.kind != "main":
            key = entry.codes.get("basic", "")[:9] if len(entry.codes.get("basic", "")) == 12 else ""
            mains.setdefault(key or normalise(entry.parent_name), {}).setdefault(entry.channel, []).append(entry)
    for channels in mains.values():
        for (_, left), (_, right) in combinations(sorted(channels.items()), 2):
            ours, theirs = _subs(left), _subs(right)
            missing = [theirs[key] for key in sorted(set(theirs) - set(ours))]
            extra = [ours[key] for key in sorted(set(ours) - set(theirs))]
            comparable = set(ours) & set(theirs) or min(len(ours), len(theirs)) > 1
            if comparable and (missing or extra):
                yield _fault(
                    "sub-items-differ", right[0], left[0], "sub_item", clean(right[0].parent_name or ""),
                    missing="、".join(extra), extra="、".join(missing),
                )  # fmt: skip


def _subs(entries: Sequence[Entry]) -> dict[str, str]:
    return {normalise(one.sub_item or one.name): clean(one.sub_item or one.name) for one in entries}


def _authorities(entries: Sequence[Entry]) -> Iterator[Fault]:
    """One credit code under two names of a body, or one name under two codes in one division."""
    by_code: dict[str, Entry] = {}
    by_name: dict[str, Entry] = {}
    reported: set[tuple[str, str]] = set()
    for entry in entries:
        code, name = normalise(entry.authority_credit_code or ""), normalise(entry.authority or "")
        if not code or not name:
            continue
        other = by_code.setdefault(code, entry)
        if normalise(other.authority or "") != name and (code, name) not in reported:
            reported.add((code, name))
            yield _fault(
                "authority-named-twice", entry, other, "authority.name", entry.authority or "",
                code=code, authority=entry.authority, other_authority=other.authority,
            )  # fmt: skip
        other = by_name.setdefault(f"{name}@{entry.division or ''}", entry)
        other_code = normalise(other.authority_credit_code or "")
        if not _one_body(code, other_code) and (name, code) not in reported:
            reported.add((name, code))
            yield _fault(
                "authority-coded-twice", entry, other, "authority.credit_code", entry.authority_credit_code or "",
                code=code, other_code=other_code, authority=entry.authority,
            )  # fmt: skip


# A credit code holds the nine characters of the organisation code (GB 32100-2015, 4.3); alone they name the same body.
_CREDIT, _ORGANISATION = 18, slice(8, 17)


def _one_body(code: str, other: str) -> bool:
    """Say whether two codes are one, or one is the other's organisation code."""
    short, long = sorted((code.replace("-", ""), other.replace("-", "")), key=len)
    return short == long or (len(long) == _CREDIT and short == long[_ORGANISATION])
