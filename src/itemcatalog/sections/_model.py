"""A guide before it has a form: its ordered sections, each filled, explicitly none, or missing."""

from __future__ import annotations

import enum
from datetime import date

from attrs import define, field

from itemcatalog.sections._blocks import Block, Cell

__all__ = ["GuideSections", "Section", "State"]

_DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")


class State(enum.StrEnum):
    """栏目状态: filled · none (the data says that there is none) · missing (the data does not say)."""

    FILLED = "filled"
    NONE = "none"
    MISSING = "missing"


@define(frozen=True, slots=True, kw_only=True)
class Section:
    """栏目: one named part of a guide. A section that is not filled has one paragraph with the words for it.

    ``gaps`` names the elements inside a filled section that the data does not state
    (法定办结时限 …); it does not count in comparing.
    """

    id: str
    title: str
    number: int
    state: State
    mandatory: bool
    blocks: tuple[Block, ...]
    gaps: tuple[str, ...] = field(default=(), eq=False)

    @property
    def numeral(self) -> str:
        """The number of the section as a heading writes it: 一, 十, 二十三."""
        tens, ones = divmod(self.number, 10)
        return f"{_DIGITS[tens] if tens > 1 else ''}{'十' if tens else ''}{_DIGITS[ones]}"

    @property
    def missing(self) -> bool:
        """True when the data does not state this section at all."""
        return self.state is State.MISSING


@define(frozen=True, slots=True, kw_only=True)
class GuideSections:
    """办事指南栏目: the sections of one item in the order of one profile.

    ``name`` is what sets the guide apart from those of sister items (``guide_name``), ``title`` that with the words of
    the profile. ``code`` is the most precise number of the item, ``item_hash`` the hash of its data (``item_hash``),
    ``date`` the item's own date (updated, else published, else effective); ``url`` the online address.
    """

    profile: str
    title: str
    name: str
    code: str | None
    code_label: str | None
    item_id: str
    item_hash: str
    date: date | None
    authority: str | None
    url: str | None
    sections: tuple[Section, ...]

    @property
    def missing(self) -> tuple[Section, ...]:
        """The mandatory sections that the data does not state: a final guide may not have any."""
        return tuple(s for s in self.sections if s.mandatory and s.missing)

    def section(self, section_id: str) -> Section | None:
        """Return the section of that id."""
        return next((s for s in self.sections if s.id == section_id), None)

    @property
    def head(self) -> tuple[tuple[str, Cell], ...]:
        """The lines under the title: its number, 实施主体 and 更新日期, as far as stated."""
        date_text = self.date.isoformat() if self.date else None
        lines = ((self.code_label or "", self.code), ("实施主体", self.authority), ("更新日期", date_text))
        return tuple((label, Cell(text)) for label, text in lines if text)
