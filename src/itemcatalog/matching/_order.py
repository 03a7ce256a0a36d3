"""Two objects of the same characters in another order: a slip, a verb that moved, a list; or a doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from itemcatalog.matching._characters import is_word
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import Reason, Weight

__all__ = ["LONGEST_COMPOUND", "all_of", "only_reordered", "reordered"]

LONGEST_COMPOUND = 4
"""Objects of so few characters are one word: 建设用地 is not 用地建设."""

_LONGEST_WORD = 8
_LONGEST_VERB = 4
_SHARED = 2
_LONG = 10
_MOST_PARTS = 5
_SHORTEST_PHRASE = 3
_DIRECTIONS = frozenset("转由向对至往")


def only_reordered(left: str, right: str, lexicon: Lexicon) -> bool:
    """Say whether two cores are equal, or differ in nothing but a harmless order of words."""
    if left == right:
        return True
    moved = reordered(left, right, lexicon)
    return moved is not None and moved.kind == "order" and moved.weight is Weight.FOR


def reordered(left: str, right: str, lexicon: Lexicon) -> Reason | None:
    """Recognise another order: two swapped characters are a slip when only one order is a word; lists have no order."""
    if len(left) != len(right) or sorted(left) != sorted(right):
        return None
    start, end = _common(left, right)
    one, other = left[start:end], right[start:end]
    if len(one) == 2:
        known = is_word(one), is_word(other)
        weight = Weight.FOR if known[0] != known[1] else Weight.DOUBT
        return Reason(kind="typo" if weight is Weight.FOR else "order", weight=weight, left=one, right=other)
    same = any(_same_list(first, second, lexicon) for first, second in _widened(left, right, start, end))
    same = same or _verb_moved(one, other, lexicon) or _parts_moved(left, right, lexicon)
    weight = Weight.FOR if same else Weight.DOUBT
    return Reason(kind="order", weight=weight, left=one, right=other)


def _widened(left: str, right: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the differing stretches, and with them a character they share on either side (离休、退休)."""
    for stop in range(end, min(end + _SHARED, len(left)) + 1):
        for begin in range(start, max(start - _SHARED, 0) - 1, -1):
            yield left[begin:stop], right[begin:stop]


def _verb_moved(one: str, other: str, lexicon: Lexicon) -> bool:
    """Say whether one text opens with the verb in which the other ends (购买民爆物品; not 建设用地, 生产企业)."""
    return any(
        first[:length] in lexicon.verbs
        and first[length:] + first[:length] == second
        and not (
            (len(first) <= LONGEST_COMPOUND and first in lexicon.vocabulary)
            or first[length:] in lexicon.verbs
            or all_of(first[length:], lexicon.generic)
        )
        for first, second in ((one, other), (other, one))
        for length in range(2, min(_LONGEST_VERB, len(first) - 2) + 1)
    )


def _parts_moved(left: str, right: str, lexicon: Lexicon) -> bool:
    """Say whether two long texts are the same few parts in another order, each a phrase or a verb.

    搭建建筑物、堆放物料、占道施工; but what goes from one thing to another has an order (实验用房转培训用房).
    """
    if len(left) < _LONG or not _DIRECTIONS.isdisjoint(left):
        return False
    lefts, rights = [left], [right]
    for _ in range(_MOST_PARTS):
        length, at, to, start = max(
            (match.size, -at, -to, match)
            for at, one in enumerate(lefts)
            for to, other in enumerate(rights)
            for match in [SequenceMatcher(None, one, other, autojunk=False).find_longest_match()]
        )
        part = lefts[-at][start.a : start.a + length]
        if length < _SHORTEST_PHRASE and part not in lexicon.verbs:
            return False
        _take(lefts, -at, part)
        _take(rights, -to, part)
        if not lefts:
            return True
    return False


def _take(texts: list[str], at: int, part: str) -> None:
    """Take a part out of one of several texts; what was before and behind it stays apart."""
    before, _, behind = texts.pop(at).partition(part)
    texts += [rest for rest in (before, behind) if rest]


def _same_list(one: str, other: str, lexicon: Lexicon) -> bool:
    """Say whether two texts list the same activities, or kinds of one class, in another order (占用、挖掘)."""
    first, second = _listed(one, lexicon), _listed(other, lexicon)
    return bool(first) and sorted(first) == sorted(second) and len({lexicon.contrasts[word][0] for word in first}) == 1


def _listed(text: str, lexicon: Lexicon) -> list[str]:
    """Cut a text wholly into words that exclude each other; nothing where that does not go."""
    if not text:
        return []
    for length in range(min(len(text), _LONGEST_WORD), 1, -1):
        if text[:length] in lexicon.contrasts:
            rest = _listed(text[length:], lexicon)
            if rest or length == len(text):
                return [text[:length], *rest]
    return []


def _common(left: str, right: str) -> tuple[int, int]:
    """Return where two texts of equal length first and last differ."""
    start = next(at for at, pair in enumerate(zip(left, right, strict=True)) if pair[0] != pair[1])
    end = len(left)
    while left[end - 1] == right[end - 1]:
        end -= 1
    return start, end


def all_of(text: str, words: Collection[str]) -> bool:
    """Say whether a text is made of the given words only (general nouns: 单位, 项目, 服务)."""
    return not text or any(text[:at] in words and all_of(text[at:], words) for at in range(1, len(text) + 1))
