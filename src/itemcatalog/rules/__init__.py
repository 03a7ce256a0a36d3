"""What must hold: one module per rule, one folder per family, explicit lists."""

from itemcatalog.rules._context import Context
from itemcatalog.rules._plan import Answers, CaseRunner, ItemRunner, Kept
from itemcatalog.rules._rule import Force, Problem, Rule, Scope, Verdict
from itemcatalog.rules._ruleset import RuleSet
from itemcatalog.rules._run import (
    Outcome,
    evaluate_case,
    evaluate_catalogue,
    evaluate_fault,
    evaluate_group,
    evaluate_item,
    project_item,
)
from itemcatalog.rules._unclear import UNCLEAR_KINDS, unclear_of
from itemcatalog.rules._words import finding_of, findings_of, item_ref, numbered

__all__ = [
    "UNCLEAR_KINDS",
    "Answers",
    "CaseRunner",
    "Context",
    "Force",
    "ItemRunner",
    "Kept",
    "Outcome",
    "Problem",
    "Rule",
    "RuleSet",
    "Scope",
    "Verdict",
    "evaluate_case",
    "evaluate_catalogue",
    "evaluate_fault",
    "evaluate_group",
    "evaluate_item",
    "finding_of",
    "findings_of",
    "item_ref",
    "numbered",
    "project_item",
    "unclear_of",
]
