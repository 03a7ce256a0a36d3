"""The lexicon of pages, remembering every answer: the same few hundred labels stand on every page of a portal."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from itemcatalog.formats._headers import ITEM_TABLES, Hit, Lexicon, lexicon
from itemcatalog.formats._page_lines import LONGEST_LABEL, MEASURED, follows, is_label_text, labelled, without_number
from itemcatalog.formats._page_questions import asked_path, asks
from itemcatalog.formats._record import ReadOptions

__all__ = ["PageLexicon", "page_lexicon", "unwrapped"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
# The cells of a header row with their columns, and the labels around the table.
HeaderKey = tuple[tuple[tuple[int, str], ...], tuple[str, ...]]
_MOST = 50_000
_LONGEST = 30
_BEFORE = re.compile(
    r"^\s*(?:[^\w\s（）()【】〖〗《》\[\]<>“”\"'、，。：:]+\s*|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\s*"
    rf"|0[0-9]\s*|[0-9]{{1,2}}\s+(?!{MEASURED}))(?=\w|[【〖])"
)
# The label of each list whose parts have labels of their own, also below the label of one of its parts.
_HEADS = {"places": "办理地点", "materials": "申请材料", "results": "审批结果", "consultation": "咨询方式"}
# Where and when in one label: 办公地点和时间, 受理时间、受理地点, 办理地址及电话.
_PLACE_AND = re.compile(
    r"(?P<prefix>[一-鿿]{2,6})(?P<what>地点|地址|时间)"
    r"(?:[和及与、/](?P<second>[一-鿿]{0,4}(?:地点|地址|时间|联系方式|电话))|(?P<bare>地点|地址|时间))(?:[（(][^（()）]*[）)])?[：:]?"
)
# Below a window the telephone is that of the window, as below an address.
_WINDOWS = "places.windows"
_WHERE = ("places", "places.hours")
# A text in brackets is a remark, and no label by what stands above it.
_REMARK = re.compile(r"[（(][^（()）]*[）)]")
_MARKS = ("【", "】", "[", "]", "〖", "〗")


class PageLexicon(Lexicon):
    """页面标签词典: a lexicon with a memory; labels longer than any label are not looked up."""

    def __init__(self, known: Lexicon) -> None:
        self._labels = known._labels
        self._found: dict[str, Hit | None] = {}
        self._resolved: dict[tuple[str, ...], Hit | None] = {}
        self._below: dict[tuple[str | None, str], Hit | None] = {}
        self._parts: dict[tuple[str, str], bool] = {}
        self.headers: dict[HeaderKey, tuple[str, dict[int, Hit]] | None] = {}

    def find(self, label: str) -> Hit | None:
        """Return what one label means."""
        if label in self._found:
            return self._found[label]
        bare = unwrapped(label) if len(label) <= _LONGEST else ""
        hit = (super().find(bare) or self._place_and(bare) or _asked(bare)) if bare else None
        _remember(self._found, label, hit)
        return hit

    def _place_and(self, label: str) -> Hit | None:
        """Return the place for a label that names it with its hours or telephone, where each half is known."""
        found = _PLACE_AND.fullmatch(without_number("".join(label.split())))
        one = super().find(found["prefix"] + found["what"]) if found else None
        if found is None or one is None:
            return None
        second = found["second"] or found["bare"]
        two = super().find(second) or super().find(found["prefix"] + second)
        paths = (one.path, two.path if two else "")
        stated = one.path in _WHERE and paths[1].startswith(("places", "consultation"))
        return Hit(path="places") if stated and paths != ("places.hours", "places.hours") else None

    def label_hit(self, text: str) -> Hit | None:
        """Return what the label of a line means: that before its colon, else the whole text."""
        pair = labelled(text)
        label = pair[0] if pair else text
        return self.find(label.strip("：: ")) if len(label) <= LONGEST_LABEL else None

    def resolve(self, levels: Sequence[str]) -> Hit | None:
        """Return what a label means under those above it."""
        key = tuple(levels)
        if key in self._resolved:
            return self._resolved[key]
        if _REMARK.fullmatch(key[-1]):
            return None
        if asks(key[-1]) and any((above := self.find(one)) and above.path == "faq" for one in key[:-1]):
            return None
        hit = self._among_parts(key) if len(key[-1]) <= _LONGEST else None
        _remember(self._resolved, key, hit)
        return hit

    def _among_parts(self, key: tuple[str, ...]) -> Hit | None:
        """Resolve a label by those above it, else by the label of the list that the last of them is a part of."""
        above = self.find(key[-2]) if len(key) > 1 else None
        head = _HEADS.get(above.path.partition(".")[0]) if above is not None else None
        upper = [*key[:-1], unwrapped(key[-1])]
        lists = [upper, [head, key[-1]]] if head and head != key[-2] else [upper]
        if above is not None and above.path == _WINDOWS:
            lists.reverse()
        return next((hit for one in lists if (hit := super(PageLexicon, self).resolve(one)) is not None), None)

    def below(self, upper: str | None, label: str) -> Hit | None:
        """Return what a text that may be a label means in the section of another label; None where it is none."""
        if len(label) > _LONGEST:
            return self._in_section(upper, label)
        key = (upper, label)
        if key not in self._below:
            _remember(self._below, key, self._in_section(upper, label))
        return self._below[key]

    def _in_section(self, upper: str | None, label: str) -> Hit | None:
        label = label.strip()
        if not is_label_text(label):
            return None
        return self.find(label) if upper is None or follows(label, upper) else self.resolve((upper, label))

    def is_part(self, upper: str, lower: str) -> bool:
        """Whether a label only means something under the label above it."""
        key = (upper, lower)
        if key not in self._parts:
            _remember(self._parts, key, super().is_part(upper, lower))
        return self._parts[key]

    def remember_header(self, key: HeaderKey, answer: tuple[str, dict[int, Hit]] | None) -> None:
        """Note what the header row of a list means in its context."""
        _remember(self.headers, key, answer)


def _remember(memory: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    if len(memory) >= _MOST:
        memory.clear()
    memory[key] = value


def _asked(label: str) -> Hit | None:
    path = asked_path(without_number(label))
    return Hit(path=path) if path else None


def unwrapped(label: str) -> str:
    """Return a label without what marks it as one: ★ ▶ before it, 2.1 before it, 【】 around it."""
    bare = _BEFORE.sub("", label, count=1).rstrip("？?")
    inner = bare.strip("：: \n")
    return inner[1:-1] if inner[:1] in _MARKS and inner[-1:] in _MARKS and len(inner) > 2 else bare or label


def page_lexicon(options: ReadOptions) -> PageLexicon:
    """Return the labels of pages: ``codes/labels/pages.csv`` first, then those of item lists, then the user's own."""
    return _with(tuple(options.labels.items()), tuple(options.columns.items()))


@functools.lru_cache(maxsize=16)
def _with(labels: tuple[tuple[str, str], ...], columns: tuple[tuple[str, str], ...]) -> PageLexicon:
    given: tuple[Mapping[str, str], ...] = (dict(labels), dict(columns))
    known = lexicon("pages", *ITEM_TABLES)
    for one in given:
        known = known.with_labels(one)
    return PageLexicon(known)
