"""The verdict on two names: canonical form → slots → veto → score, every answer with its reasons."""

from __future__ import annotations

from attrs import evolve

from itemcatalog.matching._cores import CoreJudgement, judge_cores
from itemcatalog.matching._fold import bare
from itemcatalog.matching._halves import reunited
from itemcatalog.matching._hits import ACT
from itemcatalog.matching._lexicon import Lexicon, default_lexicon
from itemcatalog.matching._order import only_reordered
from itemcatalog.matching._reasons import NameComparison, Reason, Verdict, Weight
from itemcatalog.matching._signs import judge_signs
from itemcatalog.matching._slots import Slots, reader_of
from itemcatalog.text import clean

__all__ = ["compare_names", "compare_slots"]

_PAPERS = frozenset(("证", "证书", "资格证", "合格证", "资质证"))
_BRACKETS_ONLY = 0.98
_SHORTEST_WORD = 2
_LONGEST_NOUN = 6
_CHANGE = "act:变更"
_TRADES = frozenset(("零售", "批发"))
_VERDICTS = {Weight.FOR: Verdict.SAME, Weight.DOUBT: Verdict.REVIEW, Weight.VETO: Verdict.DIFFERENT}


def compare_names(a: str, b: str, lexicon: Lexicon | None = None) -> NameComparison:
    """Say whether two names of service items mean the same item, and why.

    Symmetric and reflexive. A conflicting act, qualifier, number or object is a veto (different); what only one name
    says, and what the lexicon does not know, is a doubt (review); the rest is the same.
    """
    lexicon = lexicon or default_lexicon()
    left, right = clean(a), clean(b)
    if left == right:
        return NameComparison(verdict=Verdict.SAME, score=1.0, reasons=(Reason(kind="identical", weight=Weight.FOR),))
    if left > right:
        return compare_names(b, a, lexicon).mirrored()
    if bare(left) == bare(right):
        reason = Reason(kind="moved", weight=Weight.FOR, left=left, right=right)
        return NameComparison(verdict=Verdict.SAME, score=_BRACKETS_ONLY, reasons=(reason,))
    reader = reader_of(lexicon)
    return compare_slots(reader.slots(left), reader.slots(right), lexicon)


def compare_slots(left: Slots, right: Slots, lexicon: Lexicon) -> NameComparison:
    """Compare two names that have been read already."""
    left, right, halves = reunited(_with_change(left, lexicon), _with_change(right, lexicon), lexicon)
    left, right = _as_object(left, right), _as_object(right, left)
    left, right, moved = _settle(left, right, lexicon)
    judgement = _objects(left, right, lexicon)
    reasons = [*judge_signs(left, right, lexicon), *halves, *moved, *judgement.reasons]
    if not reasons:
        reasons = [Reason(kind="same-form", weight=Weight.FOR, left=left.core, right=right.core)]
    reasons.sort(key=lambda one: -one.weight)
    weight = reasons[0].weight
    if weight is Weight.FOR and min(len(left.core), len(right.core)) == 0 and left.core != right.core:
        weight = Weight.DOUBT
    return NameComparison(
        verdict=_VERDICTS[weight], score=_score(weight, judgement.ratio, reasons), reasons=tuple(reasons)
    )


def _score(weight: Weight, ratio: float, reasons: list[Reason]) -> float:
    """Same: 0.9 to 1; review: 0.5 to 0.9; different: below 0.5."""
    if weight is Weight.FOR:
        value = 0.9 + 0.1 * ratio
    elif weight is Weight.DOUBT:
        doubts = sum(one.weight is Weight.DOUBT for one in reasons)
        value = max(0.5, 0.5 + 0.39 * ratio - 0.05 * (doubts - 1))
    else:
        value = 0.49 * ratio
    return round(value, 4)


