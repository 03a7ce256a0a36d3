"""The pages, words and lists of the rules."""

from __future__ import annotations

import importlib
import inspect
import re
import string
from pathlib import Path

import pytest

import itemcatalog.rules
from itemcatalog.findings import Message
from itemcatalog.policy import load_policy, policy_ids
from itemcatalog.rules import Rule, RuleSet
from itemcatalog.rules._families import FAMILIES
from itemcatalog.rules._page import PARTS, index, page, parts
from itemcatalog.rules._run import absent_field

RULES = list(RuleSet.default())
SOURCE = Path(inspect.getfile(itemcatalog.rules)).parent
PAGES = Path(__file__).resolve().parents[2] / "docs" / "rules"
MODULES = sorted(SOURCE.glob("*/[a-z][a-z][a-z][0-9][0-9][0-9]_*.py"))


def test_every_module_is_in_the_list_of_its_family() -> None:
    """No module is forgotten in a list, and each holds the rule of its own name."""
    families = {rule.family.lower() for rule in RULES}
    modules = [path for path in MODULES if path.parent.name in families]

    assert {path.stem[:6] for path in modules} == {rule.code.lower() for rule in RULES}
    for path in modules:
        module = importlib.import_module(f"itemcatalog.rules.{path.parent.name}.{path.stem}")
        assert module.RULE.code.lower() == path.stem[:6]
        assert module.RULE.page == module.__doc__


@pytest.mark.parametrize("need", sorted({need for rule in RULES for need in rule.needs}))
def test_why_a_rule_was_not_checked_names_fields_in_words(need: str) -> None:
    """The Chinese reason has no field path of the model in it; the English one has."""
    reason = absent_field(need).reason

    assert reason is not None
    assert not re.search("[a-z]", reason.zh)
    assert reason.en.endswith(need.replace("|", " / "))


@pytest.mark.parametrize("code", ["CHN021", "CHN022"])
def test_where_items_must_be_published_is_the_clause_on_publication(code: str) -> None:
    """What must stand on each channel, with its document, rests on 9c; 9d is that channels say the same."""
    rule = next(rule for rule in RULES if rule.code == code)

    assert "9c" in rule.clauses
    assert load_policy("fuzhou-2017").clauses["9c"].text in rule.basis


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_messages_are_twins(rule: Rule) -> None:
    """Chinese and English templates have the same placeholders, and both languages say something."""
    messages: list[Message] = list(rule.messages.values())

    assert messages
    for message in messages:
        assert _placeholders(message.zh) >= _placeholders(message.en), message
        assert re.search(r"[\u4e00-\u9fff]", message.zh)
        assert message.en
    assert "default" in rule.messages or rule.messages


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_documented(rule: Rule) -> None:
    """The docstring begins with the fault in one sentence, equal to the summary, and has all its parts."""
    own = parts(rule)

    assert set(own) == {"", *PARTS}, f"write the parts {PARTS} in the docstring of {rule.code}"
    assert own[""] == rule.summary.zh
    assert own[""].count("。") == 1
    assert "→" in own["示例"]
    assert rule.family in FAMILIES
    assert rule.name
    assert rule.basis
    assert rule.recommendation.zh
    assert rule.recommendation.en


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_committed_page_is_the_generated_one(rule: Rule) -> None:
    """docs/rules/<CODE>.md is what the code says; ``make rules`` writes it again."""
    path = PAGES / f"{rule.code}.md"

    assert path.read_text(encoding="utf-8") == page(rule), "run make rules"


def test_the_committed_index_is_the_generated_one() -> None:
    """docs/rules/index.md lists every rule, and no page of a rule that is gone stays behind."""
    assert (PAGES / "index.md").read_text(encoding="utf-8") == index(RULES), "run make rules"
    assert {path.stem for path in PAGES.glob("[A-Z]*[0-9].md")} == {rule.code for rule in RULES}


def test_clauses_are_clauses_of_a_policy() -> None:
    """Every clause that a rule names stands in a shipped policy."""
    known = {clause for policy_id in policy_ids() for clause in load_policy(policy_id).clauses}

    assert {clause for rule in RULES for clause in rule.clauses} - known == set()


def test_the_default_set_is_stable() -> None:
    """Two calls give the same set and the same digest."""
    assert RuleSet.default().hash == RuleSet.default().hash
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


def test_every_kind_of_fault_has_a_rule() -> None:
    """The kinds that readers return are worded by exactly one rule each, and the unclear ones are known as such."""
    from itemcatalog.formats._kinds import KINDS, UNCLEAR
    from itemcatalog.rules import UNCLEAR_KINDS

    worded = [kind for rule in RULES for kind in rule.kinds]

    assert sorted(set(worded)) == sorted(worded)
    assert set(KINDS) - set(worded) == set()
    assert UNCLEAR == UNCLEAR_KINDS
