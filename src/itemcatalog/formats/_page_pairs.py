"""Labels and values in running text: several in a line or in the lines of one text, and labels that open a section."""

from __future__ import annotations

import attrs
from attrs import define, field

from itemcatalog.formats._headers import EXTRA, IGNORED, Hit
from itemcatalog.formats._page import PageTable, PageText
from itemcatalog.formats._page_body import Body
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_figures import figure_over
from itemcatalog.formats._page_headings import drawn_as_heading, mark_of, says_how_many
from itemcatalog.formats._page_lexicon import PageLexicon, unwrapped
from itemcatalog.formats._page_lines import (
    follows,
    inline_pairs,
    is_bold,
    is_label_text,
    labelled,
    labelled_lines,
    numbering,
    pairs_of,
    spaced,
)
from itemcatalog.formats._page_questions import asks, is_question
from itemcatalog.formats._page_section import FREE, UNREAD_LABEL, Section, answers, counts_on, is_entry, leaves
from itemcatalog.formats._page_state import linked, name_place, state_section, take_part
from itemcatalog.formats._page_words import tidy_label
from itemcatalog.formats._shapes import LISTS, kind_of

__all__ = ["PairReader"]


_SHORTEST = 2
_SURE = 3
# Where a line with an unknown label, beside labels that were read, is no second place.
_PLACES = ("places", "places.windows")
# Lists whose entries may stand below one another without being marked as a list.
_LONG = frozenset({"conditions", "materials", "procedure", "legal_bases"})


