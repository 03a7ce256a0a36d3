"""The small projection of an item that matching needs: names, codes, body and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Protocol

from attrs import define

from itemcatalog.text import NormalText, clean, normalise

__all__ = [
    "CatalogueItem",
    "Entry",
    "by_channel_and_id",
    "entry_of",
    "full_name",
    "main_name",
    "matching_name",
    "plain_name",
    "unit_of",
]

_NO_CODES: Mapping[str, str] = MappingProxyType({})
_SCHEMES = (
    "basic", "implementation", "handling", "local_basic", "local_implementation", "directory", "portal", "internal",
)  # fmt: skip


class _Codes(Protocol):
    @property
    def basic(self) -> str | None: ...


class _Authority(Protocol):
    @property
    def name(self) -> str | None: ...
    @property
    def credit_code(self) -> str | None: ...


class CatalogueItem(Protocol):
    """事项（匹配所需部分）: what ``entry_of`` reads of an item; ``model.Item`` has all of it."""

    @property
    def id(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def parent_name(self) -> str | None: ...
    @property
    def sub_item(self) -> str | None: ...
    @property
    def handling_item(self) -> str | None: ...
    @property
    def codes(self) -> _Codes: ...
    @property
    def authority(self) -> _Authority: ...
    @property
    def division(self) -> str | None: ...
    @property
    def levels(self) -> Sequence[str]: ...
    @property
    def power_type(self) -> str | None: ...
    @property
    def kind(self) -> str | None: ...


@define(frozen=True, slots=True, kw_only=True)
class Entry:
    """匹配条目: one published item as matching sees it; ``codes`` maps a scheme name to text."""

    id: str
    channel: str
    name: str
    parent_name: str | None = None
    sub_item: str | None = None
    handling_item: str | None = None
    codes: Mapping[str, str] = _NO_CODES
    authority: str | None = None
    authority_credit_code: str | None = None
    division: str | None = None
    level: str | None = None
    power_type: str | None = None
    kind: str | None = None


def entry_of(item: CatalogueItem) -> Entry:
    """Return the projection of one item; several levels of exercise count as none."""
    codes = {scheme: value for scheme in _SCHEMES if (value := getattr(item.codes, scheme, None))}
    return Entry(
        id=item.id,
        channel=item.channel,
        name=item.name,
        parent_name=item.parent_name,
        sub_item=item.sub_item,
        handling_item=item.handling_item,
        codes=codes or _NO_CODES,
        authority=item.authority.name,
        authority_credit_code=item.authority.credit_code,
        division=item.division,
        level=item.levels[0] if len(item.levels) == 1 else None,
        power_type=item.power_type,
        kind=item.kind,
    )


_ORDER = attrgetter("channel", "id", "name")


def by_channel_and_id(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in the one order that does not depend on the order of input."""
    return sorted(entries, key=_ORDER)


def main_name(entry: Entry) -> str:
    """Return main item and sub-item in one name, the business item left out.

    The main item's own name stands only where the item is called by its business item: a name that does not hold the
    business item is the sub-item's.
    """
    if entry.handling_item and entry.sub_item:
        return _with(entry.parent_name or entry.sub_item, entry.sub_item)
    if entry.handling_item and entry.parent_name and normalise(entry.handling_item) in normalise(entry.name):
        return entry.parent_name
    return _with(entry.name, entry.sub_item)


def full_name(entry: Entry) -> str:
    """Return the name with sub-item and business item in brackets, unless the name has their words already."""
    if not entry.sub_item and not entry.handling_item:
        return entry.name
    return _with(_with(entry.name, entry.sub_item), entry.handling_item)


def matching_name(entry: Entry) -> str:
    """Return the full name without a level in brackets that is the entry's own (（县级） of a county's item)."""
    name = full_name(entry)
    if entry.level is None:
        return name
    own = _LEVELS.get(normalise(entry.level)[:1], "")
    return _BARE_LEVEL.sub(lambda hit: "" if hit[1][0] in own else hit.group(), name) if own else name


_LEVELS = {
    "国": "国部",
    "部": "国部",
    "省": "省",
    "市": "市",
    "县": "县区",
    "区": "县区",
    "镇": "镇乡街",
    "乡": "镇乡街",
}
_BARE_LEVEL = re.compile(r"[（(【\[]((?:国家|部|省|市|县区|县|区|乡镇|镇街|镇|乡|街道)级)[）)】\]]")


def _with(name: str, part: str | None) -> str:
    """Append a part in brackets unless either text holds the other."""
    if not part:
        return name
    whole, piece = normalise(name), normalise(part)
    if not piece or piece in whole:
        return name
    if whole and whole in piece:
        return part
    text = clean(part)
    return f"{name}{text}" if piece[0] == "(" and piece[-1] == ")" else f"{name}（{text}）"


def unit_of(entry: Entry) -> str:
    """Return what names the implementing unit of an entry: body and division, ``""`` where neither is known."""
    body = entry.authority_credit_code or (normalise(entry.authority) if entry.authority else "")
    return f"{body}@{entry.division or ''}" if body or entry.division else ""


_LEVEL = re.compile(
    r"\((?:国家|省|市|设区市|县|区|县区|市县|本|镇|乡)级?(?:级|权限|行使|办理|审批|核发|许可|事项|部分)*\)"
)


def plain_name(name: str) -> NormalText:
    """Return a name for the question "is it written the same": level brackets such as （县级权限） do not count."""
    return NormalText(_LEVEL.sub("", normalise(name)))
