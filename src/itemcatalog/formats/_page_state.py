"""How the content of a section (栏目内容) becomes the value of its label: one value, or an entry for each of a list."""

from __future__ import annotations

import re

import attrs

from itemcatalog.formats._entry_texts import entries_of_text
from itemcatalog.formats._grammar import split_list
from itemcatalog.formats._headers import EXTRA, Hit
from itemcatalog.formats._page import PageText
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_lines import (
    bold_as_headings,
    by_entry,
    labelled,
    texts_under_headings,
    unnumbered,
    without_number,
)
from itemcatalog.formats._page_materials import count_and_asides, counted, with_asides, without_headings
from itemcatalog.formats._page_questions import is_question
from itemcatalog.formats._page_section import FREE, TEXT, UNREAD_LABEL, Section
from itemcatalog.formats._page_situations import group_cells
from itemcatalog.formats._page_words import tidy_label
from itemcatalog.formats._record import Cell
from itemcatalog.formats._shapes import LISTS, MAIN

__all__ = ["linked", "name_place", "note_blank", "state_question", "state_section", "take_part"]

_TIME = re.compile(r"[0-9]{1,3}\s*个?\s*(?:工作日|自然日|日|天|个月|小时)|即时|当场")
_ADDRESS = re.compile(r"[0-9]号|[路街道巷]|[0-9]楼|大厦")
_LONGEST_NAME = 30
# What remains below limits that were read by their own labels is a remark.
_LIMITS = ("promised_limit?", "promised_limit", "statutory_limit")
# Beside telephones that were read by their own labels the other words of a section are a remark too.
_CONTACTS = ("consultation", "complaint")
_ANSWER = re.compile(r"^(?:答|A)\s*[：:.]\s*")
_QUESTION = re.compile(r"^(?:问|Q)\s*[0-9]{0,2}\s*[：:.]\s*")
_LINK_PATHS = ("url", "mobile_url", "template", "sample")


def note_blank(section: Section | None, block: PageText) -> None:
    """Note a blank that a script fills, or a picture, where nothing else stands in the section."""
    if section and not section.content:
        section.scripted = section.scripted or block.scripted
        if block.picture:
            section.content.append(block)


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


def _questions(facts: Facts, section: Section) -> bool:
    """State questions with the answers below them; False where the texts do not take turns so."""
    groups: list[list[PageText]] = []
    for one in section.content:
        if is_question(one.text) or not groups:
            groups.append([])
        groups[-1].append(one)
    if not all(len(one) > 1 and is_question(one[0].text) for one in groups):
        return False
    for question, *answers in groups:
        words = _QUESTION.sub("", without_number(question.text))
        answer = _ANSWER.sub("", "\n".join(one.text for one in answers))
        state_question(facts, section, attrs.evolve(question, text=words), answer)
    return True


def linked(path: str, text: str, url: str | None) -> str:
    """Return the address of a link where the field is an address and the text is only its name."""
    return url if url and path.rpartition(".")[2] in _LINK_PATHS and "://" not in text else text


def state_section(facts: Facts, section: Section) -> None:
    """State the content of a section as the value of its label; of a list, one entry for each list entry."""
    hit = section.hit
    if not section.content and not section.scripted:
        _state_nothing(facts, section)
        return
    _tell_entries(facts, section)
    if section.parts and hit is not None:
        _state_entries(facts, section, hit)
        return
    if section.path == "faq" and _questions(facts, section):
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
    if section.used and hit.path in _CONTACTS and hit.path in facts.cells:
        facts.state(Hit(path=EXTRA), section.label, "\n".join(one.text for one in texts), section.origin)
    elif not (section.used and hit.path in _LIMITS and not any(map(_counts, texts))):
        _state_texts(facts, section, hit, texts, scripted=scripted)


def _tell_entries(facts: Facts, section: Section) -> None:
    """Tell the names of steps and materials from what is said of each of them."""
    if section.path == "procedure":
        section.content = bold_as_headings([one for one in section.content if not one.text.isdigit()])
        if texts_under_headings(section.content):
            _steps(facts, section)
        elif not section.parts:
            _timed_steps(facts, section)
    elif section.path == "materials":
        section.content = without_headings(section.content, named=bool(section.parts))
        if not section.parts:
            _asides(facts, section)


def _counts(block: PageText) -> bool:
    return any(character.isdigit() for character in block.text)


def _state_nothing(facts: Facts, section: Section) -> None:
    """Note a label with nothing below it; one that was not understood is listed, since it may have been a text."""
    if section.hit is None:
        if section.level == TEXT and not section.used:
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
        if hit.path == "materials":
            entry = counted(_material(section, cell) | parts)
        facts.row(hit.path, entry | group_cells(section.group, cell.place))


def _grouped_entry(facts: Facts, path: str, text: str, section: Section, spot: PageText) -> dict[str, Cell]:
    place = facts.place(spot.origin)
    cell = Cell(value=text, place=place, label=section.label)
    cells = _material(section, cell) if path == "materials" else {MAIN[path]: cell}
    return cells | group_cells(section.group, place)


def _material(section: Section, cell: Cell) -> dict[str, Cell]:
    """Tell the name of a material from the copies that its text counts behind it."""
    found, *more = entries_of_text("materials", str(cell.value)) or [None]
    if found is None or more:
        return {"name": cell}
    values = {"name": found.name, "originals": found.originals, "copies": found.copies, "kind": found.kind}
    return {name: attrs.evolve(cell, value=value) for name, value in values.items() if value is not None}


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


def _timed_steps(facts: Facts, section: Section) -> None:
    """Tell the entries of a list into steps and their times where some of them are such (受理：1个工作日)."""
    pairs = [labelled(one.text) or ("", "") for one in section.content]
    timed = [_TIME.fullmatch(time.strip("。；; ")) is not None for _, time in pairs]
    if not any(timed) or any(one.group is None for one in section.content):
        return
    for at, (one, (step, time)) in enumerate(zip(section.content, pairs, strict=True)):
        section.parts[at] = {}
        if timed[at]:
            section.content[at] = attrs.evolve(one, text=step, parts=())
            cell = Cell(value=time.strip("。；; "), place=facts.place(one.origin), label=section.label)
            section.parts[at] = {"limit": cell}


def _asides(facts: Facts, section: Section) -> None:
    """Give each material what stands beside or below its name: copies, necessity, form."""
    entries = with_asides([one for one in section.content if one.text])
    if not entries or any(one.level for one, _ in entries):
        return
    section.content = [one for one, _ in entries]
    for at, (one, said) in enumerate(entries):
        place = facts.place(one.origin)
        section.parts[at] = {name: Cell(value=text, place=place, label=section.label) for name, text in said.items()}
