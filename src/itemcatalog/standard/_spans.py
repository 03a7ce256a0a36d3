"""Where the entries of a list stand in the text of a cell (条目位置), and the text with some of them changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define

__all__ = ["Entries", "Laid", "ListStyle", "laid_out"]

_HAN = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_NUMBER = (
    rf"(?P<open>[（(第]?)(?P<number>[0-9]{{1,2}}|[０-９]{{1,2}}|[{_HAN}]{{1,3}})(?P<close>[）)][、.．]?\s*|[.．、，：:]\s*)"
    rf"|(?P<circled>[{_CIRCLED}])(?P<blank>[、.．]?\s*)"
)
_GAP = re.compile(rf"(?P<separator>[\s；;、，,。|/^→⟶➔➜⇒↓>=—–－-]*?)(?:{_NUMBER})?")
_LEAD = re.compile(rf"(?P<words>.*?)(?:{_NUMBER})?", re.DOTALL)
_NOT_THE_LAST = "；;，,、"

# New entries: the number of the old one in whose place each stands (None = none), and its text.
Entries = Sequence[tuple[int | None, str]]


@define(frozen=True, slots=True, kw_only=True)
class ListStyle:
    """列表写法: how a column writes several entries in one cell: numbers before them, a separator between them.

    ``close`` is what follows a number (None = entries carry no numbers); ``numerals`` is ``digits``, ``wide`` (１),
    ``han`` (一) or ``circled`` (①).
    """

    separator: str = "\n"
    opening: str = ""
    close: str | None = "."
    numerals: str = "digits"

    def join(self, entries: Sequence[str]) -> str:
        """Write entries as one text; a single entry stands alone."""
        return self.joined([(self.separator, entry) for entry in entries])

    def joined(self, entries: Sequence[tuple[str, str]], *, headed: bool = False) -> str:
        """Write entries, each with the separator before it, as one text; the first separator is left out.

        A single entry carries its number only where the list is ``headed``.
        """
        numbered = self.close is not None and (headed or len(entries) > 1)
        marks = [self._number(n) if numbered else "" for n in range(1, len(entries) + 1)]
        texts = [f"{before}{mark}{entry}" for mark, (before, entry) in zip(marks, entries, strict=True)]
        return "".join(texts)[len(entries[0][0]) :] if entries else ""

    def _number(self, number: int) -> str:
        shown = str(number)
        if self.numerals == "wide":
            shown = shown.translate(_WIDE)
        elif self.numerals == "han":
            shown = _han(number)
        elif self.numerals == "circled" and number <= len(_CIRCLED):
            shown = _CIRCLED[number - 1]
        return f"{self.opening}{shown}{self.close}"


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = f"{_HAN[tens - 1] if tens > 1 else ''}十" if tens else ""
    return f"{ten}{_HAN[ones - 1] if ones else ''}"


@define(frozen=True, slots=True, kw_only=True)
class Laid:
    """条目位置: the text of a cell taken apart: what stands before, between and after its entries.

    ``gaps`` are the characters before each entry, the first one's with the words that head the list. ``style`` is how
    the entries are numbered and divided; None where that is not plain.
    """

    gaps: tuple[str, ...]
    entries: tuple[str, ...]
    tail: str
    style: ListStyle | None

    @property
    def words(self) -> str:
        """What stands before and after the list: its heading, and notes below it."""
        return f"{_words(self.gaps[0])}{self.tail}"

    def rewritten(self, new: Entries, style: ListStyle) -> str | None:
        """Return the text with these entries; None where they cannot be put into it as it is written.

        Where each entry stands in the place of an old one only the characters of those that differ change.
        ``style`` is that of the column, for a cell that held a single entry.
        """
        if [place for place, _ in new] == list(range(len(self.entries))):
            pairs = zip(self.gaps, new, strict=True)
            return "".join(f"{gap}{text}" for gap, (_, text) in pairs) + self.tail
        own = style if len(self.entries) < 2 else self.style
        if own is None or not new:
            return None
        texts, stop = self._without_stop([text for _, text in new])
        found = [gap["separator"] for gap in map(_GAP.fullmatch, self.gaps[1:]) if gap]
        usual = found[0] if found else own.separator
        places = [place for place, _ in new]
        before = [found[place - 1] if place else usual for place in places] if found else [usual] * len(new)
        head = _words(self.gaps[0])
        listed = own.joined(list(zip(before, texts, strict=True)), headed=bool(head.strip()))
        return f"{head}{listed}{stop}{self.tail}"

    def _without_stop(self, texts: list[str]) -> tuple[list[str], str]:
        """Take the 。 of the last of several entries that end in ； as the end of the list, not of the entry."""
        ends = len(self.gaps) > 1 and all(gap[:1] and gap[0] in _NOT_THE_LAST for gap in self.gaps[1:])
        if not ends or not self.entries[-1].endswith("。"):
            return texts, ""
        return [text.removesuffix("。") for text in texts], "。"


def _words(gap: str) -> str:
    """Return the words before the number of a first entry."""
    found = _LEAD.fullmatch(gap)
    return found["words"] if found else gap


def laid_out(text: str, pieces: Sequence[str]) -> Laid | None:
    """Find the entries of a list in the text of its cell, in their order; None where one is not there as it reads."""
    gaps, entries, at = [], [], 0
    for piece in pieces:
        found = _loose(piece).search(text, at)
        if found is None:
            return None
        gaps.append(text[at : found.start()])
        entries.append(found.group())
        at = found.end()
    if not entries:
        return None
    return Laid(gaps=tuple(gaps), entries=tuple(entries), tail=text[at:], style=_style(gaps))


def _loose(piece: str) -> re.Pattern[str]:
    return re.compile(r"(?:\r\n|\r|\n)".join(map(re.escape, piece.split("\n"))))


def _style(gaps: Sequence[str]) -> ListStyle | None:
    """Return the style that the gaps between the entries show: the same number before each, or none at all."""
    first = _LEAD.fullmatch(gaps[0])
    between = [_GAP.fullmatch(gap) for gap in gaps[1:]]
    if first is None or not between or not all(between):
        return None
    styles = [_of(found, found["separator"]) for found in between if found]
    head, expected = _of(first, styles[0].separator), range(1, len(gaps) + 1)
    shapes = {(one.opening, (one.close or "").strip(), one.close is None, one.numerals) for one in [head, *styles]}
    numbers = [_value(found) for found in [first, *between] if found]
    if len(shapes) > 1 or (styles[0].close is not None and numbers != list(expected)):
        return None
    return styles[0]


def _of(found: re.Match[str], separator: str) -> ListStyle:
    if found["circled"]:
        return ListStyle(separator=separator, close=found["blank"], numerals="circled")
    if not found["number"]:
        return ListStyle(separator=separator, close=None)
    kind = "han" if not found["number"].isdecimal() else "digits" if found["number"].isascii() else "wide"
    return ListStyle(separator=separator, opening=found["open"], close=found["close"], numerals=kind)


def _value(found: re.Match[str]) -> int:
    if found["circled"]:
        return _CIRCLED.index(found["circled"]) + 1
    word = found["number"] or ""
    if word.isdecimal():
        return int(word)
    return next((number for number in range(1, 100) if _han(number) == word), 0)
