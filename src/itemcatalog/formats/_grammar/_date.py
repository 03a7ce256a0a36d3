"""The one grammar of dates (S9): Asia/Shanghai calendar dates without zone arithmetic."""

from __future__ import annotations

import re
from datetime import date, datetime

from itemcatalog.text import chinese_number, clean, digits

__all__ = ["parse_date"]

_TIME = r"(?:[T\s][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
_NUMERIC = re.compile(rf"([0-9]{{4}})\s?[-/.]\s?([0-9]{{1,2}})\s?[-/.]\s?([0-9]{{1,2}}){_TIME}")
_CHINESE = re.compile(rf"([0-9]{{4}})\s?年\s?([0-9]{{1,2}})\s?月\s?([0-9]{{1,2}})\s?[日号]?{_TIME}")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T?[0-9]{6})?")
_AROUND = re.compile(r"^自(?=[0-9〇零○一二])|起?(?:施行|实施|执行|生效)$|(?<=[日号0-9])起$")
_WORDS = re.compile(r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿]{1,3})日")


def parse_date(value: object) -> date | None:
    """Read a date: a date cell, ``2017-12-31`` (also with / or .), ``2017年12月31日``, ``20171231``, or in words.

    None where there is no full date: a bare serial number (43100), a month, a day that does not exist.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or value is None:
        return None
    text = digits(clean(str(value))).removesuffix(".0").strip("。；;，,")
    text = text.replace("－", "-").replace("／", "/").replace("．", ".")
    text = _AROUND.sub("", text)
    for form in (_NUMERIC, _CHINESE, _COMPACT):
        if found := form.fullmatch(text):
            return _date(*(int(part) for part in found.groups()))
    if found := _WORDS.fullmatch(text):
        numbers = [chinese_number(part) for part in found.groups()]
        return _date(*(int(number) for number in numbers if number is not None))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1900 <= year <= 2200 else None
