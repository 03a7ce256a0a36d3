"""Claims of few visits (一趟不用跑, 最多跑一趟) in what an item says of itself."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from itemcatalog.model import Item
from itemcatalog.text import normalise

__all__ = ["Claim", "claims"]

_NONE = (
    r"一[趟次]都?不用?跑|[零0]跑[腿动趟]|跑[零0][趟次]|(?:一[趟次])?不用跑(?:腿|一?[趟次])|"
    r"不见面(?:审批|办理|服务)|全程网(?:上)?办(?:理|结)?"
)
_ONCE = r"(?:最多|只|仅|至多)(?:需)?跑[一1][趟次]|跑[一1][趟次](?:办|即)"
_CLAIM = re.compile(rf"(?P<none>{_NONE})|(?P<once>{_ONCE})")
_DENIED = re.compile(r"(?:不属于|不支持|不能|非|未|无法|尚未|不是|不可)[^,.;]{0,4}$")
_YES = frozenset({"是", "1", "Y", "YES", "TRUE", "支持", "有"})


class Claim(NamedTuple):
    """承诺: where it stands, its words, and how many visits it allows."""

    field: str
    words: str
    text: str
    visits: int


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    for name in ("name", "sub_item", "handling_item", "scope"):
        yield name, getattr(item, name) or ""
    yield from ((f"aliases[{index}]", text) for index, text in enumerate(item.aliases))
    yield from ((f"handling_forms[{index}]", text) for index, text in enumerate(item.handling_forms))
    yield from ((f"conditions[{index}].text", one.text) for index, one in enumerate(item.conditions))
    yield from ((f"procedure[{index}].step", one.step) for index, one in enumerate(item.procedure))
    yield from ((f"themes[{index}].name", one.name) for index, one in enumerate(item.themes))
    yield "visits.reason", item.visits.reason or ""
    for key, value in item.extra.items():
        if isinstance(value, str):
            yield f"extra.{key}", key if normalise(value) in _YES else value


def claims(item: Item) -> Iterator[Claim]:
    """Yield every claim of an item, the words as the source has them."""
    for field, text in _texts(item):
        if len(text) > 2 and (found := _claim(text)):
            yield Claim(field, found[0], text, found[1])


@functools.lru_cache(maxsize=32_768)
def _claim(text: str) -> tuple[str, int] | None:
    plain = normalise(text)
    hit = _CLAIM.search(plain)
    if hit is None or _DENIED.search(plain[: hit.start()]):
        return None
    return hit[0], 0 if hit["none"] else 1
