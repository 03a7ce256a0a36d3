"""Judging two object cores that are not equal: order, slips of writing, words that exclude each other, the unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import define
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from itemcatalog.matching._characters import confusable, is_word
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._terms import CONTRASTS, QUALIFIERS

__all__ = ["CoreJudgement", "judge_cores", "only_reordered"]

_FAR = 0.55
_SOFT = frozenset("等类之性于")
_PRACTICE = "执业"
_EMPTY = frozenset(("活动", "业务", "行为", "手续"))
_LEAST_OBJECT = 2
_NEGATIONS = frozenset("不非无未免")
_LONGEST_WORD = 8
_LONGEST_VERB = 4
_SHARED = 2
_MAX_SLIPS = 2
_LONGEST_COMPOUND = 4
_MOSTLY = 0.65
_ONE_WORD = 2


@define(frozen=True, slots=True)
class CoreJudgement:
    """核心词判断: how near two cores are (0 to 1) and why."""

    ratio: float
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> Weight:
        """Return the heaviest weight among the reasons."""
        return max((one.weight for one in self.reasons), default=Weight.FOR)


def judge_cores(left: str, right: str, lexicon: Lexicon) -> CoreJudgement:
    """Say why two different cores may still be one object; equal cores need no judging."""
    ratio = round(fuzz.ratio(left, right) / 100, 4)
    if left == right:
        return CoreJudgement(1.0, ())
    if moved := _reordered(left, right, lexicon):
        return CoreJudgement(ratio, (moved,))
    reasons = _regions(left, right, lexicon)
    slips = sum(one.kind == "typo" for one in reasons)
    if slips > _MAX_SLIPS or (slips and min(len(left), len(right)) < 3):
        reasons = [_as_doubt(one) for one in reasons]
    told = slips == len(reasons) or any(one.weight is Weight.VETO or one.kind == "object-near" for one in reasons)
    if ratio < _FAR and not told:
        reasons = [_distant(left, right)]
    return CoreJudgement(ratio, tuple(reasons))


def only_reordered(left: str, right: str, lexicon: Lexicon) -> bool:
    """Say whether two cores are equal, or differ in nothing but a harmless order of words."""
    if left == right:
        return True
    moved = _reordered(left, right, lexicon)
    return moved is not None and moved.kind == "order" and moved.weight is Weight.FOR


def _as_doubt(reason: Reason) -> Reason:
    if reason.weight is not Weight.FOR:
        return reason
    return Reason(kind=reason.kind, weight=Weight.DOUBT, left=reason.left, right=reason.right, what=reason.what)


def _distant(left: str, right: str) -> Reason:
    """Tell an abbreviation, or the same characters in another order, from another object."""
    short, long = sorted((left, right), key=len)
    rest = iter(long)
    abbreviated = all(one in rest for one in short)
    if abbreviated:
        return Reason(kind="short", weight=Weight.DOUBT, left=left, right=right)
    shared = sum((Counter(left) & Counter(right)).values())
    if (len(short) > _LONGEST_COMPOUND and shared >= _MOSTLY * len(short)) or (shared and len(short) == _ONE_WORD):
        return Reason(kind="replaced", weight=Weight.DOUBT, left=left, right=right)
    return Reason(kind="far", weight=Weight.VETO, left=left, right=right)


def _reordered(left: str, right: str, lexicon: Lexicon) -> Reason | None:
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
    weight = Weight.FOR if same or _verb_moved(one, other, lexicon) else Weight.DOUBT
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
            (len(first) <= _LONGEST_COMPOUND and first in lexicon.vocabulary)
            or first[length:] in lexicon.verbs
            or _all_generic(first[length:], lexicon)
        )
        for first, second in ((one, other), (other, one))
        for length in range(2, min(_LONGEST_VERB, len(first) - 2) + 1)
    )


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


def _regions(left: str, right: str, lexicon: Lexicon) -> list[Reason]:
    """Judge each stretch in which two cores differ."""
    found = []
    for l_from, l_to, r_from, r_to in _stretches(left, right):
        if l_from == l_to or r_from == r_to:
            found.append(_insertion((left, l_from, l_to), (right, r_from, r_to), lexicon))
        else:
            found.append(_replacement((left, l_from, l_to), (right, r_from, r_to), lexicon))
    return found


def _stretches(left: str, right: str) -> list[tuple[int, int, int, int]]:
    """Return the differing stretches, those parted by nothing joined into one."""
    joined: list[tuple[int, int, int, int]] = []
    for code in Indel.opcodes(left, right):
        if code.tag == "equal":
            continue
        part = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        if joined and joined[-1][1] == part[0] and joined[-1][3] == part[2]:
            joined[-1] = (joined[-1][0], part[1], joined[-1][2], part[3])
        else:
            joined.append(part)
    return joined


Span = tuple[str, int, int]


def _replacement(left: Span, right: Span, lexicon: Lexicon) -> Reason:
    one, other = left[0][left[1] : left[2]], right[0][right[1] : right[2]]
    if contrast := _contrast(left, right, lexicon):
        return contrast
    if one.isascii() and other.isascii():
        return Reason(kind="sign-conflict", weight=Weight.VETO, left=_wider(left), right=_wider(right))
    l_word, r_word = _word_around(left, lexicon), _word_around(right, lexicon)
    alike = len(one) == len(other) <= _MAX_SLIPS and all(map(confusable, one, other))
    if alike and bool(l_word) != bool(r_word):
        return Reason(kind="typo", weight=Weight.FOR, left=l_word or one, right=r_word or other)
    if frozenset((one, other)) in lexicon.near:
        return Reason(kind="object-near", weight=Weight.DOUBT, left=_wider(left), right=_wider(right))
    if conflict := _other_object(left, right, lexicon):
        return conflict
    return Reason(kind="replaced", weight=Weight.DOUBT, left=_wider(left), right=_wider(right))


def _insertion(left: Span, right: Span, lexicon: Lexicon) -> Reason:
    one, other = left[0][left[1] : left[2]], right[0][right[1] : right[2]]
    text, (whole, start, end) = (one, left) if one else (other, right)
    if text in _NEGATIONS:
        return Reason(kind="negation", weight=Weight.VETO, left=one, right=other)
    contrast = _contrast(left, right, lexicon)
    if contrast is not None and contrast.left.replace(one, "", 1) == contrast.right.replace(other, "", 1):
        return Reason(kind="part", weight=Weight.DOUBT, left=contrast.left, right=contrast.right, what=contrast.what)
    if all(character in _SOFT for character in text) or _says_nothing(text, whole, end):
        return Reason(kind="soft", weight=Weight.FOR, left=one, right=other)
    doubled = whole[max(0, start - len(text)) : start] == text or whole[end : end + len(text)] == text
    if doubled and len(text) < 3:
        return Reason(kind="typo", weight=Weight.FOR, left=one, right=other)
    if _all_generic(text, lexicon):
        return Reason(kind="generic", weight=Weight.DOUBT, left=one, right=other)
    word = _word_around((whole, start, end), lexicon)
    if len(text) == 1 and word and text != word:
        return Reason(kind="slip", weight=Weight.DOUBT, left=one and word, right=other and word)
    return Reason(kind="inserted", weight=Weight.DOUBT, left=one, right=other)


def _says_nothing(text: str, whole: str, end: int) -> bool:
    """Say whether a word names no other thing: 执业 at the end (护士执业变更), 活动 behind an object (义诊活动)."""
    if text == _PRACTICE:
        return end == len(whole)
    return text in _EMPTY and len(whole) - len(text) >= _LEAST_OBJECT


def _all_generic(text: str, lexicon: Lexicon) -> bool:
    """Say whether a text is made of general nouns only (单位, 项目, 服务)."""
    if not text:
        return True
    return any(
        text[:length] in lexicon.generic and _all_generic(text[length:], lexicon) for length in range(1, len(text) + 1)
    )


def _wider(span: Span) -> str:
    """Show a differing stretch with one character on each side."""
    text, start, end = span
    return text[max(0, start - 1) : end + 1]


def _covering(span: Span, shortest: int) -> list[str]:
    """Return the stretches of a core that cover a differing one and touch it, longest first."""
    text, start, end = span
    found = [
        text[begin:stop]
        for begin in range(max(0, end - _LONGEST_WORD), start + 1)
        for stop in range(max(end, begin + shortest), min(len(text), begin + _LONGEST_WORD) + 1)
    ]
    return sorted(found, key=lambda word: -len(word))


def _contrast(left: Span, right: Span, lexicon: Lexicon) -> Reason | None:
    """Find two words of one class, one on each side, that exclude each other."""
    known = lexicon.contrasts
    for one in _covering(left, 1):
        if one not in known:
            continue
        for other in _covering(right, 1):
            if other in known and known[other][0] == known[one][0] and known[other][1] != known[one][1]:
                what = CONTRASTS.get(known[one][0]) or QUALIFIERS[known[one][0]]
                return Reason(kind="contrast", weight=Weight.VETO, left=one, right=other, what=what)
    return None


def _word_around(span: Span, lexicon: Lexicon) -> str:
    """Return a known word that covers a differing stretch, or ``""``."""
    for word in _covering(span, 2):
        if word in lexicon.vocabulary or (len(word) == 2 and is_word(word)):
            return word
    return ""


def _other_object(left: Span, right: Span, lexicon: Lexicon) -> Reason | None:
    """Find two known objects that differ in the stretch only (食品 / 药品), or are all that differs (电梯 / 锅炉)."""
    one, other = left[0][left[1] : left[2]], right[0][right[1] : right[2]]
    known, vocabulary = lexicon.near, lexicon.vocabulary
    alone = left[0][: left[1]] == right[0][: right[1]] and left[0][left[2] :] == right[0][right[2] :]
    for word in _covering(left, 2):
        before, after = _around(word, left)
        twin = before + other + after
        minimal = len(one) == len(other) and (before or after or alone)
        if minimal and word in vocabulary and twin in vocabulary and frozenset((word, twin)) not in known:
            return Reason(kind="object-conflict", weight=Weight.VETO, left=word, right=twin)
    return None


def _around(word: str, span: Span) -> tuple[str, str]:
    """Return what a covering word has before and after the differing stretch."""
    text, start, end = span
    for begin in range(max(0, end - len(word)), start + 1):
        if text[begin : begin + len(word)] == word:
            return text[begin:start], text[end : begin + len(word)]
    return "", ""
