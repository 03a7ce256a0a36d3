"""The lexicon of headers and labels (表头词典): what a column, a label or an element is called → item path."""

from __future__ import annotations

import csv
import functools
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import define

from itemcatalog import _shipped
from itemcatalog.text import normalise

__all__ = ["EXTRA", "IGNORED", "ITEM_TABLES", "Hit", "Lexicon", "item_lexicon", "lexicon", "table"]

# Paths that are no field: a column that is only numbered, and one whose text is kept as it is.
IGNORED = "-"
EXTRA = "extra"

ITEM_TABLES = ("items", "parts", "national_task", "fujian_service", "portal_keys")
_LIMITS = ("statutory_limit", "promised_limit", "promised_limit?")
_NUMBERING = re.compile(r"^(?:[*★☆●]+|\(?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[).,]+)")
_QUOTES = re.compile("[\"'“”‘’「」]")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LAST_BRACKET = re.compile(r"([^()]+)\(([^()]+)\)")
_UNIT = re.compile("工作日|自然日|日历日|小时|分钟|月|年|天|日")
_TAIL = re.compile(r"(?:个?工作日|个?自然日|天)$")


@define(frozen=True, slots=True, kw_only=True)
class Hit:
    """命中: the item path of a header and the unit that the header itself states (``（工作日）``)."""

    path: str
    unit: str | None = None

    @property
    def of_item(self) -> bool:
        """Whether the path is an element of an item, and not ``-`` or ``extra``."""
        return self.path not in (IGNORED, EXTRA)


class Lexicon:
    """表头词典: labels → paths, compared in normal form; immutable."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        keys = {normalise(label): path for label, path in labels.items()}
        self._labels: dict[str, str] = {_squeezed(key): path for key, path in keys.items() if key.isascii()} | keys

    def with_labels(self, labels: Mapping[str, str]) -> Lexicon:
        """Return a lexicon in which these labels come first."""
        if not labels:
            return self
        extended = Lexicon(labels)
        extended._labels = self._labels | extended._labels
        return extended

    @property
    def of_items(self) -> bool:
        """Whether it names the columns of item lists; a table of other things calls its own names what it likes."""
        return self._labels.get("事项名称") == "name"

    def words_for(self, paths: frozenset[str]) -> frozenset[str]:
        """Return the labels of these paths that no cell of an item says: 事项名称, 许可事项名称 …"""
        return frozenset(label for label, path in self._labels.items() if path in paths and label.endswith("事项名称"))

    def find(self, label: str) -> Hit | None:
        """Return what one label means: as it is, without number and marks, and without what stands in brackets.

        What stands in brackets at its end may be the word before it: 办理时限（法定） is 法定办理时限.
        """
        key: str = normalise(label)
        path = next((self._labels[form] for form in _forms(key) if form in self._labels), None)
        if path is None or path.startswith("@"):
            return None
        return Hit(path=path, unit=_unit(key) if path in _LIMITS else None)

    def resolve(self, levels: Sequence[str]) -> Hit | None:
        """Return what a header of several lines means, from the upper line to the lower one."""
        *above, last = levels
        for upper in reversed(above):
            hit = self._part(upper, last) or self.find(last + upper) or self.find(upper + last)
            if hit is not None:
                return self._with_unit(hit, levels)
        found = self.find(last)
        return self._with_unit(found, levels) if found is not None else None

    def is_part(self, upper: str, lower: str) -> bool:
        """Whether a label only means something under the label above it (法定办结时限 / 单位)."""
        return self._part(upper, lower) is not None

    def _part(self, upper: str, lower: str) -> Hit | None:
        keys = [*_forms(normalise(upper))]
        parents = [self._labels.get(f"@{key}") for key in keys] + [self._labels.get(key) for key in keys]
        for parent in parents:
            for form in _forms(normalise(lower)):
                path = self._labels.get(f"{(parent or '').upper()}/{form}") if parent else None
                if path is not None:
                    return Hit(path=path)
        return None

    def _with_unit(self, hit: Hit, levels: Iterable[str]) -> Hit:
        if hit.path not in _LIMITS or hit.unit is not None:
            return hit
        return Hit(path=hit.path, unit=next((unit for one in levels if (unit := _unit(normalise(one)))), None))


def _forms(key: str) -> tuple[str, ...]:
    """Return the ways in which a label may stand in the table, the exact one first."""
    bare = _QUOTES.sub("", _NUMBERING.sub("", key)).rstrip(":*.,;")
    ending = _LAST_BRACKET.fullmatch(bare)
    turned = f"{ending.group(2)}{ending.group(1)}" if ending is not None else bare
    plain = bare
    while (shorter := _BRACKETS.sub("", plain)) != plain:
        plain = shorter
    plain = plain.rstrip(":*.,;/")
    if key.isascii():
        return tuple(dict.fromkeys((key, bare, plain, _squeezed(key))))
    return tuple(dict.fromkeys((key, bare, turned, plain, _TAIL.sub("", plain).rstrip("/"))))


def _squeezed(key: str) -> str:
    """Return a Latin name without underscores and hyphens: task_name, taskName and TASKNAME are one column."""
    return key.replace("_", "").replace("-", "")


def _unit(key: str) -> str | None:
    """Return the unit that a header states in brackets or at its end."""
    for text in (*_BRACKETS.findall(key), _tail(key)):
        found = _UNIT.search(text)
        if found is not None:
            return found.group()
    return None


def _tail(key: str) -> str:
    found = _TAIL.search(_BRACKETS.sub("", key))
    return found.group() if found is not None else ""


@functools.cache
def table(name: str) -> Mapping[str, str]:
    """Return label → path of one table of ``codes/labels`` (``items``, ``national_material`` …), as written."""
    rows = csv.DictReader(io.StringIO(_shipped.text("codes", "labels", f"{name}.csv")))
    return {row["label"]: row["path"] for row in rows}


@functools.cache
def lexicon(*names: str) -> Lexicon:
    """Return the lexicon of these tables; of one label in two tables the first table counts."""
    merged: dict[str, str] = {}
    for name in reversed(names):
        merged |= table(name)
    return Lexicon(merged)


def item_lexicon(labels: Mapping[str, str], columns: Mapping[str, str]) -> Lexicon:
    """Return the lexicon of item lists with what a workspace adds (``[labels]``, then ``[channel.columns]``)."""
    return lexicon(*ITEM_TABLES).with_labels(labels).with_labels(columns)
