"""A section of a page (栏目): a label with what stands below it, and what belongs to it."""

from __future__ import annotations

from attrs import define, field

from itemcatalog.formats._headers import Hit
from itemcatalog.formats._page import PageText
from itemcatalog.formats._page_html_parse import pictured
from itemcatalog.formats._page_lines import (
    begins_count,
    follows,
    goes_on,
    numbering,
)
from itemcatalog.formats._record import Cell
from itemcatalog.formats._shapes import LISTS

__all__ = [
    "FREE",
    "TEXT",
    "UNREAD_LABEL",
    "Section",
    "answers",
    "continues",
    "counts_on",
    "ends_list",
    "is_entry",
    "leaves",
]

# Fields in whose text a label is mostly a word of a sentence.
FREE = frozenset({"conditions", "rights", "scope", "inquiry", "faq", "procedure", "legal_bases", "legal_bases.text"})
UNREAD_LABEL = 10
# The level of a section that a mere text opened.
TEXT = 7


@define(slots=True, eq=False)
class Section:
    """栏目: a label that what follows belongs to, until the next one or the end of its scope.

    ``parts`` are the labelled parts below each content text. ``used``: pairs or a table stood in it.
    ``within``: the list that the label itself stands in. ``strict``: only what is numbered goes on in it.
    ``bare``: the label is a mere word, which does not make an empty element of itself. ``mark``: how it is drawn.
    """

    label: str
    hit: Hit | None
    origin: object
    level: int = 0
    scope: object = None
    group: str = ""
    content: list[PageText] = field(factory=list)
    scripted: bool = False
    used: bool = False
    bare: bool = False
    parts: dict[int, dict[str, Cell]] = field(factory=dict)
    within: object = None
    strict: bool = False
    mark: object = None

    @property
    def picture(self) -> bool:
        """Whether its content is a picture."""
        return any(one.picture for one in self.content) or pictured(self.origin)

    @property
    def path(self) -> str:
        """The item path of the label; empty for a heading that only groups others."""
        return self.hit.path if self.hit else ""


def ends_list(section: Section, block: PageText) -> bool:
    """Whether a text stands beside the label of a section in one list, behind a list of its own below that label."""
    around = section.within
    above = section.content[-1].group if section.content else None
    return around is not None and block.group is around and above is not None and above is not around


def answers(section: Section | None, hit: Hit) -> bool:
    """Whether a text that is a label too is the answer to the label above it: 是否收费 / 收费."""
    if section is None or section.content or not section.hit or section.level != TEXT:
        return False
    return hit.path.partition(".")[0] == section.path.partition(".")[0] and "." in section.path


def counts_on(section: Section, text: str) -> bool:
    """Whether a text is numbered as the next entry of a list, and not as the label of the list is."""
    if section.path not in LISTS or follows(text, section.label):
        return False
    return goes_on(section.content[-1].text, text) if section.content else begins_count(text)


def is_entry(section: Section, block: PageText, hit: Hit) -> bool:
    """Whether ``主办单位：营业执照`` is an entry of an open list: it stands in its list, or its number goes on."""
    if not hit.path.startswith("authority"):
        return False
    in_list = section.path in LISTS and block.group not in (None, section.within)
    return in_list or counts_on(section, block.text)


def continues(section: Section, block: PageText) -> bool:
    """Whether a text goes on with what stood behind a label: it is numbered, or that ended with ： ； 、 or a comma."""
    last = section.content[-1].text.rstrip() if section.content else ""
    return numbering(block.text) != "" or last.endswith(("：", ":", "；", ";", "、", "，", ","))


def leaves(section: Section, hit: Hit, label: str) -> bool:
    """Whether a pair ends the section that it stands in: it is numbered alike, or speaks of another element."""
    if follows(label, section.label):
        return True
    other = hit.path.partition(".")[0] != section.path.partition(".")[0]
    return section.level == TEXT and bool(section.content) and other and hit.of_item
