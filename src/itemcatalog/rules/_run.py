"""One rule on one subject: the four verdicts. Pure; whoever counts and reports stands above.

The order is: not in force here → not applicable; ``applies`` False → not applicable, None → not checked; a list
that was not given, a field that the source does not carry, a limit that was not understood → not checked; a rule
that crashes → not checked with the name of the exception, never a pass.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any, NamedTuple

from itemcatalog.findings import Fault, Text
from itemcatalog.model import Case, Item
from itemcatalog.model.words import field_words
from itemcatalog.rules._context import Context, per_item
from itemcatalog.rules._rule import Problem, Rule, Verdict
from itemcatalog.rules._unclear import is_unclear

__all__ = [
    "Outcome",
    "evaluate_case",
    "evaluate_catalogue",
    "evaluate_fault",
    "evaluate_group",
    "evaluate_item",
    "project_item",
    "unclear_fields",
]


class Outcome(NamedTuple):
    """判定结果: the verdict of one rule on one subject, its problems, and why it was not checked."""

    verdict: Verdict
    problems: tuple[Problem, ...] = ()
    reason: Text | None = None


PASSED = Outcome(Verdict.PASS)
NOT_APPLICABLE = Outcome(Verdict.NOT_APPLICABLE)
_NOTHING: frozenset[str] = frozenset()
_CANNOT_TELL = Text("现有数据不能判断是否适用", "the data cannot tell whether the rule applies")
_LISTS = {
    "certificates": Text("没有提供证明清单", "no certificate list was given"),
    "standard_list": Text("没有提供纵向清单", "no standard list was given"),
    "crosswalk": Text("没有提供地方编码与国家编码对照表", "no crosswalk of local and national codes was given"),
    "organisations": Text("没有提供机构名录", "no list of organisations was given"),
    "case_items": Text("没有提供办件对应的事项目录", "no catalogue of the items of the cases was given"),
    "publish": Text("没有设定公布渠道", "no channels of publication were set"),
}


def not_checked(reason: Text) -> Outcome:
    """Return the outcome "not checked" with its reason."""
    return Outcome(Verdict.NOT_CHECKED, (), reason)


UNTOLD = not_checked(_CANNOT_TELL)


@functools.cache
def absent_list(name: str) -> Outcome:
    """Return the outcome for a list that was not given."""
    return not_checked(_LISTS.get(name, Text(f"没有提供 {name}", f"{name} was not given")))


@functools.cache
def absent_field(need: str) -> Outcome:
    """Return the outcome for a need, ``a`` or ``a|b``, that the source does not carry."""
    words = _in_words(need)
    return not_checked(Text(f"来源没有{words.zh}这一项", f"the source does not carry {words.en}"))


@functools.cache
def unclear_field(path: str) -> Outcome:
    """Return the outcome for a limit that is written but was not understood."""
    return not_checked(Text(f"{_in_words(path).zh}的写法无法识别", f"{path} is written but not understood"))


def _in_words(need: str) -> Text:
    paths = need.split("|")
    return Text("或".join(f"“{field_words(path, 'zh')}”" for path in paths), " / ".join(paths))


def crashed(rule: Rule, error: Exception) -> Outcome:
    """Return the outcome for a rule that raised: its own fault, never a pass of the item."""
    name = type(error).__name__
    return not_checked(Text(f"规则 {rule.code} 运行出错（{name}）", f"rule {rule.code} failed ({name})"))


def missing_list(rule: Rule, context: Context) -> Outcome | None:
    """Return the outcome for the first needed list that was not given."""
    for name in rule.lists:
        if getattr(context, name, None) is None:
            return absent_list(name)
    return None


def missing_field(rule: Rule, provides: frozenset[str]) -> Outcome | None:
    """Return the outcome for the first needed field that the source does not carry.

    A need written ``a|b`` is met by either.
    """
    for need in rule.needs:
        if need not in provides and not any(part in provides for part in need.split("|")):
            return absent_field(need)
    return None


@per_item
def unclear_fields(item: Item, context: Context) -> frozenset[str]:
    """Return the fields of an item that are written but were not understood: limits, and what readers reported."""
    reported = context.unclear.get((item.channel, item.id)) if context.unclear else None
    found = set(reported) if reported else set()
    if item.statutory_limit is not None and item.statutory_limit.unclear:
        found.add("statutory_limit")
    if item.promised_limit is not None and item.promised_limit.unclear:
        found.add("promised_limit")
    for part in item.procedure:
        if part.limit is not None and part.limit.unclear:
            found.add("procedure.limit")
    for special in item.special_procedures:
        if special.limit is not None and special.limit.unclear:
            found.add("special_procedures.limit")
    return frozenset(found) if found else _NOTHING


def unclear_need(rule: Rule, unclear: frozenset[str]) -> Outcome | None:
    """Return the outcome for the first needed field that was not understood."""
    for need in rule.needs:
        for part in need.split("|"):
            if is_unclear(part, unclear):
                return unclear_field(part)
    return None


def applied(rule: Rule, subject: Any, context: Context) -> Outcome | None:
    """Return the outcome that ``applies`` decides; None = go on."""
    if rule.applies is None:
        return None
    try:
        answer = rule.applies(subject, context)
    except Exception as error:  # a rule of another tool may raise anything
        return crashed(rule, error)
    return None if answer else NOT_APPLICABLE if answer is False else UNTOLD


def checked(rule: Rule, subject: Any, context: Context) -> Outcome:
    """Return what ``check`` says of a subject that all inputs are there for."""
    try:
        problems = tuple(rule.check(subject, context))
    except Exception as error:  # a rule of another tool may raise anything
        return crashed(rule, error)
    return Outcome(Verdict.FINDING, problems) if problems else PASSED


def evaluate_item(rule: Rule, item: Item, context: Context) -> Outcome:
    """Return the verdict of an item rule on one item. ``audit`` uses ``ItemRunner``, which is faster and agrees."""
    return _blocked(rule, item, context) or checked(rule, item, context)


def evaluate_case(rule: Rule, case: Case, context: Context) -> Outcome:
    """Return the verdict of a case rule on one case; what its table does not carry is not checked."""
    return (
        _out_of_force(rule, context.division, context)
        or applied(rule, case, context)
        or missing_list(rule, context)
        or missing_field(rule, case.source.provides)
        or unclear_need(rule, case.unclear)
        or checked(rule, case, context)
    )


def evaluate_group(rule: Rule, group: Any, context: Context) -> Outcome:
    """Return the verdict of a group rule; which fields the members carry is settled by ``comparison``."""
    return (
        _out_of_force(rule, context.division, context)
        or applied(rule, group, context)
        or missing_list(rule, context)
        or checked(rule, group, context)
    )


def evaluate_fault(rule: Rule, fault: Fault, context: Context) -> Outcome:
    """Return what a rule with ``kinds`` says of one fault; faults of other kinds are none of its business."""
    if fault.kind not in rule.kinds:
        return NOT_APPLICABLE
    return _out_of_force(rule, context.division, context) or checked(rule, fault, context)


def project_item(rule: Rule, item: Item, context: Context) -> tuple[Outcome, Any]:
    """Return what a catalogue rule keeps of one item, with a verdict that still is ``pass`` where it keeps it.

    Whoever runs the rule turns the pass into a finding for the items that ``evaluate_catalogue`` names.
    """
    outcome = _blocked(rule, item, context)
    if outcome is not None or rule.project is None:
        return outcome or NOT_APPLICABLE, None
    try:
        kept = rule.project(item, context)
    except Exception as error:  # a rule of another tool may raise anything
        return crashed(rule, error), None
    return (NOT_APPLICABLE if kept is None else PASSED), kept


def _blocked(rule: Rule, item: Item, context: Context) -> Outcome | None:
    """Return why a rule does not get to look at an item; None = it does."""
    return (
        _out_of_force(rule, context.division_of(item), context)
        or applied(rule, item, context)
        or missing_list(rule, context)
        or missing_field(rule, context.provides(item))
        or unclear_need(rule, unclear_fields(item, context))
    )


def evaluate_catalogue(rule: Rule, projections: Sequence[Any], context: Context) -> Outcome:
    """Return the verdict of a catalogue rule over what it kept of the items."""
    return missing_list(rule, context) or checked(rule, projections, context)


def _out_of_force(rule: Rule, division: str | None, context: Context) -> Outcome | None:
    return None if rule.in_force(context.as_of, division) else NOT_APPLICABLE
