"""The text of a page (正文) as its labels tell it: the element around them."""

from __future__ import annotations

import itertools

from attrs import define

from itemcatalog.formats._page import PageText
from itemcatalog.formats._page_section import Section, ends_list

__all__ = ["Body", "outside"]

_ENOUGH = 4


@define(slots=True, eq=False)
class Body:
    """正文: the element around all labels of a page so far; what stands outside of it belongs to no label."""

    around: tuple[object, ...] = ()
    labels: int = 0

    def note(self, block: PageText) -> None:
        """Take a label in."""
        if not self.labels:
            self.around = block.scope
        elif self.around and not self._holds(block):
            pairs = zip(self.around, block.scope, strict=False)
            self.around = tuple(one for one, _ in itertools.takewhile(lambda pair: pair[0] is pair[1], pairs))
        self.labels += 1

    def _holds(self, block: PageText) -> bool:
        deep = len(self.around)
        return len(block.scope) >= deep and block.scope[deep - 1] is self.around[-1]

    def leaves(self, block: PageText) -> bool:
        """Whether a text stands outside, once enough labels were seen to know the element."""
        return self.labels >= _ENOUGH and bool(self.around) and not self._holds(block)


def outside(section: Section, body: Body, block: PageText) -> bool:
    """Whether a text stands outside of the element that a section belongs to, or outside of the text of the page."""
    if section.scope is not None and section.scope not in block.scope:
        return True
    if section.within is not None and ends_list(section, block):
        return True
    return section.hit is not None and body.leaves(block)
