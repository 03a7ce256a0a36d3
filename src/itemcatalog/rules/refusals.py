"""Reasons for a refusal (不通过原因): a reason names a material, a condition, a field or a law, or it is vague.

依据: the plan (不得以“材料不齐全”“材料有误”等含糊原因做不通过处理), 行政许可法第三十二条第四项、第三十八条.
"""

from __future__ import annotations

import csv
import enum
import functools
import io
import re
from collections.abc import Iterable

from itemcatalog import _shipped
from itemcatalog.model import Item
from itemcatalog.text import normalise

__all__ = ["Reason", "field_words", "judge_reason", "reason_terms", "stock_phrases"]

_LAW = re.compile(r"《[^《》]{2,}》|第[一二三四五六七八九十百零〇0-9]+条")
_MARKS = re.compile(r"[\W_]+")
# Whom to call is no reason: 请拨打联系电话, 咨询电话：0591-87654321. A number that something is said of stays.
_CALL = re.compile(
    r"(?:请|可|请?(?:拨打|致电))(?:联系|咨询|服务)电话|(?:(?:联系|咨询|服务|办公)?电话:?)?"
    r"(?<![0-9])(?:0[0-9]{2,3}-?)?[1-9][0-9]{6,10}(?![0-9]|为|是|不|有误|错误|无|空|已?停)"
)
_GRAM = 3


class Reason(enum.IntEnum):
    """原因判定: concrete, nothing written, stock phrases only, or words that match nothing of the item (a doubt)."""

    CONCRETE = 0
    EMPTY = 1
    STOCK = 2
    UNMATCHED = 3


@functools.cache
def _words(kind: str) -> tuple[str, ...]:
    rows = csv.DictReader(io.StringIO(_shipped.text("codes", "wording", "refusals.csv")))
    found = {normalise(row["phrase"]) for row in rows if row["kind"] == kind}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def stock_phrases() -> tuple[str, ...]:
    """Return what says that something is wrong and not what: whole phrases, longer ones first."""
    return _words("stock")


def field_words() -> tuple[str, ...]:
    """Return the things that a clerk names when the reason is concrete, whatever the item."""
    return _words("field")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what matches a stock phrase or a word that stands between them, and what matches a thing named."""
    said = sorted({*stock_phrases(), *_words("filler")}, key=lambda one: (-len(one), one))
    stock, named = (re.compile("|".join(map(re.escape, words))) for words in (said, field_words()))
    return stock, named


@functools.cache
def _whole() -> frozenset[str]:
    return frozenset(stock_phrases())


def reason_terms(item: Item) -> frozenset[str]:
    """Return the pieces of three characters of an item's materials, conditions and results, for ``judge_reason``."""
    texts = [one.name for one in item.materials] + [one.text for one in item.conditions]
    texts += [one.name for one in item.results if one.name]
    return frozenset(_grams(texts))


def _grams(texts: Iterable[str]) -> Iterable[str]:
    stock, _ = _patterns()
    for text in texts:
        plain = stock.sub("", _MARKS.sub("", normalise(text)))
        yield from ({plain} if 2 <= len(plain) < _GRAM else ())
        yield from (plain[start : start + _GRAM] for start in range(len(plain) - _GRAM + 1))


def judge_reason(opinion: str | None, terms: frozenset[str] | None) -> Reason:
    """Return what a refusal's opinion is; ``terms`` are those of its item, None when the item is not known.

    >>> judge_reason("材料不齐全，请补正。", None), judge_reason("未提交身份证复印件", None)
    (<Reason.STOCK: 2>, <Reason.CONCRETE: 0>)
    """
    if not (opinion or "").strip():
        return Reason.EMPTY
    plain = _CALL.sub("", normalise(opinion or ""))
    stock, named = _patterns()
    if _LAW.search(plain) or named.search(plain):
        return Reason.CONCRETE
    bare = _MARKS.sub("", plain)
    left = stock.sub("", bare)
    if not left and _says_nothing(stock.findall(bare)):
        return Reason.STOCK
    matched = bool(left) if terms is None else any(term in plain for term in terms)
    return Reason.CONCRETE if matched else Reason.UNMATCHED


def _says_nothing(said: list[str]) -> bool:
    """Return whether an opinion of listed words only is vague for sure: a stock phrase is among them, or one word.

    Words in between may make up a reason of their own (已由我局另行受理), so these are a doubt.
    """
    return len(said) < 2 or not _whole().isdisjoint(said)
