"""What every section builder works with: the item, the words of the profile, grouping and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Protocol, TypeVar

from attrs import define, field

from itemcatalog.model import Item, Limit
from itemcatalog.sections._blocks import Block, Cell, Pairs
from itemcatalog.sections._profile import Profile

__all__ = ["NOTHING", "Content", "Draft", "is_none", "link", "money", "visit_rows", "web"]

_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"'\\]+", re.IGNORECASE)
_NONE_WORDS = frozenset({"无", "没有", "暂无", "不适用", "不涉及", "/", "-", "—", "——", "N/A"})


class Scoped(Protocol):
    """An entry that may hold for some situations and applicants only."""

    @property
    def situations(self) -> tuple[str, ...]: ...

    @property
    def applicants(self) -> tuple[str, ...]: ...


_Entry = TypeVar("_Entry", bound=Scoped)


@define(frozen=True, slots=True, kw_only=True)
class Content:
    """栏目内容: the blocks of a filled section, or ``none`` when the data says that there is none."""

    blocks: tuple[Block, ...] = ()
    none: bool = False
    gaps: tuple[str, ...] = ()


# The answer of a builder whose element the data explicitly denies.
NOTHING = Content(none=True)


@define(slots=True, kw_only=True)
class Draft:
    """草稿: one item on its way into the words of one profile."""

    item: Item
    profile: Profile
    final: bool = False
    gaps: dict[str, None] = field(factory=dict)

    def gap(self, label: str) -> Cell:
        """Return the words for an element that the data does not state, and note it."""
        self.gaps[label] = None
        return Cell(self.profile.say("unstated" if self.final else "missing"), None, True)

    def pairs(self, rows: Iterable[tuple[str, Cell | str | None]], heading: str | None = None) -> Pairs | None:
        """Return label and value pairs without those that the data does not state; None when none is left."""
        kept = tuple((label, Cell(cell) if isinstance(cell, str) else cell) for label, cell in rows if cell)
        return Pairs(rows=kept, heading=heading) if kept else None

    def yes_no(self, value: bool | None) -> str | None:
        """Return the profile's word for a flag; None when it is not stated."""
        return None if value is None else self.profile.say("yes" if value else "no")

    def grouped(self, entries: Sequence[_Entry]) -> list[tuple[str | None, list[_Entry]]]:
        """Return the entries by situation and applicant, in the order of their first entry, each with its heading."""
        groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[_Entry]] = {}
        for entry in entries:
            groups.setdefault((entry.situations, entry.applicants), []).append(entry)
        if len(groups) == 1 and ((), ()) in groups:
            return [(None, list(entries))]
        every = self.profile.say("every_case")
        return [(self.heading(group[0]) or every, group) for group in groups.values()]

    def heading(self, entry: Scoped) -> str | None:
        """Return for which situations and applicants an entry holds; None when for all."""
        situations, applicants = entry.situations, entry.applicants
        names = {one.id: one.name or one.id for one in self.item.situations}
        parts = []
        if situations:
            parts.append(self.profile.say("situation", names="、".join(names.get(one, one) for one in situations)))
        if applicants:
            parts.append(self.profile.say("applicant", names="、".join(applicants)))
        return "；".join(parts) or None

    def limit(self, limit: Limit, phrase: str) -> str:
        """Return a limit in words: its state, or the profile's phrase around its number, with what lies outside it."""
        if limit.instant:
            words = self.profile.say("instant")
        elif limit.none:
            words = self.profile.say("no_statutory_limit")
        elif limit.value is None or not limit.unit:
            return limit.raw or str(limit)
        else:
            words = self.profile.say(phrase, limit=str(limit)) if limit.value else str(limit)
        return f"{words}（不含{'、'.join(limit.excludes)}）" if limit.excludes else words


def visit_rows(draft: Draft) -> list[tuple[str, Cell | str | None]]:
    """Return the visits in all and by way of applying, with the reason for them."""
    stated = draft.item.visits
    rows: list[tuple[str, Cell | str | None]] = [
        (label, _count(draft, getattr(stated, path))) for label, path in _VISITS
    ]
    return [*rows, ("必须到现场原因", stated.reason)]


_VISITS = (("到办事现场次数", "total"), ("网上办理到现场次数", "online"), ("窗口办理到现场次数", "window"))


def _count(draft: Draft, value: int | str | None) -> str | None:
    if value is None:
        return None
    return draft.profile.say("visits", count=value) if isinstance(value, int) else draft.profile.say("uncommitted")


def link(text: str, address: str | None) -> Cell | None:
    """Return a link where the address is one a page may point to, else the address as plain text."""
    if not address:
        return None
    address = address.strip()
    return Cell(text, address) if _LINK.fullmatch(address) else Cell(address)


def web(address: str | None) -> Cell | None:
    """Return an address that is shown in full."""
    return link(address.strip(), address) if address else None


def is_none(text: str) -> bool:
    """Return True when a source wrote nothing but that there is none."""
    return text.strip(" \t\r\n\u3000。.；;") in _NONE_WORDS


def money(amount: Fraction) -> str:
    """Return an amount as a plain number."""
    return str(Limit(value=amount))
