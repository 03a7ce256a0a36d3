"""The special procedures (特殊环节) that an item states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.model import Item, SpecialProcedure
from itemcatalog.rules._context import Context, per_item
from itemcatalog.rules._items import blank, is_service, special_kind
from itemcatalog.text import normalise

__all__ = ["has_special", "name_of", "speaks_of_time", "special_procedures"]

_NEGATED = re.compile(r"^(?:本事项|该事项)?(?:无|不|没有|未|否|免|暂无)")
_TIME = re.compile(r"[0-9一二三四五六七八九十两]个?(?:半)?(?:工作日|自然日|日|天|月|年|小时|周)|即时|当场|当日")


def special_procedures(item: Item) -> Iterator[tuple[int, SpecialProcedure, str | None]]:
    """Yield (index, entry, which of the eight kinds or None); an entry that says 无 or 不涉及 is none."""
    for index, entry in enumerate(item.special_procedures):
        words = entry.kind or entry.text or ""
        if not blank(words) and not _NEGATED.match(normalise(words)):
            yield index, entry, special_kind(entry.kind or "") or special_kind(entry.text or "")


@per_item
def has_special(item: Item, context: Context) -> bool:
    """Return whether an item is a service with a special procedure; usable as ``applies``."""
    return is_service(item) and next(special_procedures(item), None) is not None


def name_of(entry: SpecialProcedure) -> str:
    """Return how a message names a special procedure."""
    return entry.kind or entry.text or ""


def speaks_of_time(entry: SpecialProcedure) -> bool:
    """Return whether an entry states its time, as a limit or in its text."""
    limit = entry.limit
    if limit is not None and (limit.value or limit.instant or limit.unclear):
        return True
    return bool(_TIME.search(normalise(entry.text or "")))