def _with_change(slots: Slots, lexicon: Lexicon) -> Slots:
    """Read what stands in a bracket, or at the end behind 变更 in front, as the thing that changes.

    公司变更登记（法定代表人）, 变更公司法定代表人: both change the legal representative.
    """
    if _CHANGE not in slots.signs:
        return slots
    core, thing = (slots.core, slots.sub) if slots.sub else _last_noun(slots.core, lexicon)
    change = lexicon.hits.get(thing + _CHANGE[4:])
    if not thing or change is None or not change.role & ACT:
        return slots
    signs = tuple(sorted({*slots.signs, change.mark} - {_CHANGE}))
    words = tuple(one for one in slots.words if one[0] != _CHANGE)
    return evolve(slots, core=core, sub="", signs=signs, words=(*words, (change.mark, thing)))


def _last_noun(core: str, lexicon: Lexicon) -> tuple[str, str]:
    """Part a core before its last noun where an act changes this (企业 + 名称); not 场所, of which there are many."""
    for length in range(_LONGEST_NOUN, 1, -1):
        rest, noun = core[:-length], core[-length:]
        if len(rest) >= _SHORTEST_WORD and noun != "场所" and noun + _CHANGE[4:] in lexicon.hits:
            return rest, noun
    return core, ""


def _as_object(slots: Slots, other: Slots) -> Slots:
    """Count a word to the object where the other name does (考试报名 / 考试网上报名, 政策咨询 / 咨询…政策)."""
    for mark, word in slots.words:
        act = mark.partition(":")[2]
        if word != act and word.endswith(act) and mark in other.signs and mark.startswith("act:"):
            object_ = slots.core + word.removesuffix(act)
            if object_ == other.core:
                return evolve(slots, core=object_, plain="")
    return slots


def _settle(left: Slots, right: Slots, lexicon: Lexicon) -> tuple[Slots, Slots, list[Reason]]:
    """Bring a word that one name has in its slots and the other inside its core to the same place."""
    moved: list[Reason] = []
    for mark in sorted(set(left.signs) ^ set(right.signs)):
        if mark.startswith("number:"):
            continue
        from_left = mark in left.signs
        owner, other = (left, right) if from_left else (right, left)
        word = _inside(mark, owner, other, lexicon)
        only_applicant = not word and mark.startswith("applicant:") and _is_all(mark, owner, other, lexicon)
        if word or only_applicant:
            word = word or other.core
            signs, words = tuple(sorted({*other.signs, mark})), (*other.words, (mark, word))
            core = "" if only_applicant else owner.core
            sub = owner.sub if not other.sub and _parted_by(word, other.core, owner) else other.sub
            changed = evolve(other, core=core, sub=sub, signs=signs, words=words, plain="")
            left, right = (left, changed) if from_left else (changed, right)
            sides = {"left": word} if from_left else {"right": word}
            moved.append(Reason(kind="moved", weight=Weight.FOR, **sides))
    return left, right, moved


def _inside(mark: str, owner: Slots, other: Slots, lexicon: Lexicon) -> str:
    """Return the word of a mark, as written or in its usual form, that is all the other object has more.

    A deed on which the other name decides (检验许可 against 检验) stays what it is.
    """
    if mark[4:] in lexicon.natures and other.decision in ("审批", "登记") and not owner.decision:
        return ""
    if mark.startswith("level:") and other.core == mark.partition(":")[2][:1] + owner.core:
        return other.core[0]
    for word in dict.fromkeys((owner.surface(mark), mark.partition(":")[2])):
        if len(word) < _SHORTEST_WORD or word not in other.core:
            continue
        rest = other.core.replace(word, "", 1)
        if rest == owner.core or (not mark.startswith("act:") and only_reordered(rest, owner.core, lexicon)):
            return word
        if mark.startswith("act:") and not other.sub and _parted_by(word, other.core, owner):
            return word
    return ""


def _parted_by(act: str, core: str, owner: Slots) -> bool:
    """Say whether an act stands between the parts that its owner has in front of it: 租房提取公积金, 公积金租房提取.

    The first part may stand in a bracket, too: 公积金提取（租房）.
    """
    before, _, behind = core.partition(act)
    if min(len(before), len(behind)) < _SHORTEST_WORD:
        return False
    return (owner.core, owner.sub) in ((behind + before, ""), (behind, before))


