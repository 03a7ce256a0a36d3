"""Values of records (记录取值): moments, days, yes or no, the ways of applying and the outcomes."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from itemcatalog.formats._grammar import parse_date, parse_yes_no
from itemcatalog.formats._grid import shown
from itemcatalog.text import clean, digits, normalise

__all__ = ["DAMAGED", "UNREAD", "code", "count", "day", "moment", "outcome", "text", "way", "yes_no"]


class _Mark:
    """What a parser answers for a value that is written and cannot be taken."""

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        self.kind = kind


DAMAGED = _Mark("code-damaged")
UNREAD = {"moment": _Mark("date-unclear"), "yes_no": _Mark("yes-no-unclear"), "count": _Mark("number-unclear")}

_EMPTY = frozenset({"", "-", "--", "/", "NULL", "null", "None", "N/A", "无"})
_WRITTEN = re.compile(
    r"([0-9]{4})[-/.年]\s?([0-9]{1,2})[-/.月]\s?([0-9]{1,2})日?[T\s]\s*"
    r"([0-9]{1,2})[:时]([0-9]{1,2})(?:[:分]([0-9]{1,2})秒?)?分?(?:\.[0-9]+)?\s?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T?([0-9]{2})([0-9]{2})([0-9]{2})")
_LOCAL = ("", "+0800", "+08:00")
# DOMAIN §2.3: sources of the provincial case exchange, and GB/T 39046 A.5.
_WAYS = {
    "窗口": "窗口 窗口办理 窗口申请 窗口申报 窗口受理 现场 现场办理 现场申请 大厅 大厅窗口 线下 省窗口 10 20",
    "网上": "网上 网上申报 网上申请 网上办理 网办 网厅 网上大厅 互联网 在线 线上 PC PC端 电脑端 "
    "电脑端网上办理 省网上 11 21",
    "移动端": "移动端 移动 移动端申请 移动端网上申请 移动端申报 手机 手机端 手机APP APP 掌上 "
    "掌上申报 闽政通 省移动 12 22",
    "自助": "自助 自助终端 自助机 自助服务终端",
}
_OUTCOMES = {
    "通过": "通过 审核通过 预审通过 同意 准予 准予许可 予以受理 受理",
    "不通过": "不通过 审核不通过 预审不通过 未通过 不同意 不予受理 不予许可 退回 驳回",
    "补正": "补正 补齐补正 补正告知 需补正 退回补正 补件 一次性告知",
}


def _table(words: dict[str, str]) -> dict[str, str]:
    return {normalise(word): name for name, line in words.items() for word in line.split()}


_WAY_OF, _OUTCOME_OF = _table(_WAYS), _table(_OUTCOMES)
_memo: dict[tuple[str, str], str | None] = {}


def text(value: Any) -> str | None:
    """Return a cell as text without outer white space; None for nothing."""
    return (value if isinstance(value, str) else shown(value)).strip() or None


def code(value: Any) -> Any:
    """Return a number as text; a number cell of more than 15 digits has lost its last ones in Excel."""
    if isinstance(value, str):
        return value.strip() or None
    return DAMAGED if isinstance(value, int | float) and abs(value) >= 1e15 else text(value)


def way(value: Any) -> str | None:
    """Return the way of applying as one of 网上 窗口 移动端 自助, or the source's own word."""
    return _named("way", value, _WAY_OF)


def outcome(value: Any) -> str | None:
    """Return the outcome as one of 通过 不通过 补正, or the source's own word."""
    return _named("outcome", value, _OUTCOME_OF)


def _named(what: str, value: Any, table: dict[str, str]) -> str | None:
    key = (what, value if isinstance(value, str) else shown(value))
    if key not in _memo:
        if len(_memo) > 4096:
            _memo.clear()
        word = text(value)
        _memo[key] = None if word is None else table.get(normalise(word), word)
    return _memo[key]


def yes_no(value: Any) -> Any:
    """Return True or False, None for nothing, a mark for another word."""
    if value == "是":
        return True
    if value == "否":
        return False
    word = text(value)
    if word is None or word in _EMPTY - {"无"}:
        return None
    answer = parse_yes_no(word)
    return UNREAD["yes_no"] if answer is None else answer


def count(value: Any) -> Any:
    """Return a whole number, None for nothing, a mark for another word."""
    word = text(value)
    if word is None or word in _EMPTY:
        return None
    plain = digits(clean(word)).removesuffix("次").removesuffix(".0").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else UNREAD["count"]


def day(value: Any) -> Any:
    """Return a date, None for nothing, a mark for anything that is no full date."""
    found = moment(value)
    return found.date() if isinstance(found, datetime) else found


def moment(value: Any) -> Any:
    """Return a moment (Asia/Shanghai, without zone), a plain ``date`` where no time is written, None, or a mark.

    >>> moment("2017-10-09 23:59:59"), moment("2017年10月9日 9时5分"), moment("2017-10-09")
    (datetime.datetime(2017, 10, 9, 23, 59, 59), datetime.datetime(2017, 10, 9, 9, 5), datetime.date(2017, 10, 9))
    """
    if isinstance(value, datetime | date):
        return value
    if isinstance(value, str) and len(value) == 19 and value[10] == " ":
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return _written(value)
    word = text(value)
    return None if word is None or word in _EMPTY else _written(word)


def _written(word: str) -> Any:
    plain = digits(clean(word)).strip()
    found = _WRITTEN.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if found is None:
        return parse_date(plain) or UNREAD["moment"]
    year, month, day_, hour, minute, second, *zone = found.groups()
    try:
        built = datetime(int(year), int(month), int(day_), int(hour), int(minute), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return UNREAD["moment"]
    return _in_shanghai(built, zone[0] if zone and zone[0] else "")


def _in_shanghai(built: datetime, zone: str) -> datetime:
    if zone in _LOCAL:
        return built
    if zone == "Z":
        return built + timedelta(hours=8)
    sign = -1 if zone[0] == "-" else 1
    digits_ = zone[1:].replace(":", "")
    return built - sign * timedelta(hours=int(digits_[:2]), minutes=int(digits_[2:])) + timedelta(hours=8)
