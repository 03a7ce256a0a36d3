"""The documents named to an office: in force on the day, and of its own plan."""

from __future__ import annotations

import re
from datetime import date

from itemcatalog.policy import load_policy
from itemcatalog.rules import Context, RuleSet
from itemcatalog.rules._basis import basis_under
from itemcatalog.rules._sources import PLAN

RULES = list(RuleSet.default())


def test_a_norm_is_named_only_when_and_where_it_holds() -> None:
    """In 2017 Fuzhou the plan and the law of then, elsewhere later the national norms."""
    rule = RuleSet.default().rule("ITM008")
    plan, law = load_policy("fuzhou-2017"), load_policy("national")
    then = basis_under(rule, plan, date(2017, 12, 31))
    now = basis_under(rule, law, date(2025, 12, 31))

    assert PLAN in then
    assert "行政许可法" in then
    assert "若干规定" not in then
    assert PLAN not in now
    assert "若干规定" in now


def test_nobody_is_shown_another_citys_plan() -> None:
    """Every rule that an audit under national law runs has a basis of its own there."""
    context = Context(policy=load_policy("national"), as_of=date(2025, 12, 31))

    assert [rule.code for rule in RuleSet.default().active(context) if PLAN in rule.basis] == []


def test_nobody_is_shown_a_later_norm() -> None:
    """In 2017 no norm of later years is named, but for the two rules that have nothing older."""
    plan = load_policy("fuzhou-2017")
    later = re.compile(r"(?:GB/T|C)\s?[0-9.]+-20(?:1[89]|2[0-9])|第716号|第722号")
    then = [rule for rule in RULES if rule.valid_from is None or rule.valid_from.year <= 2017]

    assert [rule.code for rule in then if later.search(basis_under(rule, plan, date(2017, 12, 31)))] == [
        "CAS006",
        "ITM011",
    ]


def test_active_rules_carry_the_basis_of_the_audit() -> None:
    """The rules that an audit runs name what holds for it; the shipped set keeps the whole."""
    context = Context(policy=load_policy("national"), as_of=date(2025, 12, 31))
    active = {rule.code: rule for rule in RuleSet.default().active(context)}

    assert active["LIM002"].basis == "《中华人民共和国行政许可法》第四十二条"
    assert PLAN in RuleSet.default().rule("LIM002").basis
