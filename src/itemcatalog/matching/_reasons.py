"""Why two names are the same, different or in doubt: one sentence in two languages, with the characters it rests on."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from attrs import define

from itemcatalog.findings import Message, Text

__all__ = ["REASONS", "NameComparison", "Reason", "Verdict", "Weight"]


class Verdict(enum.StrEnum):
    """结论: whether two names mean the same item."""

    SAME = "same"
    DIFFERENT = "different"
    REVIEW = "review"


class Weight(enum.IntEnum):
    """分量: what a reason does to the verdict."""

    FOR = 0
    DOUBT = 1
    VETO = 2


@define(frozen=True, slots=True, kw_only=True)
class Reason:
    """理由: one ground of a verdict.

    ``left`` and ``right`` are the characters of the two names that it rests on, ``""`` where a side has none;
    ``what`` names the slot in Chinese.
    """

    kind: str
    weight: Weight
    left: str = ""
    right: str = ""
    what: str = ""

    @property
    def text(self) -> Text:
        """Return the sentence in both languages."""
        values = {"left": self.left.strip("|"), "right": self.right.strip("|"), "what": self.what}
        message = REASONS[self.kind]
        return Text(message.render(values, "zh"), message.render(values, "en"))

    def mirrored(self) -> Reason:
        """Return the reason with the two names changed over."""
        return Reason(kind=self.kind, weight=self.weight, left=self.right, right=self.left, what=self.what)

    def __str__(self) -> str:
        return self.text.zh


REASONS: Mapping[str, Message] = {
    "identical": Message("两个名称完全相同", "the two names are identical"),
    "same-form": Message("规范后完全一致：{left}", "equal after canonicalisation: {left}"),
    "act-conflict": Message("办理动作不同：{left} ≠ {right}", "different acts: {left} ≠ {right}"),
    "act-near": Message("办理动作相近但不等同：{left} / {right}", "acts that are often confused: {left} / {right}"),
    "act-confused": Message(
        "本目录混用的办理动作：{left} / {right}（{what} 处互换，从不并存）",
        "acts that this catalogue uses for one thing: {left} / {right} ({what} objects, never side by side)",
    ),
    "act-missing": Message("仅一方写明办理动作：{left}{right}", "only one name states the act: {left}{right}"),
    "grant-conflict": Message("审批性质不同：{left} ≠ {right}", "different kinds of decision: {left} ≠ {right}"),
    "grant-doubt": Message(
        "审批性质用语不同，需核对：{left} / {right}", "different words for the decision: {left} / {right}"
    ),
    "qualifier-conflict": Message("{what}不同：{left} ≠ {right}", "{what} differs: {left} ≠ {right}"),
    "qualifier-near": Message(
        "{what}用语相近或有包含，需核对：{left} / {right}", "near words ({what}): {left} / {right}"
    ),
    "qualifier-missing": Message(
        "仅一方有{what}限定：{left}{right}（可能是主项与子项）",
        "only one name is limited ({what}): {left}{right}; perhaps main item and sub-item",
    ),
    "level-bracket": Message(
        "括号中的层级不一致：{left} / {right}，需结合实施主体判断", "levels in brackets: {left} / {right}"
    ),
    "number-conflict": Message("数字不同：{left} ≠ {right}", "different numbers: {left} ≠ {right}"),
    "number-missing": Message("仅一方有数字：{left}{right}", "only one name has the number: {left}{right}"),
    "sub-missing": Message(
        "仅一方有括号内容：{left}{right}（可能是主项与子项）",
        "only one name has this in brackets: {left}{right}; perhaps main item and sub-item",
    ),
    "main-missing": Message(
        "一方只写子项，另一方另有主项“{left}{right}”",
        "one name is the sub-item alone; the other has “{left}{right}” too",
    ),
    "sub-conflict": Message("括号内容不同：{left} ≠ {right}", "different contents of brackets: {left} ≠ {right}"),
    "sign-conflict": Message("字母或代号不同：{left} ≠ {right}", "different letters or signs: {left} ≠ {right}"),
    "negation": Message("仅一方含否定词“{left}{right}”", "only one name is negated: {left}{right}"),
    "moved": Message("限定语位置不同：{left}{right}", "the same qualifier stands elsewhere: {left}{right}"),
    "order": Message("仅语序不同：{left} / {right}", "only the order of words differs: {left} / {right}"),
    "typo": Message("疑为错别字：{left} / {right}", "plausibly a slip of writing: {left} / {right}"),
    "soft": Message("仅虚词差异：{left}{right}", "only a particle differs: {left}{right}"),
    "contrast": Message("{what}不同：{left} ≠ {right}", "{what} differs: {left} ≠ {right}"),
    "part": Message(
        "{what}有包含关系，需核对：{left} / {right}", "{what}: one is a kind of the other: {left} / {right}"
    ),
    "object-conflict": Message("办理对象（事物）不同：{left} ≠ {right}", "different objects: {left} ≠ {right}"),
    "object-near": Message(
        "事物用语相近，需核对：{left} / {right}", "words for near things, to be checked: {left} / {right}"
    ),
    "replaced": Message(
        "用字不同，词表不能判断：{left} / {right}", "other characters that no word list explains: {left} / {right}"
    ),
    "inserted": Message(
        "仅一方有“{left}{right}”，词表不能判断", "only one name has “{left}{right}”, which no word list explains"
    ),
    "generic": Message("仅一方有泛称“{left}{right}”", "only one name has the general noun “{left}{right}”"),
    "paper": Message("仅一方写明证件：{left}{right}", "only one name names the certificate: {left}{right}"),
    "slip": Message("疑似漏字：{left}{right}", "perhaps a character left out: {left}{right}"),
    "short": Message("名称过短或仅为简称：{left} / {right}", "a name too short, or an abbreviation: {left} / {right}"),
    "far": Message("核心对象差异过大：{left} / {right}", "the objects are too far apart: {left} / {right}"),
    "learnt-synonym": Message(
        "由相同编码习得的同义词（待确认）：{left} = {right}，依据 {what}",
        "synonym learnt from equal codes, not confirmed: {left} = {right}, from {what}",
    ),
    "own-word": Message(
        "本目录自身表明的写法：{left}{right}（{what}）",
        "a writing that this catalogue explains itself: {left}{right} ({what})",
    ),
    "takes-turns": Message(
        "本目录交替使用的写法：{left} / {right}（{what} 处互换）",
        "writings that take turns in this catalogue: {left} / {right} ({what} contexts)",
    ),
    "only-neighbour": Message(
        "两渠道事项大部分一致，此处互为唯一相近名称：{left} / {right}（{what}）",
        "each other's only near name in channels that mostly agree: {left} / {right} ({what})",
    ),
    "frequent": Message(
        "罕见写法归入目录中的常见写法：{left} → {right}（{what}）",
        "a rare writing joins the usual one of this catalogue: {left} → {right} ({what})",
    ),
    "same-code": Message("编码相同：{left}", "the same code: {left}"),
    "decision": Message("依人工认定（{what}）", "by a reviewer's decision ({what})"),
    "tie": Message("并列候选，无法唯一确定：{left} / {right}", "several equal candidates: {left} / {right}"),
}
"""Kind of reason → its sentence; ``{left}`` and ``{right}`` are the characters of the two names."""


@define(frozen=True, slots=True, kw_only=True)
class NameComparison:
    """名称比对结果: the verdict on two names, a score of 0 to 1, and every reason for it."""

    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]

    def mirrored(self) -> NameComparison:
        """Return the comparison of the names changed over."""
        return NameComparison(
            verdict=self.verdict, score=self.score, reasons=tuple(one.mirrored() for one in self.reasons)
        )

    def as_dict(self, language: str = "zh") -> dict[str, object]:
        """Return what ``compare --json`` writes: ``{verdict, score, reasons}``."""
        reasons = [one.text.in_language(language) for one in self.reasons]
        return {"verdict": self.verdict.value, "score": self.score, "reasons": reasons}
