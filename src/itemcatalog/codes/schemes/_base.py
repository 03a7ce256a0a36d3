"""What a scheme of codes is, and an immutable set of schemes."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define

from itemcatalog.codes._clean import canonical
from itemcatalog.codes._model import ItemCode
from itemcatalog.codes._tables import entry
from itemcatalog.errors import UsageError
from itemcatalog.findings import Text

__all__ = ["Scheme", "SchemeSet"]


@define(frozen=True, slots=True, kw_only=True, eq=False)
class Scheme:
    """编码方案: a grammar of codes with its own tables of types, levels and departments.

    ``read`` turns a raw text into the readings that fit the grammar, best first (none when it does not fit);
    ``explain`` tells the segments of a damaged text apart as far as it can, or returns None when the text does
    not look like a code of the scheme. ``shapes`` says in words which lengths or shapes the scheme knows;
    ``types`` is its table of types in ``codes/schemes/``. ``lengths`` are those that ``read`` can answer for,
    without blanks and hyphens; None = any.
    """

    id: str
    title: Text
    shapes: Text
    read: Callable[[str], tuple[ItemCode, ...]]
    explain: Callable[[str], ItemCode | None]
    types: str | None = None
    lengths: frozenset[int] | None = None

    def may_fit(self, length: int) -> bool:
        """Return whether a text of so many characters, blanks and hyphens not counted, can be a code at all."""
        return self.lengths is None or length in self.lengths

    def type_name(self, value: str) -> str | None:
        """Return what a type code means in this scheme (``20`` is 公共服务 nationally, 其他行政权力 in Guangdong)."""
        found = entry(canonical(value), "schemes", self.types) if self.types else None
        return found.name if found else None


@define(frozen=True, slots=True)
class SchemeSet:
    """编码方案集: schemes in the order in which they are preferred; never changed, only made anew."""

    schemes: tuple[Scheme, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of the schemes, in order of preference."""
        return tuple(scheme.id for scheme in self.schemes)

    def get(self, name: str) -> Scheme:
        """Return the scheme of that name; raise ``UsageError`` when there is none."""
        for scheme in self.schemes:
            if scheme.id == name:
                return scheme
        raise UsageError(f"没有编码方案 {name}；可用：{'、'.join(self.ids)}")

    def with_scheme(self, scheme: Scheme) -> SchemeSet:
        """Return a new set with one more scheme, or with the one of the same name replaced."""
        kept = tuple(one for one in self.schemes if one.id != scheme.id)
        return SchemeSet((*kept, scheme))
