"""The founding plan, clause by clause: every duty that data can decide has a rule or an indicator."""

from __future__ import annotations

from pathlib import Path

import pytest

from itemcatalog.policy import load_policy
from itemcatalog.rules import RuleSet

INDEX = Path(__file__).resolve().parents[1] / "docs" / "rules" / "index.md"
PLAN = load_policy("fuzhou-2017")

#: Clause → which data decides it: items and guides (catalogue), case or event records (cases), or a document that
#: somebody must look at (evidence).
KINDS = {
    "1": {"evidence"},
    "2a": {"catalogue"},
    "2b": {"catalogue", "evidence"},
    "3a": {"cases"},
    "3b": {"catalogue"},
    "3c": {"cases"},
    "3d": {"cases", "catalogue"},
    "3e": {"cases"},
    "3f": {"cases"},
    "4a": {"evidence"},
    "4b": {"evidence"},
    "4c": {"cases", "evidence"},
    "5": {"catalogue", "evidence"},
    "6a": {"evidence"},
    "6b": {"cases"},
    "7a": {"evidence"},
    "7b": {"catalogue"},
    "8a": {"catalogue"},
    "8b": {"catalogue"},
    "8c": {"catalogue"},
    "8d": {"catalogue"},
    "9a": {"catalogue"},
    "9b": {"catalogue"},
    "9c": {"catalogue", "evidence"},
    "9d": {"catalogue"},
    "10a": {"evidence"},
    "10b": {"cases", "evidence"},
    "10c": {"evidence"},
    "11a": {"catalogue"},
    "11b": {"catalogue"},
}
COMPUTED = [clause for clause, kinds in KINDS.items() if kinds & {"catalogue", "cases"}]
# An error or a warning on the clause itself is asked for where the plan says 必须, 统一 or 一致.
CHECKED = ("2a", "3c", "3d", "3e", "8a", "8b", "8c", "8d", "9a", "9b", "9c", "9d", "11a", "11b")


def _rules(clause: str) -> list[str]:
    """Return the codes of the active rules that run by default and name a clause."""
    return [rule.code for rule in RuleSet.default() if clause in rule.clauses and rule.on_by_default]


def _indicators(clause: str) -> list[str]:
    return [str(one["id"]) for one in PLAN.indicators if one["clause"] == clause]


def test_the_policy_has_the_clauses_of_the_plan() -> None:
    """The shipped policy knows each clause, of the same kinds."""
    assert {clause: set(PLAN.clauses[clause].kind) for clause in KINDS} == KINDS


@pytest.mark.parametrize("clause", COMPUTED)
def test_a_computable_clause_is_answered(clause: str) -> None:
    """A clause that items or records decide has a rule that runs by default, or an indicator."""
    assert _rules(clause) or _indicators(clause), f"no rule and no indicator answers clause {clause}"


@pytest.mark.parametrize("clause", CHECKED)
def test_a_clause_about_single_items_has_a_rule(clause: str) -> None:
    """Where single items or records can break a clause, a rule names them: a share alone does not say which."""
    assert _rules(clause)


@pytest.mark.parametrize("clause", list(KINDS))
def test_the_index_says_who_answers(clause: str) -> None:
    """docs/rules/index.md lists rules and indicators of each clause, and says what cannot be computed."""
    lines = INDEX.read_text(encoding="utf-8").splitlines()
    _, _, title, codes, names, rest, _ = (
        part.strip() for part in next(line for line in lines if line.startswith(f"| {clause} |")).split("|")
    )

    assert title == PLAN.clauses[clause].title
    assert [code for code in _rules(clause) if code not in codes] == []
    assert bool(names) is bool(_indicators(clause))
    assert ("不能由数据计算" in rest) is ("evidence" in KINDS[clause])
    assert codes or names or rest
