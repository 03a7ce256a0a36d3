"""Taking acts, qualifiers and empty words off both ends of a name: the part of reading that every name pays for."""

from __future__ import annotations

from attrs import define

from itemcatalog.matching._lexicon import ACT, FILLER, OPENING, QUALIFIER, SUFFIX, Hit, Lexicon
from itemcatalog.matching._segments import place_at, place_heads

__all__ = ["Peeler", "Reading"]

_GRANT_RANK = {"": 0, "申领": 1, "审批": 2, "登记": 3}
_CLOSING = ACT | FILLER | SUFFIX | QUALIFIER
_KEPT = ACT | QUALIFIER
_LEAST_CORE = 2


@define(slots=True)
class Reading:
    """What is gathered while a name is read; ``rest`` is the object, or what a bracket adds to it.

    ``said`` keeps the family of the granting act when another act makes it idle (许可证注销).
    """

    marks: dict[str, str]
    grant: str = ""
    said: str = ""
    strong: bool = False
    bare_level: bool = False
    rest: str = ""

    def take(self, hit: Hit) -> None:
        """Take an act or a qualifier; a granting act is only the family of a decision."""
        if hit.kind == "grant":
            if _GRANT_RANK[hit.canonical] > _GRANT_RANK[self.grant]:
                self.grant = hit.canonical
        elif hit.role & _KEPT:
            self.marks[hit.mark] = hit.surface
            if hit.role & ACT:
                self.strong = True

    def join(self, other: Reading) -> None:
        """Take over what a bracket says besides the object."""
        self.marks.update(other.marks)
        self.strong |= other.strong
        self.bare_level |= other.bare_level
        if _GRANT_RANK[other.grant] > _GRANT_RANK[self.grant]:
            self.grant = other.grant

    @property
    def decided(self) -> bool:
        """Say whether an act has been taken that makes a noun of the word before it (检测 + 许可)."""
        return self.strong or _GRANT_RANK[self.grant] > 1


class Peeler:
    """去头尾: the indexes of one lexicon, bound once, for words at the ends of names."""

    __slots__ = ("_closings", "_heads", "_openings", "_places", "_prefixes", "_splits", "_tails")

    def __init__(self, lexicon: Lexicon) -> None:
        self._closings = lexicon.closings
        self._tails = lexicon.tails
        self._splits = lexicon.splits
        self._openings = lexicon.openings
        self._heads = lexicon.opening_heads
        self._prefixes = lexicon.short_prefixes
        self._places = place_heads()

    def peel(self, text: str, reading: Reading) -> str:
        """Take acts, qualifiers and empty words off both ends, longest word first, and return the rest."""
        tails, closings, splits, take = self._tails, self._closings, self._splits, reading.take
        end = len(text)
        while end > 1:
            lengths = tails.get(text[end - 2 : end])
            if lengths is None:
                break
            for length in lengths:
                if length <= end and (hit := closings.get(text[end - length : end])) is not None:
                    break
            else:
                break
            if hit.surface in splits:
                hit = self._parted(text, end, hit)
            if not hit.role & _CLOSING or (hit.kind == "deed" and reading.decided):
                break
            take(hit)
            end -= len(hit.surface)
        if text[:2] in self._places:
            text, end = _without_place(text, end)
        text = text[:end]
        if text[:2] in self._heads or text[:1] in self._prefixes:
            return self._front(text, reading)
        return text

    def _parted(self, text: str, end: int, hit: Hit) -> Hit:
        """Prefer the short last word when the characters before it make a longer one.

        名称变更 + 登记, not 名称 + 变更登记.
        """
        short = self._splits[hit.surface]
        cut, before = end - len(short.surface), len(hit.surface) - len(short.surface)
        for length in self._tails.get(text[max(0, cut - 2) : cut], ()):
            if before < length <= cut and text[cut - length : cut] in self._closings:
                return short
        return hit

    def _front(self, text: str, reading: Reading) -> str:
        """Take what may open a name off its front, as long as an object is left."""
        openings, heads, prefixes = self._openings, self._heads, self._prefixes
        start, end = 0, len(text)
        while True:
            if start and text[start : start + 2] in self._places:
                text, end = _without_place(text[start:], end - start)
                start = 0
            lengths = heads.get(text[start : start + 2])
            if not lengths:
                if text[start : start + 1] not in prefixes or end - start <= _LEAST_CORE:
                    break
                start += 1
                continue
            for length in lengths:
                if start + length <= end and (hit := openings.get(text[start : start + length])) is not None:
                    break
            else:
                break
            if not hit.role & OPENING or (hit.kind == "applicant" and end - start - length < _LEAST_CORE):
                break
            reading.take(hit)
            start += length
        return text[start:]


def _without_place(text: str, end: int) -> tuple[str, int]:
    """Take place names off the front; what is left is the object, or nothing at all."""
    while (length := place_at(text)) and (length + 1 < end or length == end):
        text, end = text[length:], end - length
    return text, end
