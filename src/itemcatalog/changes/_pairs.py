"""Which item of the old state is which item of the new one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

import attrs
from attrs import define, field

from itemcatalog.changes._bodies import Bodies, main_code, place_of
from itemcatalog.changes._names import Neighbours, full_name, names_of, part_of, title_key
from itemcatalog.findings import Place, Text
from itemcatalog.matching import Verdict
from itemcatalog.model import Item

__all__ = ["Link", "Pairing", "pair"]


@define(frozen=True, slots=True, kw_only=True)
class Link:
    """对应关系: old items that became new items, why, and whether that is certain."""

    old: tuple[Item, ...]
    new: tuple[Item, ...]
    evidence: tuple[Text, ...]
    certain: bool = True


@define(slots=True)
class Pairing:
    """对应结果: links found so far, and the items of both states still without one."""

    old: list[Item]
    new: list[Item]
    links: list[Link] = field(factory=list)

    def take(self, link: Link) -> None:
        """Record a link and take its items out of the rest."""
        self.links.append(link)
        gone = {id(item) for item in (*link.old, *link.new)}
        self.old = [item for item in self.old if id(item) not in gone]
        self.new = [item for item in self.new if id(item) not in gone]


def pair(old: Sequence[Item], new: Sequence[Item]) -> Pairing:
    """Link two states of one channel: by code, by name, as splits and mergers, by a name that means the same.

    A link by code whose names say more or less than one another takes in the parts that are left over.
    """
    key = lambda item: (full_name(item), item.id)  # noqa: E731 - one order for both states
    pairing = Pairing(sorted(old, key=key), sorted(new, key=key))
    for code in ("handling", "implementation", "local_implementation"):
        _join(pairing, _code_key(code), Text("编码相同", "the same code"))
    _join(pairing, title_key, Text("名称、实施主体相同", "the same name and authority"))
    _join(pairing, _of_place(lambda item: item.codes.base), Text("基本编码相同", "the same basic code"))
    _join(pairing, _of_place(full_name), Text("名称相同", "the same name"))
    _join(pairing, lambda item: title_key(item)[0], Text("名称相同", "the same name"))
    _join_copies(pairing, Text("名称、实施主体、编码相同", "the same name, authority and codes"))
    bodies = Bodies(old, new, [(link.old[0], link.new[0]) for link in pairing.links])
    _extend(pairing, bodies)
    _regroup(pairing, bodies)
    _rename(pairing, bodies)
    return pairing


def _of_place(key: Callable[[Item], str | None]) -> Callable[[Item], Hashable]:
    def keyed(item: Item) -> Hashable:
        found, place = key(item), place_of(item)
        return (found, place) if found and place else None

    return keyed


_Parts = list[tuple[Item, Text]]


def _extend(pairing: Pairing, bodies: Bodies) -> None:
    """Make a renamed item a split or a merger where items left over are parts of it as well."""
    old, new = Neighbours(pairing.old, bodies), Neighbours(pairing.new, bodies)
    taken: set[int] = set()
    for link in [one for one in pairing.links if full_name(one.old[0]) != full_name(one.new[0])]:
        was, now = link.old[0], link.new[0]
        split = _extended(was, now, new, old, bodies, taken)
        merger = _extended(now, was, old, new, bodies, taken)
        if split or merger:
            parts, whole = (split, was) if split else (merger, now)
            halves = tuple(item for item, _ in parts)
            taken |= set(map(id, halves))
            pairing.links.remove(link)
            pairing.take(
                Link(
                    old=(whole,) if split else halves,
                    new=halves if split else (whole,),
                    evidence=(*link.evidence, *(reason for _, reason in parts)),
                    certain=_certain(whole, halves),
                )
            )


def _extended(whole: Item, half: Item, rest: Neighbours, others: Neighbours, bodies: Bodies, taken: set[int]) -> _Parts:
    """Return the parts of a whole among what is left over, with the half that is linked already; empty for none.

    What goes on under a name that means the same is no part.
    """
    own = part_of(half, whole, bodies)
    if own is None:
        return []
    found = [
        (item, reason)
        for item, reason in _parts(whole, rest, bodies)
        if id(item) not in taken
        and not any(names_of(full_name(item), full_name(one)).verdict is Verdict.SAME for one in others.near(item))
    ]
    return [(half, own), *found] if found else []


def _code_key(scheme: str) -> Callable[[Item], Hashable]:
    return lambda item: getattr(item.codes, scheme) or None


def _join(pairing: Pairing, key: Callable[[Item], Hashable], evidence: Text) -> None:
    """Link the items whose key stands exactly once in each state."""
    before, after = _once(pairing.old, key), _once(pairing.new, key)
    links = [
        Link(old=(item,), new=(after[k],), evidence=(evidence,))
        for k, item in before.items()
        if k in after and not _reused(item, after[k])
    ]
    taken = {id(item) for link in links for item in (*link.old, *link.new)}
    pairing.links += links
    pairing.old = [item for item in pairing.old if id(item) not in taken]
    pairing.new = [item for item in pairing.new if id(item) not in taken]


def _join_copies(pairing: Pairing, evidence: Text) -> None:
    """Link the entries of an item that both states list more than once: those that say the same first, then in turn.

    One copy more or less is an entry added or cancelled; the others go on.
    """
    for key in (_content_key, _copy_key):
        after: dict[Hashable, list[Item]] = {}
        for item in pairing.new:
            after.setdefault(key(item), []).append(item)
        left = {copied: iter(items) for copied, items in after.items() if copied is not None}
        found = [(item, next(left.get(key(item), iter(())), None)) for item in pairing.old]
        for was, now in found:
            if now is not None:
                pairing.take(Link(old=(was,), new=(now,), evidence=(evidence,)))


def _copy_key(item: Item) -> Hashable:
    return (title_key(item), item.codes) if title_key(item) is not None else None


def _content_key(item: Item) -> Hashable:
    return (_copy_key(item), repr(attrs.evolve(item, id="", place=Place())))


def _once(items: Sequence[Item], key: Callable[[Item], Hashable]) -> dict[Hashable, Item]:
    found: dict[Hashable, list[Item]] = {}
    for item in items:
        if key(item) is not None:
            found.setdefault(key(item), []).append(item)
    return {k: group[0] for k, group in found.items() if len(group) == 1}


def _reused(old: Item, new: Item) -> bool:
    """Return whether a code was given to another item: the names conflict (设立 / 注销)."""
    return names_of(full_name(old), full_name(new)).verdict is Verdict.DIFFERENT


def _regroup(pairing: Pairing, bodies: Bodies) -> None:
    """Find splits and mergers; the largest come first, and each item goes into one of them only."""
    found = [*_splits(pairing.old, pairing.new, bodies), *_mergers(pairing.old, pairing.new, bodies)]
    taken: set[int] = set()
    for link in sorted(found, key=lambda one: (-len(one.old) - len(one.new), full_name(one.old[0]), one.old[0].id)):
        free = _free(link, taken)
        if free is not None:
            taken |= {id(item) for item in (*free.old, *free.new)}
            pairing.take(free)


def _free(link: Link, taken: set[int]) -> Link | None:
    """Return what is left of a link without the items of others; None when it links no more than two items."""
    old, new = (tuple(item for item in side if id(item) not in taken) for side in (link.old, link.new))
    return attrs.evolve(link, old=old, new=new) if old and new and len(old) + len(new) > 2 else None


def _splits(old: Sequence[Item], new: Sequence[Item], bodies: Bodies) -> Iterator[Link]:
    near = Neighbours(new, bodies)
    for whole in old:
        parts = _parts(whole, near, bodies)
        if len(parts) > 1 and any(
            names_of(full_name(i), full_name(whole)).verdict is not Verdict.SAME for i, _ in parts
        ):
            yield Link(
                old=(whole,),
                new=tuple(item for item, _ in parts),
                evidence=tuple(reason for _, reason in parts),
                certain=_certain(whole, [item for item, _ in parts]),
            )


def _mergers(old: Sequence[Item], new: Sequence[Item], bodies: Bodies) -> Iterator[Link]:
    for link in _splits(new, old, bodies):
        yield Link(old=link.new, new=link.old, evidence=link.evidence, certain=link.certain)


def _parts(whole: Item, near: Neighbours, bodies: Bodies) -> _Parts:
    found = [(item, reason) for item in near.near(whole) if (reason := part_of(item, whole, bodies))]
    return sorted(found, key=lambda pair: (full_name(pair[0]), pair[0].id))


def _certain(whole: Item, parts: Sequence[Item]) -> bool:
    """Return whether codes or parent names carry the link; names alone are left for a person to confirm."""
    by_parent = all(whole.name == (part.name if part.sub_item else part.parent_name) for part in parts)
    code = main_code(whole)
    return by_parent or (code is not None and all(main_code(part) == code for part in parts))


def _rename(pairing: Pairing, bodies: Bodies) -> None:
    """Link what is left by names that mean the same; a name in doubt only when each is the other's best."""
    for verdict in (Verdict.SAME, Verdict.REVIEW):
        best = _best(pairing.old, pairing.new, verdict, bodies)
        back = _best(pairing.new, pairing.old, verdict, bodies)
        for old, new in best:
            if (new, old) in back:
                answer = names_of(full_name(old), full_name(new))
                evidence = tuple(reason.text for reason in answer.reasons)
                certain = verdict is Verdict.SAME
                pairing.take(Link(old=(old,), new=(new,), evidence=evidence, certain=certain))


def _best(left: Sequence[Item], right: Sequence[Item], verdict: Verdict, bodies: Bodies) -> list[tuple[Item, Item]]:
    near, found = Neighbours(right, bodies), []
    for item in left:
        scored = [
            (names_of(full_name(item), full_name(other)).score, other)
            for other in near.near(item)
            if bodies.same(item, other) and names_of(full_name(item), full_name(other)).verdict is verdict
        ]
        top = max((score for score, _ in scored), default=0.0)
        winners = [other for score, other in scored if score == top]
        if len(winners) == 1:
            found.append((item, winners[0]))
    return found
