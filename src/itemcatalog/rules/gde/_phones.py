"""What a telephone number of an office looks like: area code and local number, hotline, 400, mobile."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from itemcatalog.model import Contact, Item, Phone

__all__ = ["area_of", "contacts", "is_hotline", "is_local", "phones", "valid_number"]

# 1xxxx (12345, 12333 …), 116xxx, 95xxx(x), 96xxx(x), 9x emergency numbers; an area code before a hotline is harmless.
_HOTLINE = re.compile(r"(?:0[0-9]{2,3}-?)?(?:1[0-2][0-9]{3}|116[0-9]{3}|9[56][0-9]{3,4}|11[0479]|12[02]|999)")
_FREE = re.compile(r"[48]00-?[0-9]{3,4}-?[0-9]{3,4}")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LOCAL = re.compile(r"[2-8][0-9]{6,7}")
_LONG = re.compile(r"(?P<area>010|02[0-9]|0[3-9][0-9]{2})-?(?P<local>[2-8][0-9]{6,7})")


@functools.lru_cache(maxsize=16_384)
def is_hotline(number: str) -> bool:
    """Return whether a number is dialled without an area code by anybody: 12345, 12333, 95598, 4008…

    >>> is_hotline("12345"), is_hotline("020-12366"), is_hotline("0591-12345678")
    (True, True, False)
    """
    return bool(_HOTLINE.fullmatch(number) or _FREE.fullmatch(number))


def is_local(number: str) -> bool:
    """Return whether a number has seven or eight digits and no area code."""
    return bool(_LOCAL.fullmatch(number))


@functools.lru_cache(maxsize=16_384)
def area_of(number: str) -> str | None:
    """Return the area code (区号) that a sound number carries, None for hotlines, mobiles and local numbers."""
    found = None if is_hotline(number) else _LONG.fullmatch(number)
    return found["area"] if found else None


@functools.lru_cache(maxsize=16_384)
def valid_number(number: str) -> bool:
    """Return whether a number can be dialled at all.

    >>> [valid_number(one) for one in ("0591-83002005", "0591-83004", "83002006", "0591-96310", "91234567")]
    [True, False, True, True, False]
    """
    return bool(is_hotline(number) or _LONG.fullmatch(number) or is_local(number) or _MOBILE.fullmatch(number))


def contacts(item: Item) -> Iterator[tuple[str, Contact]]:
    """Yield the two ways of asking and complaining with their fields."""
    yield "consultation", item.consultation
    yield "complaint", item.complaint


def phones(item: Item) -> Iterator[tuple[str, Phone, Contact]]:
    """Yield every phone with its field and the contact that it stands in."""
    for name, contact in contacts(item):
        for index, phone in enumerate(contact.phones):
            yield f"{name}.phones[{index}].number", phone, contact
