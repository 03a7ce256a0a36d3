"""Every kind of fault that a reader returns has its rule, and the rule's words are filled by the fault."""

from __future__ import annotations

import string

from itemcatalog.formats._kinds import KINDS, UNCLEAR
from itemcatalog.rules import UNCLEAR_KINDS, Rule, RuleSet


def _rules() -> dict[str, Rule]:
    return {kind: rule for rule in RuleSet.default() for kind in rule.kinds if kind in KINDS}


def test_every_kind_has_its_rule() -> None:
    """No fault goes unworded."""
    assert set(KINDS) - set(_rules()) == set()


def test_both_floors_agree_on_what_is_unclear() -> None:
    """The reader's list of what was not understood is the list by which rules are not checked."""
    assert set(UNCLEAR) == set(UNCLEAR_KINDS)


def test_the_words_of_a_rule_ask_only_for_what_its_fault_gives() -> None:
    """Placeholders are ``label``, ``found``, ``field`` and the values that the kind lists."""
    known = {"label", "found", "field", "place"}
    asked = {
        kind: {
            name
            for message in rule.messages.values()
            for text in (message.zh, message.en)
            for _, name, _, _ in string.Formatter().parse(text)
            if name
        }
        for kind, rule in _rules().items()
    }

    assert {kind: names - known - set(KINDS[kind].values) for kind, names in asked.items()} == {
        kind: set() for kind in asked
    }
