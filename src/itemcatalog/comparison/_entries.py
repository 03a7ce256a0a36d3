"""Lists of one field, entry by entry: renamed, changed, added, dropped, split, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import define

from itemcatalog.comparison._agreement import Agreement, Change, EntryDifference, worst
from itemcatalog.comparison._sets import align
from itemcatalog.comparison._texts import compare_texts, format_key, meaning_key, similarity
from itemcatalog.model import empty

__all__ = ["EntryKind", "Part", "compare_entries"]

# A whole counts as split when its parts cover this share of it.
_COVERED = 0.6
# What is asked of a material (原件, 复印件) goes without saying where its number is told already.
_ASKED, _COUNTS = "asked", ("originals", "copies")
# So many characters at least are what two pieces begin with, and what the later one goes on with.
_HEAD = 2


@define(frozen=True, slots=True)
class Part:
    """条目要素: one attribute of an entry that is compared when both sources provide it.

    ``key`` joins equal texts; ``read`` finds the value where it is more than the attribute of that name;
    ``by_entry`` marks a part that a source may state in the name of an entry (复印件1份) without a column of its own:
    it is compared where both entries state it.
    """

    name: str
    compare: Callable[[Any, Any], Agreement]
    show: Callable[[Any], str] = str
    key: Callable[[str], str] = format_key
    read: Callable[[Any], Any] | None = None
    by_entry: bool = False

    def of(self, entry: Any) -> Any:
        """Return the value of this part in an entry."""
        return self.read(entry) if self.read is not None else getattr(entry, self.name)


@define(frozen=True, slots=True)
class EntryKind:
    """条目种类: how the entries of one list field are named, compared and shown.

    ``other`` is what a pair of entries with other keys is called: renamed where the key is a name.
    """

    key: Callable[[Any], str]
    show: Callable[[Any], str]
    name: Callable[[Any, Any], Agreement]
    parts: tuple[Part, ...] = ()
    other: Change = Change.RENAMED


def compare_entries(
    left: Sequence[Any], right: Sequence[Any], kind: EntryKind, provided: frozenset[str]
) -> tuple[Agreement, tuple[EntryDifference, ...]]:
    """Align two lists and compare them entry by entry; order never counts.

    ``provided`` names the parts that both sources carry: another part is not compared.
    """
    pairs, lost, gained = _aligned(left, right, kind)
    split = list(_regrouped(left, right, pairs, lost, gained, kind))
    merged = list(_regrouped(right, left, [(j, i) for i, j in pairs], gained, lost, kind))
    found = [_told(Change.SPLIT, one, "；".join(many)) for one, many in split]
    found += [_told(Change.MERGED, "；".join(many), one) for one, many in merged]
    regrouped = {text for one, many in (*split, *merged) for text in (one, *many)}
    for i, j in pairs:
        if not {kind.show(left[i]), kind.show(right[j])} & regrouped:
            found += _paired(left[i], right[j], kind, provided)
    found += [_alone(Change.DROPPED, left[i], kind) for i in lost if kind.show(left[i]) not in regrouped]
    found += [_alone(Change.ADDED, right[j], kind) for j in gained if kind.show(right[j]) not in regrouped]
    return worst(d.agreement for d in found), tuple(found)


def _aligned(
    left: Sequence[Any], right: Sequence[Any], kind: EntryKind
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Align two lists; of entries that are told as changed (a place, a fee) a single one beside a single one is it."""
    if kind.other is Change.CHANGED and len(left) == len(right) == 1:
        return [(0, 0)], [], []
    return align(left, right, kind.key, similarity)


def _told(change: Change, left: str, right: str) -> EntryDifference:
    return EntryDifference(change=change, left=left, right=right, agreement=Agreement.WORDING)


def _alone(change: Change, entry: Any, kind: EntryKind) -> EntryDifference:
    text = kind.show(entry)
    dropped = change is Change.DROPPED
    return EntryDifference(change=change, left=text if dropped else None, right=None if dropped else text)


def _paired(one: Any, other: Any, kind: EntryKind, provided: frozenset[str]) -> Iterator[EntryDifference]:
    if one == other:
        return
    agreement = kind.name(one, other)
    if agreement is not Agreement.EQUAL:
        yield EntryDifference(change=kind.other, left=kind.show(one), right=kind.show(other), agreement=agreement)
    told = [d for part in kind.parts for d in _part(one, other, part, kind, part.name in provided)]
    counted = any(d.part in _COUNTS for d in told)
    yield from (d for d in told if not (counted and d.part == _ASKED))


def _part(one: Any, other: Any, part: Part, kind: EntryKind, provided: bool) -> Iterator[EntryDifference]:
    left, right = part.of(one), part.of(other)
    missing = empty(left) or empty(right)
    if left == right or (empty(left) and empty(right)) or not (provided or (part.by_entry and not missing)):
        return
    agreement = Agreement.MISSING if missing else part.compare(left, right)
    if agreement is Agreement.EQUAL:
        return
    shown = [kind.show(e) if empty(v) else f"{kind.show(e)}：{part.show(v)}" for e, v in ((one, left), (other, right))]
    yield EntryDifference(change=Change.CHANGED, left=shown[0], right=shown[1], part=part.name, agreement=agreement)


def _regrouped(
    wholes: Sequence[Any],
    pieces: Sequence[Any],
    pairs: Sequence[tuple[int, int]],
    lost: Sequence[int],
    gained: Sequence[int],
    kind: EntryKind,
) -> Iterator[tuple[str, list[str]]]:
    """Yield the entries of one list that stand as several entries in the other, as shown, with those."""
    partner = dict(pairs)
    for i in (*lost, *(i for i, j in pairs if kind.key(wholes[i]) != kind.key(pieces[j]))):
        whole = meaning_key(kind.key(wholes[i]))
        candidates = sorted({*gained, *([partner[i]] if i in partner else [])})
        covered = {j: _covered(meaning_key(kind.key(pieces[j])), whole) for j in candidates}
        inside = [j for j in candidates if covered[j]]
        if len(inside) > 1 and sum(covered.values()) >= _COVERED * len(whole):
            yield kind.show(wholes[i]), [kind.show(pieces[j]) for j in inside]


def _covered(piece: str, whole: str) -> int:
    """Return how many characters of a whole a piece stands for; 0 when it is no piece of it.

    A piece may begin as the whole does and go on with a later part of it (许可证正本和副本 → 许可证副本).
    """
    if not piece or piece == whole:
        return 0
    if piece in whole:
        return len(piece)
    head = next((n for n, (one, other) in enumerate(zip(piece, whole, strict=False)) if one != other), 0)
    rest = piece[head:]
    return len(rest) if min(head, len(rest)) >= _HEAD and rest in whole[head:] else 0


def text_kind(show: Callable[[Any], str] = str) -> EntryKind:
    """Return the kind of a list whose entries are texts."""
    return EntryKind(
        key=lambda entry: format_key(show(entry)),
        show=show,
        name=lambda one, other: compare_texts(show(one), show(other)),
    )
