"""A section of a page (栏目) and how its content becomes the value of its label."""

from __future__ import annotations

import re

from attrs import define, field

from itemcatalog.formats._entry_texts import entries_of_text
from itemcatalog.formats._grammar import split_list
from itemcatalog.formats._headers import Hit
from itemcatalog.formats._page import PageText
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_html_parse import pictured
from itemcatalog.formats._page_lines import (
    begins_count,
    bold_as_headings,
    by_entry,
    follows,
    goes_on,
    numbering,
    texts_under_headings,
    unnumbered,
)
from itemcatalog.formats._page_materials import count_and_asides, counted, with_asides, without_headings
from itemcatalog.formats._page_situations import group_cells
from itemcatalog.formats._page_words import tidy_label
from itemcatalog.formats._record import Cell
from itemcatalog.formats._shapes import LISTS, MAIN

__all__ = [
    "FREE",
    "UNREAD_LABEL",
    "Section",
    "answers",
    "continues",
    "counts_on",
    "is_entry",
    "leaves",
    "linked",
    "name_place",
    "note_blank",
    "state_question",
    "state_section",
    "take_part",
]

# Fields in whose text a label is mostly a word of a sentence.
FREE = frozenset({"conditions", "rights", "scope", "inquiry", "faq", "procedure", "legal_bases", "legal_bases.text"})
UNREAD_LABEL = 10
_TIME = re.compile(r"[0-9]{1,3}\s*个?\s*(?:工作日|自然日|日|天|个月|小时)|即时|当场")
_ADDRESS = re.compile(r"[0-9]号|[路街道巷]|[0-9]楼|大厦")
_LONGEST_NAME = 30
# What remains below limits that were read by their own labels is a remark.
_LIMITS = ("promised_limit?", "promised_limit", "statutory_limit")
# The level of a section that a mere text opened.
_TEXT = 7
_LINK_PATHS = ("url", "mobile_url", "template", "sample")


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


def note_blank(section: Section | None, block: PageText) -> None:
    """Note a blank that a script fills, or a picture, where nothing else stands in the section."""
    if section and not section.content:
        section.scripted = section.scripted or block.scripted
        if block.picture:
            section.content.append(block)


def answers(section: Section | None, hit: Hit) -> bool:
    """Whether a text that is a label too is the answer to the label above it: 是否收费 / 收费."""
    if section is None or section.content or not section.hit or section.level != _TEXT:
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
    return section.level == _TEXT and bool(section.content) and other and hit.of_item


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
    shown, said = count_and_asides(shown) if section.path == "materials" else (shown, {})
    entry = section.parts.setdefault(len(section.content) - 1, {})
    for part, text in {name: shown, **said}.items():
        entry.setdefault(part, Cell(value=text, place=facts.place(block.origin), label=tidy_label(label)))
    return True


def name_place(facts: Facts, section: Section, hit: Hit) -> None:
    """Take what stands above the labels of a place as its name, unless it is an address itself."""
    texts = [one for one in section.content if one.text]
    if section.path != "places" or hit.path.partition(".")[0] != "places" or len(texts) != 1:
        return
    if len(texts[0].text) <= _LONGEST_NAME and not _ADDRESS.search(texts[0].text):
        section.content.clear()
        facts.state(Hit(path="places.name"), section.label, texts[0].text, texts[0].origin)


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
        entry = {MAIN[hit.path]: cell} | parts
        entry = counted(entry) if hit.path == "materials" else entry
        facts.row(hit.path, entry | group_cells(section.group, cell.place))


def linked(path: str, text: str, url: str | None) -> str:
    """Return the address of a link where the field is an address and the text is only its name."""
    return url if url and path.rpartition(".")[2] in _LINK_PATHS and "://" not in text else text


def state_section(facts: Facts, section: Section) -> None:
    """State the content of a section as the value of its label; of a list, one entry for each list entry."""
    hit = section.hit
    if not section.content and not section.scripted:
        _state_nothing(facts, section)
        return
    if section.path == "procedure":
        section.content = bold_as_headings([one for one in section.content if not one.text.isdigit()])
        if texts_under_headings(section.content):
            _steps(facts, section)
    elif section.path == "materials":
        section.content = without_headings(section.content, named=bool(section.parts))
        if not section.parts:
            _asides(facts, section)
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
        _state_nothing(facts, section)
        return
    if not (section.used and hit.path in _LIMITS and not any(map(_counts, texts))):
        _state_texts(facts, section, hit, texts, scripted=scripted)


def _counts(block: PageText) -> bool:
    return any(character.isdigit() for character in block.text)


def _state_nothing(facts: Facts, section: Section) -> None:
    """Note a label with nothing below it; one that was not understood is listed, since it may have been a text."""
    if section.hit is None:
        if section.level == _TEXT and not section.used:
            facts.unknown(section.label, "")
    elif not section.used and not section.bare:
        facts.blank(section.hit, section.label, section.picture)


def _state_texts(facts: Facts, section: Section, hit: Hit, texts: list[PageText], *, scripted: bool) -> None:
    origin = texts[0].origin if texts else section.origin
    url = next((one.url for one in texts if one.url), None)
    value: object = linked(hit.path, "\n".join(one.text for one in texts), url)
    if hit.path in LISTS and len(texts) > 1 and all(one.group is not None for one in texts):
        value = unnumbered(by_entry(hit.path, texts))
    if hit.path in LISTS and section.group and texts:
        facts.provide(hit.path)
        entries = value if isinstance(value, list) else split_list(str(value))
        for at, one in enumerate(entries):
            spot = texts[min(at, len(texts) - 1)] if len(entries) == len(texts) else texts[0]
            facts.row(hit.path, _grouped_entry(facts, hit.path, str(one), section, spot))
        return
    facts.state(hit, section.label, value, origin, scripted=scripted)


def _grouped_entry(facts: Facts, path: str, text: str, section: Section, spot: PageText) -> dict[str, Cell]:
    place = facts.place(spot.origin)
    values: dict[str, object] = {MAIN[path]: text}
    if path == "materials":
        (found,) = entries_of_text(path, text)[:1]
        counted = {"name": found.name, "originals": found.originals, "copies": found.copies}
        values = {name: value for name, value in counted.items() if value is not None}
    cells = {name: Cell(value=value, place=place, label=section.label) for name, value in values.items()}
    return cells | group_cells(section.group, place)


def _asides(facts: Facts, section: Section) -> None:
    """Give each material what stands beside or below its name: copies, necessity, form."""
    entries = with_asides([one for one in section.content if one.text])
    if not entries or any(one.level for one, _ in entries):
        return
    section.content = [one for one, _ in entries]
    for at, (one, said) in enumerate(entries):
        place = facts.place(one.origin)
        section.parts[at] = {name: Cell(value=text, place=place, label=section.label) for name, text in said.items()}