@define(slots=True)
class PairReader:
    """标签解读: takes ``标签：值`` out of texts and keeps the section that is open."""

    facts: Facts
    lexicon: PageLexicon
    section: Section | None = None
    in_cell: bool = False
    header: PageTable | None = None
    body: Body = field(factory=Body)

    @property
    def open(self) -> bool:
        """Whether a section is open that what follows belongs to."""
        return self.section is not None and self.section.path not in ("", EXTRA, IGNORED)

    def close(self) -> None:
        """End the open section and state its content."""
        section, self.section, self.header = self.section, None, None
        if section is not None:
            state_section(self.facts, section)

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
        if (above and section is None and len(starts) < _SURE) or len(starts) + bool(above) < 2 or not starts:
            return False
        if section is not None and above:
            section.content.append(attrs.evolve(block, text="\n".join(above), parts=()))
        for label, value in starts:
            self._state(label, value, block)
        return True

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
        if len(parts) > 1 and (figure := figure_over(block, lambda label: self._pair_hit(label) is not None)):
            self._state(*figure, block)
            return True
        if len(parts) > 1 and self._pair_hit(parts[0]):
            value = block.text[len(parts[0]) :].lstrip(" ：:\n")
            if says_how_many(value) or not (value or block.scripted):
                self._open(block, parts[0])
                return True
            hit = self._known(parts[0].strip("：: "))
            if self._inline(f"{parts[0].strip('：: ')}：{value}", block) or self._goes_on(block, parts[0], value):
                return True
            if len(parts) > 2 and hit is not None and kind_of(hit.path) == "words":
                value = "、".join(part.strip("、 ") for part in parts[1:] if part.strip("：: "))
            self._state(parts[0], value, block)
            return True
        found = labelled(block.text) or spaced(block.text)
        if not found or (not labelled(block.text) and self._pair_hit(found[0]) is None):
            return False
        hit = self._pair_hit(found[0])
        if hit is None:
            return self._unread(*found)
        if self.section is not None and is_entry(self.section, block, hit):
            return False
        if not (found[1].strip() or block.scripted) or says_how_many(found[1]):
            self._open(block, found[0])
            return True
        if not (self._inline(block.text, block) or self._goes_on(block, *found)):
            self._state(*found, block)
        return True

    def _inline(self, text: str, block: PageText) -> bool:
        """Take several ``标签：值`` that follow one another in one line."""
        pairs = inline_pairs(text, lambda label: self._pair_hit(label) is not None)
        for label, value in pairs:
            self._state(label, value, block)
        return bool(pairs)

    def _goes_on(self, block: PageText, label: str, value: str) -> bool:
        """Open a section with its first words where a label of a list stands before them: more may follow."""
        hit = self._known(label)
        if self.in_cell or hit is None or hit.path not in _LONG or (self.section and self.section.path == hit.path):
            return False
        self._open(block, label, hit)
        if self.section is not None:
            self.section.strict = True
            self.section.scope = block.scope[-2] if len(block.scope) > 1 else None
            self.section.content.append(attrs.evolve(block, text=value.strip(), parts=()))
        return True

    def _pair_hit(self, label: str) -> Hit | None:
        hit = self._known(label.strip("：: "))
        if hit is None or self.section is None or self.section.path not in FREE or follows(label, self.section.label):
            return hit
        alone = self.lexicon.find(label.strip("：: "))
        return hit if alone is not None and len(tidy_label(label)) >= 4 and alone.of_item else None

    def _unread(self, label: str, value: str) -> bool:
        """Note ``标签：值`` of an unknown label, where it is no sentence of a section."""
        place = self.section is not None and self.section.used and self.section.path in _PLACES
        if (self.open and not place) or not value.strip():
            return False
        if (
            len(tidy_label(label)) <= UNREAD_LABEL
            and not label[-1:].isdigit()
            and "http" not in label
            and not value.startswith("//")
        ):
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
        if self.section and self.section.path in LISTS and block.group not in (None, self.section.within):
            return False
        if self.section and self.section.path == "faq" and is_question(block.text):
            return False
        hit = self._alone(block) if len(unwrapped(block.text)) > _SHORTEST else None
        entry = self.section is not None and hit is None and counts_on(self.section, block.text)
        if hit is None and not entry and drawn_as_heading(block, self.facts):
            self._open(block, block.text)
            return True
        if hit is None or answers(self.section, hit) or not self._drawn_alone(block):
            return False
        if not hit.of_item and not (self.section and follows(block.text, self.section.label)):
            return False
        self._open(block, block.text, hit)
        if self.section is not None:
            self.section.bare = True
        return True

    def _alone(self, block: PageText) -> Hit | None:
        """Return what a label on a line of its own means: drawn as that of the places above, it is no part of them."""
        hit = self._pair_hit(block.text)
        if hit is None or self.section is None or self.section.path != "places" or self.section.mark != mark_of(block):
            return hit
        return self.lexicon.find(block.text.strip("：: ")) or hit

    def _drawn_alone(self, block: PageText) -> bool:
        """Whether a text is drawn as a label: a question must be, and so must any label in a text of sentences."""
        section = self.section
        if asks(block.text):
            return is_bold(block) or numbering(block.text) != "" or drawn_as_heading(block, self.facts)
        if section is None or section.path not in FREE or follows(block.text, section.label):
            return True
        mark = mark_of(block) or ("",)
        if section.mark is not None and section.mark == mark:
            return True
        unlike = section.content and mark not in [mark_of(one) for one in section.content]
        return bool(unlike) or drawn_as_heading(block, self.facts)

    def _open(self, block: PageText, label: str, hit: Hit | None = None) -> None:
        found = hit or self._known(label)
        self.close()
        self.body.note(block)
        scope = block.scope[-3] if len(block.scope) > 2 else None
        one = Section(label, found, block.origin, level=7, scope=scope)
        one.scripted, one.within, one.mark = block.scripted, block.group, mark_of(block) or ("",)
        self.section = one

    def _state(self, label: str, value: str, block: PageText) -> None:
        hit = self._known(label.strip("：: "))
        if hit is not None and self.section is not None and leaves(self.section, hit, label):
            self.close()
        self.body.note(block)
        if self.section is not None and hit is not None:
            name_place(self.facts, self.section, hit)
        if hit is not None and not (self.section and take_part(self.facts, self.section, hit, label, value, block)):
            shown = linked(hit.path, value.strip(), block.url)
            self.facts.state(hit, label, shown, block.origin, scripted=block.scripted and not value.strip())
