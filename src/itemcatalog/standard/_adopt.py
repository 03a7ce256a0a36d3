"""One member takes over what should stand: what the standing source does not carry stays as the member has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import attrs

from itemcatalog.comparison import SPECS, Agreement, FieldValue, format_key, similarity
from itemcatalog.comparison._citations import article_key, law_key
from itemcatalog.comparison._kinds import KINDS
from itemcatalog.comparison._materials import material_key
from itemcatalog.comparison._sets import align
from itemcatalog.formats._shapes import MAIN
from itemcatalog.model import Contact, Fee, Fees, Item, LegalBasis, Limit, ServicePlace, empty, value_at

__all__ = ["adopt", "entry_key", "with_value"]

# Lists in which order speaks, and the parts of an entry that an office keeps for itself.
_ORDERED = ("procedure", "special_procedures")
_WITH_PARTS = ("materials", "results")
# Counts that an entry written as one text holds as well (身份证复印件2份).
_IN_TEXT = ("originals", "copies")
_OWN_PARTS = frozenset({"order", "extra", "code", "template", "sample"})


def adopt(item: Item, path: str, standing: FieldValue, provides: frozenset[str] | None = None) -> Item:
    """Return the item with the standing value in one field.

    Entries of lists are aligned first: an entry that both sides have keeps the parts (copies, issuer …) that the
    standing source does not carry. ``provides`` is what the item's own source carries: a part that it has no place
    for is not taken over (None = everything is).
    """
    own = value_at(item, path)
    carried = standing.members[0].provides if standing.members else None
    value = standing.raw if provides is None else _fitting(path, standing.raw, provides | _counted(path, own))
    changed: Item = with_value(item, path, _merged(path, value, own, _Sources(carried, provides)))
    return changed


class _Sources(NamedTuple):
    """What the standing source and the member's own source carry (None = everything)."""

    standing: frozenset[str] | None
    own: frozenset[str] | None

    def carry(self, path: str) -> bool:
        """Return whether the standing source carries a part, so that even an empty one is taken over."""
        return self.standing is not None and path in self.standing

    def agree(self, path: str, standing: Any, own: Any) -> bool:
        """Return whether two entries say the same, so that the member keeps its own way of writing."""
        spec = SPECS.get(path)
        known = [one for one in self if one is not None]
        shared = frozenset.intersection(*known) if known else frozenset[str]()
        parts = frozenset(one.removeprefix(f"{path}.") for one in shared if one.startswith(f"{path}."))
        return spec is not None and spec.compare((standing,), (own,), parts)[0].same


def with_value(noun: Any, path: str, value: Any) -> Any:
    """Return a noun with the value at a dotted path."""
    head, _, rest = path.partition(".")
    inner = with_value(getattr(noun, head), rest, value) if rest else value
    return attrs.evolve(noun, **{head: inner})


def _counted(path: str, own: Any) -> frozenset[str]:
    """Return the counts that an item writes into the texts of its entries: in a list of bare names none is put."""
    return frozenset(
        f"{path}.{name}" for name in _IN_TEXT if path == "materials" and any(getattr(one, name) for one in own or ())
    )


def _fitting(path: str, standing: Any, provides: frozenset[str]) -> Any:
    """Return the entries of a list without the parts for which a source has no place."""
    if path not in _WITH_PARTS:
        return standing
    return tuple(attrs.evolve(entry, **_absent(path, entry, provides)) for entry in standing)


def _absent(path: str, entry: Any, provides: frozenset[str]) -> dict[str, Any]:
    fields = [a for a in attrs.fields(type(entry)) if a.default is not attrs.NOTHING]
    bare = type(entry)(**{MAIN[path]: getattr(entry, MAIN[path])})
    return {a.name: getattr(bare, a.name) for a in fields if f"{path}.{a.name}" not in provides}


def _merged(path: str, standing: Any, own: Any, sources: _Sources) -> Any:
    if isinstance(standing, Limit):
        return attrs.evolve(standing, raw=str(standing), note=standing.note)
    if isinstance(standing, Fees):
        return _fees(standing, own, sources)
    if isinstance(standing, Contact):
        return _filled(standing, own)
    if isinstance(standing, tuple) and path != "limits" and standing and attrs.has(type(standing[0])):
        return _entries(path, standing, own or (), sources)
    return standing


def _fees(standing: Fees, own: Fees, sources: _Sources) -> Fees:
    items = _entries("fees.items", standing.items, own.items, sources)
    charged = own.charged if standing.charged is None else standing.charged
    return attrs.evolve(own, charged=charged, items=items)


def _filled(standing: Any, own: Any) -> Any:
    """Take what the standing value states, keep the rest."""
    stated = {a.name: getattr(standing, a.name) for a in attrs.fields(type(standing))}
    return attrs.evolve(own, **{name: value for name, value in stated.items() if not empty(value)})


def entry_key(path: str) -> Callable[[Any], str]:
    """Return what names an entry of a list when two lists are aligned."""
    if path == "legal_bases":
        return lambda basis: f"{law_key(basis)}{article_key(basis)}"
    if path == "fees.items":
        return lambda fee: format_key(fee.standard or fee.name or "")
    if path == "places":
        return lambda place: format_key(place.address or place.name or "")
    if path == "materials":
        return material_key
    main = "kind" if path == "special_procedures" else MAIN.get(path, "name")
    return lambda entry: format_key(getattr(entry, main) or "")


def _entries(path: str, standing: Sequence[Any], own: Sequence[Any], sources: _Sources) -> tuple[Any, ...]:
    """Return the standing entries, in the member's own order where order says nothing; new ones after a neighbour."""
    pairs, _, _ = align(standing, own, entry_key(path), similarity)
    mine = {i: j for i, j in pairs if _one_thing(path, standing[i], own[j])}
    merged = [_entry(path, entry, own[mine[i]] if i in mine else None, sources) for i, entry in enumerate(standing)]
    if path in _ORDERED:
        return tuple(merged)
    rank, last = [], -1
    for i in range(len(standing)):
        last = mine.get(i, last)
        rank.append((last, i not in mine, i))
    ordered = [merged[i] for _, _, i in sorted(rank)]
    return _numbered(ordered) if any(getattr(one, "order", None) is not None for one in own) else tuple(ordered)


def _one_thing(path: str, standing: Any, own: Any) -> bool:
    """Return False for two entries of unlike names, of which none takes over the other's copies and samples."""
    if path not in _WITH_PARTS:
        return True
    return KINDS[path].name(standing, own).rank <= Agreement.WORDING.rank


def _numbered(entries: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(attrs.evolve(one, order=n) for n, one in enumerate(entries, 1))


def _entry(path: str, standing: Any, own: Any | None, sources: _Sources) -> Any:
    """Return an entry with the parts that the standing source carries, and the member's own other parts."""
    if own is None:
        return standing if not hasattr(standing, "order") else attrs.evolve(standing, order=None)
    if sources.agree(path, standing, own):
        return own
    if isinstance(standing, LegalBasis):
        return standing if own.article != standing.article or own.title != standing.title else own
    if isinstance(standing, Fee | ServicePlace):
        return _filled(standing, own)
    taken = {}
    for attribute in (a.name for a in attrs.fields(type(standing)) if a.name not in _OWN_PARTS):
        value = getattr(standing, attribute)
        if not empty(value) or sources.carry(f"{path}.{attribute}"):
            taken[attribute] = value
    return attrs.evolve(own, **taken)
