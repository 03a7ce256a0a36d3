"""Comparing what the slots of two names say besides the object: acts, qualifiers, numbers."""

from __future__ import annotations

from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._slots import Slots
from itemcatalog.matching._terms import QUALIFIERS

__all__ = ["judge_grants", "judge_signs"]

_CERTIFICATES = ("证", "证书", "执照", "卡", "证件", "护照", "签注", "签证", "牌照", "证明")
_PRACTICE = ("执业", "执业证", "执业证书")
_NATURE_CONFLICT = frozenset((frozenset(("审批", "登记")), frozenset(("登记", "申领"))))
_ALTERNATIVE = frozenset(("首次",))
_ENDING = frozenset(("注销", "撤销", "吊销", "废止", "挂失", "解挂"))
_AFTER = _ENDING | frozenset(
    ("变更", "延续", "换发", "补发", "补换领", "停业", "歇业", "暂停", "恢复", "终止", "再次", "转移", "减项", "增项",
     "名称变更", "地址变更", "法定代表人变更", "负责人变更", "范围变更", "口头挂失", "正式挂失", "迁移")
)  # fmt: skip
"""What happens to something after it has been issued."""


def judge_signs(left: Slots, right: Slots, lexicon: Lexicon) -> list[Reason]:
    """Return vetoes and doubts; nothing where acts, qualifiers and numbers agree."""
    only_left = sorted(set(left.signs) - set(right.signs))
    only_right = sorted(set(right.signs) - set(left.signs))
    reasons = _acts(left, right, only_left, only_right, lexicon)
    for kind in (*QUALIFIERS, "number"):
        one = [mark for mark in only_left if mark.startswith(kind + ":")]
        other = [mark for mark in only_right if mark.startswith(kind + ":")]
        if one or other:
            near = len(one) == len(other) == 1 and _near(one[0], other[0], lexicon)
            reasons.append(_qualifier(kind, _shown(left, one), _shown(right, other), left, right, near=near))
    return reasons


def _shown(slots: Slots, marks: list[str]) -> str:
    return "、".join(slots.surface(mark) for mark in marks)


def _near(one: str, other: str, lexicon: Lexicon) -> bool:
    """Say whether two marks are words of which one holds the other, or that catalogues confuse (归侨侨眷, 归侨)."""
    return frozenset((one.partition(":")[2], other.partition(":")[2])) in lexicon.near


def _qualifier(kind: str, one: str, other: str, left: Slots, right: Slots, *, near: bool) -> Reason:
    if kind == "level" and (left.bare_level or right.bare_level):
        return Reason(kind="level-bracket", weight=Weight.DOUBT, left=one, right=other)
    if kind == "number":
        name = "number-conflict" if one and other else "number-missing"
        return Reason(kind=name, weight=Weight.VETO if one and other else Weight.DOUBT, left=one, right=other)
    what = QUALIFIERS[kind]
    if near:
        return Reason(kind="qualifier-near", weight=Weight.DOUBT, left=one, right=other, what=what)
    if one and other:
        return Reason(kind="qualifier-conflict", weight=Weight.VETO, left=one, right=other, what=what)
    return Reason(kind="qualifier-missing", weight=Weight.DOUBT, left=one, right=other, what=what)


def _acts(left: Slots, right: Slots, only_left: list[str], only_right: list[str], lexicon: Lexicon) -> list[Reason]:
    one = [mark for mark in only_left if mark.startswith("act:")]
    other = [mark for mark in only_right if mark.startswith("act:")]
    if one and other:
        return [_conflict(left, right, one, other, lexicon)]
    if one or other:
        return [_missing(left, right, one, other, lexicon)]
    return _grants(left, right)


def _conflict(left: Slots, right: Slots, one: list[str], other: list[str], lexicon: Lexicon) -> Reason:
    pairs = [(a[4:], b[4:]) for a in one for b in other]
    near = len(pairs) == 1 and frozenset(pairs[0]) in lexicon.near
    shown = {"left": _shown(left, one), "right": _shown(right, other)}
    if near:
        return Reason(kind="act-near", weight=Weight.DOUBT, **shown)
    return Reason(kind="act-conflict", weight=Weight.VETO, **shown)


def _missing(left: Slots, right: Slots, one: list[str], other: list[str], lexicon: Lexicon) -> Reason:
    """One name states an act that the other lacks: a veto when the other states another kind of decision."""
    shown = {"left": _shown(left, one), "right": _shown(right, other)}
    acts = {mark[4:] for mark in one or other}
    owner, lacking = (left, right) if one else (right, left)
    if any(frozenset((act, lacking.decision)) in lexicon.near for act in acts):
        shown["right" if one else "left"] = lacking.decision
        return Reason(kind="act-near", weight=Weight.DOUBT, **shown)
    if lacking.decision and _excludes(acts, owner, lacking, lexicon):
        shown["right" if one else "left"] = lacking.decision
        return Reason(kind="act-conflict", weight=Weight.VETO, **shown)
    return Reason(kind="act-missing", weight=Weight.DOUBT, **shown)


def _excludes(acts: set[str], owner: Slots, lacking: Slots, lexicon: Lexicon) -> bool:
    """Say whether acts cannot be part of the decision that the other name states.

    备案 is not 审批; what is issued (核发) is not changed or replaced (变更, 补发), as long as the name with the more
    special act does not issue too; what is registered (户口登记) is not cancelled (户口注销).
    """
    if acts & lexicon.natures:
        return lacking.decision != "申领" and not (acts & _ALTERNATIVE)
    if acts <= _ENDING and not owner.decision:
        return True
    return lacking.issues and not owner.issues and acts <= _AFTER


def _grants(left: Slots, right: Slots) -> list[Reason]:
    reason = judge_grants(left.grant, right.grant, left.core)
    if reason is not None and reason.weight is Weight.VETO and _certifies(left.core, right.core):
        reason = Reason(kind="grant-doubt", weight=Weight.DOUBT, left=reason.left, right=reason.right)
    return [reason] if reason else []


def _certifies(one: str, other: str) -> bool:
    """Say whether one name issues the certificate of what the other registers (船舶国籍登记, 船舶国籍证书核发)."""
    short, long = sorted((one, other), key=len)
    return bool(short) and long.startswith(short) and long.removeprefix(short) in _CERTIFICATES


def judge_grants(one: str, other: str, core: str) -> Reason | None:
    """Judge two granting families; a certificate is issued (核发) by the body and obtained (申领) by the applicant.

    Who is registered to practise (执业登记) is given the licence to practise (执业许可证核发); the registration of a
    certificate (作业证注册) is something else than to get it.
    """
    if one == other or core.endswith(_PRACTICE):
        return None
    if not one or not other:
        registers = "登记" in (one, other) and core.endswith(_CERTIFICATES)
        return Reason(kind="grant-doubt", weight=Weight.DOUBT, left=one, right=other) if registers else None
    if frozenset((one, other)) in _NATURE_CONFLICT:
        return Reason(kind="grant-conflict", weight=Weight.VETO, left=one, right=other)
    if core.endswith(_CERTIFICATES):
        return None
    return Reason(kind="grant-doubt", weight=Weight.DOUBT, left=one, right=other)
