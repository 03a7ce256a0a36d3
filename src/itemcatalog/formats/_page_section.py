"""A section of a page (栏目) and how its content becomes the value of its label."""

from __future__ import annotations

import re

from attrs import define, field

from itemcatalog.findings import Place
from itemcatalog.formats._headers import Hit
from itemcatalog.formats._page import PageText
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_html_parse import pictured
from itemcatalog.formats._page_lines import by_entry, texts_under_headings, unnumbered
from itemcatalog.formats._page_words import tidy_label
from itemcatalog.formats._record import Cell
from itemcatalog.formats._shapes import LISTS, MAIN

__all__ = [
    "FREE",
    "SITUATION",
    "UNREAD_LABEL",
    "Section",
    "group_cells",
    "linked",
    "state_question",
    "state_section",
    "take_part",
]

SITUATION = re.compile(r"(?:情形[：:](?P<situations>[^；;]+))?[；;]?\s*(?:适用对象[：:](?P<applicants>[^；;]+))?")
# Fields in whose text a label is mostly a word of a sentence.
FREE = frozenset({"conditions", "rights", "scope", "inquiry", "faq", "procedure", "legal_bases", "legal_bases.text"})
UNREAD_LABEL = 10
_TIME = re.compile(r"[0-9]{1,3}\s*个?\s*(?:工作日|自然日|日|天|个月|小时)|即时|当场")
_LINK_PATHS = ("url", "mobile_url", "template", "sample")


@define(slots=True, eq=False)
class Section:
    """栏目: a label that what follows belongs to, until the next one or the end of its scope.

    ``parts`` are the labelled parts below each content text. ``used``: pairs or a table stood in it.
    ``bare``: the label is a mere word, which does not make an empty element of itself.
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

    @property
    def picture(self) -> bool:
        """Whether its content is a picture."""
        return any(one.picture for one in self.content) or pictured(self.origin)

    @property
    def path(self) -> str:
        """The item path of the label; empty for a heading that only groups others."""
        return self.hit.path if self.hit else ""


def take_part(facts: Facts, section: Section, hit: Hit, label: str, value: str, block: PageText) -> bool:
    """Take a label of the entry above it (材料类型 below the name of a material), or the name of the next one."""
    section.used = True
    if section.path not in LISTS or section.path in FREE or section.path == "places" or not value.strip():
        return False
    if hit.path in (section.path, f"{section.path}.{MAIN[section.path]}") and tidy_label(label).endswith("名称"):
        section.content.append(PageText(value.strip(), block.origin, group=section, scope=block.scope))
        section.parts.setdefault(len(section.content) - 1, {})
        return True
    if not hit.path.startswith(f"{section.path}.") or not section.content:
        return False
    name = hit.path[len(section.path) + 1 :]
    shown = linked(hit.path, value.strip(), block.url)
    cell = Cell(value=shown, place=facts.place(block.origin), label=tidy_label(label))
    section.parts.setdefault(len(section.content) - 1, {}).setdefault(name, cell)
    return True


def state_question(facts: Facts, section: Section, question: PageText, answer: str) -> None:
    """State a question and its answer below 常见问题."""
    section.used = True
    facts.provide("faq")
    place = facts.place(question.origin)
    pair = {"question": question.text, "answer": answer}
    facts.row("faq", {key: Cell(value=one, place=place, label=section.label) for key, one in pair.items()})


def _steps(facts: Facts, section: Section) -> None:
    """Take each sub-heading as a step, and the text below it as its time or note."""
    content, section.content = section.content, []
    for one in content:
        if one.level:
            section.content.append(one)
            section.parts.setdefault(len(section.content) - 1, {})
        elif one.text:
            part = section.parts[len(section.content) - 1]
            name = "limit" if _TIME.fullmatch(one.text) and "limit" not in part else "note"
            before = f"{part[name].value}\n" if name in part else ""
            part[name] = Cell(value=before + one.text, place=facts.place(one.origin), label=section.label)


def _state_entries(facts: Facts, section: Section, hit: Hit) -> None:
    """State a list whose entries have labels of their own below their names."""
    facts.provide(hit.path)
    names = unnumbered([one.text for one in section.content])
    for at, (name, one) in enumerate(zip(names, section.content, strict=True)):
        cell = Cell(value=name, place=facts.place(one.origin), label=section.label)
        parts = section.parts.get(at, {})
        for part in parts:
            facts.provide(f"{hit.path}.{part}")
        facts.row(hit.path, {MAIN[hit.path]: cell} | parts | group_cells(section.group, cell.place))


def linked(path: str, text: str, url: str | None) -> str:
    """Return the address of a link where the field is an address and the text is only its name."""
    return url if url and path.rpartition(".")[2] in _LINK_PATHS and "://" not in text else text


def state_section(facts: Facts, section: Section) -> None:
    """State the content of a section as the value of its label; of a list, one entry for each list entry."""
    hit = section.hit
    if section.path == "procedure" and texts_under_headings(section.content):
        _steps(facts, section)
    if section.parts and hit is not None:
        _state_entries(facts, section, hit)
        return
    texts = [one for one in section.content if one.text]
    if all(one.level for one in texts):
        texts = []
    if hit is None:
        if texts and section.level != 1 and len(section.label) <= UNREAD_LABEL * 2:
            facts.unknown(section.label, "\n".join(one.text for one in texts))
        return
    scripted = not texts and (section.scripted or any(one.scripted for one in section.content))
    if not texts and not scripted:
        if not section.used and not section.bare:
            facts.blank(hit, section.label, section.picture)
        return
    origin = texts[0].origin if texts else section.origin
    url = next((one.url for one in texts if one.url), None)
    value: object = linked(hit.path, "\n".join(one.text for one in texts), url)
    if hit.path in LISTS and len(texts) > 1 and all(one.group is not None for one in texts):
        value = unnumbered(by_entry(hit.path, texts))
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
