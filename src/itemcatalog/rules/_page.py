"""Pages of rules in Markdown, made from the code: ``docs/rules/<CODE>.md`` and its index."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable

from itemcatalog.policy import load_policy
from itemcatalog.rules._families import FAMILIES
from itemcatalog.rules._rule import Rule
from itemcatalog.rules.rule_words import FORCES, SEVERITIES, scope_words

__all__ = ["PARTS", "index", "page", "parts"]

#: The parts that every page has after its first sentence.
PARTS = ("依据", "示例", "局限")


def parts(rule: Rule) -> dict[str, str]:
    """Return the first sentence (under ``""``) and the named parts of a rule's docstring, each as one line."""
    text = inspect.cleandoc(rule.page or "")
    pieces = re.split(rf"^({'|'.join(PARTS)})：", text, flags=re.MULTILINE)
    found = {"": _line(pieces[0])}
    found |= {name: _line(body) for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    return found


def _line(text: str) -> str:
    joined = re.sub(r"(?<=[0-9A-Za-z.,])\n(?=[0-9A-Za-z])", " ", text.strip())
    return joined.replace("\n", "")


def page(rule: Rule) -> str:
    """Return the page of one rule."""
    own = parts(rule)
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        own[""],
        "",
        rule.summary.en,
        "",
        "| | |",
        "|---|---|",
        *(f"| {label} | {value} |" for label, value in _facts(rule) if value),
        "",
    ]
    for name in PARTS:
        lines += [f"## {name}", "", own.get(name, ""), ""]
    lines += ["## 整改", "", rule.recommendation.zh, "", rule.recommendation.en, ""]
    lines += ["## 消息", "", *_messages(rule), ""]
    return "\n".join(lines)


def _facts(rule: Rule) -> Iterable[tuple[str, str]]:
    yield "等级", f"{rule.severity.value} {SEVERITIES[rule.severity].zh}"
    yield "范围", scope_words(rule).zh
    yield "效力", FORCES[rule.force].zh
    yield "条款", "、".join(rule.clauses)
    yield "需要的要素", "、".join(f"`{need}`" for need in rule.needs).replace("|", "` 或 `")
    yield "需要的清单", "、".join(f"`{name}`" for name in rule.lists)
    yield "读取问题种类", "、".join(f"`{kind}`" for kind in rule.kinds)
    yield "有效期", _interval(rule)
    yield "适用区划", "、".join(rule.divisions)
    yield "自版本", rule.since
    yield "状态", "" if rule.status == "active" else f"{rule.status}，见 {rule.replaced_by or '—'}"


def _interval(rule: Rule) -> str:
    if rule.valid_from is None and rule.valid_to is None:
        return ""
    return f"{rule.valid_from or '…'} 至 {rule.valid_to or '今'}"


def _messages(rule: Rule) -> Iterable[str]:
    for key, message in rule.messages.items():
        yield f"- `{key}`：{message.zh}"
        yield f"  {message.en}"


def index(rules: Iterable[Rule]) -> str:
    """Return the index of all rules by family."""
    every = list(rules)
    lines = ["# 规则目录", "", "由代码生成（`make rules`）。每条规则一页；编号一经使用不再改作他用。", ""]
    for family, (zh, en) in FAMILIES.items():
        own = [rule for rule in every if rule.family == family]
        if own:
            lines += [f"## {family} {zh} · {en}", "", "| 规则 | 名称 | 等级 | 问题 |", "|---|---|---|---|"]
            lines += [_row(rule) for rule in own] + [""]
    return "\n".join([*lines, *_clauses(every)])


_EVIDENCE = "不能由数据计算：由 `appraise` 登记结论和证明材料"
_PARTLY = "其余部分不能由数据计算：由 `appraise` 登记结论和证明材料"
_NOBODY = "没有规则和指标"


def _clauses(rules: list[Rule]) -> Iterable[str]:
    """Say for each clause of the plan which rules and indicators answer it, and what cannot be computed."""
    plan = load_policy("fuzhou-2017")
    yield from (f"## 条款与规则：{plan.name}", "")
    yield from ("规则由 `audit` 检查，指标由 `appraise` 计算。", "")
    yield from ("| 条款 | 内容 | 规则 | 指标 | 不能计算的 |", "|---|---|---|---|---|")
    for clause_id in plan.own_clauses:
        clause = plan.clauses[clause_id]
        codes = "、".join(f"[{rule.code}]({rule.code}.md)" for rule in rules if clause_id in rule.clauses)
        names = "、".join(str(one["name"]) for one in plan.indicators if one["clause"] == clause_id)
        rest = "" if codes or names else _NOBODY
        if "evidence" in clause.kind:
            rest = _PARTLY if codes or names else _EVIDENCE
        yield f"| {clause_id} | {clause.title} | {codes} | {names} | {rest} |"
    yield ""


def _row(rule: Rule) -> str:
    off = "" if rule.on_by_default else "（默认关闭）"
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity.value}{off} | {rule.summary.zh} |"
