"""A section of a page (栏目) and how its content becomes the value of its label."""

from __future__ import annotations

import re

from attrs import define, field

from itemcatalog.findings import Place
from itemcatalog.formats._headers import Hit
from itemcatalog.formats._page import PageText
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._record import Cell
from itemcatalog.formats._shapes import LISTS, MAIN

__all__ = ["SITUATION", "UNREAD_LABEL", "Section", "group_cells", "linked", "state_section"]

SITUATION = re.compile(r"(?:情形[：:](?P<situations>[^；;]+))?[；;]?\s*(?:适用对象[：:](?P<applicants>[^；;]+))?")
_NUMBER = re.compile(r"[(（]?(?P<number>[0-9]{1,2})(?:[)）][、.．]?|[、.．])\s*(?=\S)(?![0-9])")
UNREAD_LABEL = 10
_LINK_PATHS = ("url", "mobile_url", "template", "sample")


@define(slots=True, eq=False)
class Section:
    """栏目: a label that what follows belongs to, until the next one or the end of its scope."""

    label: str
    hit: Hit | None
    origin: object
    level: int = 0
    scope: object = None
    group: str = ""
    content: list[PageText] = field(factory=list)
    scripted: bool = False

    @property
    def path(self) -> str:
        """The item path of the label; empty for a heading that only groups others."""
        return self.hit.path if self.hit else ""


def _unnumbered(texts: list[str]) -> list[str]:
    """Take the numbers off the entries of a list where they count from one."""
    found = [_NUMBER.match(text) for text in texts]
    numbers = [int(hit["number"]) if hit else 0 for hit in found]
    if numbers != list(range(1, len(texts) + 1)):
        return texts
    return [text[hit.end() :] for text, hit in zip(texts, found, strict=True) if hit]


def linked(path: str, text: str, url: str | None) -> str:
    """Return the address of a link where the field is an address and the text is only its name."""
    wants = path.rpartition(".")[2] in _LINK_PATHS
    return url if wants and url and "://" not in text else text


def state_section(facts: Facts, section: Section) -> None:
    """State the content of a section as the value of its label; of a list, one entry for each list entry."""
    hit = section.hit
    texts = [one for one in section.content if one.text]
    if all(one.level for one in texts):
        texts = []
    if hit is None:
        if texts and section.level != 1 and len(section.label) <= UNREAD_LABEL * 2:
            facts.unknown(section.label, "\n".join(one.text for one in texts))
        return
    scripted = not texts and (section.scripted or any(one.scripted for one in section.content))
    if not texts and not scripted:
        return
    origin = texts[0].origin if texts else section.origin
    url = next((one.url for one in texts if one.url), None)
    value: object = linked(hit.path, "\n".join(one.text for one in texts), url)
    if hit.path in LISTS and len(texts) > 1 and all(one.group is not None for one in texts):
        value = _unnumbered([one.text for one in texts])
    if hit.path in LISTS and section.group and texts:
        facts.provide(hit.path)
        for one in texts if isinstance(value, list) else texts[:1]:
            facts.row(hit.path, _grouped_entry(facts, hit.path, one, section, value))
        return
    facts.state(hit, section.label, value, origin, scripted=scripted)


def _grouped_entry(facts: Facts, path: str, one: PageText, section: Section, value: object) -> dict[str, Cell]:
    place = facts.place(one.origin)
    text = one.text if isinstance(value, list) else str(value)
    return {MAIN[path]: Cell(value=text, place=place, label=section.label)} | group_cells(section.group, place)


def group_cells(group: str, place: object) -> dict[str, Cell]:
    """Return the cells that say for which situations and applicants an entry holds."""
    found = SITUATION.fullmatch(group)
    if not group or found is None:
        return {}
    where = place if isinstance(place, Place) else Place()
    return {
        name: Cell(value=[part.strip() for part in words.split("、") if part.strip()], place=where, label=name)
        for name, words in found.groupdict().items()
        if words
    }
