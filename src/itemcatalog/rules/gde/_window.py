"""Is an item accepted at a window? Only then are a place and office hours asked for."""

from __future__ import annotations

import functools
import re

from itemcatalog.codes import lookup
from itemcatalog.findings import Severity
from itemcatalog.model import Item
from itemcatalog.rules._context import Context, per_item
from itemcatalog.rules._items import is_service
from itemcatalog.rules._powers import ex_officio, is_public
from itemcatalog.text import normalise

__all__ = ["asked_for", "at_window", "how_soft", "may_have_window", "no_window", "visits_needed"]

_NO_WINDOW = re.compile(
    r"^(?:办理地点|办公地点|地址|地点)?:?(?:无|没有|不设|暂无|无需)(?:线下|现场|实体|窗口)?(?:办理|受理|服务)?"
    r"(?:窗口|地点|大厅|现场办理)?[.。]?$|^(?:全程)?(?:网上|线上|在线)(?:办理|申请|申报|受理)[.。]?$"
)
_WINDOW, _NOT_KNOWN = "窗口办理", "其他"


@functools.lru_cache(maxsize=16_384)
def _says_none(address: str) -> bool:
    return _NO_WINDOW.match(normalise(address)) is not None


def no_window(item: Item) -> bool:
    """Return whether every place of an item says that there is none (无线下办理窗口, 网上办理)."""
    places = item.places
    return bool(places) and all(
        not one.windows and one.address is not None and _says_none(one.address) for one in places
    )


def visits_needed(item: Item) -> int | None:
    """Return how many visits an item asks for at most, None where that is not stated or not committed to."""
    stated = [one for one in (item.visits.total, item.visits.window) if isinstance(one, int)]
    return max(stated) if stated else None


@per_item
def at_window(item: Item, context: Context) -> bool | None:
    """Return whether applications are taken at a window; None where the data does not tell."""
    forms = {entry.name for form in item.handling_forms if (entry := lookup("handling_forms", form))}
    if _WINDOW in forms:
        return True
    if (forms and len(forms) == len(item.handling_forms) and _NOT_KNOWN not in forms) or no_window(item):
        return False
    visits = visits_needed(item)
    if visits:
        return True
    return False if visits == 0 and item.online.available else None


@per_item
def may_have_window(item: Item, context: Context) -> bool:
    """Return whether an item may be accepted at a window; usable as ``applies``."""
    return is_service(item) and not ex_officio(item, context) and at_window(item, context) is not False


def how_soft(item: Item, context: Context) -> Severity | None:
    """Return how soft a missing place or time is: a notice for what may be a public service."""
    if is_public(item, context) is not False:
        return Severity.NOTICE
    return None if at_window(item, context) else Severity.WARNING


_TELLING = ("handling_forms", "visits", "online.available")


def asked_for(item: Item, context: Context, *, said: bool) -> bool | None:
    """Return whether place and hours are asked for; None where nothing is said and a column may be lacking that tells.

    An empty cell tells nothing only where every column that could say “no window” is there.
    """
    if not may_have_window(item, context):
        return False
    if said or at_window(item, context) is not None:
        return True
    return True if all(context.carries(item, path) for path in _TELLING) else None
