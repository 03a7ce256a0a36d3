"""Phones, addresses and hours: what they say, not how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.codes import divisions_named
from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._texts import compare_texts, format_key
from itemcatalog.model import Contact, Phone, ServicePlace
from itemcatalog.text import normalise

__all__ = ["address_key", "compare_addresses", "compare_contacts", "compare_hours", "hours_key", "phone_keys"]

_PLACE = re.compile(
    r"^(?:[^省市区县]{2,8}(?:省|自治区))?(?P<city>[^省市区县]{2,6}市)?(?P<district>[^省市区县]{1,6}[市区县])?"
)
_LABEL = re.compile(r"^(?:办理|办公|受理)?(?:地点|地址|场所)[:：]?")
_TIME = re.compile(r"(?:(?P<half>上午|中午|下午|晚上|晚|夜间))?(?P<hour>[0-9]{1,2})[:.时点](?P<minute>[0-9]{2})?分?")
_AFTERNOON = ("下午", "晚上", "晚", "夜间")
_AREA = re.compile(r"^0(?:10|2[0-9]|[3-9][0-9]{2})(?=[0-9]{7,8}(?:#|$))")
_BARE_NUMBER = re.compile(r"[0-9()+\-\s]{5,20}")
_DAYS = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])(?:(?:至|到|-|~)(?:周|星期|礼拜)?([一二三四五六日天]))?")
_WEEK = "一二三四五六日"
_NOON = 12


def phone_key(phone: Phone) -> str:
    """Return the digits of a phone with its extension, without the country's own code."""
    digits = re.sub(r"[^0-9]", "", phone.number)
    digits = re.sub(r"^(?:00)?86(?=0?[1-9][0-9]{9,10}$)", "", digits)
    return f"{digits}#{phone.extension}" if phone.extension else digits


def phone_keys(contact: Contact) -> frozenset[str]:
    """Return the numbers of a contact; a text that is nothing but one number counts as one."""
    if not contact.phones and contact.text and _BARE_NUMBER.fullmatch(normalise(contact.text)):
        return frozenset([phone_key(Phone(number=contact.text))])
    return frozenset(map(phone_key, contact.phones))


def _same_but_area(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two sets of numbers differ in nothing but area codes that only one of them gives."""
    rest, others = one - other, other - one
    local, far = ({_AREA.sub("", key) for key in keys} for keys in (rest, others))
    return local == far and all(any(_AREA.sub("", k) == k == bare for k in rest | others) for bare in local)


def compare_contacts(left: Contact, right: Contact) -> Agreement:
    """Compare two ways of asking or complaining: the sets of numbers, then address, web address and text."""
    if left == right:
        return Agreement.EQUAL
    one, other = phone_keys(left), phone_keys(right)
    if one != other:
        return Agreement.WORDING if _same_but_area(one, other) else Agreement.SUBSTANCE
    texts = [(left.address, right.address), (left.url, right.url), (left.text, right.text)]
    stated = [compare_texts(a, b) for a, b in texts if a and b and a != b]
    softest = max((a.rank for a in stated), default=Agreement.FORMAT.rank)
    return Agreement.FORMAT if softest <= Agreement.FORMAT.rank else Agreement.WORDING if one else Agreement.SUBSTANCE


def address_key(raw: str) -> str:
    """Return an address without label, province, city, district and marks."""
    bare = _LABEL.sub("", normalise(raw))
    return format_key(_PLACE.sub("", bare))


def compare_addresses(left: str, right: str) -> Agreement:
    """Compare two addresses: one that only says more than the other (窗口, 楼层, 省市) is a difference of wording."""
    agreement = compare_texts(left, right)
    if agreement is not Agreement.SUBSTANCE:
        return agreement
    if len({_county(left), _county(right)} - {None}) > 1:
        return Agreement.SUBSTANCE
    one, other = sorted((address_key(left), address_key(right)), key=len)
    return Agreement.WORDING if one and one in other else Agreement.SUBSTANCE


def _county(raw: str) -> str | None:
    """Return the district, county or county city that an address names; None for a name in no table (某小区)."""
    found = _PLACE.match(_LABEL.sub("", normalise(raw)))
    name = found["district"] or found["city"] if found else None
    known = divisions_named(name) if name else ()
    return name if any(not one.code.endswith("00") for one in known) else None


def hours_key(raw: str) -> tuple[frozenset[str], tuple[str, ...]] | None:
    """Return the days and the clock times of an opening text; None when no clock time is named."""
    bare = normalise(raw)
    times = tuple(_clock(bare))
    if not times:
        return None
    days: set[str] = set()
    for first, last in _DAYS.findall(bare.replace("天", "日")):
        start, end = _WEEK.index(first), _WEEK.index(last or first)
        days.update(_WEEK[start : end + 1] if start <= end else _WEEK[start:] + _WEEK[: end + 1])
    if not days and "工作日" in bare:
        days.update("一二三四五")
    return frozenset(days), times


def _clock(bare: str) -> Iterator[str]:
    """Yield the clock times by twenty-four hours: 下午1:00—5:00 is 13:00 and 17:00."""
    half = ""
    for found in _TIME.finditer(bare):
        half, hour = found["half"] or half, int(found["hour"])
        if half in _AFTERNOON and hour < _NOON:
            hour += _NOON
        yield f"{hour:02d}:{found['minute'] or '00'}"


def compare_hours(left: str, right: str) -> Agreement:
    """Compare two opening times by days and clock times; a text that names no time is compared as text."""
    agreement = compare_texts(left, right)
    if agreement is not Agreement.SUBSTANCE:
        return agreement
    one, other = hours_key(left), hours_key(right)
    if one is None or other is None or one[1] != other[1]:
        return Agreement.SUBSTANCE
    return Agreement.WORDING if one[0] == other[0] or not one[0] or not other[0] else Agreement.SUBSTANCE


def compare_place(left: ServicePlace, right: ServicePlace) -> Agreement:
    """Compare two service places: address (else name), windows, hours and phones."""
    found = [Agreement.EQUAL if left == right else Agreement.FORMAT]
    one, other = left.address or left.name, right.address or right.name
    if one and other:
        found.append(compare_addresses(one, other))
    if left.hours and right.hours:
        found.append(compare_hours(left.hours, right.hours))
    windows = ({format_key(w.name) for w in left.windows}, {format_key(w.name) for w in right.windows})
    if all(windows) and windows[0] != windows[1]:
        found.append(Agreement.SUBSTANCE)
    return max(found, key=lambda agreement: agreement.rank)
