"""Judging two object cores that are not equal: order, slips of writing, words that exclude each other, the unknown."""

from __future__ import annotations

from collections import Counter

from attrs import define
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from itemcatalog.matching._characters import confusable, is_word
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._order import LONGEST_COMPOUND, all_of, reordered
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._terms import CONTRASTS, QUALIFIERS

__all__ = ["CoreJudgement", "judge_cores"]

_FAR = 0.55
_SOFT = frozenset("等类之性于")
_PRACTICE = "执业"
_EMPTY = frozenset(("活动", "业务", "行为", "手续"))
_LEAST_OBJECT = 2
_NEGATIONS = frozenset("不非无未免")
_LONGEST_WORD = 8
_MAX_SLIPS = 2
_MOSTLY = 0.65
_ONE_WORD = 2
_TOLD = frozenset(("typo", "object-near"))
"""Differences that explain themselves, however far apart the characters are."""


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
    if moved := reordered(left, right, lexicon):
        return CoreJudgement(ratio, (moved,))
    reasons = _regions(left, right, lexicon)
    slips = sum(one.kind == "typo" for one in reasons)
    if slips > _MAX_SLIPS or (slips and min(len(left), len(right)) < 3):
        reasons = [_as_doubt(one) for one in reasons]
    told = any(one.weight is Weight.VETO for one in reasons) or all(one.kind in _TOLD for one in reasons)
    if ratio < _FAR and not told:
        reasons = [_distant(left, right)]
    return CoreJudgement(ratio, tuple(reasons))


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
    mostly = len(short) > LONGEST_COMPOUND and shared >= _MOSTLY * len(short)
    if mostly or (shared and len(short) == _ONE_WORD) or shared == len(short):
        return Reason(kind="replaced", weight=Weight.DOUBT, left=left, right=right)
    return Reason(kind="far", weight=Weight.VETO, left=left, right=right)


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
    if near := _near(left, right, lexicon):
        return near
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
    if all_of(text, lexicon.generic):
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
                if lexicon.is_near(one, other) or lexicon.is_near(known[one][1], known[other][1]):
                    return Reason(kind="object-near", weight=Weight.DOUBT, left=one, right=other)
                what = CONTRASTS.get(known[one][0]) or QUALIFIERS[known[one][0]]
                return Reason(kind="contrast", weight=Weight.VETO, left=one, right=other, what=what)
    return None


def _near(left: Span, right: Span, lexicon: Lexicon) -> Reason | None:
    """Find two words that catalogues confuse, one on each side, around which the cores agree."""
    for one in _covering(left, 1):
        for other in sorted(lexicon.near.get(one, ())):
            if _agree_around(one, left, other, right):
                return Reason(kind="object-near", weight=Weight.DOUBT, left=one, right=other)
    return None


def _agree_around(one: str, left: Span, other: str, right: Span) -> bool:
    """Say whether two words differ in their stretch only, or are all that differs in two cores."""
    begin, start = _begin(one, left), _begin(other, right)
    if begin is None or start is None:
        return False
    if _around(one, left) == _around(other, right):
        return True
    behind = left[0][begin + len(one) :], right[0][start + len(other) :]
    return left[0][:begin] == right[0][:start] and behind[0] == behind[1]


def _word_around(span: Span, lexicon: Lexicon) -> str:
    """Return a known word that covers a differing stretch, or ``""``."""
    for word in _covering(span, 2):
        if word in lexicon.vocabulary or (len(word) == 2 and is_word(word)):
            return word
    return ""


def _other_object(left: Span, right: Span, lexicon: Lexicon) -> Reason | None:
    """Find two known objects that differ in the stretch only (食品 / 药品), or are all that differs (电梯 / 锅炉)."""
    one, other = left[0][left[1] : left[2]], right[0][right[1] : right[2]]
    vocabulary = lexicon.vocabulary
    alone = left[0][: left[1]] == right[0][: right[1]] and left[0][left[2] :] == right[0][right[2] :]
    for word in _covering(left, 2):
        before, after = _around(word, left)
        twin = before + other + after
        minimal = len(one) == len(other) and (before or after or alone)
        elsewhere = word in right[0] or twin in left[0] or word in lexicon.generic or twin in lexicon.generic
        known = word in vocabulary and twin in vocabulary and not lexicon.is_near(word, twin)
        if minimal and not elsewhere and known:
            return Reason(kind="object-conflict", weight=Weight.VETO, left=word, right=twin)
    return None


def _around(word: str, span: Span) -> tuple[str, str]:
    """Return what a covering word has before and after the differing stretch."""
    text, start, end = span
    begin = _begin(word, span)
    return ("", "") if begin is None else (text[begin:start], text[end : begin + len(word)])


def _begin(word: str, span: Span) -> int | None:
    """Return where a word that covers a differing stretch begins, None where it does not."""
    text, start, end = span
    places = range(max(0, end - len(word)), start + 1)
    return next((begin for begin in places if text[begin : begin + len(word)] == word), None)
