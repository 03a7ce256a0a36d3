"""The same element stated twice (重复表述): whether both say the same, or one says more than the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from itemcatalog.formats._grammar import parse_charged, parse_limit, parse_yes_no
from itemcatalog.formats._page_words import words_of
from itemcatalog.formats._shapes import kind_of

__all__ = ["same", "within"]

_NUMERALS = frozenset("一二三四五六七八九十百两")


def same(path: str, one: object, two: object) -> bool:
    """Whether two values of an element say the same: in the same words, or by the grammar that reads them."""
    first, second = words_of(one), words_of(two)
    if first == second:
        return True
    meanings = _meanings(path, first, second)
    return meanings is not None and meanings[0] == meanings[1]


def within(path: str, one: object, two: object) -> bool:
    """Whether the words of one value stand in those of another that says more; no number in a longer number does."""
    first, second = words_of(one), words_of(two)
    if _meanings(path, first, second) is not None:
        return False
    at = second.find(first)
    while at >= 0:
        end = at + len(first)
        if not (_goes_on(second[at - 1 : at], first[:1]) or _goes_on(first[-1:], second[end : end + 1])):
            return True
        at = second.find(first, at + 1)
    return False


def _goes_on(left: str, right: str) -> bool:
    """Whether two characters side by side belong to one number or code."""
    ascii_words = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
    return ascii_words or (left in _NUMERALS and right in _NUMERALS)


def _meanings(path: str, one: str, two: str) -> tuple[object, object] | None:
    """Return what the grammar of the element reads in both; None where it has none, or does not read one of them."""
    read = _READERS.get(kind_of(path) or "")
    found = (read(one), read(two)) if read else (None, None)
    return None if None in found else found


def _limit(text: str) -> object:
    limit = parse_limit(text)
    return (limit.value, limit.unit, limit.instant) if limit.instant or limit.value is not None else None


_READERS: Mapping[str, Callable[[str], object]] = {
    "limit": _limit,
    "charged": parse_charged,
    "yes_no": parse_yes_no,
}
