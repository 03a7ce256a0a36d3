"""Code lists (代码表) of the standards and of public practice: levels, types, target groups, materials …

Each entry carries its source and a status: ``standard`` where the standard's own text was read, ``observed``
where it was met in real records or public code.
"""

from __future__ import annotations

import functools
from datetime import date

from itemcatalog import _shipped
from itemcatalog.codes._clean import halfwidth
from itemcatalog.codes._tables import Entry, entries
from itemcatalog.errors import UsageError

__all__ = ["list_names", "list_values", "lookup", "lookup_all"]

_STRIP = str.maketrans("", "", " \t\r\n\u3000")


@functools.cache
def list_names() -> tuple[str, ...]:
    """Return the names of all lists, sorted."""
    return tuple(sorted(path.stem for path in _shipped.path("codes", "lists").glob("*.csv")))


def list_values(name: str, on: date | None = None) -> tuple[Entry, ...]:
    """Return the entries of a list in the order of the table; raise ``UsageError`` for an unknown list.

    >>> [entry.name for entry in list_values("authority_kinds")]
    ['法定机关', '授权组织', '受委托组织', '其他']
    """
    if name not in list_names():
        raise UsageError(f"没有代码表 {name}；可用：{'、'.join(list_names())}")
    return tuple(one for one in entries("lists", f"{name}.csv") if one.holds_on(on))


@functools.cache
def _index(name: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    values = list_values(name)
    for spellings in (
        [(one.name, one) for one in values],
        [(one.code, one) for one in values],
        [(alias, one) for one in values for alias in one.aliases],
    ):
        for spelling, one in spellings:
            found.setdefault(_key(spelling), one)
    return found


def _key(text: str) -> str:
    return halfwidth(text).translate(_STRIP).upper()


def lookup(name: str, code_or_name: str) -> Entry | None:
    """Return the entry that a code, a name or a known other spelling means, or None.

    Names go before codes, codes before other spellings; width, case and blanks do not count.

    >>> lookup("levels", "县（区）级").code, lookup("levels", "3").name, lookup("levels", "乡里")
    ('4', '市级', None)
    """
    return _index(name).get(_key(code_or_name))


def lookup_all(name: str, text: str, separators: str = "^,，、;；/|") -> tuple[tuple[str, Entry | None], ...]:
    """Return each part of a text that holds several values, with its entry or None.

    A value that is known as a whole (纸质/电子化) is not taken apart.

    >>> [(part, entry.code if entry else None) for part, entry in lookup_all("target_groups", "自然人^企业法人^甲")]
    [('自然人', '1'), ('企业法人', '2'), ('甲', None)]
    """
    whole = lookup(name, text)
    if whole is not None:
        return ((text.strip(), whole),)
    parts = text.translate(dict.fromkeys(map(ord, separators), "\n")).split("\n")
    return tuple((part.strip(), lookup(name, part)) for part in parts if part.strip())