def _is_all(mark: str, owner: Slots, other: Slots, lexicon: Lexicon) -> bool:
    """Say whether the object of the other name is nothing but the applicant of this one (居民结婚登记)."""
    word = owner.surface(mark)
    settled = lexicon.hits.get(word)
    return other.core in (word, mark.partition(":")[2], settled.canonical if settled else word)


def _objects(left: Slots, right: Slots, lexicon: Lexicon) -> CoreJudgement:
    """Judge core and bracketed sub-item together."""
    if left.sub == right.sub:
        return _cores(left, right, lexicon)
    if left.sub and right.sub:
        return _two_subs(left, right, lexicon)
    with_sub, without = (left, right) if left.sub else (right, left)
    sides = {"left": left.sub, "right": right.sub}
    if _told_in_line(with_sub, without.core, lexicon):
        return CoreJudgement(1.0, (Reason(kind="moved", weight=Weight.FOR, **sides),))
    if only_reordered(with_sub.sub, without.core, lexicon):
        main = {"left": left.core} if left.sub else {"right": right.core}
        return CoreJudgement(0.7, (Reason(kind="main-missing", weight=Weight.DOUBT, **main),))
    core = judge_cores(left.core, right.core, lexicon)
    return CoreJudgement(core.ratio, (*core.reasons, Reason(kind="sub-missing", weight=Weight.DOUBT, **sides)))


def _told_in_line(bracketed: Slots, core: str, lexicon: Lexicon) -> bool:
    """Say whether an object has in line what the other name puts in brackets: 枪支（弹药）运输, 运输枪支弹药."""
    sub, whole = bracketed.sub, bracketed.core
    if sub in core and core.replace(sub, "", 1) in (whole, _without_trade(whole, sub)):
        return True
    if len(sub) + len(whole) != len(core):
        return False
    return any(only_reordered(whole[:at] + sub + whole[at:], core, lexicon) for at in range(len(whole) + 1))


def _without_trade(core: str, sub: str) -> str:
    """Take the general word off a core whose bracket names the kind of trade (经营（零售） is 零售)."""
    return core.replace("经营", "", 1) if sub in _TRADES else core


def _two_subs(left: Slots, right: Slots, lexicon: Lexicon) -> CoreJudgement:
    core = judge_cores(left.core, right.core, lexicon)
    subs = judge_cores(left.sub, right.sub, lexicon)
    if subs.weight is Weight.VETO:
        conflict = Reason(kind="sub-conflict", weight=Weight.VETO, left=left.sub, right=right.sub)
        return CoreJudgement(core.ratio, (*core.reasons, conflict))
    return CoreJudgement(round((core.ratio + subs.ratio) / 2, 4), (*core.reasons, *subs.reasons))


def _cores(left: Slots, right: Slots, lexicon: Lexicon) -> CoreJudgement:
    """Judge two cores; a slip inside a word that has synonyms shows only in the objects as written."""
    if paper := _only_paper(left, right):
        return CoreJudgement(0.95, (paper,))
    judgement = judge_cores(left.core, right.core, lexicon)
    if judgement.weight is Weight.FOR or not left.plain or not right.plain:
        return judgement
    written = judge_cores(left.plain, right.plain, lexicon)
    slip = written.reasons and all(one.kind == "typo" and one.weight is Weight.FOR for one in written.reasons)
    return written if slip else judgement


def _only_paper(left: Slots, right: Slots) -> Reason | None:
    """Recognise that one name issues the certificate of what the other permits (养殖证核发, 养殖许可)."""
    for one, other in ((left, right), (right, left)):
        paper = one.core.removeprefix(other.core) if one.core.startswith(other.core) else ""
        granted = other.grant == "审批" or (other.grant == "登记" and other.core.endswith("执业"))
        if one.issues and one.grant == "审批" and granted and paper in _PAPERS and len(other.core) > len(paper):
            sides = {"left": paper} if one is left else {"right": paper}
            return Reason(kind="paper", weight=Weight.FOR, **sides)
    return None
