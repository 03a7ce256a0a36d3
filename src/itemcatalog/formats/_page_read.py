"""From the blocks of a page to what it states: headings, label and value, lists, tables."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from itemcatalog.formats._headers import Hit
from itemcatalog.formats._page import Block, PageTable, PageText, TermList, joined, tables_in
from itemcatalog.formats._page_body import outside
from itemcatalog.formats._page_chrome import is_chrome
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_headings import (
    ends_text,
    heading_label,
    holds_pairs,
    is_button,
    leads_away,
    leads_on,
    names_headings,
    pressed,
    says_how_many,
)
from itemcatalog.formats._page_html_parse import pictured
from itemcatalog.formats._page_layout import bare_entries, leads_elsewhere, rows_as_lines
from itemcatalog.formats._page_lines import goes_on, is_label_text, labelled, numbering
from itemcatalog.formats._page_pairs import PairReader
from itemcatalog.formats._page_questions import asks
from itemcatalog.formats._page_section import Section, continues
from itemcatalog.formats._page_situations import GROUPED, situation_of, variant_of
from itemcatalog.formats._page_state import linked, note_blank, state_question, state_section, take_part
from itemcatalog.formats._page_tables import holds_items, says_nothing, under_header
from itemcatalog.formats._shapes import LISTS

__all__ = ["read_blocks"]


@define(slots=True)
class _Reader(PairReader):
    """页面解读: one run over the blocks of a page or of a cell."""

    def read(self, blocks: Sequence[Block]) -> None:
        for at, block in enumerate(blocks):
            if isinstance(block, PageText):
                if not self._ends(block, blocks[at + 1 : at + 2]):
                    self._text(block)
            elif isinstance(block, TermList):
                for term, inner in block.rows:
                    self._term(term, inner)
            else:
                self._table(block)
        self.close()

    def _ends(self, block: PageText, behind: Sequence[Block]) -> bool:
        """Leave out what a site puts around and behind a text; that ends a section, unless its numbers go on."""
        if self.section and outside(self.section, self.body, block):
            self.close()
        if block.level or not block.text:
            return False
        known = self.section if self.open else None
        if is_chrome(block.text) and not (known and numbering(block.text)):
            return True
        if is_button(block) and (known is None or pressed(block)):
            return True
        if not ends_text(block.text):
            return False
        after = behind[0].text if behind and isinstance(behind[0], PageText) else ""
        before = next((one.text for one in reversed(known.content) if numbering(one.text)), "") if known else ""
        if not goes_on(before, after):
            self.close()
        return True

    def _term(self, term: PageText, inner: Sequence[Block]) -> None:
        """Take one label of a ``dl``; below 常见问题 a question with its answer."""
        if self.section is None or self.section.path != "faq" or self._known(term.text) is not None:
            self.pair(term.text, term.origin, inner)
            return
        state_question(self.facts, self.section, term, joined(inner))

    def _text(self, block: PageText) -> None:
        section = self.section
        if block.level:
            self._heading(block)
            return
        if not block.text:
            note_blank(self.section, block)
            return
        if section and says_how_many(block.text):
            return
        if section and section.path in GROUPED and (group := situation_of(block.text)):
            self._regroup(section, group)
            return
        if self.section is None and says_nothing(block):
            return
        if len(block.parts) > 1 and (self._leads_on(block) or self._several(block)):
            return
        if "\n" in block.text and self._lines(block):
            return
        if self._pair_in(block) or self._opens(block):
            return
        if self.section is not None and self.section.strict and not continues(self.section, block):
            self.close()
        if self.section is not None:
            self.section.content.append(block)

    def _leads_on(self, block: PageText) -> bool:
        return leads_on(block.parts, self.lexicon) or names_headings(block.parts, self.facts.page)

    def _heading(self, block: PageText) -> None:
        section = self.section
        group = situation_of(block.text)
        if section and block.level > section.level and (group or block.text == "所有情形"):
            self._regroup(section, group)
            return
        label = heading_label(block)
        hit = self.lexicon.find(label) if is_label_text(label) else None
        if section and section.path == "faq" and block.level > section.level and asks(label):
            hit = None
        if hit is None and (pair := labelled(block.text)) and self._known(pair[0]):
            self.close()
            self._state(pair[0], pair[1], block)
            return
        inside = section is not None and section.scope is not None and section.scope in block.scope
        if hit is None and section and self.open and (block.level > section.level or inside):
            grouped = section.path in GROUPED and section.path != "procedure"
            variant = variant_of(block.text, beside=section.group != "") if grouped else ""
            if variant and (section.group or not section.parts):
                self._regroup(section, variant)
            else:
                section.content.append(block)
            return
        self.close()
        if hit is not None:
            self.body.note(block)
        scope = block.origin if block.style == "panel" else None
        self.section = Section(label, hit, block.origin, level=block.level, scope=scope)

    def pair(self, label: str, origin: object, blocks: Sequence[Block], *, scripted: bool = False) -> None:
        """Take a label with everything that stands behind it."""
        hit = self._known(label.strip("：: \n"))
        if self.section is not None:
            self.section.used = True
        if hit is None:
            if tables_in(blocks) or holds_pairs(blocks, self.lexicon):
                _Reader(self.facts, self.lexicon, Section(label, None, origin)).read(blocks)
            elif not leads_away(blocks):
                self.facts.unknown(label, joined(blocks))
            return
        if self._of_entry(label, hit, origin, blocks):
            return
        if not blocks and not scripted:
            self.facts.empty(hit, label, pictured(origin))
            return
        if hit.path not in LISTS and leads_away(blocks):
            return
        if not hit.of_item and not tables_in(blocks) and not holds_pairs(blocks, self.lexicon):
            self.facts.state(hit, label, joined(blocks), origin)
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

    def _of_entry(self, label: str, hit: Hit, origin: object, blocks: Sequence[Block]) -> bool:
        """Take a label beside its value for a part of the entry that stands above both: 材料类型 below a material."""
        if self.section is None or not self.section.content or tables_in(blocks):
            return False
        url = next((one.url for one in blocks if isinstance(one, PageText) and one.url), None)
        return take_part(self.facts, self.section, hit, label, joined(blocks), PageText("", origin, url=url))

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
        if self.section is not None and self.section.path == "places.hours":
            self.section.content += rows_as_lines(table)
            return
        if holds_items(table, self.lexicon):
            self.facts.lists.append(table)
            return
        if self.section is not None and self.section.path in LISTS and (entries := bare_entries(table.rows)):
            self.section.content += entries
            return
        context = [one for one in (table.caption, self.section.label if self.section else "") if one]
        group = self.section.group if self.section else ""
        GridReader(self.facts, self.lexicon, self, context, group).read(table.rows)


def read_blocks(blocks: Sequence[Block], facts: Facts) -> None:
    """State in ``facts`` all that the blocks of a page say."""
    _Reader(facts, facts.lexicon).read(blocks)
