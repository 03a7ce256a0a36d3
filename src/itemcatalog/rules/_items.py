"""What rules ask of an item again and again: is it a service, is it a licence, which step is special."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import define

from itemcatalog.codes import lookup
from itemcatalog.findings import ItemRef, MemberRef, Place
from itemcatalog.model import Item, empty
from itemcatalog.rules._context import Context, per_item
from itemcatalog.rules._words import item_ref
from itemcatalog.text import normalise

__all__ = [
    "LICENCE",
    "PUBLIC_SERVICE",
    "SPECIAL_KINDS",
    "Named",
    "blank",
    "case_type",
    "few_members",
    "has_materials",
    "idle",
    "in_use",
    "is_licence",
    "is_service",
    "item_status",
    "member",
    "named",
    "power_type",
    "power_type_of",
    "says_none",
    "shown",
    "special_kind",
]

LICENCE = "行政许可"
PUBLIC_SERVICE = "公共服务"

#: 行政许可法第四十五条, and the plan's list: their time lies outside the limits.
SPECIAL_KINDS = ("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审")


@functools.lru_cache(maxsize=1024)
def power_type_of(text: str) -> str | None:
    """Return the name of a power type (行政许可, 公共服务 …) however it is written, or None."""
    entry = lookup("item_types", text)
    return entry.name if entry else None


def power_type(item: Item) -> str | None:
    """Return the power type of an item by the code list, None where it is absent or not in the list."""
    return power_type_of(item.power_type) if item.power_type else None


@functools.lru_cache(maxsize=256)
def _case_type(text: str) -> str | None:
    entry = lookup("case_types", text)
    return entry.name if entry else None


def case_type(item: Item) -> str | None:
    """Return the case type (即办件 承诺件 上报件 联办件) by the code list, or None."""
    return _case_type(item.case_type) if item.case_type else None


_ENDED = re.compile("(?<![未不拟])取消")


@functools.lru_cache(maxsize=256)
def item_status(text: str) -> str | None:
    """Return the status of an item by the code list; what says 取消 among other words (取消（国发…）) is cancelled."""
    entry = lookup("item_status", text)
    return entry.name if entry else "取消" if _ENDED.search(text) else None


def idle(item: Item, as_of: date) -> tuple[str, ...]:
    """Return why an item is not in use: its status (取消 草稿 暂停), else ``cancelled`` and ``early`` by its dates."""
    status = item_status(item.status) if item.status else None
    if status in ("取消", "草稿", "暂停"):
        return (status,)
    over = item.cancelled is not None and item.cancelled <= as_of
    early = item.effective is not None and item.effective > as_of
    return ("cancelled",) * over + ("early",) * early


def in_use(item: Item, as_of: date) -> bool:
    """Return whether an item is in use on a day, by its status and its dates; a status not known tells nothing."""
    return not idle(item, as_of)


_MAIN_ITEM = frozenset({"00Y", "00y"})


def is_service(item: Item, context: Any = None) -> bool:
    """Return whether an item is served as it stands: a main item that only heads sub-items is not.

    Usable as the ``applies`` of a rule. A basic code that ends in 00Y marks a main item too.
    """
    kind = item.kind
    if kind is not None:
        return kind != "main"
    codes = item.codes
    code = codes.handling or codes.implementation or codes.basic
    return code is None or code[-3:] not in _MAIN_ITEM


def is_licence(item: Item, context: Any = None) -> bool | None:
    """Return whether an item is an administrative licence; None where its power type is not stated or not known.

    Usable as the ``applies`` of a rule: a main item is none of its business.
    """
    if not is_service(item):
        return False
    found = power_type(item)
    return None if found is None else found == LICENCE


def has_materials(item: Item, context: Any = None) -> bool:
    """Return whether a service asks for a document; usable as the ``applies`` of a rule."""
    return is_service(item) and bool(item.materials)


@functools.lru_cache(maxsize=1024)
def special_kind(text: str) -> str | None:
    """Return which of the eight special procedures a text names, or None.

    >>> special_kind("组织专家评审"), special_kind("现场勘查"), special_kind("检验检测")
    ('专家评审', None, '检验')
    """
    plain = normalise(text)
    entry = lookup("special_procedures", text)
    if entry is not None and entry.name in SPECIAL_KINDS:
        return entry.name
    return next((kind for kind in SPECIAL_KINDS if kind in plain), None)


#: What offices write into a cell that they leave open.
_OPEN = frozenset({"", "-", "--", "---", "/", "//", "*", "待定", "待补充", "待完善", "NULL", "NONE", "N/A", "NA"})

_LONGEST_OPEN = 20


@functools.lru_cache(maxsize=8192)
def _open(text: str) -> bool:
    return normalise(text).strip("。.") in _OPEN


def blank(value: Any) -> bool:
    """Return whether a value says nothing: empty, or a dash that stands for an empty cell. 无 is a statement."""
    if value is None:
        return True
    if isinstance(value, str):
        return len(value) < _LONGEST_OPEN and _open(value)
    return all(map(blank, value)) if isinstance(value, tuple) else empty(value)


_NONE = frozenset({"无", "暂无", "没有", "不涉及"})


def says_none(text: str) -> bool:
    """Return whether a text says that there is none: a statement, where a dash is an open cell."""
    return len(text) < _LONGEST_OPEN and normalise(text).strip("。.") in _NONE


def member(item: Item) -> MemberRef:
    """Return an item as a member of a finding that speaks of several."""
    return MemberRef(channel=item.channel, item_id=item.id, authority=item.authority.name)


_FEW = 50


@define(frozen=True, slots=True)
class Named:
    """事项指称: how a catalogue rule names an item later: reference, member and place."""

    ref: ItemRef
    member: MemberRef
    place: Place


@per_item
def named(item: Item, context: Context) -> Named:
    """Return how findings of catalogue rules name an item; made once for all rules that keep it."""
    return Named(item_ref(item), member(item), item.place)


def few_members(listed: Iterable[Named]) -> tuple[MemberRef, ...]:
    """Return the members of a finding that is repeated for each of them; the first fifty stand for all."""
    return tuple(one.member for one in itertools.islice(listed, _FEW))


def shown(text: str | None, longest: int = 60) -> str:
    """Return a text for a message: one line, cut to a length that a reader takes in."""
    line = " ".join((text or "").split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
