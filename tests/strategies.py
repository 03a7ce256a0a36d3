"""Strategies for property tests that all rooms share: ``items()`` gives any item that a document can hold."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from itemcatalog.model import RUNTIME_FIELDS, UNCOMMITTED, UNITS, Item, Limit, LimitState

__all__ = ["fractions", "items", "json_values", "limits", "nouns", "texts"]

# Characters that offices write, with those that markup and tables stumble over; none that no format can hold.
_LETTERS = "甲乙丙设立许可证明材料一二（）《》、，。；：0123456789ABCXYabc <>&\"'=+-@|/\\^#%{}[]𠮷䶮㛃·—…\n\t"


def texts(min_size: int = 1, max_size: int = 12) -> st.SearchStrategy[str]:
    """Texts without white space at their ends."""
    written = st.text(_LETTERS, min_size=min_size, max_size=max_size).map(str.strip)
    return written.filter(lambda text: len(text) >= min_size)


def json_values() -> st.SearchStrategy[Any]:
    """Any value that JSON holds, three levels deep at most."""
    plain = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | texts(0)

    def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.lists(inner, max_size=2) | st.dictionaries(texts(), inner, max_size=2)

    return st.recursive(plain, nested, max_leaves=4)


def fractions() -> st.SearchStrategy[Fraction]:
    """Exact numbers of a limit or an amount: whole, decimal and others."""
    whole = st.integers(0, 10**6).map(Fraction)
    parts = st.builds(Fraction, st.integers(0, 10**6), st.sampled_from([2, 3, 7, 10, 100]))
    return whole | parts


@st.composite
def limits(draw: st.DrawFn) -> Limit:
    """A limit: one number of a unit, or one state."""
    others: dict[str, Any] = {name: draw(st.none() | texts()) for name in ("note", "raw", "kind")} | {
        name: draw(_words()) for name in ("excludes", "situations", "applicants")
    }
    if draw(st.booleans()):
        return Limit(value=draw(fractions()), unit=draw(st.sampled_from(UNITS)), **others)
    return Limit(state=draw(st.sampled_from(LimitState)), **others)


def items() -> st.SearchStrategy[Item]:
    """Items with any of their fields stated; without what a reader sets (channel, id, place)."""
    return nouns(Item)


def nouns(cls: type) -> st.SearchStrategy[Any]:
    """Nouns of a class of the model, each field absent or stated."""
    return limits() if cls is Limit else _noun(cls)


@functools.cache
def _noun(cls: type) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(cls)
    fields = [a for a in attrs.fields(cls) if not (cls is Item and a.name in RUNTIME_FIELDS)]
    required = {a.name: _of_type(hints[a.name]) for a in fields if a.default is attrs.NOTHING}
    optional = {a.name: _of_type(hints[a.name]) for a in fields if a.default is not attrs.NOTHING}
    chosen = st.lists(st.sampled_from(sorted(optional)), max_size=6, unique=True) if optional else st.just([])

    @st.composite
    def build(draw: st.DrawFn) -> Any:
        values = {name: draw(strategy) for name, strategy in required.items()}
        values |= {name: draw(optional[name]) for name in draw(chosen)}
        return cls(**values)

    return build()


def _words() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(texts(), max_size=2).map(tuple)


def _of_type(kind: Any) -> st.SearchStrategy[Any]:
    """Return values of a field's type; the value None of an optional field is left to its default."""
    options = [option for option in typing.get_args(kind) if option is not type(None)]
    if isinstance(kind, types.UnionType):
        if set(options) == {int, str}:
            return st.integers(0, 99) | st.just(UNCOMMITTED)
        return _of_type(options[0])
    if typing.get_origin(kind) is tuple:
        return st.lists(_of_type(options[0]), max_size=2).map(tuple)
    if typing.get_origin(kind) is Mapping:
        return st.dictionaries(texts(), json_values(), max_size=2)
    simple: Mapping[Any, st.SearchStrategy[Any]] = {
        str: texts(),
        int: st.integers(0, 999),
        bool: st.booleans(),
        date: st.dates(date(1949, 10, 1), date(2100, 12, 31)),
        Fraction: fractions(),
    }
    return simple[kind] if kind in simple else nouns(kind)
