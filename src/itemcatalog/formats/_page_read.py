"""From the blocks of a page to what it states: headings, label and value, lists, tables."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from attrs import define, field

from itemcatalog.formats._headers import EXTRA, IGNORED, Hit
from itemcatalog.formats._page import Block, PageTable, PageText, TermList, joined, tables_in
from itemcatalog.formats._page_chrome import is_chrome
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_headings import drawn_as_heading, ends_text, holds_pairs, leads_on, says_how_many
from itemcatalog.formats._page_html_parse import pictured
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._page_lines import follows, inline_pairs, labelled, labelled_lines, pairs_of, spaced
from itemcatalog.formats._page_section import (
    FREE,
    GROUPED,
    UNREAD_LABEL,
    Body,
    Section,
    answers,
    leaves,
    linked,
    note_blank,
    outside,
    situation_of,
    state_question,
    state_section,
    take_part,
)
from itemcatalog.formats._page_tables import holds_items, is_label_text, leads_elsewhere, says_nothing, under_header
from itemcatalog.formats._page_words import tidy_label
from itemcatalog.formats._shapes import LISTS, kind_of

__all__ = ["read_blocks"]


@define(slots=True)
class _Reader:
    """页面解读: one run over the blocks of a page or of a cell."""

    facts: Facts
    lexicon: PageLexicon
    section: Section | None = None
    in_cell: bool = False
    header: PageTable | None = None
    body: Body = field(factory=Body)

    def read(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, PageText):
                self._text(block)
            elif isinstance(block, TermList):
                for term, inner in block.rows:
                    self._term(term, inner)
            else:
                self._table(block)
        self.close()

    def _term(self, term: PageText, inner: Sequence[Block]) -> None:
        """Take one label of a ``dl``; below 常见问题 a question with its answer."""
        if self.section is None or self.section.path != "faq" or self.lexicon.find(term.text) is not None:
            self.pair(term.text, term.origin, inner)
            return
        state_question(self.facts, self.section, term, joined(inner))

    def close(self) -> None:
        """End the open section and state its content."""
        section, self.section, self.header = self.section, None, None
        if section is not None:
            state_section(self.facts, section)

    def _text(self, block: PageText) -> None:
        section = self.section
        if section and outside(section, self.body, block):
            self.close()
        if block.level:
            self._heading(block)
            return
        if not block.text:
            note_blank(self.section, block)
            return
        if is_chrome(block.text):
            return
        if ends_text(block.text):
            self.close()
            return
        if section and section.path in GROUPED and (group := situation_of(block.text)):
            self._regroup(section, group)
            return
        if self.section is None and says_nothing(block):
            return
        if len(block.parts) > 1 and (leads_on(block.parts, self.lexicon) or self._several(block)):
            return
        if "\n" in block.text and self._lines(block):
            return
        if self._pair_in(block) or self._opens(block):
            return
        if self.section is not None:
            self.section.content.append(block)

    def _several(self, block: PageText) -> bool:
        """Take several ``标签：值`` that stand side by side in one line, each in pieces of its own."""
        pairs = pairs_of(block.parts, lambda label: self._pair_hit(label) is not None)
        for label, value in pairs:
            self._state(label, value, block)
        return bool(pairs)

    def _lines(self, block: PageText) -> bool:
        """Take several ``标签：值`` in the lines of one text; a line without a label belongs to the one above."""
        above, starts = labelled_lines(block.text, lambda label: self._pair_hit(label) is not None)
        section = self.section if self.open else None
        if (above and section is None) or len(starts) + bool(above) < 2 or not starts:
            return False
        if section is not None and above:
            section.content.append(attrs.evolve(block, text="\n".join(above), parts=()))
        for label, value in starts:
            self._state(label, value, block)
        return True

    def _heading(self, block: PageText) -> None:
        section = self.section
        group = situation_of(block.text)
        if section and block.level > section.level and (group or block.text == "所有情形"):
            self._regroup(section, group)
            return
        hit = self.lexicon.find(block.text) if is_label_text(block.text) else None
        if hit is None and (pair := labelled(block.text)) and self._known(pair[0]):
            self.close()
            self._state(pair[0], pair[1], block)
            return
        inside = section is not None and section.scope is not None and section.scope in block.scope
        if hit is None and section and self.open and (block.level > section.level or inside):
            section.content.append(block)
            return
        self.close()
        if hit is not None:
            self.body.note(block)
        scope = block.origin if block.style == "panel" else None
        self.section = Section(block.text, hit, block.origin, level=block.level, scope=scope)

    def _regroup(self, section: Section, group: str) -> None:
        """Go on in the same section for another situation or applicant."""
        self.close()
        self.section = Section(section.label, section.hit, section.origin, section.level, section.scope, group)
        self.section.used = True

    def _known(self, label: str) -> Hit | None:
        return self.lexicon.below(self.section.label if self.section is not None else None, label)

    def _pair_in(self, block: PageText) -> bool:
        """Take ``标签：值`` in one text, or a label and its value in two pieces of one line."""
        parts = block.parts
        if len(parts) > 1 and self._pair_hit(parts[0]):
            value = block.text[len(parts[0]) :].lstrip(" ：:\n")
            if says_how_many(value) or not (value or block.scripted):
                self._open(block, parts[0])
                return True
            hit = self._known(parts[0].strip("：: "))
            if len(parts) > 2 and hit is not None and kind_of(hit.path) == "words":
                value = "、".join(part.strip("、 ") for part in parts[1:] if part.strip("：: "))
            self._state(parts[0], value, block)
            return True
        found = labelled(block.text) or spaced(block.text)
        if not found or (not labelled(block.text) and self._pair_hit(found[0]) is None):
            return False
        if self._pair_hit(found[0]) is None:
            return self._unread(*found)
        if not (found[1].strip() or block.scripted) or says_how_many(found[1]):
            self._open(block, found[0])
            return True
        several = inline_pairs(block.text, lambda label: self._pair_hit(label) is not None)
        for label, value in several or [found]:
            self._state(label, value, block)
        return True

    def _pair_hit(self, label: str) -> Hit | None:
        hit = self._known(label.strip("：: "))
        if hit is None or self.section is None or self.section.path not in FREE or follows(label, self.section.label):
            return hit
        alone = self.lexicon.find(label.strip("：: "))
        return hit if alone is not None and len(tidy_label(label)) >= 4 and alone.path not in (EXTRA, IGNORED) else None

    def _unread(self, label: str, value: str) -> bool:
        """Note ``标签：值`` of an unknown label, where it is no sentence of a section."""
        if self.open or not value.strip():
            return False
        if len(tidy_label(label)) <= UNREAD_LABEL and "http" not in label and not value.startswith("//"):
            self.facts.unknown(label, value.strip())
            return True
        return False

    def _opens(self, block: PageText) -> bool:
        """Open a section where a text is nothing but a known label; entries of a list and links are none."""
        if (
            self.in_cell
            or not is_label_text(block.text)
            or (block.url and not block.url.startswith(("#", "javascript")))
        ):
            return False
        if self.section and self.section.path in LISTS and block.group is not None:
            return False
        hit = self._pair_hit(block.text)
        if hit is None and drawn_as_heading(block, self.facts):
            self._open(block, block.text)
            return True
        if hit is None or hit.path in (IGNORED, EXTRA) or answers(self.section, hit):
            return False
        self._open(block, block.text, hit)
        if self.section is not None:
            self.section.bare = True
        return True

    def _open(self, block: PageText, label: str, hit: Hit | None = None) -> None:
        found = hit or self._known(label)
        self.close()
        self.body.note(block)
        scope = block.scope[-3] if len(block.scope) > 2 else None
        one = Section(label, found, block.origin, level=7, scope=scope)
        one.scripted = block.scripted
        self.section = one

    def _state(self, label: str, value: str, block: PageText) -> None:
        hit = self._known(label.strip("：: "))
        if hit is not None and self.section is not None and leaves(self.section, hit, label):
            self.close()
        self.body.note(block)
        if hit is not None and not (self.section and take_part(self.facts, self.section, hit, label, value, block)):
            shown = linked(hit.path, value.strip(), block.url)
            self.facts.state(hit, label, shown, block.origin, scripted=block.scripted and not value.strip())

    def pair(self, label: str, origin: object, blocks: Sequence[Block], *, scripted: bool = False) -> None:
        """Take a label with everything that stands behind it."""
        hit = self._known(label.strip("：: \n"))
        if self.section is not None:
            self.section.used = True
        if hit is None:
            if tables_in(blocks) or holds_pairs(blocks, self.lexicon):
                _Reader(self.facts, self.lexicon, Section(label, None, origin)).read(blocks)
            else:
                self.facts.unknown(label, joined(blocks))
            return
        if not blocks and not scripted:
            self.facts.empty(hit, label, pictured(origin))
            return
        if len(blocks) == 1 and isinstance(only := blocks[0], PageText) and "：" not in only.text:
            value = linked(hit.path, only.text, only.url)
            self.facts.state(hit, label, value, only.origin, scripted=(scripted or only.scripted) and not only.text)
            return
        inner = Section(label, hit, origin, scripted=scripted)
        if tables_in(blocks):
            _Reader(self.facts, self.lexicon, inner).read(blocks)
            return
        if any("：" in one.text or ":" in one.text for one in blocks if isinstance(one, PageText)):
            _Reader(self.facts, self.lexicon, inner, in_cell=True).read(blocks)
            return
        inner.content = [one for one in blocks if isinstance(one, PageText)]
        state_section(self.facts, inner)

    @property
    def open(self) -> bool:
        """Whether a section is open that what follows belongs to."""
        return self.section is not None and self.section.path not in ("", EXTRA, IGNORED)

    def inside(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of a cell that only holds others (a table for layout), or one entry of the open section."""
        if self.section is not None and self.open and not tables_in(blocks):
            for one in blocks:
                if isinstance(one, PageText) and one.text:
                    one.group = one.group or self.section
                    self.section.content.append(one)
            return
        if self.section is not None:
            self.section.used = True
        _Reader(self.facts, self.lexicon).read(blocks)

    def _table(self, table: PageTable) -> None:
        from itemcatalog.formats._page_grid import GridReader

        if self.section is not None:
            self.section.used = True
        if table.style == "GuideFlow" or leads_elsewhere(table):
            return
        table, self.header = under_header(self.header, table, self.lexicon)
        if self.header is not None:
            return
        if holds_items(table, self.lexicon):
            self.facts.lists.append(table)
            return
        context = [one for one in (table.caption, self.section.label if self.section else "") if one]
        group = self.section.group if self.section else ""
        GridReader(self.facts, self.lexicon, self, context, group).read(table.rows)


def read_blocks(blocks: Sequence[Block], facts: Facts) -> None:
    """State in ``facts`` all that the blocks of a page say."""
    _Reader(facts, facts.lexicon).read(blocks)
