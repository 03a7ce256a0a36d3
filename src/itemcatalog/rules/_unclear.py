"""Fields that are written but were not understood: rules that need them are not checked, never "missing"."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from itemcatalog.findings import Fault

__all__ = ["UNCLEAR_KINDS", "Unclear", "is_unclear", "unclear_of"]

#: The kinds of fault that leave a written value outside the item (``formats`` says the same of its own list).
UNCLEAR_KINDS = frozenset(
    {
        "cell-error",
        "code-damaged",
        "date-unclear",
        "entries-unequal",
        "limit-unclear",
        "limit-without-unit",
        "number-unclear",
        "row-cut",
        "row-moved",
        "visits-unclear",
        "wrong-shape",
        "yes-no-unclear",
    }
)

#: (channel, item id) → paths; ``authority.*`` says that everything below ``authority`` was taken out.
Unclear = Mapping[tuple[str, str], frozenset[str]]
# Lists of nouns: a member of an entry that was not understood says nothing against the other members.
_LISTS = frozenset({"conditions", "legal_bases", "materials", "places", "procedure", "results", "special_procedures"})
_INDEX = re.compile(r"\[[0-9]+\]")


def unclear_of(faults: Iterable[Fault]) -> Unclear:
    """Return which fields of which items were written but not understood.

    A fault at ``fees.charged`` also leaves ``fees`` untold; one at ``materials[2].copies`` or, of a table that does
    not count its entries, at ``materials.copies`` only the copies. A fault of a whole row names its ``fields``.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fault in faults:
        if fault.kind in UNCLEAR_KINDS and fault.item_id:
            for field in _fields(fault):
                found[fault.channel, fault.item_id].update(_paths(field))
    return {key: frozenset(paths) for key, paths in found.items()}


def _fields(fault: Fault) -> tuple[str, ...]:
    """Return the field of a fault, or the ``fields`` of one that speaks of a whole row."""
    return (fault.field,) if fault.field else tuple(fault.values.get("fields", ()))


@functools.lru_cache(maxsize=1024)
def _paths(field: str) -> frozenset[str]:
    path = _INDEX.sub("", field)
    heads = () if "[" in field or path.partition(".")[0] in _LISTS else _heads(path)
    return frozenset({path, f"{path}.*", *heads})


@functools.lru_cache(maxsize=1024)
def _heads(path: str) -> tuple[str, ...]:
    parts = path.split(".")
    return tuple(".".join(parts[:end]) for end in range(1, len(parts)))


def is_unclear(need: str, unclear: frozenset[str]) -> bool:
    """Return whether a needed path is among the unclear ones, itself or through a part that it lies in."""
    return need in unclear or any(f"{head}.*" in unclear for head in _heads(need))
