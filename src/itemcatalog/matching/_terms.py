"""The words of a lexicon and their classes: ``term,class,canonical,note,source``."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from attrs import define

from itemcatalog.errors import UsageError

__all__ = ["ACTS", "CLASSES", "CONTRASTS", "CORE_WORDS", "OWN", "QUALIFIERS", "Term", "read_terms"]

QUALIFIERS: Mapping[str, str] = {
    "grade": "等级",
    "level": "层级",
    "applicant": "办理对象",
    "ownership": "性质",
    "origin": "来源",
    "region": "地域",
    "term": "期限",
    "building": "建设性质",
    "size": "规模",
    "procedure": "程序",
    "medium": "方式",
    "sex": "性别",
    "practice": "执业方式",
    "learnt": "括号限定",
}
"""Classes that are taken out of the core: class → Chinese name."""

CONTRASTS: Mapping[str, str] = {
    "specialty": "专业",
    "organ": "器官",
    "paper": "文书",
    "conduct": "行为",
    "employment": "就业状态",
    "cover": "待遇种类",
    "insurance": "险种",
    "vehicle": "车辆",
    "kin": "亲属",
    "marriage": "婚姻状态",
    "guardian": "产生方式",
    "estate": "房地类型",
    "matter": "行为内容",
    "goods": "物品",
    "trade": "行业",
    "terrain": "土地水域类型",
    "stage": "学段",
    "person": "人员类别",
    "body": "单位类型",
    "utility": "用水用能",
    "supply": "供水供能",
    "tax": "税费种类",
    "period": "时间",
    "direction": "方向",
    "species": "生物类别",
    "benefit": "待遇项目",
    "protection": "保护级别",
    "phase": "环节",
}
"""Classes that stay in the core: two words of one class never mean the same."""

ACTS = ("grant", "nature", "deed", "change")
OWN = "习得"
"""Source of the words that a catalogue explains by its own writings."""
CORE_WORDS = ("synonym", "object")
_DROPPED = ("filler", "suffix", "prefix", "bracket", "generic", "near", "typo", "verb")
CLASSES = (*ACTS, *QUALIFIERS, *CONTRASTS, *CORE_WORDS, *_DROPPED)
"""Every class that a term may have."""

_FIELDS = ["term", "class", "canonical", "note", "source"]


@define(frozen=True, slots=True)
class Term:
    """词条: one word of the lexicon. ``canonical`` is ``""`` where the word is only dropped."""

    term: str
    kind: str
    canonical: str
    note: str = ""
    source: str = ""


def read_terms(text: str, origin: str) -> tuple[Term, ...]:
    """Read a table ``term,class,canonical,note,source`` (CSV with header); ``origin`` names it in errors.

    Raises ``UsageError`` for a wrong header, an unknown class or an empty term.
    """
    reader = csv.DictReader(text.lstrip("\ufeff").splitlines())
    if not {"term", "class"} <= set(reader.fieldnames or ()):
        raise UsageError(f"词表 {origin} 的表头应为 {','.join(_FIELDS)}")
    return tuple(_term(row, origin, reader.line_num) for row in reader)


def _term(row: Mapping[str, str | None], origin: str, line: int) -> Term:
    term, kind = (row.get("term") or "").strip(), (row.get("class") or "").strip()
    if not term or kind not in CLASSES:
        raise UsageError(f"词表 {origin} 第 {line} 行：词条为空或类别“{kind}”不存在")
    canonical = (row.get("canonical") or "").strip() or (term if kind not in _DROPPED else "")
    return Term(term, kind, canonical, (row.get("note") or "").strip(), (row.get("source") or "").strip())
