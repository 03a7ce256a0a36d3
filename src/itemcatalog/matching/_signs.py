"""Comparing what the slots of two names say besides the object: acts, qualifiers, numbers."""

from __future__ import annotations

from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.matching._reasons import Reason, Weight
from itemcatalog.matching._slots import Slots
from itemcatalog.matching._terms import QUALIFIERS

__all__ = ["is_step_of", "judge_grants", "judge_signs"]

_CERTIFICATES = ("证", "证书", "执照", "卡", "证件", "护照", "签注", "签证", "牌照", "证明")
_PRACTICE = ("执业", "执业证", "执业证书")
_NATURE_CONFLICT = frozenset((frozenset(("审批", "登记")), frozenset(("登记", "申领"))))
_CHANGE = "act:变更"
_ALTERNATIVE = frozenset(("首次",))
_ENDING = frozenset(("注销", "撤销", "吊销", "废止", "挂失", "解挂"))
_AFTER = _ENDING | frozenset(
    ("变更", "延续", "换发", "补发", "补换领", "停业", "歇业", "暂停", "恢复", "终止", "再次", "转移", "减项", "增项",
     "名称变更", "地址变更", "法定代表人变更", "负责人变更", "范围变更", "口头挂失", "正式挂失", "迁移")
)  # fmt: skip
"""What happens to something after it has been issued."""
_ASKING = frozenset(("act:进度查询", "act:结果查询"))


def judge_signs(left: Slots, right: Slots, lexicon: Lexicon) -> list[Reason]:
    """Return vetoes and doubts; nothing where acts, qualifiers and numbers agree."""
    only_left = sorted(set(left.signs) - set(right.signs))
    only_right = sorted(set(right.signs) - set(left.signs))
    reasons = _acts(left, right, only_left, only_right, lexicon)
    for kind in (*QUALIFIERS, "number"):
        one = [mark for mark in only_left if mark.startswith(kind + ":")]
        other = [mark for mark in only_right if mark.startswith(kind + ":")]
        if one or other:
            near = len(one) == len(other) == 1 and _near(left, right, one[0], other[0], lexicon)
            reasons.append(_qualifier(kind, _shown(left, one), _shown(right, other), left, right, near=near))
    return reasons


def _shown(slots: Slots, marks: list[str]) -> str:
    return "、".join(slots.surface(mark) for mark in marks)


def _near(left: Slots, right: Slots, one: str, other: str, lexicon: Lexicon) -> bool:
    """Say whether two marks, as written or in their usual form, are words that catalogues confuse (归侨侨眷, 归侨)."""
    as_written = lexicon.is_near(left.surface(one), right.surface(other))
    return as_written or lexicon.is_near(one.partition(":")[2], other.partition(":")[2])


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
    shown = {"left": _shown(left, one), "right": _shown(right, other)}
    single = len(one) == len(other) == 1
    if single and (_near(left, right, one[0], other[0], lexicon) or _is_kind_of_change(left, right, one[0], other[0])):
        return Reason(kind="act-near", weight=Weight.DOUBT, **shown)
    return Reason(kind="act-conflict", weight=Weight.VETO, **shown)


def _is_kind_of_change(left: Slots, right: Slots, one: str, other: str) -> bool:
    """Say whether one name changes a thing and the other a part of it (变更, 住所变更): main item and business item."""
    same_object = (left.core, left.sub) == (right.core, right.sub)
    return same_object and _CHANGE in (one, other) and one.endswith(_CHANGE[4:]) and other.endswith(_CHANGE[4:])


def _missing(left: Slots, right: Slots, one: list[str], other: list[str], lexicon: Lexicon) -> Reason:
    """One name states an act that the other lacks: a veto when the other states another kind of decision."""
    shown = {"left": _shown(left, one), "right": _shown(right, other)}
    acts = {mark[4:] for mark in one or other}
    if not all(map(is_step_of, one or other)):
        return Reason(kind="act-conflict", weight=Weight.VETO, **shown)
    owner, lacking = (left, right) if one else (right, left)
    if any(lexicon.is_near(act, lacking.decision) for act in acts):
        shown["right" if one else "left"] = lacking.decision
        return Reason(kind="act-near", weight=Weight.DOUBT, **shown)
    if lacking.decision and _excludes(acts, owner, lacking, lexicon):
        shown["right" if one else "left"] = lacking.decision
        return Reason(kind="act-conflict", weight=Weight.VETO, **shown)
    return Reason(kind="act-missing", weight=Weight.DOUBT, **shown)


def is_step_of(mark: str) -> bool:
    """Say whether what an act names may be part of the item without it; to ask how an application stands is not."""
    return mark not in _ASKING


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
